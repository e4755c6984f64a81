import { beforeEach, describe, expect, it } from 'vitest'
import { modeleImport } from '@/lib/habilitations/exporter-equipe'
import { importerTechniciens } from '@/lib/habilitations/importer-techniciens'
import { direFaute, LIGNES_IMPORT_MAX, lireImport } from '@/lib/habilitations/lire-import'
import type { Acteur } from '@/lib/socle/acteur'
import type { ErreurMetier } from '@/lib/socle/erreurs'
import { sceller } from '@/lib/socle/sceau'
import { ecrireTableur, type FormatTableur, lireTableur } from '@/lib/socle/tableur'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

process.env.SECRET_SESSION = 'un secret pour les essais, assez long'

const TITRES = ['Civilité', 'Nom', 'Prénom', 'Fonction', 'Téléphone', 'Courriel']
const bonne = ['Madame', 'Audouard', 'Claire', 'Assistante sociale', '05 00 00 12 34', 'c.audouard@ccas.example']
const remplacer = (colonne: string, valeur: string) =>
  bonne.map((cellule, rang) => (TITRES[rang] === colonne ? valeur : cellule))

describe('a spreadsheet, read alone', () => {
  const dites = (...rangs: string[][]) =>
    lireImport(rangs).fautes.map((faute) => direFaute(faute).replaceAll('\u00a0', ' '))

  it.each<[string, string[][], string[]]>([
    ['a good row', [TITRES, bonne], []],
    ['rows left empty', [TITRES, [], ['', ' ', ''], bonne, []], []],
    [
      'no address',
      [TITRES, bonne, bonne.with(5, 'x@ccas.example'), remplacer('Courriel', '')],
      ['Ligne 4, « Courriel » : indiquez l’adresse électronique professionnelle.'],
    ],
    [
      'half an address',
      [TITRES, remplacer('Courriel', 'c.audouard')],
      [
        'Ligne 2, « Courriel » : « c.audouard », cette adresse n’est pas complète. Exemple : prenom.nom@votre-organisme.fr.',
      ],
    ],
    [
      'a civilité that is none',
      [TITRES, remplacer('Civilité', 'Docteur')],
      ['Ligne 2, « Civilité » : « Docteur », écrivez Madame ou Monsieur.'],
    ],
    ['no name', [TITRES, remplacer('Nom', '')], ['Ligne 2, « Nom » : indiquez le nom.']],
    [
      'a telephone too short',
      [TITRES, remplacer('Téléphone', '12 34')],
      ['Ligne 2, « Téléphone » : « 12 34 », écrivez dix chiffres, par exemple 05 00 00 12 34.'],
    ],
    [
      'several cells of one row, each named',
      [TITRES, ['', 'Audouard', '', 'Assistante', '0500001234', 'c@ccas.example']],
      ['Ligne 2, « Civilité » : écrivez Madame ou Monsieur.', 'Ligne 2, « Prénom » : indiquez le prénom.'],
    ],
    [
      'one person twice',
      [TITRES, bonne, remplacer('Nom', 'Autre'), remplacer('Courriel', 'C.Audouard@CCAS.example')],
      [
        'Ligne 3, « Courriel » : cette adresse est déjà à la ligne 2.',
        'Ligne 4, « Courriel » : cette adresse est déjà à la ligne 2.',
      ],
    ],
    [
      'a missing heading',
      [TITRES.slice(0, 5), bonne],
      ['Ligne 1 : il manque le titre « Courriel ». Partez du modèle à télécharger.'],
    ],
    [
      'no headings at all',
      [bonne, bonne],
      [
        'Ligne 1 : il manque les titres « Civilité », « Nom », « Prénom », « Fonction », « Téléphone » et « Courriel ». Partez du modèle à télécharger.',
      ],
    ],
    ['headings alone', [TITRES], ['Ligne 2 : le fichier ne contient aucune personne.']],
  ])('says of %s what is wrong, where', (_, rangs, fautes) => {
    expect(dites(...rangs)).toEqual(fautes)
  })

  it('refuses a NIR wherever it is, without writing it again', () => {
    const [faute] = dites(TITRES, remplacer('Fonction', '2 87 07 99 123 456 35'))
    expect(faute).toMatch(/^Ligne 2, « Fonction » : un numéro de sécurité sociale/)
    expect(faute).not.toContain('87 07')
  })

  it('takes the headings and the values that offices write', () => {
    const rangs = [
      ['E-mail pro', 'PRENOM', 'nom', 'Tél.', 'Poste', 'Titre', 'Remarque'],
      ['mailto:P.Ganivet@CCAS.example', 'Paul', 'Ganivet', '500001234', 'Agent d’accueil', 'M.', 'x'],
      ['l.brun@ccas.example', 'Lise', 'Brun', '+33 5 00 00 12 35', 'Bénévole', 'Mme', ''],
      ['a.noir@ccas.example', 'Anne', 'Noir', '0033 5.00.00.12.36', 'Bénévole', 'F', ''],
    ]
    expect(lireImport(rangs)).toMatchObject({
      fautes: [],
      lignes: [
        { ligne: 2, identite: { civilite: 'monsieur', telephone: '0500001234', courriel: 'p.ganivet@ccas.example' } },
        { ligne: 3, identite: { civilite: 'madame', telephone: '0500001235' } },
        { ligne: 4, identite: { civilite: 'madame', telephone: '0500001236' } },
      ],
    })
  })

  it('is bounded', () => {
    const rangs = Array.from({ length: LIGNES_IMPORT_MAX + 1 }, (_, n) => remplacer('Courriel', `a${n}@ccas.example`))
    expect(dites(TITRES, ...rangs)).toEqual([
      `Ligne ${LIGNES_IMPORT_MAX + 2} : le fichier contient 201 personnes, pour 200 au plus. Envoyez-le en plusieurs fois.`,
    ])
  })

  it.each<FormatTableur>(['xlsx', 'ods', 'csv'])('comes back from the model in %s, once filled in', (format) => {
    const octets = ecrireTableur(format, { ...modeleImport, lignes: [bonne] })
    expect(lireImport(lireTableur(octets, `modele.${format}`))).toMatchObject({ fautes: [], lignes: [{ ligne: 2 }] })
  })
})

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
let monde: Awaited<ReturnType<typeof fabriquePartenariat>>
let gestionnaire: Acteur
let domaine: string

