import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { demanderListe } from '@/lib/exports/demander-liste'
import { ecrireListe } from '@/lib/exports/ecrire-liste'
import { exportALire, exportsDe } from '@/lib/exports/queries'
import { lignesMax } from '@/lib/exports/regles'
import { lireFichier } from '@/lib/pieces-jointes/coffre'
import { expirerFichiersPrepares } from '@/lib/pieces-jointes/fichier-prepare'
import type { Acteur } from '@/lib/socle/acteur'
import { stockage } from '@/lib/socle/stockage-actif'
import { type FormatTableur, lireTableur } from '@/lib/socle/tableur'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

process.env.STOCKAGE_DOSSIER = mkdtempSync(join(tmpdir(), 'ep-listes-'))
process.env.CLES_FICHIERS = `1:${Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64')}`

const base = await baseDeTest()
const maintenant = new Date('2026-11-20T10:00:00Z')
const atelier = await atelierDeTest(base, 'listes', maintenant)
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const deposees: string[] = []
for (const monde of [ici, ailleurs])
  for (const [rang, etat] of (['transmise', 'prise_en_charge', 'traitee', 'traitee', 'annulee'] as const).entries()) {
    const { reference } = await fabriqueDemande(atelier, monde.cadre, {
      etat,
      agent: monde.agent,
      deposeeLe: new Date(Date.UTC(2026, 8, 1 + rang, 9)),
    })
    if (monde === ici) deposees.push(reference)
  }
const [agent, technicien] = await Promise.all([
  acteurDe(ici.agent.id, maintenant),
  acteurDe(ici.technicien.id, maintenant),
])
const liste = 'quoi=deposees&periode=2026'

async function demander(acteur: Acteur, format: FormatTableur, adresse = liste): Promise<string> {
  const suite = await agir(acteur, (contexte) => demanderListe(contexte, { adresse, format }), maintenant)
  return String(suite?.journal?.details?.exportId)
}

async function lire(acteur: Acteur, id: string): Promise<string[][]> {
  const { fichier } = await exportALire(acteur, id, maintenant)
  const morceaux: Uint8Array[] = []
  for await (const morceau of lireFichier(fichier)) morceaux.push(morceau)
  return lireTableur(Buffer.concat(morceaux), 'liste')
}

const introuvable = { code: 'introuvable' }

