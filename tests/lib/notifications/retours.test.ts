import { beforeEach, describe, expect, it } from 'vitest'
import { lireRetour } from '@/lib/notifications/lire-retour'
import { raisonDEchec } from '@/lib/notifications/raison'
import { traiterRetour } from '@/lib/notifications/traiter-retour'
import { baseDeTest } from '@/tests/base-de-test'
import { atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const { tx } = await atelierDeTest(base)
const id = '7d1c7f6e-4f6b-4f0e-9a55-0c7f3c5f1a11'
const messageId = `<${id}@portail.example>`
const maintenant = new Date('2026-03-02T09:00:00Z')

type Avis = { de?: string; statut?: string; origine?: string; texte?: string; type?: string; entetes?: string }

/** A returned mail as a server writes it: words, fields, and what was sent. */
function retour({
  de = 'MAILER-DAEMON@mx.vaucreux.example',
  statut,
  origine,
  texte = '',
  type,
  entetes = '',
}: Avis): string {
  const parties = [
    `Content-Type: text/plain; charset=utf-8\r\n\r\n${texte}`,
    ...(statut ? [`Content-Type: ${type ?? 'message/delivery-status'}\r\n\r\n${statut}`] : []),
    ...(origine ? [origine] : []),
  ]
  return [
    'Return-Path: <>',
    `From: Mail Delivery Subsystem <${de}>`,
    'To: retours@portail.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    ...(entetes ? [entetes] : []),
    'Content-Type: multipart/report; report-type=delivery-status; boundary="frontiere"',
    '',
    ...parties.map((partie) => `--frontiere\r\n${partie}\r\n`),
    '--frontiere--',
    '',
  ].join('\r\n')
}

const enTetesSeuls = `Content-Type: text/rfc822-headers\r\n\r\nFrom: ne-pas-repondre@portail.example\r\nTo: mlegall@vaucreux.example\r\nMessage-ID: ${messageId}\r\nSubject: Demande 26-004817`
const entier = `Content-Type: message/rfc822\r\n\r\nFrom: ne-pas-repondre@portail.example\r\nMessage-ID: ${messageId}\r\nSubject: Demande\r\nContent-Type: text/plain\r\n\r\nBonjour`

const serveurs: Record<string, { brut: string; raison: RegExp; mots: string }> = {
  Postfix: {
    brut: retour({
      texte: 'This is the mail system at host mx.vaucreux.example.\r\nI’m sorry to have to inform you…',
      statut:
        'Reporting-MTA: dns; mx.vaucreux.example\r\nArrival-Date: Mon,  2 Mar 2026 08:00:00 +0100 (CET)\r\n\r\nFinal-Recipient: rfc822; mlegall@vaucreux.example\r\nAction: failed\r\nStatus: 5.1.1\r\nRemote-MTA: dns; boite.vaucreux.example\r\nDiagnostic-Code: smtp; 550 5.1.1 <mlegall@vaucreux.example>: Recipient address\r\n    rejected: User unknown in virtual mailbox table',
      origine: enTetesSeuls,
    }),
    raison: /^5\.1\.1 550 5\.1\.1 .*User unknown/,
    mots: 'Cette adresse n’existe pas, ou refuse le courriel.',
  },
  Exchange: {
    brut: retour({
      de: 'postmaster@vaucreux.example',
      entetes: `In-Reply-To: ${messageId}`,
      texte: 'Votre message à mlegall@vaucreux.example n’a pas pu être remis.',
      statut:
        'Reporting-MTA: dns;mail.vaucreux.example\r\nReceived-From-MTA: dns;mx.portail.example\r\n\r\nFinal-Recipient: rfc822;mlegall@vaucreux.example\r\nAction: failed\r\nStatus: 5.2.2\r\nDiagnostic-Code: smtp;554 5.2.2 mailbox full',
    }),
    raison: /5\.2\.2/,
    mots: 'La boîte de la personne est pleine.',
  },
  Exim: {
    brut: retour({
      statut:
        'Reporting-MTA: dns; relais.vaucreux.example\r\n\r\nAction: failed\r\nFinal-Recipient: rfc822;mlegall@vaucreux.example\r\nStatus: 5.0.0\r\nDiagnostic-Code: smtp; 550 5.7.1 message rejected as spam by policy',
      origine: entier,
    }),
    raison: /5\.7\.1/,
    mots: 'La messagerie de l’organisme refuse les courriels du portail.',
  },
  Sendmail: {
    brut: retour({
      statut:
        'Reporting-MTA: dns; mx.portail.example\r\n\r\nFinal-Recipient: RFC822; mlegall@vaucrreux.example\r\nAction: failed\r\nStatus: 5.1.2\r\nDiagnostic-Code: SMTP; 550 Host not found',
      origine: entier,
    }),
    raison: /Host not found/,
    mots: 'Le domaine de cette adresse n’existe pas.',
  },
  'un serveur ancien, sans champs': {
    brut: `Return-Path: <>\r\nFrom: MAILER-DAEMON@ancien.example\r\nTo: retours@portail.example\r\nSubject: failure notice\r\nContent-Type: text/plain\r\n\r\nHi. This is the qmail-send program at ancien.example.\r\n<mlegall@vaucreux.example>:\r\n550 5.1.1 sorry, no mailbox here by that name\r\n\r\n--- Below this line is a copy of the message.\r\n\r\nMessage-ID: ${messageId}\r\n`,
    raison: /no mailbox here/,
    mots: 'Cette adresse n’existe pas, ou refuse le courriel.',
  },
}

beforeEach(async () => {
  await tx.courriel.deleteMany()
  await tx.courriel.create({
    data: {
      id,
      messageId,
      modele: 'demande_deposee',
      destinataire: 'mlegall@vaucreux.example',
      etat: 'envoye',
      envoyeLe: maintenant,
    },
  })
})

const relire = () => tx.courriel.findUniqueOrThrow({ where: { id } })

describe('a mail that comes back', () => {
  it.each(Object.entries(serveurs))('is read as %s writes it, and told in plain words', async (_, {
    brut,
    raison,
    mots,
  }) => {
    expect(await lireRetour(brut)).toMatchObject({
      messageIds: [messageId],
      definitif: true,
      raison: expect.stringMatching(raison),
    })
    expect(await traiterRetour(Buffer.from(brut), maintenant)).toBe('marque')
    const { etat, erreur, echecLe } = await relire()
    expect({ etat, echecLe }).toEqual({ etat: 'echec', echecLe: maintenant })
    expect(raisonDEchec(erreur ?? '')).toBe(mots)
    // The mail server may give it twice: what a référent has seen to stays seen to.
    await tx.courriel.update({ where: { id }, data: { vuLe: maintenant } })
    expect(await traiterRetour(brut, maintenant)).toBe('deja_marque')
    expect((await relire()).vuLe).toEqual(maintenant)
  })

  it('is not a failure while the server is still trying', async () => {
    const brut = retour({
      statut:
        'Reporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\nAction: delayed\r\nStatus: 4.4.1\r\nDiagnostic-Code: smtp; 451 try later',
      origine: enTetesSeuls,
    })
    expect(await traiterRetour(brut, maintenant)).toBe('provisoire')
    expect((await relire()).etat).toBe('envoye')
  })

  it('is nothing else: an absence, an answer, an advertisement, the return of a mail of another portal', async () => {
    const absence = `From: Maëlle <mlegall@vaucreux.example>\r\nTo: retours@portail.example\r\nSubject: Absente\r\nAuto-Submitted: auto-replied\r\nIn-Reply-To: ${messageId}\r\n\r\nJe reviens lundi. Code 550.`
    const publicite = 'From: vente@boutique.example\r\nSubject: Promotion\r\n\r\n550 articles'
    const ailleurs = retour({
      ...{ statut: 'Action: failed\r\nStatus: 5.1.1' },
      origine: entier.replace(id, '00000000-0000-4000-8000-000000000000'),
    })
    const sansId = retour({
      statut: 'Action: failed\r\nStatus: 5.1.1',
      origine: enTetesSeuls.replace(messageId, '<abc@autre.example>'),
    })
    for (const brut of [absence, publicite, ailleurs, sansId, '', 'n’importe quoi', '\u0000\u0001'.repeat(500)])
      expect(await traiterRetour(brut, maintenant), brut.slice(0, 60)).toBe('inconnu')
    expect((await relire()).etat).toBe('envoye')
  })
})
