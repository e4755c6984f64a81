import type { Page } from '@playwright/test'
import type { Service } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import { fichierJpeg, fichierPdf } from '../fichiers'
import { attendreCourriel, expect, test, verifierAxe, verifierLargeur } from '../fixtures'
import {
  commencer,
  continuer,
  joindre,
  laisserPartir,
  lienDuCourriel,
  ligneDePiece,
  personnes,
  remplirDate,
  remplirPersonne,
  titre,
  transmettre,
} from '../gestes'
import { creerMonde } from '../monde'

type Cas = {
  service: Service
  motif: string
  variante?: string
  /** Words of the motif on the demande, once filed. */
  objet: string
  sansPersonne?: true
  besoin: (page: Page) => Promise<void>
  pieces: (page: Page) => Promise<void>
  /** Read again on the check page, and by the agent. */
  relu: string
  /** A file of the demande, and the code under which the complément goes. */
  piece: string
  complement: string
  issue: string
}

const cas: Cas[] = [
  {
    service: 'dossier',
    motif: 'Étude de complémentaire santé solidaire (C2S)',
    variante: 'C2S, renouvellement',
    objet: 'C2S, renouvellement',
    async besoin(page) {
      await page
        .getByLabel('Sa situation en quelques lignes')
        .fill('Les droits se terminent à la fin du mois prochain.')
      await page.getByRole('radio', { name: 'Oui, avec un justificatif' }).check()
    },
    async pieces(page) {
      await joindre(page, 'avis_imposition', await fichierPdf('avis-impots.pdf'))
      await joindre(page, 'ressources', await fichierPdf('bulletins.pdf'), await fichierJpeg('attestation-caf.jpg'))
      await joindre(page, 'justificatif_urgence', await fichierPdf('bulletin.pdf'))
      await joindre(page, 'rib', await fichierJpeg('rib.jpg'))
      await page.getByRole('checkbox', { name: 'La personne ne l’a pas : Justificatif de domicile' }).check()
      await ligneDePiece(page, 'justificatif_domicile').getByLabel('Pourquoi ?').fill('Elle est hébergée chez un ami.')
    },
    relu: 'Les droits se terminent à la fin du mois prochain.',
    piece: 'rib.jpg',
    complement: 'justificatif_domicile',
    issue: 'Droits ouverts ou demande acceptée',
  },
  {
    service: 'signalement',
    motif: 'Situation d’urgence',
    objet: 'Situation d’urgence',
    async besoin(page) {
      await page.getByRole('checkbox', { name: 'Doit avancer les frais, ou payer trop' }).check()
      await page.getByRole('checkbox', { name: 'Est isolée, ou ne peut pas se déplacer' }).check()
      await page.getByLabel('La difficulté en quelques lignes').fill('La pharmacie refuse de servir sans carte à jour.')
      await page.getByLabel('Téléphone de la personne').fill('06 39 98 40 12')
      await page.getByRole('radio', { name: 'À tout moment' }).check()
    },
    pieces: async (page) => joindre(page, 'justificatif_urgence', await fichierJpeg('ordonnance.jpg')),
    relu: 'La pharmacie refuse de servir sans carte à jour.',
    piece: 'ordonnance.jpg',
    complement: 'identite',
    issue: 'Difficulté levée',
  },
  {
    service: 'rendez_vous',
    motif: 'Complémentaire santé solidaire (C2S)',
    objet: 'Rendez-vous, C2S',
    async besoin(page) {
      await page.getByRole('radio', { name: 'Par téléphone' }).check()
      await page.getByLabel('Téléphone de la personne').fill('06 39 98 55 66')
      const bientot = new Date(Date.now() + 86_400_000 * 3)
      await remplirDate(page.getByRole('group', { name: 'Pas avant le' }), {
        jour: String(bientot.getDate()),
        mois: String(bientot.getMonth() + 1),
        annee: String(bientot.getFullYear()),
      })
      await page.getByRole('checkbox', { name: 'Mardi matin' }).check()
      await page.getByRole('checkbox', { name: 'Jeudi après-midi' }).check()
    },
    pieces: async (page) => joindre(page, 'autre', await fichierPdf('courrier.pdf')),
    relu: 'mardi matin, jeudi après-midi',
    piece: 'courrier.pdf',
    complement: 'autre',
    issue: 'Réponse apportée sans rendez-vous',
  },
  {
    service: 'document',
    motif: 'Attestation de droits',
    objet: 'Attestation de droits',
    async besoin(page) {
      await page.getByLabel('Le document et sa période').fill('L’attestation de cette année, pour une inscription.')
      await page.getByRole('radio', { name: 'Oui, la caisse connaît son adresse' }).check()
    },
    pieces: async (page) => joindre(page, 'autre', await fichierJpeg('demande-ecole.jpg')),
    relu: 'L’attestation de cette année, pour une inscription.',
    piece: 'demande-ecole.jpg',
    complement: 'autre',
    issue: 'Document envoyé par courrier à la personne',
  },
  {
    service: 'contact',
    motif: 'Demander une formation ou une information',
    objet: 'Formation, information',
    sansPersonne: true,
    besoin: async (page) =>
      page.getByLabel('Votre message').fill('Pouvez-vous venir présenter la C2S à une équipe de douze personnes ?'),
    pieces: async (page) => joindre(page, 'autre', await fichierPdf('programme.pdf')),
    relu: 'Pouvez-vous venir présenter la C2S à une équipe de douze personnes ?',
    piece: 'programme.pdf',
    complement: 'autre',
    issue: 'Réponse apportée',
  },
]

