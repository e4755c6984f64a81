import { describe, expect, it } from 'vitest'
import { chiffresPublics } from '@/lib/bilan/chiffres-publics'
import { demandesDerriere, filtresDerriereSchema } from '@/lib/bilan/derriere'
import { periodeAnnee } from '@/lib/bilan/periode'
import { bilanDe, bilansDesPartenaires, type CibleBilan, ciblePour, echantillonDe } from '@/lib/bilan/queries'
import type { Acteur } from '@/lib/socle/acteur'
import { perimetre } from '@/lib/socle/acteur'
import { avecConnexion, avecPerimetre } from '@/lib/socle/base'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriqueConvention, fabriquePartenaire } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const delais = [{ prestation: 'c2s', delaiJours: 20, seuilAlerteJours: 5 }]
const ici = await fabriquePartenariat(atelier, { caisse: { delais } })
const ailleurs = await fabriquePartenariat(atelier)
const voisin = await fabriquePartenaire(atelier)
await fabriqueConvention(atelier, { partenaireId: voisin.id, caisses: [{ caisseId: ici.caisse.id }] })
const collegue = await fabriqueCompte(atelier, {
  profil: 'technicien',
  partenaireId: voisin.id,
  structureId: voisin.structure.id,
})
const le = (jour: string) => new Date(`${jour}T10:00:00Z`)
const deposer = (cadre: Parameters<typeof fabriqueDemande>[1], motif: string, jour: string, fin: string) =>
  fabriqueDemande(
    atelier,
    { ...cadre, delais },
    { motif, etat: 'traitee', agent: ici.agent, deposeeLe: le(jour), dernierActeLe: le(fin) },
  )
for (let rang = 0; rang < 8; rang += 1)
  await deposer(ici.cadre, 'c2s', '2025-02-03', rang < 6 ? '2025-02-13' : '2025-03-05')
for (let rang = 0; rang < 2; rang += 1) await deposer(ici.cadre, 'ame', '2025-05-05', '2025-05-06')
for (let rang = 0; rang < 6; rang += 1)
  await deposer({ ...ici.cadre, structure: voisin.structure, auteur: collegue }, 'puma', '2025-06-02', '2025-06-12')
await fabriqueDemande(atelier, ailleurs.cadre, { etat: 'traitee', agent: ailleurs.agent })

const annee = periodeAnnee(2025)
const maintenant = new Date()
const acteurs = {
  agent: await acteurDe(ici.agent.id),
  referent: await acteurDe(ici.referent.id),
  dpo: await acteurDe(ici.dpo.id),
  technicien: await acteurDe(ici.technicien.id),
  gestionnaire: await acteurDe(ici.gestionnaire.id),
  etranger: await acteurDe(ailleurs.agent.id),
  partenaireVoisin: await acteurDe(collegue.id),
}
const tout: CibleBilan = { caisseId: ici.caisse.id, partenaireId: null }
const sien: CibleBilan = { caisseId: ici.caisse.id, partenaireId: ici.partenaire.id }
const lire = (acteur: Acteur, cible: CibleBilan) => bilanDe(acteur, cible, annee, maintenant)

describe('a bilan', () => {
  it('is read by the agents and the référents of the caisse, each partenaire and all, nothing kept back', async () => {
    for (const acteur of [acteurs.agent, acteurs.referent]) {
      const bilan = await lire(acteur, tout)
      expect(bilan?.courant).toMatchObject({ deposees: 16, traitees: 16, parPrestation: { c2s: 8, ame: 2, puma: 6 } })
      expect(bilan?.courant.delais.find(({ prestation }) => prestation === 'c2s')?.respect).toEqual({
        tot: 6,
        alerte: 0,
        hors: 2,
        sans: 0,
      })
      expect(bilan?.motifs[0]).toMatchObject({ libelle: 'C2S', hors: 2, traitees: 8 })
      expect((await lire(acteur, sien))?.courant.deposees).toBe(10)
      const lignes = await bilansDesPartenaires(acteur, annee)
      expect(lignes.map(({ deposees, traitees, hors }) => [deposees, traitees, hors])).toEqual([
        [10, 10, 2],
        [6, 6, 0],
      ])
    }
  })

  it('is that of the partenaire itself for its own people, without what would show a person', async () => {
    for (const acteur of [acteurs.technicien, acteurs.gestionnaire]) {
      expect(ciblePour(acteur, { partenaireId: voisin.id })).toEqual(sien)
      const bilan = await lire(acteur, sien)
      expect(bilan?.masque).toBe(true)
      expect(bilan?.courant).toMatchObject({ deposees: 10, parPrestation: { c2s: null, ame: null } })
      expect(bilan?.motifs).toEqual([])
      expect(await lire(acteur, tout)).toBeNull()
      expect(await lire(acteur, { ...sien, partenaireId: voisin.id })).toBeNull()
    }
  })

  it('is closed to another caisse, to another partenaire and to the DPO, in the database too', async () => {
    expect(await lire(acteurs.etranger, tout)).toBeNull()
    expect((await lire(acteurs.partenaireVoisin, sien))?.courant.deposees ?? 0).toBe(0)
    for (const acteur of [acteurs.etranger, acteurs.partenaireVoisin, acteurs.dpo]) {
      const lus = await avecPerimetre(perimetre(acteur), (tx) =>
        Promise.all([
          tx.compteurBilan.findMany({ where: { caisseId: ici.caisse.id, partenaireId: ici.partenaire.id } }),
          tx.compteurBilan.findMany({ where: { caisseId: ici.caisse.id, partenaireId: ici.caisse.id } }),
          tx.$queryRaw`SELECT * FROM ep_bilan_jours(${ici.caisse.id}::uuid, ${ici.partenaire.id}::uuid, '2025-01-01', '2025-12-31')`,
          tx.$queryRaw`SELECT * FROM ep_bilan_jours(${ici.caisse.id}::uuid, NULL, '2025-01-01', '2025-12-31')`,
          tx.$queryRaw`SELECT * FROM ep_bilan_en_cours(${ici.caisse.id}::uuid, ${ici.partenaire.id}::uuid, '2025-01-01')`,
          tx.$queryRaw`SELECT * FROM ep_bilan_echantillon(${ici.caisse.id}::uuid, ${ici.partenaire.id}::uuid, '2025-01-01', '2025-12-31', 'A', 10)`,
        ]),
      )
      expect(lus).toEqual([[], [], [], [], [], []])
    }
    // The caisse as a whole is not a partenaire’s either.
    const lus = await avecPerimetre(perimetre(acteurs.technicien), (tx) =>
      Promise.all([
        tx.compteurBilan.findMany({ where: { partenaireId: ici.caisse.id } }),
        tx.$queryRaw`SELECT * FROM ep_bilan_jours(${ici.caisse.id}::uuid, NULL, '2025-01-01', '2025-12-31')`,
      ]),
    )
    expect(lus).toEqual([[], []])
  })
})

