import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { creerPartenaire } from '@/lib/partenaires/creer-partenaire'
import { creerStructure } from '@/lib/partenaires/creer-structure'
import { deplacerOuverture } from '@/lib/partenaires/deplacer-ouverture'
import { enregistrerContact, supprimerContact } from '@/lib/partenaires/enregistrer-contact'
import { filtresPartenairesSchema } from '@/lib/partenaires/filtres-caisse'
import { modifierPartenaire } from '@/lib/partenaires/modifier-partenaire'
import { modifierStructure } from '@/lib/partenaires/modifier-structure'
import { partenairesPourCaisse } from '@/lib/partenaires/queries-caisse'
import { comptePourCaisse } from '@/lib/partenaires/queries-comptes'
import { chercherSiret, fichePourCaisse, fichePourEcriture } from '@/lib/partenaires/queries-fiche'
import { rattacherPartenaire } from '@/lib/partenaires/rattacher-partenaire'
import { creerSchema, type SaisieCreation } from '@/lib/partenaires/schema'
import { fabriqueCaisse } from '@/prisma/seed/fabriques/caisse'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueConvention, fabriquePartenaire, siretFictif } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { tx, hasard } = atelier
const aujourdhui = new Date('2026-03-12T10:00:00Z')

const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const referent = await acteurDe(ici.referent.id)
const autreReferent = await acteurDe(ailleurs.referent.id)
const agent = await acteurDe(ici.agent.id)
const gestionnaire = await acteurDe(ici.gestionnaire.id)

const saisie = (valeurs: Partial<SaisieCreation> = {}): SaisieCreation => ({
  id: randomUUID(),
  siret: siretFictif(hasard),
  nom: 'CCAS de Bellegarde',
  type: 'ccas',
  adresse: '3 rue du Lavoir',
  codePostal: '00600',
  ville: 'Bellegarde',
  telephone: null,
  courriel: null,
  site: null,
  nombreMembres: 12,
  domaines: ['ccas-bellegarde.example'],
  ...valeurs,
})

async function creer(valeurs: Partial<SaisieCreation> = {}, acteur = referent): Promise<SaisieCreation> {
  const voulu = saisie(valeurs)
  await agir(acteur, (contexte) => creerPartenaire(contexte, voulu), aujourdhui)
  return voulu
}

const lire = (id: string) =>
  tx.partenaire.findUniqueOrThrow({
    where: { id },
    include: { structures: { orderBy: { id: 'asc' } }, conventions: { include: { caisses: true, evenements: true } } },
  })

/** What the form of the record sends back, unchanged. */
async function modifiable(id: string): Promise<SaisieCreation & { version: number }> {
  const omit = { creeLe: true, modifieLe: true, modifieParCaisseId: true } as const
  return tx.partenaire.findUniqueOrThrow({ where: { id }, omit }) as Promise<SaisieCreation & { version: number }>
}

const signer = (partenaireId: string, caisseId: string) =>
  tx.conventionCaisse.updateMany({
    where: { partenaireId, caisseId },
    data: { etat: 'en_vigueur', utilisationEffetLe: new Date('2026-01-01') },
  })

