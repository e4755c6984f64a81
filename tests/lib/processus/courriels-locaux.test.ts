import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { afterAll, expect, test } from 'vitest'
import { recevoirCourriels } from '@/lib/processus/courriels-locaux'
import { lireCourriels, nomsDeCourriels } from '@/lib/socle/courriels-recus'

const dossier = mkdtempSync(join(tmpdir(), 'ep-courriels-'))
const serveur = await recevoirCourriels({ dossier })
const facteur = createTransport({ url: serveur.url, pool: true, maxMessages: Number.POSITIVE_INFINITY })
afterAll(async () => {
  facteur.close()
  await serveur.arreter()
  rmSync(dossier, { recursive: true, force: true })
})

const envoyer = (to: string, subject: string) =>
  facteur.sendMail({
    from: 'Portail <p@exemple.fr>',
    to,
    subject,
    text: `Texte « ${subject} »`,
    html: `<p>${subject}</p>`,
  })

test('a mail that is sent can be read back, accents included', async () => {
  const { messageId } = await envoyer('Noé <Noe@ccas.exemple.fr>', 'Demande reçue à 14 h')
  const [courriel] = lireCourriels(dossier)
  expect(courriel).toMatchObject({
    messageId,
    de: 'Portail <p@exemple.fr>',
    a: ['Noe@ccas.exemple.fr'],
    sujet: 'Demande reçue à 14 h',
    html: '<p>Demande reçue à 14 h</p>',
  })
  expect(courriel?.texte).toBe('Texte « Demande reçue à 14 h »')
})

test('mails are listed latest first, and by recipient whatever the case', async () => {
  await envoyer('lea@asso.exemple.fr', 'un')
  await envoyer('lea@asso.exemple.fr', 'deux')
  expect(lireCourriels(dossier, ' LEA@asso ').map(({ sujet }) => sujet)).toEqual(['deux', 'un'])
  expect(lireCourriels(dossier, 'personne@exemple.fr')).toEqual([])
})

test('only the last 500 mails are kept', async () => {
  for (let rang = 0; rang < 505; rang++) await envoyer('foule@exemple.fr', `n° ${rang}`)
  expect(nomsDeCourriels(dossier)).toHaveLength(500)
  expect(lireCourriels(dossier)[0]?.sujet).toBe('n° 504')
})
