import { describe, expect, it } from 'vitest'
import { executerNuit } from '@/lib/nuit/executer-nuit'
import { previsionDeLaNuit, prochaineNuit } from '@/lib/nuit/queries'
import { lireSession } from '@/lib/socle/lire-session'
import { fabriqueCaisse } from '@/prisma/seed/fabriques/caisse'
import { fabriqueCompte, fabriqueSession } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriqueConvention } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const depart = new Date('2026-06-01T00:30:00Z')
const atelier = await atelierDeTest(base, 'nuit', depart)
const { tx } = atelier

const nuitDu = (jour: string) => new Date(`${jour}T00:30:00Z`)
const date = (jour: string) => new Date(`${jour}T00:00:00Z`)
const finir = (partenaireId: string, caisseId: string, fin: string) =>
  tx.conventionCaisse.updateMany({
    where: { partenaireId, caisseId },
    data: { etat: 'denoncee', causeFin: 'denonciation', finLe: date(fin) },
  })
const compteDe = (id: string) => tx.compte.findUniqueOrThrow({ where: { id } })

describe('the end of the conventions', () => {
  it('of one caisse closes its access only; the last one inactivates every account, with the day it was due', async () => {
    const ici = await fabriquePartenariat(atelier)
    const seconde = await fabriqueCaisse(atelier)
    const partenaireId = ici.partenaire.id
    await fabriqueConvention(atelier, { partenaireId, caisses: [{ caisseId: seconde.id }] })
    await finir(partenaireId, ici.caisse.id, '2026-06-10')
    await finir(partenaireId, seconde.id, '2026-06-20')

    await executerNuit(nuitDu('2026-06-11'))
    const sessionId = await fabriqueSession({ tx, maintenant: nuitDu('2026-06-11') }, ici.technicien.id)
    const lu = await lireSession(sessionId, nuitDu('2026-06-11'))
    expect(lu?.acteur.caissesOuvertes.map(({ id }) => id)).toEqual([seconde.id])
    expect(await tx.conventionCaisse.findFirst({ where: { partenaireId, caisseId: ici.caisse.id } })).toMatchObject({
      etat: 'echue',
    })
    expect(await tx.courriel.count({ where: { modele: 'acces_ferme', compteId: ici.gestionnaire.id } })).toBe(1)
    expect((await compteDe(ici.technicien.id)).etat).toBe('actif')

    await executerNuit(nuitDu('2026-06-24'))
    for (const { id } of [ici.technicien, ici.gestionnaire])
      expect(await compteDe(id)).toMatchObject({ etat: 'inactif', inactiveLe: new Date('2026-06-20T22:00:00Z') })
    expect(await lireSession(sessionId, nuitDu('2026-06-11'))).toBeNull()
    expect(
      await tx.journal.findFirst({ where: { action: 'compte.inactive', objetId: ici.technicien.id } }),
    ).toMatchObject({ profil: 'automatique', details: { jour: '2026-06-21', cause: 'Fin de la dernière convention' } })
    expect(await tx.evenementConvention.count({ where: { caisseId: seconde.id, type: 'echue', auteurId: null } })).toBe(
      1,
    )
    expect(await tx.courriel.count({ where: { modele: 'compte_inactive', compteId: ici.technicien.id } })).toBe(1)
  })
})

describe('a deletion', () => {
  it('leaves a neutral author and nothing of the person, anywhere', async () => {
    const ici = await fabriquePartenariat(atelier)
    const { id } = ici.technicien
    const demande = await fabriqueDemande(atelier, ici.cadre, { motif: 'puma' })
    await tx.authentification.create({ data: { compteId: id, motDePasseHash: '-', motDePasseLe: depart } })
    await fabriqueSession(atelier, id)
    await tx.courriel.create({
      data: {
        messageId: '<x>',
        modele: 'compte_inactive',
        destinataire: ici.technicien.courriel,
        compteId: id,
        donnees: {},
      },
    })
    await tx.compte.update({ where: { id }, data: { etat: 'inactif', inactiveLe: new Date('2026-01-10T12:00:00Z') } })
    await executerNuit(nuitDu('2026-07-09'))
    expect((await compteDe(id)).supprimeLe).toBeNull()
    await executerNuit(nuitDu('2026-07-12'))
    expect(await compteDe(id)).toMatchObject({
      prenom: 'Compte',
      nom: 'supprimé',
      courriel: '',
      telephone: null,
      identifiant: `supprime-${id}`,
      supprimeLe: new Date('2026-07-09T22:00:00Z'),
    })
    const { technicien } = ici
    const { rows } = await chercher([technicien.identifiant, technicien.courriel])
    expect(rows).toEqual([])
    expect(await tx.authentification.count({ where: { compteId: id } })).toBe(0)
    expect(await tx.session.count({ where: { compteId: id } })).toBe(0)
    expect(await tx.demande.findUnique({ where: { id: demande.id }, include: { auteur: true } })).toMatchObject({
      auteur: { prenom: 'Compte', nom: 'supprimé' },
    })
    expect(await tx.journal.count({ where: { action: 'compte.supprime', objetId: id } })).toBe(1)
  })
})

/** Tables where one of these texts still stands; the journal keeps what was done. */
async function chercher(textes: string[]): Promise<{ rows: string[] }> {
  const tables = await tx.$queryRaw<{ nom: string }[]>`
    SELECT tablename AS nom FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('journal', '_prisma_migrations')`
  const rows: string[] = []
  for (const { nom } of tables)
    for (const texte of textes) {
      const trouves = await tx.$queryRawUnsafe<unknown[]>(
        `SELECT 1 FROM "${nom}" t WHERE to_jsonb(t)::text LIKE '%' || $1 || '%' LIMIT 1`,
        texte,
      )
      if (trouves.length > 0) rows.push(`${nom} ${texte}`)
    }
  return { rows }
}

