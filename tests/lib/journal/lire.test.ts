import { expect, test } from 'vitest'
import { chercherAuJournal } from '@/lib/journal/chercher'
import { criteresSchema, saisieSchema } from '@/lib/journal/criteres'
import { journaliserLePasse, type LignePassee } from '@/lib/journal/ecrire'
import { exporterJournal } from '@/lib/journal/exporter'
import { acteEnMots, auteurEnMots } from '@/lib/journal/phrase'
import { ligneDuJournal, pageDuJournal } from '@/lib/journal/queries'
import type { Acteur } from '@/lib/socle/acteur'
import { avecTravaux } from '@/lib/socle/base'
import { dateAParis } from '@/lib/socle/temps'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const national = await fabriqueCompte(atelier, { profil: 'administrateur' })
const personne = {
  nomNaissance: 'Le Gof',
  nomUsage: 'Péron',
  prenom: 'Anne-Lise',
  dateNaissance: new Date('1962-03-27'),
}
const demande = await fabriqueDemande(atelier, ici.cadre, { etat: 'prise_en_charge', agent: ici.agent })
await atelier.tx.demande.update({ where: { id: demande.id }, data: personne })
const autre = await fabriqueDemande(atelier, ailleurs.cadre, { etat: 'prise_en_charge', agent: ailleurs.agent })
await atelier.tx.demande.update({ where: { id: autre.id }, data: personne })

const maintenant = new Date()
const ilYA = (jours: number) => new Date(maintenant.getTime() - jours * 86_400_000)
const par = (compte: { id: string; profil: string; caisseId: string | null; partenaireId: string | null }) => ({
  compteId: compte.id,
  profil: compte.profil,
  caisse: compte.caisseId ? { id: compte.caisseId } : null,
  partenaire: compte.partenaireId ? { id: compte.partenaireId } : null,
})
const lignes: LignePassee[] = [
  { action: 'demande.consultee', le: ilYA(60), acteur: par(ici.agent), objetType: 'demande', objetId: demande.id },
  {
    action: 'demande.consultee',
    le: ilYA(5),
    acteur: par(ici.agent),
    objetType: 'demande',
    objetId: demande.id,
    adresse: '192.0.2.10',
  },
  { action: 'page.vue', le: ilYA(4), acteur: par(ici.technicien), objetType: 'page', objetId: '/demandes' },
  {
    action: 'demande.consultee',
    le: ilYA(4),
    acteur: par(ici.technicien),
    objetType: 'demande',
    objetId: demande.id,
    caisseId: ici.caisse.id,
  },
  { action: 'page.vue', le: ilYA(3), acteur: par(ailleurs.technicien), objetType: 'page', objetId: '/demandes' },
  { action: 'demande.consultee', le: ilYA(3), acteur: par(ailleurs.agent), objetType: 'demande', objetId: autre.id },
  {
    action: 'demande.traitee',
    le: ilYA(2),
    acteur: par(ici.agent),
    objetType: 'demande',
    objetId: autre.id,
    caisseId: ailleurs.caisse.id,
  },
  { action: 'connexion.refusee', le: ilYA(1), adresse: '198.51.100.4' },
]
await avecTravaux((tx) => journaliserLePasse(tx, lignes))

const dpo = await acteurDe(ici.dpo.id)
const administrateur = await acteurDe(national.id)
const rangs = async (acteur: Acteur, recherche?: string) =>
  (await pageDuJournal(acteur, { recherche }, maintenant)).lignes.map(({ id }) => Number(id))

async function chercher(acteur: Acteur, champs: Record<string, unknown>): Promise<number[]> {
  const vides = { compte: '', demande: '', personne: '' }
  const suite = await agir(acteur, (contexte) =>
    chercherAuJournal(contexte, saisieSchema.parse({ ...vides, ...champs })),
  )
  expect(suite.vers).toMatch(/^\/(caisse|administration)\/journal\?recherche=[0-9a-f-]{36}$/)
  return rangs(acteur, suite.vers?.split('=')[1])
}

test('a DPO reads what touches its caisse, its accounts and those of its partenaires; the administrateur, all', async () => {
  expect(await rangs(dpo)).toEqual([7, 4, 3, 2])
  expect(await rangs(await acteurDe(ailleurs.dpo.id))).toEqual([7, 6, 5])
  expect(await rangs(administrateur)).toEqual([8, 7, 6, 5, 4, 3, 2])
  for (const compte of [ici.agent, ici.referent, ici.technicien, ici.gestionnaire])
    expect(await rangs(await acteurDe(compte.id))).toEqual([])
})