beforeEach(async () => {
  monde = await fabriquePartenariat(atelier)
  domaine = monde.partenaire.domaines[0] ?? ''
  gestionnaire = await acteurDe(monde.gestionnaire.id)
})

const personne = (court: string, chez = domaine) => [
  'Mme',
  `Nom ${court}`,
  'Claire',
  'Bénévole',
  '0500001234',
  `${court}@${chez}`,
]
const fichierDe = (rangs: string[][], format: FormatTableur = 'xlsx') =>
  new File([ecrireTableur(format, { ...modeleImport, lignes: rangs })], `equipe.${format}`)
const essayer = (fichier: File | undefined, acteur = gestionnaire, maintenant?: Date) =>
  agir(acteur, (contexte) => importerTechniciens(contexte, { etape: 'essai', fichier }), maintenant)
const cochees = { rattachement: 'oui', equipement: 'oui', messagerie: 'oui' }
const creer = (
  gage: string,
  reste: { fichier?: File; attestations?: Record<string, string>; acteur?: Acteur } = {},
) => {
  const { fichier, attestations = cochees, acteur = gestionnaire } = reste
  return agir(acteur, (contexte) => importerTechniciens(contexte, { etape: 'creation', gage, fichier, attestations }))
}
const gageDe = async (fichier: File, maintenant?: Date) =>
  ((await essayer(fichier, gestionnaire, maintenant)).donnees as { gage: string }).gage
