import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { cle } from '../../tests/factories/nir'
import { fichierJpeg, fichierPdf, fichierVide, fichierZip } from '../fichiers'
import { expect, ouvrirSession, sql, test, verifierAxe } from '../fixtures'
import {
  champFichier,
  continuer,
  joindre,
  ligneDePiece,
  personnes,
  remplirPersonne,
  titre,
  verifierErreurs,
} from '../gestes'
import { creerBrouillon, creerDemande, creerMonde } from '../monde'

/** A NIR that nobody has, with its key, and as people write it. */
const nir = `2870799123456${cle('2870799123456')}`
const nirEspace = nir.replace(/^(.)(..)(..)(..)(...)(...)(..)$/, '$1 $2 $3 $4 $5 $6 $7')

/** Tables where these digits stand, spaced or not. */
async function tablesAvec(chiffres: string): Promise<string[]> {
  const tables = await sql<{ nom: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS nom FROM pg_tables WHERE schemaname IN ('public', 'pgboss')`,
  )
  const avec: string[] = []
  for (const { nom } of tables) {
    const [trouve] = await sql(
      `SELECT 1 FROM ${nom} t WHERE regexp_replace(t::text, '(\\d)[ .-]+(?=\\d)', '\\1', 'g') LIKE $1 LIMIT 1`,
      [`%${chiffres}%`],
    )
    if (trouve) avec.push(nom)
  }
  return avec
}

const besoinEnBase = async (id: string) =>
  (
    await sql<{ besoin: Record<string, string> }>(`SELECT donnees->'besoin' AS besoin FROM brouillon WHERE id = $1`, [
      id,
    ])
  )[0]?.besoin

test('une étape vide dit chaque point à corriger, y mène, et garde ce qui est juste', async ({ navigateurDe }) => {
  const monde = await creerMonde()
  const page = await navigateurDe(monde.technicien.identifiant)
  await page.goto('/demandes/nouvelle/dossier')
  await continuer(page)
  await verifierErreurs(page, 'Choisissez un motif')
  await verifierAxe(page)
  await page.getByRole('radio', { name: 'Autre motif d’étude' }).check()
  await continuer(page)
  await expect(page.getByRole('link', { name: /^(Choisissez|Précisez)/ })).toBeVisible()
  await page.getByRole('radio', { name: 'Changement de RIB' }).check()
  await continuer(page)

  await titre(page, 'Pour qui faites-vous cette demande ?')
  await page.getByLabel('Prénom').fill('Moussa')
  await continuer(page)
  await verifierErreurs(
    page,
    'Choisissez Madame ou Monsieur',
    'Indiquez le nom de naissance',
    'Indiquez la date de naissance',
    'Choisissez le département de résidence',
  )
  await verifierAxe(page)
  await expect(page.getByLabel('Prénom')).toHaveValue('Moussa')
  for (const [lien, champ] of [
    ['Choisissez Madame ou Monsieur', page.getByRole('radio', { name: 'Madame' })],
    ['Indiquez le nom de naissance', page.getByLabel('Nom de naissance')],
    ['Indiquez la date de naissance', page.getByLabel('Jour')],
    ['Choisissez le département de résidence', page.getByLabel('Département de résidence')],
  ] as const) {
    await page.getByRole('link', { name: lien }).click()
    await expect(champ).toBeFocused()
  }
  await remplirPersonne(page, personnes.traore)
  await continuer(page)

  await titre(page, 'La situation de la personne')
  await continuer(page)
  await verifierErreurs(page, 'Décrivez la situation en quelques lignes')
  await page.getByLabel('Sa situation en quelques lignes').fill('La banque a changé.')
  await continuer(page)

  await titre(page, 'Les pièces du dossier')
  await continuer(page)
  await expect(page.getByRole('alert').filter({ hasText: '2 points à corriger' })).toBeFocused()
  await verifierAxe(page)
  await page.getByRole('checkbox', { name: 'La personne ne l’a pas : RIB' }).check()
  await continuer(page)
  await expect(page.getByRole('alert').filter({ hasText: '2 points à corriger' })).toBeFocused()
  await ligneDePiece(page, 'rib').getByLabel('Pourquoi ?').fill('Le compte s’ouvre la semaine prochaine.')
  await joindre(page, 'identite', await fichierJpeg('carte.jpg'))
  await continuer(page)

  await titre(page, 'Vérifiez avant de transmettre')
  await page.getByRole('button', { name: /^Transmettre à la / }).click()
  await verifierErreurs(
    page,
    'Dites comment la personne a donné son accord',
    'Cochez cette attestation pour transmettre la demande',
  )
  await verifierAxe(page)
})

test('une date de naissance qui n’existe pas, ou à venir, est refusée au champ', async ({ navigateurDe }) => {
  const monde = await creerMonde()
  const brouillon = await creerBrouillon(monde, { motif: 'autre_etude', variante: 'medecin_traitant' })
  const page = await navigateurDe(monde.technicien.identifiant)
  await page.goto(brouillon.adresse('personne'))
  const naissance = page.getByRole('group', { name: 'Date de naissance' })
  const annee = String(new Date().getFullYear() + 1)
  for (const [date, message] of [
    [{ jour: '31', mois: '2', annee: '1990' }, /Cette date de naissance n’existe pas/],
    [{ jour: '14', mois: '7', annee: '87' }, /Cette date de naissance n’existe pas/],
    [{ jour: '1', mois: '1', annee }, /La date de naissance doit être passée/],
  ] as const) {
    await remplirPersonne(page, { ...personnes.brisset, ...date })
    await continuer(page)
    await expect(page.getByRole('alert').getByRole('link', { name: message })).toBeVisible()
    await expect(naissance).toContainText(message)
    await expect(naissance.getByLabel('Jour')).toHaveValue(date.jour)
  }
  await remplirPersonne(page, personnes.brisset)
  await continuer(page)
  await titre(page, 'La situation de la personne')
})

test('un numéro de sécurité sociale est refusé pendant la frappe et par le serveur, et n’est écrit nulle part', async ({
  navigateurDe,
}) => {
  const monde = await creerMonde()
  const brouillon = await creerBrouillon(monde, { motif: 'autre_etude', variante: 'medecin_traitant' })
  const page = await navigateurDe(monde.technicien.identifiant)
  const message = 'Un numéro de sécurité sociale est écrit'

  await page.goto(brouillon.adresse('besoin'))
  const situation = page.getByLabel('Sa situation en quelques lignes')
  await situation.fill(`Elle change de médecin. Son numéro est le ${nirEspace}, merci.`)
  await expect(page.locator('#situation-erreur')).toContainText(message)
  await expect(situation).toHaveAttribute('aria-invalid', 'true')
  await verifierAxe(page)
  await continuer(page)
  await expect(page.getByRole('alert').getByRole('link', { name: message })).toBeVisible()
  expect(await tablesAvec(nir)).toEqual([])
  await page.getByRole('button', { name: /^Retirer « 2 87 07 99/ }).click()
  await expect(situation).toHaveValue('Elle change de médecin. Son numéro est le, merci.')
  await expect(page.locator('#situation-erreur')).toHaveCount(0)

  await page.goto(brouillon.adresse('personne'))
  await page.getByLabel('Nom d’usage').fill(`Marchand ${nir}`)
  await continuer(page)
  await expect(page.getByRole('alert').getByRole('link', { name: message })).toBeVisible()

  await page.goto(brouillon.adresse('pieces'))
  await champFichier(page, 'autre').setInputFiles(await fichierPdf(`carte-${nir}.pdf`))
  await expect(ligneDePiece(page, 'autre')).toContainText('contient un numéro de sécurité sociale')

  const demande = await creerDemande(monde, { etat: 'prise_en_charge', agent: monde.agent })
  await page.goto(`/demandes/${demande.reference}`)
  await page.getByLabel('Votre message').fill(`Voici : ${nir}`)
  await page.getByRole('button', { name: 'Envoyer le message' }).click()
  await expect(page.getByRole('alert').getByRole('link', { name: message })).toBeVisible()

  const agent = await navigateurDe(monde.agent.identifiant)
  await agent.goto(`/caisse/demandes/${demande.reference}`)
  await agent.getByLabel('Votre réponse').fill(`Le numéro ${nirEspace} est inconnu.`)
  await agent.getByRole('button', { name: 'Envoyer la réponse' }).click()
  await expect(agent.getByRole('alert').getByRole('link', { name: message })).toBeVisible()
  expect(await tablesAvec(nir)).toEqual([])
})

test('un texte qui parle de santé avertit, et celui qui écrit peut le garder', async ({ navigateurDe }) => {
  const monde = await creerMonde()
  const demande = await creerDemande(monde, { etat: 'prise_en_charge', agent: monde.agent })
  const page = await navigateurDe(monde.technicien.identifiant)
  await page.goto(`/demandes/${demande.reference}`)
  await page.getByLabel('Votre message').fill('Elle commence une chimiothérapie lundi.')
  await expect(page.getByText('ce texte semble parler de santé. La caisse')).toBeVisible()
  await verifierAxe(page)
  await page.getByRole('button', { name: 'Garder ce texte' }).click()
  await page.getByRole('button', { name: 'Envoyer le message' }).click()
  await expect(page.getByText('Elle commence une chimiothérapie lundi.')).toBeVisible()
  await expect(page.getByLabel('Votre message')).toHaveValue('')
  const [garde] = await sql(`SELECT "santeGardee" FROM message WHERE "demandeId" = $1 AND texte LIKE '%chimio%'`, [
    demande.id,
  ])
  expect(garde).toEqual({ santeGardee: true })
})

test('sans JavaScript, le même avertissement revient une fois avec le texte, et la case le garde', async ({
  browser,
  navigateurDe,
}) => {
  const monde = await creerMonde()
  const demande = await creerDemande(monde, { etat: 'prise_en_charge', agent: monde.agent })
  const contexte = await browser.newContext({ javaScriptEnabled: false, baseURL: process.env.E2E_URL })
  for (const [compte, adresse, champ, bouton] of [
    [monde.technicien, '/demandes/', 'Votre message', 'Envoyer le message'],
    [monde.agent, '/caisse/demandes/', 'Votre réponse', 'Envoyer la réponse'],
  ] as const) {
    await contexte.clearCookies()
    await contexte.addCookies([{ ...(await ouvrirSession(compte.identifiant)), url: process.env.E2E_URL ?? '' }])
    const page = await contexte.newPage()
    const texte = `Chimiothérapie lundi, écrit par ${compte.identifiant}.`
    await page.goto(`${adresse}${demande.reference}`)
    await page.getByLabel(champ).fill(texte)
    await page.getByRole('button', { name: bouton }).click()
    await expect(page.getByLabel(champ)).toHaveValue(texte)
    await expect(page.getByRole('link', { name: 'ce texte semble parler de santé' })).toBeVisible()
    await page.getByRole('checkbox', { name: 'Garder ce texte et l’envoyer tel quel' }).check()
    await page.getByRole('button', { name: bouton }).click()
    await expect(page.getByText(texte)).toBeVisible()
    await expect(page.getByLabel(champ)).toHaveValue('')
  }
  await contexte.close()
  const [gardes] = await sql(`SELECT count(*)::int AS nombre FROM message WHERE "demandeId" = $1 AND "santeGardee"`, [
    demande.id,
  ])
  expect(gardes).toEqual({ nombre: 2 })
  const dpo = await navigateurDe(monde.dpo.identifiant)
  await dpo.goto('/caisse/journal/signaux')
  await expect(dpo.getByRole('table', { name: 'Textes gardés' }).getByRole('cell')).toHaveText(['1', '1'])
})

test('un mauvais fichier est refusé à sa pièce, avec la raison, et la demande n’est pas perdue', async ({
  navigateurDe,
}) => {
  const monde = await creerMonde({ caisse: { reglages: { tailleMaxFichierOctets: 200_000 } } })
  const brouillon = await creerBrouillon(monde, { motif: 'autre_etude', variante: 'rib' })
  const page = await navigateurDe(monde.technicien.identifiant)
  await page.goto(brouillon.adresse('pieces'))
  const rib = ligneDePiece(page, 'rib')
  const gros = { ...(await fichierPdf('gros.pdf')), buffer: Buffer.alloc(250_000, 'x') }
  const mauvais = [
    [gros, /la limite est de 200.ko par fichier/],
    [fichierVide('vide.pdf'), 'il est vide'],
    [
      { name: 'rib.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ programme\n'.repeat(90)) },
      'ce format n’est pas accepté',
    ],
    [await fichierPdf('coffre.pdf', { protege: true }), 'il est protégé par un mot de passe'],
    [
      { ...(await fichierPdf('coupe.pdf')), buffer: (await fichierPdf('x')).buffer.subarray(0, 900) },
      'il est abîmé ou incomplet',
    ],
    [fichierZip('lot.zip'), 'c’est une archive'],
  ] as const
  for (const [fichier, raison] of mauvais) {
    await champFichier(page, 'rib').setInputFiles(fichier)
    await expect(rib).toContainText(`« ${fichier.name} » est refusé`)
    await expect(rib).toContainText(raison)
    await expect(rib).toContainText('À reprendre')
  }
  await verifierAxe(page)

  // Refused by the server too, for who would not go through the page.
  const envoi = await page.request.post(`/api/pieces-jointes?brouillon=${brouillon.id}&code=rib`, {
    headers: { origin: new URL(page.url()).origin },
    multipart: { fichier: gros },
  })
  expect(envoi.status()).toBe(422)
  expect((await envoi.json()).message).toContain('il dépasse 200')
  expect(await sql(`SELECT id FROM piece_jointe WHERE "brouillonId" = $1`, [brouillon.id])).toEqual([])

  await joindre(page, 'rib', await fichierPdf('rib-bon.pdf'))
  await expect(rib).not.toContainText('est refusé')
  await expect(rib).toContainText('Prête')
})

test('une photo floue ou trop petite se dit avant l’envoi', async ({ navigateurDe }) => {
  const monde = await creerMonde()
  const brouillon = await creerBrouillon(monde, { motif: 'autre_etude', variante: 'rib' })
  const page = await navigateurDe(monde.technicien.identifiant)
  await page.goto(brouillon.adresse('pieces'))
  await joindre(page, 'rib', await fichierJpeg('floue.jpg', { floue: true }))
  await expect(page.getByText('« floue.jpg » semble floue.')).toBeVisible()
  await verifierAxe(page)
})

test('deux fenêtres sur un même brouillon ne s’effacent pas l’une l’autre', async ({ navigateurDe }) => {
  const monde = await creerMonde()
  const brouillon = await creerBrouillon(monde)
  const premiere = await navigateurDe(monde.technicien.identifiant)
  const seconde = await premiere.context().newPage()
  for (const page of [premiere, seconde]) {
    await page.goto(brouillon.adresse('besoin'))
    await titre(page, 'Votre message')
  }
  await premiere.getByLabel('Votre message').fill('Écrit dans la première fenêtre.')
  await expect.poll(() => besoinEnBase(brouillon.id)).toMatchObject({ message: 'Écrit dans la première fenêtre.' })
  await seconde.getByLabel('Votre message').fill('Écrit dans la seconde fenêtre.')
  await expect(seconde.getByText('Ce brouillon est aussi ouvert dans une autre fenêtre')).toBeVisible()
  expect(await besoinEnBase(brouillon.id)).toMatchObject({ message: 'Écrit dans la première fenêtre.' })
  await expect(seconde.getByLabel('Votre message')).toHaveValue('Écrit dans la seconde fenêtre.')
  await verifierAxe(seconde)
})

test('une adresse inconnue, ou qui est à d’autres, répond « introuvable » sans rien dire', async ({ navigateurDe }) => {
  const [ici, ailleurs] = [await creerMonde(), await creerMonde()]
  const demande = await creerDemande(ailleurs)
  const brouillon = await creerBrouillon(ailleurs)
  const technicien = await navigateurDe(ici.technicien.identifiant)
  const agent = await navigateurDe(ici.agent.identifiant)
  const refuse = async (page: Page, adresse: string) => {
    const reponse = await page.goto(adresse)
    expect(reponse?.status(), adresse).toBe(404)
    await titre(page, 'Cette page n’existe pas')
    await expect(page.getByText(demande.objet)).toHaveCount(0)
    // In the answer itself, without any script.
    const brute = await page.request.get(adresse)
    expect(brute.status(), adresse).toBe(404)
    expect(await brute.text()).toMatch(/<h1[^>]*>Cette page n’existe pas<\/h1>/)
    expect(await brute.text()).not.toContain('<script')
  }
  await refuse(technicien, `/demandes/${demande.reference}`)
  await refuse(technicien, brouillon.adresse('besoin'))
  await refuse(technicien, `/demandes/brouillon/${randomUUID()}/besoin`)
  await refuse(technicien, '/caisse/file')
  await refuse(agent, `/caisse/demandes/${demande.reference}`)
  await refuse(agent, '/demandes')
})