describe('a long list of demandes as a file', () => {
  it('is asked for, written by the worker, and says how far it is', async () => {
    const id = await demander(agent, 'csv')
    expect(await exportsDe(agent, maintenant)).toMatchObject([{ id, etat: 'en_preparation', faits: 0, total: 5 }])
    await expect(exportALire(agent, id, maintenant)).rejects.toMatchObject(introuvable)
    await ecrireListe(id, maintenant)
    expect(await exportsDe(agent, maintenant)).toMatchObject([{ id, etat: 'pret', faits: 5, total: 5 }])
    // Written once: a job that runs again changes nothing.
    const [avant] = await exportsDe(agent, maintenant)
    await ecrireListe(id, new Date(maintenant.getTime() + 60_000))
    expect(await exportsDe(agent, maintenant)).toEqual([avant])
  })

  it.each(['csv', 'xlsx', 'ods'] as const)('lists in %s what its account may open, and no name', async (format) => {
    for (const acteur of [agent, technicien]) {
      const id = await demander(acteur, format)
      await ecrireListe(id, maintenant)
      const [titres, ...lignes] = await lire(acteur, id)
      expect(titres?.slice(0, 2)).toEqual(['Référence', 'Motif'])
      expect(lignes.map(([reference]) => reference)).toEqual([...deposees].reverse())
      expect(lignes[0]?.[6]).toBe('05/09/2026')
      const noms = await atelier.tx.demande.findMany({
        where: { caisseId: ici.caisse.id },
        select: { nomNaissance: true },
      })
      const texte = JSON.stringify(lignes)
      for (const { nomNaissance } of noms) expect(texte).not.toContain(String(nomNaissance))
    }
  })

  it('is narrowed as the list on the screen is', async () => {
    const id = await demander(agent, 'csv', 'quoi=traitees&periode=2026&apres=0_00000000-0000-0000-0000-000000000000')
    await ecrireListe(id, maintenant)
    const traitees = await atelier.tx.demande.count({
      where: { caisseId: ici.caisse.id, etat: 'traitee', closeLe: { lt: new Date('2027-01-01') } },
    })
    expect(traitees).toBeGreaterThan(0)
    expect((await lire(agent, id)).length - 1).toBe(traitees)
  })

  it('is read by nobody else, colleague or not', async () => {
    const id = await demander(agent, 'csv')
    await ecrireListe(id, maintenant)
    const collegue = await fabriqueCompte(atelier, {
      profil: 'caisse',
      caisseId: ici.caisse.id,
      roles: ['agent', 'referent'],
    })
    for (const compteId of [collegue.id, ici.technicien.id, ailleurs.agent.id])
      await expect(exportALire(await acteurDe(compteId, maintenant), id, maintenant)).rejects.toMatchObject(introuvable)
  })

  it('holds nothing more once its account reaches nothing more', async () => {
    const compte = await fabriqueCompte(atelier, { profil: 'caisse', caisseId: ici.caisse.id, roles: ['agent'] })
    const acteur = await acteurDe(compte.id, maintenant)
    const [sansRole, ferme] = [await demander(acteur, 'csv'), await demander(acteur, 'csv')]
    await atelier.tx.compte.update({ where: { id: compte.id }, data: { roles: ['referent'] } })
    await ecrireListe(sansRole, maintenant)
    expect(await atelier.tx.export.findUnique({ where: { id: sansRole } })).toMatchObject({ etat: 'pret', faits: 0 })
    await atelier.tx.compte.update({ where: { id: compte.id }, data: { etat: 'inactif' } })
    await ecrireListe(ferme, maintenant)
    expect(await atelier.tx.export.findUnique({ where: { id: ferme } })).toMatchObject({ etat: 'echec', taille: null })
    expect(await stockage().existe(ferme)).toBe(false)
  })

  it('is refused beyond three in preparation, and told to wait', async () => {
    const compte = await fabriqueCompte(atelier, { profil: 'caisse', caisseId: ici.caisse.id, roles: ['agent'] })
    const acteur = await acteurDe(compte.id, maintenant)
    for (let rang = 0; rang < 3; rang += 1) await demander(acteur, 'csv')
    await expect(demander(acteur, 'csv')).rejects.toMatchObject({ code: 'etat_change' })
  })

  it('is refused where the format does not hold it, and CSV told of', async () => {
    const { ods } = lignesMax
    lignesMax.ods = 4
    try {
      await expect(demander(agent, 'ods')).rejects.toMatchObject({
        erreurs: {
          format: 'Cette liste a 5 demandes, ce format en prend 4. Choisissez CSV, ou une période plus courte.',
        },
      })
    } finally {
      lignesMax.ods = ods
    }
    await demander(agent, 'xlsx')
  })

  it('goes three days after it was ready, and its key with it', async () => {
    const id = await demander(technicien, 'csv')
    await ecrireListe(id, maintenant)
    const fin = new Date(maintenant.getTime() + 3 * 86_400_000)
    await exportALire(technicien, id, new Date(fin.getTime() - 1))
    await expect(exportALire(technicien, id, fin)).rejects.toMatchObject(introuvable)
    expect((await exportsDe(technicien, fin)).map((ligne) => ligne.id)).not.toContain(id)
    await expirerFichiersPrepares(new Date(fin.getTime() - 1))
    expect(await stockage().existe(id)).toBe(true)
    expect(await expirerFichiersPrepares(fin)).toBeGreaterThan(0)
    expect(await stockage().existe(id)).toBe(false)
    expect(await atelier.tx.export.findUnique({ where: { id } })).toBeNull()
  })

  it('is given up when nobody could make it for a day', async () => {
    const id = await demander(technicien, 'csv')
    await expirerFichiersPrepares(new Date(maintenant.getTime() + 86_400_000))
    expect(await exportsDe(technicien, maintenant)).toMatchObject([{ id }])
    await expirerFichiersPrepares(new Date(maintenant.getTime() + 86_400_001))
    expect(await exportsDe(technicien, maintenant)).toEqual([])
  })
})