const manque = 'Il manque un justificatif récent : pouvez-vous l’ajouter ici ?'
const envoi = 'Voici le justificatif demandé.'
const reponse = 'Tout est en ordre : la réponse part aujourd’hui.'

async function examiner(page: Page): Promise<void> {
  await verifierAxe(page)
  await verifierLargeur(page)
}

for (const { service, motif, variante, objet, sansPersonne, ...suite } of cas) {
  const { libelleCourt, titreBesoin } = definitionDe(service)
  test(`« ${libelleCourt} » : déposée avec ses pièces, complétée, close par l’agent, la réponse est lue`, async ({
    navigateurDe,
  }) => {
    const { technicien, agent, caisse } = await creerMonde()
    const chezLui = await navigateurDe(technicien.identifiant)
    // Pages that all services share are examined once, with the service that fills them most.
    const complet = service === 'dossier'

    await commencer(chezLui, service, motif, variante)
    if (complet) await examiner(chezLui)
    await continuer(chezLui)
    if (!sansPersonne) {
      await remplirPersonne(chezLui, personnes.brisset)
      if (complet) await examiner(chezLui)
      await continuer(chezLui)
    }
    await titre(chezLui, titreBesoin)
    await expect(chezLui.getByText(`Étape ${sansPersonne ? '2 sur 4' : '3 sur 5'}`)).toBeVisible()
    await suite.besoin(chezLui)
    await examiner(chezLui)
    await continuer(chezLui)
    await titre(chezLui, 'Les pièces du dossier')
    await suite.pieces(chezLui)
    if (complet) await examiner(chezLui)
    await continuer(chezLui)
    await titre(chezLui, 'Vérifiez avant de transmettre')
    await expect(chezLui.getByText(suite.relu)).toBeVisible()
    if (complet) await examiner(chezLui)
    const reference = await transmettre(chezLui)
    if (complet) await examiner(chezLui)
    await expect(chezLui.getByText(`Reçue par la ${caisse.nom}`)).toBeVisible()
    const accuse = await chezLui.request.get(`/api/demandes/${reference}/accuse`)
    expect(accuse.headers()['content-type']).toBe('application/pdf')
    await attendreCourriel(technicien.courriel, new RegExp(`${reference}.*bien reçue`))

    const aLaCaisse = await navigateurDe(agent.identifiant)
    await aLaCaisse.goto('/caisse/file')
    const rang = aLaCaisse.getByRole('row').filter({ hasText: reference })
    if (complet) await examiner(aLaCaisse)
    await rang.getByRole('button', { name: /^Je m’en occupe/ }).click()
    await expect(rang).toContainText('Prise en charge par vous')
    await rang.getByRole('link', { name: objet }).click()
    await titre(aLaCaisse, objet)
    await expect(aLaCaisse.getByText(suite.relu)).toBeVisible()
    await verifierPiece(aLaCaisse, suite.piece)
    await examiner(aLaCaisse)

    await aLaCaisse.getByRole('link', { name: 'Demander un complément' }).click()
    await aLaCaisse.getByLabel('Ce qui manque').fill(manque)
    if (complet) await examiner(aLaCaisse)
    await aLaCaisse.getByRole('button', { name: 'Demander le complément' }).click()
    await expect(aLaCaisse.getByText('En attente du partenaire').first()).toBeVisible()

    await laisserPartir(reference)
    const avis = await attendreCourriel(technicien.courriel, new RegExp(`${reference}.*complément`))
    for (const secret of [personnes.brisset.nom, manque, objet]) expect(avis.texte + avis.html).not.toContain(secret)
    await chezLui.goto(lienDuCourriel(avis, '/demandes/'))
    await expect(chezLui.getByRole('heading', { name: 'La caisse attend votre complément' })).toBeVisible()
    await expect(chezLui.getByRole('blockquote')).toContainText(manque)
    await joindre(chezLui, suite.complement, await fichierPdf('complement.pdf'))
    await chezLui.getByLabel('Un mot pour la caisse').fill(envoi)
    if (complet) await examiner(chezLui)
    await chezLui.getByRole('button', { name: 'Envoyer le complément' }).click()
    await expect(chezLui.getByRole('heading', { name: 'La caisse attend votre complément' })).toHaveCount(0)
    await expect(chezLui.getByText(envoi)).toBeVisible()

    await laisserPartir(reference)
    const arrive = await attendreCourriel(agent.courriel, new RegExp(`${reference}.*complément est arrivé`))
    await aLaCaisse.goto(lienDuCourriel(arrive, '/caisse/demandes/'))
    await expect(aLaCaisse.getByText(envoi)).toBeVisible()
    await verifierPiece(aLaCaisse, 'complement.pdf')
    await aLaCaisse.getByRole('link', { name: 'Répondre et clore' }).click()
    await aLaCaisse.getByRole('radio', { name: suite.issue, exact: true }).check()
    await aLaCaisse.getByLabel('Votre réponse').fill(reponse)
    if (complet) await examiner(aLaCaisse)
    await aLaCaisse.getByRole('button', { name: 'Répondre et clore' }).click()
    await expect(aLaCaisse.getByText('Traitée', { exact: true }).first()).toBeVisible()
    await aLaCaisse.goto('/caisse/file?vue=closes')
    await expect(aLaCaisse.getByRole('row').filter({ hasText: reference })).toContainText('Traitée')

    await laisserPartir(reference)
    const fin = await attendreCourriel(technicien.courriel, new RegExp(`${reference}.*répondu et clos`))
    expect(fin.texte).not.toContain(reponse)
    await chezLui.goto('/demandes')
    await expect(chezLui.getByRole('link', { name: /^Lire la réponse/ }).first()).toBeVisible()
    await chezLui.goto(lienDuCourriel(fin, '/demandes/'))
    await expect(chezLui.getByRole('region', { name: 'La réponse de la caisse' })).toContainText(reponse)
    await expect(chezLui.getByText(suite.issue).first()).toBeVisible()
    if (complet) await examiner(chezLui)
  })
}

/** The agent opens a piece: an image is shown in its tab, and any file comes whole. */
async function verifierPiece(page: Page, nom: string): Promise<void> {
  const lien = page
    .getByRole('table', { name: 'Pièces de la demande' })
    .getByRole('link', { name: `${nom} (nouvel onglet)` })
  const recue = await page.request.get((await lien.getAttribute('href')) ?? '')
  expect(recue.status()).toBe(200)
  expect(recue.headers()['x-content-type-options']).toBe('nosniff')
  const [debut, attendu] = nom.endsWith('.pdf') ? ['%PDF-', 5] : ['\u00ff\u00d8\u00ff', 3]
  expect((await recue.body()).toString('latin1', 0, attendu as number)).toBe(debut)
  if (nom.endsWith('.pdf')) return
  const onglet = page.context().waitForEvent('page')
  await lien.click()
  const image = await onglet
  await expect(image.locator('img')).toBeVisible()
  await image.close()
}