describe('a new partenaire', () => {
  it('comes with its one structure and the draft of the convention, with the notice of the caisse', async () => {
    await tx.reglagesCaisse.update({ where: { caisseId: ici.caisse.id }, data: { preavisRenouvellementMois: 3 } })
    const { id } = await creer()
    const { structures, conventions } = await lire(id)
    expect(structures).toMatchObject([{ nom: 'CCAS de Bellegarde', nombreMembres: 12, ouvreLe: null }])
    expect(conventions).toMatchObject([
      {
        preavisMois: 3,
        effetLe: null,
        caisses: [
          { caisseId: ici.caisse.id, etat: 'brouillon', utilisationEffetLe: null, referentId: ici.referent.id },
        ],
        evenements: [{ type: 'creee', auteurId: ici.referent.id }],
      },
    ])
    expect((await fichePourCaisse(referent, id, aujourdhui))?.tenu).toBe(true)
    expect(await fichePourCaisse(autreReferent, id, aujourdhui)).toBeNull()
  })

  it('is made once when the form is sent twice', async () => {
    const voulu = saisie()
    const envois = [1, 2].map(() => agir(referent, (contexte) => creerPartenaire(contexte, voulu)))
    const [un, deux] = await Promise.all(envois)
    expect(un?.vers).toBe(deux?.vers)
    expect(await tx.convention.count({ where: { partenaireId: voulu.id } })).toBe(1)
  })

  it('is never a second record for a SIRET, even when two caisses type it at once', async () => {
    const siret = siretFictif(hasard)
    const issues = await Promise.allSettled([creer({ siret }), creer({ siret }, autreReferent)])
    expect(issues.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refus = issues.find((issue) => issue.status === 'rejected')
    expect(refus?.reason).toMatchObject({ code: 'etat_change', message: expect.stringContaining('SIRET') })
    expect(await tx.partenaire.count({ where: { siret } })).toBe(1)
  })

  it('is written by a référent only, whatever the action lets through', async () => {
    for (const acteur of [agent, gestionnaire]) {
      const voulu = saisie()
      await expect(agir(acteur, (contexte) => creerPartenaire(contexte, voulu))).rejects.toThrow()
      expect(await tx.partenaire.count({ where: { id: voulu.id } })).toBe(0)
    }
  })

  it('wants a right SIRET, its own domains and a number of members', () => {
    const champs = {
      ...saisie(),
      nombreMembres: '12',
      domaines: 'ccas-bellegarde.example',
      telephone: '',
      courriel: '',
    }
    const refus = (valeurs: Record<string, string>) =>
      creerSchema.safeParse({ ...champs, site: '', ...valeurs }).error?.issues.map(({ path }) => path.join('.'))
    expect(refus({})).toBeUndefined()
    expect(refus({ siret: '73282932000075' })).toEqual(['siret'])
    expect(refus({ domaines: 'gmail.com' })).toEqual(['domaines'])
    expect(refus({ domaines: 'ccas.example, mail.orange.fr' })).toEqual(['domaines'])
    expect(refus({ domaines: '' })).toEqual(['domaines'])
    expect(refus({ nombreMembres: '0' })).toEqual(['nombreMembres'])
    expect(refus({ nombreMembres: 'douze' })).toEqual(['nombreMembres'])
    expect(refus({ codePostal: '1400' })).toEqual(['codePostal'])
    expect(refus({ telephone: '02 31' })).toEqual(['telephone'])
    expect(refus({ nom: 'Mme 2 87 07 14 118 456 35' })).toEqual(['nom'])
  })
})

describe('a partenaire that another caisse knows', () => {
  it('is found by its SIRET, joined as it is, and opens nothing while the convention is a draft', async () => {
    const { id, siret } = await creer()
    await signer(id, ici.caisse.id)
    expect(await chercherSiret(referent, siret)).toMatchObject({ etat: 'ici', id })
    expect(await chercherSiret(autreReferent, siret)).toMatchObject({ etat: 'ailleurs', nom: 'CCAS de Bellegarde' })
    expect(await chercherSiret(autreReferent, siretFictif(hasard))).toEqual({ etat: 'inconnu' })
    expect(await chercherSiret(agent, siret)).toEqual({ etat: 'inconnu' })

    const structureId = (await lire(id)).structures[0]?.id ?? ''
    const compte = await fabriqueCompte(atelier, { profil: 'gestionnaire', partenaireId: id, structureId })
    const joindre = () => agir(autreReferent, (contexte) => rattacherPartenaire(contexte, { siret }), aujourdhui)
    await joindre()
    await joindre()
    const { conventions, structures } = await lire(id)
    expect(
      conventions
        .flatMap(({ caisses }) => caisses)
        .map(({ etat }) => etat)
        .sort(),
    ).toEqual(['brouillon', 'en_vigueur'])
    expect(structures).toHaveLength(1)

    const vue = await fichePourCaisse(autreReferent, id, aujourdhui)
    expect(vue).toMatchObject({ tenu: false, comptesVisibles: false, comptes: [], autres: [{ nom: ici.caisse.nom }] })
    expect(await comptePourCaisse(autreReferent, id, compte.id)).toBeNull()
    expect((await fichePourCaisse(referent, id, aujourdhui))?.autres).toEqual([])
    // Its record stays in the hands of the caisse that is bound.
    const fiche = { ...(await modifiable(id)), nom: 'Autre nom' }
    await expect(agir(autreReferent, (contexte) => modifierPartenaire(contexte, fiche))).rejects.toMatchObject({
      code: 'etat_change',
      message: expect.stringContaining(ici.caisse.nom),
    })

    // Signed, both hold it, and each change is told to the other.
    await signer(id, ailleurs.caisse.id)
    await agir(autreReferent, (contexte) => modifierPartenaire(contexte, fiche), aujourdhui)
    expect(await fichePourCaisse(referent, id, aujourdhui)).toMatchObject({
      nom: 'Autre nom',
      modifieLe: aujourdhui,
      modifieeParAutre: ailleurs.caisse.nom,
      comptes: [{ id: compte.id }],
    })
    expect((await fichePourCaisse(autreReferent, id, aujourdhui))?.modifieeParAutre).toBeNull()
    const [courriel] = await tx.courriel.findMany({ where: { modele: 'partenaire_modifie' } })
    expect(courriel).toMatchObject({ destinataire: ici.referent.courriel, donnees: { caisse: ailleurs.caisse.nom } })
  })

  it('cannot be joined by someone who holds no caisse', async () => {
    const { siret } = await creer()
    await expect(agir(agent, (contexte) => rattacherPartenaire(contexte, { siret }))).rejects.toMatchObject({
      code: 'etat_change',
    })
  })
})

describe('changing the record', () => {
  it('carries the name and the members of a small partenaire to its one structure', async () => {
    const { id } = await creer()
    const fiche = { ...(await modifiable(id)), nom: 'CIAS de Bellegarde', nombreMembres: 30 }
    await agir(referent, (contexte) => modifierPartenaire(contexte, fiche), aujourdhui)
    expect(await lire(id)).toMatchObject({
      version: 2,
      modifieParCaisseId: ici.caisse.id,
      structures: [{ nom: 'CIAS de Bellegarde', nombreMembres: 30 }],
    })
  })

  it('is refused on a version that has moved on, and writes nothing when nothing changed', async () => {
    const { id } = await creer()
    const fiche = await modifiable(id)
    await agir(referent, (contexte) => modifierPartenaire(contexte, fiche))
    expect((await lire(id)).version).toBe(1)
    await agir(referent, (contexte) => modifierPartenaire(contexte, { ...fiche, ville: 'Ailleurs' }))
    await expect(
      agir(referent, (contexte) => modifierPartenaire(contexte, { ...fiche, ville: 'Encore' })),
    ).rejects.toMatchObject({ code: 'etat_change' })
  })

  it('keeps the accounts when the members shrink, and says by how many they are over', async () => {
    const { id } = await creer({ nombreMembres: 30 })
    await signer(id, ici.caisse.id)
    const structureId = (await lire(id)).structures[0]?.id ?? ''
    for (let rang = 0; rang < 4; rang += 1)
      await fabriqueCompte(atelier, { profil: 'gestionnaire', partenaireId: id, structureId })
    expect((await fichePourCaisse(referent, id, aujourdhui))?.situation.depassement).toBe(0)
    const fiche = { ...(await modifiable(id)), nombreMembres: 8 }
    await agir(referent, (contexte) => modifierPartenaire(contexte, fiche))
    const vue = await fichePourCaisse(referent, id, aujourdhui)
    expect(vue?.comptes.filter(({ etat }) => etat === 'actif')).toHaveLength(4)
    expect(vue?.situation).toMatchObject({
      depassement: 2,
      places: { [structureId]: { gestionnaires: { quota: 2, occupees: 4, libres: 0, depassement: 2 } } },
    })
    const { lignes } = await partenairesPourCaisse(
      referent,
      filtresPartenairesSchema.parse({ vue: 'quota' }),
      aujourdhui,
    )
    expect(lignes.map((ligne) => ligne.id)).toEqual([id])
  })

  it('refuses the SIRET of another partenaire', async () => {
    const { siret } = await creer()
    const { id } = await creer()
    const fiche = { ...(await modifiable(id)), siret }
    await expect(agir(referent, (contexte) => modifierPartenaire(contexte, fiche))).rejects.toMatchObject({
      erreurs: { siret: expect.stringContaining('déjà') },
    })
  })

  it('is beyond the reach of a caisse that is not bound', async () => {
    const { id } = await creer()
    const fiche = { ...(await modifiable(id)), ville: 'Ailleurs' }
    for (const acteur of [autreReferent, agent])
      await expect(agir(acteur, (contexte) => modifierPartenaire(contexte, fiche))).rejects.toMatchObject({
        code: expect.stringMatching(/introuvable|etat_change/),
      })
    expect((await lire(id)).ville).toBe('Bellegarde')
  })
})

describe('structures', () => {
  const champs = (partenaireId: string) => ({
    partenaireId,
    version: 1,
    nom: 'Unité Nord',
    nombreMembres: 6,
    adresse: null,
    codePostal: null,
    ville: null,
    courriel: null,
  })
  const nouvelle = (partenaireId: string) => ({ ...champs(partenaireId), ouvreLe: '2026-05-02' })

  it('split a partenaire in two: the first one keeps its accounts under a name of its own', async () => {
    const { id } = await creer()
    const [premiere] = (await lire(id)).structures
    const compte = await fabriqueCompte(atelier, {
      profil: 'gestionnaire',
      partenaireId: id,
      structureId: premiere?.id ?? '',
    })
    await expect(agir(referent, (contexte) => creerStructure(contexte, nouvelle(id)))).rejects.toMatchObject({
      erreurs: { 'premiere.nom': expect.any(String) },
    })
    const avec = (valeurs: object) => ({ ...nouvelle(id), premiere: { nom: 'Siège', nombreMembres: 6 }, ...valeurs })
    await expect(
      agir(referent, (contexte) => creerStructure(contexte, avec({ nom: 'siège', nombreMembres: 13 }))),
    ).rejects.toMatchObject({ erreurs: { nom: expect.any(String), nombreMembres: expect.any(String) } })
    await agir(referent, (contexte) => creerStructure(contexte, avec({})))
    const { structures, version } = await lire(id)
    expect(version).toBe(2)
    expect(structures.find((structure) => structure.id === premiere?.id)).toMatchObject({
      nom: 'Siège',
      nombreMembres: 6,
    })
    expect(structures).toContainEqual(expect.objectContaining({ nom: 'Unité Nord', ouvreLe: new Date('2026-05-02') }))
    expect((await tx.compte.findUniqueOrThrow({ where: { id: compte.id } })).structureId).toBe(premiere?.id)

    // Their names and members are their own from now on.
    const fiche = { ...(await modifiable(id)), nom: 'Groupement', nombreMembres: 40 }
    await agir(referent, (contexte) => modifierPartenaire(contexte, fiche))
    expect((await lire(id)).structures.map(({ nom }) => nom).sort()).toEqual(['Siège', 'Unité Nord'])
    const moins = { ...(await modifiable(id)), nombreMembres: 5 }
    await expect(agir(referent, (contexte) => modifierPartenaire(contexte, moins))).rejects.toMatchObject({
      erreurs: { nombreMembres: expect.stringContaining('Siège') },
    })
  })

  it('of a small partenaire take an address and a mailbox, never a name or members of their own', async () => {
    const { id } = await creer()
    const [structure] = (await lire(id)).structures
    const voulu = { ...champs(id), id: structure?.id ?? '', courriel: 'social@ccas-bellegarde.example' }
    await agir(referent, (contexte) => modifierStructure(contexte, voulu))
    expect((await lire(id)).structures).toMatchObject([
      { nom: 'CCAS de Bellegarde', nombreMembres: 12, courriel: 'social@ccas-bellegarde.example' },
    ])
    for (const acteur of [autreReferent, gestionnaire])
      await expect(
        agir(acteur, (contexte) => modifierStructure(contexte, { ...voulu, version: 2, courriel: null })),
      ).rejects.toMatchObject({ code: 'introuvable' })
  })

  it('close when their opening moves to a day to come, and tell their gestionnaires', async () => {
    const partenaire = await fabriquePartenaire(atelier, { structures: [{ courriel: 'boite@essai.example' }] })
    const { id: partenaireId, structure } = partenaire
    await fabriqueConvention(atelier, { partenaireId, caisses: [{ caisseId: ici.caisse.id }] })
    const lieu = { partenaireId, structureId: structure.id }
    const chef = await fabriqueCompte(atelier, { profil: 'gestionnaire', ...lieu })
    const technicien = await fabriqueCompte(atelier, { profil: 'technicien', ...lieu })
    expect((await acteurDe(technicien.id)).caissesOuvertes).toHaveLength(1)
    expect((await fichePourEcriture(referent, partenaireId))?.comptesOuverts).toEqual({ [structure.id]: 2 })

    const demain = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
    const deplacer = (version: number, ouvreLe: string | null) =>
      agir(referent, (contexte) => deplacerOuverture(contexte, { id: structure.id, partenaireId, version, ouvreLe }))
    const suite = await deplacer(1, demain)
    expect(suite.journal?.details).toMatchObject({ avant: null, ouvreLe: demain, ferme: true, comptes: 2 })
    expect((await acteurDe(technicien.id)).caissesOuvertes).toEqual([])
    const courriels = await tx.courriel.findMany({ where: { modele: 'structure_ouverture_reportee' } })
    expect(courriels.map(({ destinataire }) => destinataire).sort()).toEqual(
      [chef.courriel, 'boite@essai.example'].sort(),
    )

    expect((await deplacer(2, null)).journal?.details).toMatchObject({ ferme: false })
    expect((await acteurDe(technicien.id)).caissesOuvertes).toHaveLength(1)
    await expect(deplacer(1, demain)).rejects.toMatchObject({ code: 'etat_change' })
  })
})

describe('contacts', () => {
  it('are added, changed and removed by a caisse that holds the partenaire, and by no other', async () => {
    const { id: partenaireId } = await creer()
    const contact = { partenaireId, type: 'dpo' as const, nom: 'Lise Aubry', fonction: null, telephone: null }
    const courriel = 'dpo@ccas-bellegarde.example'
    await expect(
      agir(referent, (contexte) => enregistrerContact(contexte, { ...contact, courriel: null })),
    ).rejects.toMatchObject({ erreurs: { courriel: expect.any(String) } })
    await agir(referent, (contexte) => enregistrerContact(contexte, { ...contact, courriel }))
    const [cree] = (await fichePourCaisse(referent, partenaireId))?.contacts ?? []
    expect(cree).toMatchObject({ nom: 'Lise Aubry', courriel })
    const id = cree?.id ?? ''
    const change = { ...contact, id, nom: 'Lise Aubry-Roy', courriel }
    await agir(referent, (contexte) => enregistrerContact(contexte, change))
    await expect(agir(autreReferent, (contexte) => enregistrerContact(contexte, change))).rejects.toMatchObject({
      code: 'introuvable',
    })
    await expect(agir(agent, (contexte) => supprimerContact(contexte, { partenaireId, id }))).rejects.toMatchObject({
      code: 'etat_change',
    })
    expect(await tx.contactPartenaire.findMany({ where: { partenaireId } })).toMatchObject([{ nom: 'Lise Aubry-Roy' }])
    await agir(referent, (contexte) => supprimerContact(contexte, { partenaireId, id }))
    expect(await tx.contactPartenaire.count({ where: { partenaireId } })).toBe(0)
  })
})

describe('the list', () => {
  it('counts and filters the views, page after page, within the caisse', async () => {
    const caisse = await fabriqueCaisse(atelier)
    const chef = await acteurDe(
      (await fabriqueCompte(atelier, { profil: 'caisse', caisseId: caisse.id, roles: ['referent'] })).id,
    )
    const part = async (nom: string, valeurs: object, convention: object = {}) => {
      const { id } = await fabriquePartenaire(atelier, { nom })
      const caisses = [{ caisseId: caisse.id, ...valeurs }]
      await fabriqueConvention(atelier, { partenaireId: id, caisses, ...convention })
      return id
    }
    const jours = (n: number) => new Date(Date.now() + n * 86_400_000)
    const suspendu = await part('B', {})
    await tx.suspension.create({
      data: { caisseId: caisse.id, partenaireId: suspendu, motif: 'Essai', debutLe: jours(-2) },
    })
    await part('A', { etat: 'denoncee', finLe: jours(20), causeFin: 'denonciation' })
    await part('C', { etat: 'brouillon', utilisationEffetLe: null })
    // Ends by itself on its next anniversary, in a few days.
    await part('D', {}, { effetLe: jours(-355), taciteReconduction: false })
    await part('E', {})
    for (let rang = 10; rang < 60; rang += 1) await part(`F${rang}`, {})
    const voir = (filtres: object) => partenairesPourCaisse(chef, filtresPartenairesSchema.parse(filtres))
    const noms = async (filtres: object) => (await voir(filtres)).lignes.map(({ nom }) => nom)

    const premiere = await voir({})
    expect(premiere.compteurs).toEqual({ tous: 55, quota: 0, suspendus: 1, fin: 2, brouillons: 1 })
    expect(premiere.lignes).toHaveLength(50)
    const suite = await voir({ apres: premiere.suivante })
    expect(suite.lignes.map(({ nom }) => nom)).toEqual(['F55', 'F56', 'F57', 'F58', 'F59'])
    expect(suite.suivante).toBeUndefined()
    expect(await noms({ vue: 'suspendus' })).toEqual(['B'])
    expect(await noms({ vue: 'fin' })).toEqual(['A', 'D'])
    expect(await noms({ vue: 'brouillons' })).toEqual(['C'])
    expect(await noms({ etat: 'denoncee' })).toEqual(['A'])
    expect(await noms({ q: 'f1' })).toHaveLength(10)
    expect(await noms({ type: 'ase' })).toEqual([])
    expect(await noms({ vue: 'x', etat: 'y', apres: 'z', q: '\u0000' })).toHaveLength(50)
    expect((await partenairesPourCaisse(agent, filtresPartenairesSchema.parse({ q: 'F1' }))).lignes).toEqual([])
  })
})
