import { createTransport, type Transporter } from 'nodemailer'

let ouvert: { url: string; transport: Transporter } | undefined

/** The mail server of SMTP_URL. Gives up well before the job expires, so that a mail is never sent twice at once. */
export function transportCourriel(): Transporter {
  const url = process.env.SMTP_URL
  if (!url) throw new Error('La variable SMTP_URL n’est pas définie.')
  if (ouvert?.url !== url) {
    const delais = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
    ouvert = { url, transport: createTransport({ url, ...delais, disableFileAccess: true, disableUrlAccess: true }) }
  }
  return ouvert.transport
}