describe('the word of the day', () => {
  it('is one mail by référent, when something is new; a mise en demeure past its cure period comes back every day', async () => {
    const ici = await fabriquePartenariat(atelier)
    await tx.conventionCaisse.updateMany({
      where: { caisseId: ici.caisse.id },
      data: {
        etat: 'mise_en_demeure',
        miseEnDemeureLe: date('2026-07-20'),
        miseEnDemeureEcheanceLe: date('2026-08-04'),
      },
    })
    await executerNuit(nuitDu('2026-08-04'))
    const mots = () => tx.courriel.findMany({ where: { modele: 'mot_du_jour', compteId: ici.referent.id } })
    const avant = (await mots()).length
    await executerNuit(nuitDu('2026-08-05'))
    await executerNuit(nuitDu('2026-08-05'))
    await executerNuit(nuitDu('2026-08-06'))
    const apres = await mots()
    expect(apres).toHaveLength(avant + 2)
    expect(JSON.stringify(apres.at(-1)?.donnees)).toContain('mise en demeure')
    const part = await tx.conventionCaisse.findFirstOrThrow({ where: { caisseId: ici.caisse.id } })
    expect(part.etat).toBe('mise_en_demeure')
  })
})

describe('the preview', () => {
  it('shows what the next night does, and nothing of the partenaires of others', async () => {
    const ici = await fabriquePartenariat(atelier)
    const ailleurs = await fabriquePartenariat(atelier)
    for (const { partenaire, caisse } of [ici, ailleurs]) await finir(partenaire.id, caisse.id, '2026-09-10')
    await executerNuit(nuitDu('2026-09-10'))
    const soir = new Date('2026-09-10T18:00:00Z')
    expect(prochaineNuit(soir)).toBe('2026-09-11')
    expect(prochaineNuit(nuitDu('2026-09-11'))).toBe('2026-09-12')
    expect(prochaineNuit(new Date('2026-09-11T00:10:00Z'))).toBe('2026-09-11')
    const { actes } = await previsionDeLaNuit(await acteurDe(ici.referent.id, soir), soir)
    expect(actes.map(({ phrase }) => phrase)).toEqual([
      'La convention a pris fin le 10\u00a0septembre 2026.',
      expect.stringContaining('L’accès est fermé'),
      expect.stringContaining('est inactivé'),
      expect.stringContaining('est inactivé'),
    ])
    expect(new Set(actes.map(({ partenaire }) => partenaire.id))).toEqual(new Set([ici.partenaire.id]))
    await executerNuit(nuitDu('2026-09-11'))
    const faits = await tx.acteNuit.findMany({ where: { partenaireId: ici.partenaire.id, le: date('2026-09-11') } })
    for (const { cle } of actes) expect(faits.map((fait) => fait.cle)).toContain(cle)
    expect((await previsionDeLaNuit(await acteurDe(ici.referent.id, soir), nuitDu('2026-09-11'))).actes).toEqual([])
  })

  it('knows that another caisse keeps the accounts, though its convention is not shown', async () => {
    const ici = await fabriquePartenariat(atelier)
    const seconde = await fabriqueCaisse(atelier)
    const partenaireId = ici.partenaire.id
    await fabriqueConvention(atelier, { partenaireId, caisses: [{ caisseId: seconde.id }] })
    await finir(partenaireId, ici.caisse.id, '2026-10-10')
    const soir = new Date('2026-10-10T18:00:00Z')
    const { actes } = await previsionDeLaNuit(await acteurDe(ici.referent.id, soir), soir)
    expect(actes.filter(({ phrase }) => phrase.includes('inactivé'))).toEqual([])
    expect(actes.length).toBeGreaterThan(0)
  })
})

it('goes on with the others when one partenaire fails, and says so', async () => {
  const [malade, sain] = [await fabriquePartenariat(atelier), await fabriquePartenariat(atelier)]
  for (const { partenaire, caisse } of [malade, sain]) await finir(partenaire.id, caisse.id, '2026-11-10')
  // Its technicien cannot be closed: the database refuses.
  await tx.$executeRawUnsafe(
    `ALTER TABLE compte ADD CONSTRAINT essai CHECK (id <> '${malade.technicien.id}' OR etat <> 'inactif')`,
  )
  expect((await executerNuit(nuitDu('2026-11-11'))).echecs).toBe(1)
  expect((await compteDe(sain.technicien.id)).etat).toBe('inactif')
  expect((await compteDe(malade.gestionnaire.id)).etat).toBe('actif')
  await tx.$executeRawUnsafe('ALTER TABLE compte DROP CONSTRAINT essai')
  expect((await executerNuit(nuitDu('2026-11-11'))).echecs).toBe(0)
  expect(await compteDe(malade.gestionnaire.id)).toMatchObject({ etat: 'inactif' })
})

it('keeps an account for a new one of the same identifiant: none is left to sign in with', async () => {
  const ici = await fabriquePartenariat(atelier)
  const { id, identifiant } = ici.technicien
  await tx.compte.update({ where: { id }, data: { etat: 'inactif', inactiveLe: new Date('2026-05-01T12:00:00Z') } })
  await executerNuit(nuitDu('2026-12-01'))
  const lieu = { partenaireId: ici.partenaire.id, structureId: ici.structure.id }
  expect((await fabriqueCompte(atelier, { profil: 'technicien', identifiant, ...lieu })).identifiant).toBe(identifiant)
})
