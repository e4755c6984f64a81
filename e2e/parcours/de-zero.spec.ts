import type { Page } from '@playwright/test'
import { demarrerPlateformeDeTest } from '@/lib/processus/plateforme-de-test'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import { PortailVide, presser, remplir } from '../de-zero'
import { expect, test, verifierAxe, verifierLargeur } from '../fixtures'
import { commencer, continuer, personnes, remplirPersonne, titre, transmettre } from '../gestes'

/**
 * The caisses of the agreements the portal was made from, under invented names: what differs between them is typed by their
 * référents, section by section, and stands nowhere in the code.
 */
const caisses = [
  {
    code: '901',
    nom: 'CPAM de l’Estuaire',
    reglages: { habilitations: { delaiHabilitationJoursOuvres: '10', quotaTechniciensActif: 'non' } },
    enMots: ['10 jours ouvrés'],
  },
  {
    code: '902',
    nom: 'CPAM des Falaises',
    reglages: { habilitations: { delaiHabilitationJoursOuvres: '10', quotaTechniciensActif: 'non' } },
    enMots: ['10 jours ouvrés'],
  },
  {
    code: '903',
    nom: 'CPAM du Littoral',
    reglages: {
      habilitations: { delaiHabilitationJoursOuvres: '5', quotaTechniciensActif: 'oui' },
      conventions: { delaiMiseEnDemeureJours: '15', delaiMiseEnDemeurePortailJours: '30' },
    },
    enMots: ['15 jours pour y remédier', '30 jours pour y remédier'],
  },
  {
    code: '904',
    nom: 'CPAM du Bocage',
    reglages: {
      habilitations: { quotaTechniciensActif: 'oui' },
      delais: {
        'delai.puma': '30',
        'seuil.puma': '5',
        'delai.c2s': '30',
        'seuil.c2s': '5',
        'delai.ame': '30',
        'seuil.ame': '5',
        delaiUrgentJours: '10',
      },
      'rendez-vous': { rendezVousRestreint: 'oui' },
      conventions: { preavisRenouvellementMois: '3', delaiMiseEnDemeurePortailJours: '30' },
    },
    enMots: ['30 jours à partir d’un dossier complet', '3 mois'],
  },
  {
    code: '905',
    nom: 'CPAM des Filatures',
    reglages: {
      delais: { 'delai.c2s': '31', 'seuil.c2s': '1' },
      statistiques: { periodiciteStatistiques: 'trimestrielle' },
      conventions: {
        preavisRenouvellementMois: '3',
        delaiMiseEnDemeureJours: '0',
        delaiMiseEnDemeurePortailJours: '0',
      },
    },
    enMots: ['31 jours à partir d’un dossier complet', 'effet immédiat'],
  },
] as const

const aujourdhui = dateAParis(new Date())
const identite = (prenom: string, nom: string, courriel: string) => ({
  civilite: 'madame',
  nom,
  prenom,
  fonction: 'Responsable de service',
  telephone: '05 00 00 12 34',
  courriel,
})

let portail: PortailVide

test.beforeAll(async ({ browser }) => {
  portail = new PortailVide(await demarrerPlateformeDeTest({ graine: false, build: false }), browser)
})
test.afterAll(async () => {
  await portail.fermer()
  await portail.plateforme.arreter()
})

test('d’un portail vide à une demande déposée, puis à la fin de la convention, par les écrans seuls', async () => {
  test.setTimeout(420_000)
  const administrateur = await portail.activer(await portail.premierAdministrateur())
  const referents: Page[] = []
  for (const [rang, caisse] of caisses.entries()) {
    await creerCaisse(administrateur, caisse, rang)
    referents.push(await portail.activerParCourriel(courrielReferent(rang)))
  }
  await verifierAxe(administrateur)
  for (const [rang, { reglages, enMots }] of caisses.entries()) {
    const page = referents[rang] as Page
    for (const [section, valeurs] of Object.entries(reglages)) await regler(page, section, valeurs)
    await page.goto('/caisse/parametres')
    for (const mots of enMots) await expect(page.getByRole('main')).toContainText(mots)
  }

  const referent = referents.at(-1) as Page
  await creerPartenaire(referent)
  await signer(referent)
  const gestionnaire = await habiliterGestionnaire(referent)
  const technicien = await creerTechnicien(gestionnaire)

  await commencer(technicien, 'contact', 'Code ameli')
  await continuer(technicien)
  await remplirPersonne(technicien, personnes.brisset)
  await continuer(technicien)
  await titre(technicien, 'Votre message')
  await technicien.getByLabel('Votre message').fill('Comment obtenir un nouveau code ?')
  await continuer(technicien)
  await titre(technicien, 'Les pièces du dossier')
  await continuer(technicien)
  await transmettre(technicien)

  await resilier(referent)
  // At their next page, without waiting for the night.
  for (const page of [technicien, gestionnaire]) {
    await page.reload()
    await titre(page, 'Votre accès est fermé')
    await verifierAxe(page)
  }
  await technicien.goto('/demandes/nouvelle/contact')
  await titre(technicien, 'Votre accès est fermé')
})

const courrielReferent = (rang: number) => `referent-${rang}@cpam-${rang}.example`