test('each criterion keeps its rows', async () => {
  expect(await chercher(dpo, { periode: '92' })).toEqual([7, 4, 3, 2, 1])
  expect(await chercher(dpo, { compte: `${ici.agent.prenom} ${ici.agent.nom}` })).toEqual([7, 2])
  expect(await chercher(dpo, { compte: ici.technicien.identifiant, acte: 'page.vue' })).toEqual([3])
  expect(await chercher(dpo, { acte: 'lecture' })).toEqual([4, 3, 2])
  expect(await chercher(dpo, { demande: demande.reference, periode: '92' })).toEqual([4, 2, 1])
  expect(await chercher(dpo, { adresse: '192.0.2.10' })).toEqual([2])
  expect(await chercher(administrateur, { acte: 'connexion' })).toEqual([8])
  expect(await chercher(administrateur, { demande: autre.reference })).toEqual([7, 6])
  const [annee, mois, jour] = dateAParis(ilYA(3)).split('-')
  const date = { jour, mois, annee }
  expect(await chercher(administrateur, { du: date, au: date })).toEqual([6, 5])
})

test('who saw the demandes of a person, by words of its name in any order and its birth date; the name is kept nowhere', async () => {
  const naissance = { jour: '27', mois: '3', annee: '1962' }
  expect(await chercher(dpo, { personne: 'anne lise PERON', naissance, periode: '92' })).toEqual([4, 2, 1])
  expect(await chercher(dpo, { personne: 'Le Gof', naissance })).toEqual([4, 2])
  const gardees = JSON.stringify(await atelier.tx.rechercheJournal.findMany())
  expect(gardees).not.toMatch(/gof|p[eé]ron|1962/i)
  await expect(
    chercher(dpo, { personne: 'Le Gof', naissance: { jour: '28', mois: '3', annee: '1962' } }),
  ).rejects.toMatchObject({ code: 'saisie' })
  await expect(chercher(administrateur, { personne: 'Le Gof', naissance })).rejects.toMatchObject({ code: 'saisie' })
  expect(saisieSchema.safeParse({ compte: '', demande: '', personne: 'Le Gof' }).success).toBe(false)
})

test('what is out of the perimeter, unknown or forgotten is not found', async () => {
  await expect(chercher(dpo, { demande: autre.reference })).rejects.toMatchObject({ code: 'saisie' })
  await expect(chercher(dpo, { compte: ailleurs.agent.identifiant })).rejects.toMatchObject({ code: 'saisie' })
  const suite = await agir(dpo, (contexte) =>
    chercherAuJournal(contexte, saisieSchema.parse({ compte: '', demande: '', personne: '', acte: 'lecture' })),
  )
  const recherche = suite.vers?.split('=')[1] ?? ''
  expect((await pageDuJournal(dpo, { recherche }, new Date(maintenant.getTime() + 13 * 3_600_000))).oubliee).toBe(true)
  expect((await pageDuJournal(administrateur, { recherche }, maintenant)).oubliee).toBe(true)
  expect(await ligneDuJournal(dpo, 6n)).toBeNull()
})

test('a row is told in words, and by its seal', async () => {
  const { lignes: lues, reperes } = await pageDuJournal(dpo, {}, maintenant)
  const [, premiere] = lues
  if (!premiere) throw new Error('sans ligne')
  expect(`${auteurEnMots(premiere, reperes)} ${acteEnMots(premiere, reperes)}`).toBe(
    `${ici.technicien.prenom} ${ici.technicien.nom} a consulté la demande ${demande.reference}`,
  )
  expect((await ligneDuJournal(dpo, 4n))?.juste).toBe(true)
  await atelier.tx.$executeRaw`ALTER TABLE journal DISABLE TRIGGER USER`
  await atelier.tx.$executeRaw`UPDATE journal SET adresse = '192.0.2.99' WHERE id = 4`
  expect((await ligneDuJournal(dpo, 4n))?.juste).toBe(false)
  await atelier.tx.$executeRaw`UPDATE journal SET adresse = NULL WHERE id = 4`
  await atelier.tx.$executeRaw`ALTER TABLE journal ENABLE TRIGGER USER`
  expect((await ligneDuJournal(administrateur, 8n))?.juste).toBe(true)
})

test('the export holds the rows of the search, with formulas neutralised', async () => {
  const texte = await new Response(exporterJournal(dpo, undefined, maintenant)).text()
  const rangees = texte.trim().split('\r\n')
  expect(rangees).toHaveLength(5)
  expect(rangees[1]).toMatch(/^7;/)
  expect(criteresSchema.safeParse({ du: '2026-01-01', au: '2026-01-02', nom: 'x' }).data).not.toHaveProperty('nom')
})
