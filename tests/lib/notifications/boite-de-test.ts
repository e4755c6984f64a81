import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

type Refus = (destinataire: string) => string | null

/** A real mail server that keeps what it accepts. It can be stopped, started again on its port, and made to refuse. */
export async function boiteDeTest() {
  const recus: Email[] = []
  let refuser: Refus = () => null
  let surAccepte: () => Promise<void> = async () => {}
  let serveur: SMTPServer | undefined
  let port = 0

  const demarrer = async () => {
    serveur = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo({ address }, _session, suite) {
        const message = refuser(address)
        suite(message ? Object.assign(new Error(message), { responseCode: Number(message.slice(0, 3)) }) : null)
      },
      onData(flux, _session, suite) {
        const morceaux: Buffer[] = []
        flux.on('data', (morceau: Buffer) => morceaux.push(morceau))
        flux.on('end', async () => {
          recus.push(await PostalMime.parse(Buffer.concat(morceaux)))
          await surAccepte()
          suite()
        })
      },
    })
    serveur.on('error', () => {})
    const ecoute = serveur
    await new Promise<void>((resoudre) => ecoute.listen(port, '127.0.0.1', resoudre))
    port = (serveur.server.address() as AddressInfo).port
    process.env.SMTP_URL = `smtp://127.0.0.1:${port}`
  }
  const arreter = () => new Promise<void>((resoudre) => (serveur ? serveur.close(() => resoudre()) : resoudre()))

  process.env.COURRIEL_EXPEDITEUR = 'Espace Partenaires <ne-pas-repondre@portail.example>'
  await demarrer()
  return {
    recus,
    demarrer,
    arreter,
    refuserSi: (regle: Refus) => {
      refuser = regle
    },
    quandAccepte: (acte: () => Promise<void>) => {
      surAccepte = acte
    },
  }
}