async function creerCaisse(page: Page, { code, nom }: { code: string; nom: string }, rang: number): Promise<void> {
  await page.goto('/administration/caisses/nouvelle')
  await remplir(page, {
    code,
    nom,
    adresse: '12, quai des Essais',
    codePostal: '14000',
    ville: 'Orvelle',
    departements: ['14', '76'],
    calendrier: 'france',
  })
  await presser(page, 'Créer la caisse')
  await titre(page, nom)
  await page
    .getByRole('link', { name: /référent/i })
    .first()
    .click()
  await titre(page, 'Premier référent de la caisse')
  await remplir(page, identite('Anne-Sophie', `Kerbrat-${'abcde'[rang]}`, courrielReferent(rang)))
  await remplir(page, { roles: ['referent', 'agent'] })
  await presser(page, /^Créer le compte/)
  await expect(page.getByText('Le compte est créé')).toBeVisible()
}

async function regler(page: Page, section: string, valeurs: Record<string, string>): Promise<void> {
  await page.goto(`/caisse/parametres/${section}`)
  await remplir(page, valeurs)
  await presser(page, 'Voir ce que cela change')
  await page.waitForURL(/\/verifier/)
  await verifierLargeur(page)
  // Already set so, by the values a new caisse begins with.
  if (await page.getByRole('heading', { level: 1, name: 'Rien ne change' }).isVisible()) return
  await presser(page, 'Enregistrer ces réglages')
  await expect(page.getByText('Enregistré. Ce réglage vaut à partir de maintenant.')).toBeVisible()
}

async function creerPartenaire(page: Page): Promise<void> {
  await page.goto('/caisse/partenaires/nouveau')
  await remplir(page, { siret: '000 000 000 00012' })
  await page.getByRole('main').getByRole('button').click()
  await expect(page.getByText('La clé de contrôle de ce SIRET').first()).toBeVisible()
  await remplir(page, { siret: '000 000 000 00018' })
  await page.getByRole('main').getByRole('button').click()
  await remplir(page, {
    nom: 'CCAS de Saint-Éloi-l’Essai',
    type: 'ccas',
    adresse: '3, place de l’Église',
    codePostal: '14000',
    ville: 'Saint-Éloi-l’Essai',
    telephone: '05 00 00 56 78',
    nombreMembres: '8',
    domaines: 'saint-eloi.example',
  })
  await presser(page, 'Créer le partenaire')
  await titre(page, 'CCAS de Saint-Éloi-l’Essai')
  await verifierAxe(page)
}

/** From the record of the partenaire to a convention in force. */
async function signer(page: Page): Promise<void> {
  await page.getByRole('main').locator('a[href^="/caisse/conventions/"]').first().click()
  await titre(page, /^Convention avec/)
  await page
    .getByRole('link', { name: /texte|Modifier/ })
    .first()
    .click()
  const hier = ajouterJours(aujourdhui, -30)
  await remplir(page, { effetLe: hier, dureeMois: '12', taciteReconduction: 'oui', preavisMois: '3' })
  await presser(page, /^Enregistrer/)
  await titre(page, /^Convention avec/)
  await page
    .getByRole('link', { name: /signature/i })
    .first()
    .click()
  await remplir(page, {
    partenaireSigneLe: hier,
    signeeLe: hier,
    utilisationSigneeLe: hier,
    utilisationEffetLe: hier,
  })
  await presser(page, 'Enregistrer les signatures')
  await titre(page, /^Convention avec/)
  await expect(page.getByText('En vigueur').first()).toBeVisible()
}

async function habiliterGestionnaire(page: Page): Promise<Page> {
  await page.goto('/caisse/partenaires')
  await page.getByRole('link', { name: 'CCAS de Saint-Éloi-l’Essai' }).click()
  await page.getByRole('link', { name: 'Ajouter un gestionnaire' }).click()
  await remplir(page, identite('Jean-Noël', 'Thiébaut-Roche', 'jn.thiebaut@saint-eloi.example'))
  await presser(page, /^Créer le compte/)
  return portail.activerParCourriel('jn.thiebaut@saint-eloi.example')
}

async function creerTechnicien(page: Page): Promise<Page> {
  await titre(page, 'Votre équipe')
  await page.getByRole('link', { name: 'Ajouter un technicien' }).click()
  await remplir(page, identite('Maëlle', 'D’Orvilliers', 'm.dorvilliers@saint-eloi.example'))
  for (const boite of await page.getByRole('main').getByRole('checkbox').all()) await boite.check()
  await presser(page, 'Créer le compte')
  await titre(page, 'Votre équipe')
  return portail.activerParCourriel('m.dorvilliers@saint-eloi.example')
}

/** A breach of secrecy: no cure period for this caisse, so that the end can be pronounced at once. */
async function resilier(page: Page): Promise<void> {
  await page.goto('/caisse/conventions')
  await page
    .getByRole('link', { name: /Saint-Éloi/ })
    .first()
    .click()
  await titre(page, /^Convention avec/)
  await page.getByRole('link', { name: 'Mettre en demeure' }).click()
  await remplir(page, { regime: 'portail', motif: 'Un identifiant a été prêté.' })
  await presser(page, /demeure/)
  await titre(page, /^Convention avec/)
  await page.getByRole('link', { name: /Résilier/ }).click()
  await presser(page, 'Voir ce qui se passera')
  await verifierAxe(page)
  await remplir(page, { motif: 'Le secret n’a pas été tenu.' })
  await presser(page, 'Résilier la convention')
  await titre(page, /^Convention avec/)
  await expect(page.getByText('Résiliée').first()).toBeVisible()
}