describe('the demandes behind a figure', () => {
  const derriere = async (acteur: Acteur, cible: CibleBilan, filtres: Record<string, string>) =>
    (await demandesDerriere(acteur, cible, filtresDerriereSchema.parse(filtres), annee, maintenant))?.lignes

  it('are as many as it says, for an agent', async () => {
    for (const [filtres, nombre] of [
      [{ quoi: 'deposees' }, 16],
      [{ quoi: 'deposees', prestation: 'ame' }, 2],
      [{ quoi: 'traitees', prestation: 'c2s', respect: 'hors' }, 2],
      [{ quoi: 'traitees', respect: 'tot' }, 6],
      [{ quoi: 'annulees' }, 0],
      [{ quoi: 'retard' }, 0],
      [{ quoi: 'rendez_vous', etat: 'honore' }, 0],
      [{ quoi: 'traitees', mission: 'oui', piece: 'x', complement: 'oui', rouverte: 'oui', urgent: 'oui' }, 0],
    ] as const)
      expect(await derriere(acteurs.agent, tout, filtres), JSON.stringify(filtres)).toHaveLength(nombre)
    expect(await derriere(acteurs.agent, sien, { quoi: 'deposees' })).toHaveLength(10)
  })

  it('are those of its structure for a technicien, and none for who sees figures only', async () => {
    expect(await derriere(acteurs.technicien, tout, { quoi: 'deposees' })).toHaveLength(10)
    expect(await derriere(acteurs.partenaireVoisin, sien, { quoi: 'deposees' })).toHaveLength(6)
    for (const acteur of [acteurs.referent, acteurs.gestionnaire, acteurs.etranger])
      expect(await derriere(acteur, tout, { quoi: 'deposees' })).toEqual([])
  })
})

describe('the sample', () => {
  const tirer = (acteur: Acteur, cible: CibleBilan, taille: number) =>
    echantillonDe(acteur, cible, annee, { graine: '7F3A', taille, population: null })

  it('is the same for both sides, and names its demandes to who may open them only', async () => {
    const agent = await tirer(acteurs.agent, sien, 5)
    expect(agent.lignes).toHaveLength(5)
    expect(agent.lignes.every(({ reference }) => reference !== null)).toBe(true)
    expect((await tirer(acteurs.technicien, sien, 5)).lignes).toEqual(agent.lignes)
    const sans = agent.lignes.map((ligne) => ({ ...ligne, id: null, reference: null }))
    for (const acteur of [acteurs.referent, acteurs.gestionnaire])
      expect((await tirer(acteur, sien, 5)).lignes).toEqual(sans)
  })

  it('is all of them when it is asked to be larger', async () => {
    expect((await tirer(acteurs.agent, sien, 100)).lignes).toHaveLength(10)
  })
})

describe('the public figures', () => {
  it('are closed until the caisse opens them, and say nothing of one partenaire nor of a few persons', async () => {
    const { code } = ici.caisse
    expect(await chiffresPublics(code, annee)).toBeNull()
    const brut = () =>
      avecConnexion((tx) => tx.$queryRaw`SELECT * FROM ep_chiffres_publics(${code}, '2025-01-01', '2025-12-31')`)
    expect(await brut()).toEqual([])
    await atelier.tx.reglagesCaisse.update({ where: { caisseId: ici.caisse.id }, data: { chiffresPublics: true } })
    const bilan = await chiffresPublics(code, annee)
    expect(bilan).toMatchObject({ partenaire: null, masque: true, enCours: null, motifs: [] })
    expect(bilan?.courant.deposees).toBe(16)
    expect(bilan?.courant.parPrestation).toMatchObject({ ame: null, puma: null })
    expect(await avecConnexion((tx) => tx.compteurBilan.count())).toBe(0)
  })
})