const fautesDe = async (essai: Promise<unknown>) => {
  const erreur = (await essai.then(
    () => null,
    (refus: unknown) => refus,
  )) as ErreurMetier | null
  return Object.values(erreur?.erreurs ?? {}).map((faute) => faute.replaceAll('\u00a0', ' '))
}
const techniciens = () =>
  atelier.tx.compte.findMany({
    where: { structureId: monde.structure.id, profil: 'technicien' },
    orderBy: { nom: 'asc' },
  })

describe('an import', () => {
  it('shows what it would do, then creates every account, invited and attested', async () => {
    const gage = await gageDe(fichierDe([personne('ana'), personne('bea'), personne('cleo')]))
    expect(await techniciens()).toHaveLength(1)
    const suite = await creer(gage)
    expect(suite.vers).toBe('/equipe?fait=import&nombre=3')
    const nouveaux = (await techniciens()).filter(({ creeParId, etat }) => creeParId && etat === 'attente_activation')
    expect(nouveaux.map(({ courriel }) => courriel)).toEqual(['ana', 'bea', 'cleo'].map((nom) => `${nom}@${domaine}`))
    for (const { id, courriel } of nouveaux) {
      expect(await atelier.tx.attestationTechnicien.count({ where: { compteId: id } })).toBe(1)
      expect(await atelier.tx.courriel.findMany({ where: { compteId: id } })).toMatchObject([
        { modele: 'activation', destinataire: courriel },
      ])
      expect(await atelier.tx.journal.count({ where: { objetId: id, action: 'compte.cree' } })).toBe(1)
    }
  })

  it('creates once, however many times the button is pressed', async () => {
    const gage = await gageDe(fichierDe([personne('ana'), personne('bea')]))
    const suites = await Promise.all([creer(gage), creer(gage), creer(gage)])
    expect(new Set(suites.map(({ vers }) => vers)).size).toBe(1)
    expect(await techniciens()).toHaveLength(3)
  })

  it('names the accounts already there, the addresses refused, and creates nothing', async () => {
    await fabriqueCompte(atelier, {
      profil: 'technicien',
      prenom: 'Ana',
      nom: 'Déjà',
      courriel: `ana@${domaine}`,
      partenaireId: monde.partenaire.id,
      structureId: monde.structure.id,
    })
    const fautes = await fautesDe(essayer(fichierDe([personne('ana'), personne('bea'), personne('cleo', 'gmail.com')])))
    expect(fautes).toEqual([
      expect.stringMatching(/^Ligne 2, « Courriel » : Ana Déjà a déjà un compte de technicien/),
      expect.stringMatching(/^Ligne 4, « Courriel » : « gmail.com » est une messagerie grand public/),
    ])
  })

  it('says how many fit when the quota is exceeded', async () => {
    await atelier.tx.reglagesCaisse.update({
      where: { caisseId: monde.caisse.id },
      data: { quotaTechniciensActif: true },
    })
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((court) => personne(court))
    await expect(essayer(fichierDe(six))).rejects.toMatchObject({
      message: expect.stringMatching(/quota est de 5 comptes.*Le fichier en demande 6.*il reste 4 places/),
    })
    const gage = await gageDe(fichierDe(six.slice(0, 4)))
    // Someone takes a seat between the dry run and the creation: all or nothing.
    await fabriqueCompte(atelier, {
      profil: 'technicien',
      partenaireId: monde.partenaire.id,
      structureId: monde.structure.id,
    })
    await expect(creer(gage)).rejects.toMatchObject({ code: 'etat_change' })
    expect(await techniciens()).toHaveLength(2)
  })

  it('needs the three attestations, each named', async () => {
    const gage = await gageDe(fichierDe([personne('ana')]))
    const refus = creer(gage, { attestations: { rattachement: 'oui' } })
    await expect(refus).rejects.toMatchObject({
      erreurs: { 'attestations.equipement': expect.any(String), 'attestations.messagerie': expect.any(String) },
    })
    expect(await techniciens()).toHaveLength(1)
  })

  it('creates only what was checked: not another file, another person’s list, an old or a made-up one', async () => {
    const fichier = fichierDe([personne('ana')])
    const gage = await gageDe(fichier)
    const autre = await acteurDe((await fabriquePartenariat(atelier)).gestionnaire.id)
    const [contenu = '', signature] = gage.split('.')
    const lu = JSON.parse(Buffer.from(contenu, 'base64url').toString()) as {
      lignes: { identite: { courriel: string } }[]
    }
    if (lu.lignes[0]) lu.lignes[0].identite.courriel = `pirate@${domaine}`
    const fausse = `${Buffer.from(JSON.stringify(lu)).toString('base64url')}.${signature}`
    const vieux = await gageDe(fichier, new Date(Date.now() - 3 * 3_600_000))
    for (const refus of [
      () => creer(gage, { fichier: fichierDe([personne('bea')]) }),
      () => creer(gage, { acteur: autre }),
      () => creer(fausse),
      () => creer(vieux),
      () => creer(sceller('autre usage', lu)),
      () => creer(''),
      () => creer('x.y'),
    ])
      await expect(refus()).rejects.toMatchObject({ erreurs: { fichier: expect.any(String) } })
    expect(await techniciens()).toHaveLength(1)
    await creer(gage, { fichier })
    expect(await techniciens()).toHaveLength(2)
  })

  it('is ended by who checked it, in the structure where it was', async () => {
    const gage = await gageDe(fichierDe([personne('ana')]))
    const { id: partenaireId } = monde.partenaire
    const lieu = { partenaireId, structureId: monde.structure.id }
    const collegue = await acteurDe((await fabriqueCompte(atelier, { profil: 'gestionnaire', ...lieu })).id)
    const perime = { erreurs: { fichier: expect.stringContaining('Choisissez à nouveau') } }
    await expect(creer(gage, { acteur: collegue })).rejects.toMatchObject(perime)
    const annexe = await atelier.tx.structure.create({ data: { partenaireId, nom: 'Annexe', nombreMembres: 3 } })
    const { id } = monde.gestionnaire
    await atelier.tx.compte.update({ where: { id }, data: { structureId: annexe.id } })
    await expect(creer(gage, { acteur: await acteurDe(id) })).rejects.toMatchObject(perime)
    expect(await techniciens()).toHaveLength(1)
  })

  it('answers in words to a file that is none, broken, or hostile', async () => {
    const bombe = ecrireTableur('xlsx', { ...modeleImport, lignes: [personne('ana')] })
    const fichiers: [string, File | undefined][] = [
      ['nothing', undefined],
      ['an empty file', new File([], 'vide.xlsx')],
      ['a picture', new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0])], 'equipe.xlsx')],
      ['half an archive', new File([bombe.slice(0, 400)], 'equipe.xlsx')],
      ['an archive of nothing', new File([new Uint8Array([0x50, 0x4b, 5, 6, ...Array(18).fill(0)])], 'equipe.ods')],
      ['too heavy', new File([new Uint8Array(2_000_001).fill(65)], 'equipe.csv')],
      ['a page', new File(['<html><script>alert(1)</script></html>'], 'equipe.csv')],
    ]
    for (const [nom, fichier] of fichiers) {
      const fautes = await fautesDe(essayer(fichier))
      expect(fautes.length, nom).toBeGreaterThan(0)
      expect(fautes.join(), nom).toMatch(/[a-zé]/)
    }
  })

  it('takes a formula for a text, which is then refused or harmless', async () => {
    const fautes = await fautesDe(essayer(fichierDe([personne('ana').with(5, `=cmd|'/c calc'!A1`)], 'csv')))
    expect(fautes).toEqual([expect.stringMatching(/^Ligne 2, « Courriel »/)])
  })

  it('is for the gestionnaire of a structure', async () => {
    for (const { id } of [monde.technicien, monde.agent, monde.referent])
      await expect(essayer(fichierDe([personne('ana')]), await acteurDe(id))).rejects.toMatchObject({
        code: 'introuvable',
      })
  })
})
