import { direLeMot } from '@/lib/nuit/mot-du-jour'
import { lireRappels, marquerComptesVus, nuitDuCompte } from '@/lib/nuit/nuit-comptes'
import { nuitDuPartenaire } from '@/lib/nuit/nuit-partenaire'
import { baseTravaux } from '@/lib/socle/base'
import { consignerIncident } from '@/lib/socle/logs'
import { dateAParis } from '@/lib/socle/temps'

export type BilanNuit = { actes: number; echecs: number }

/**
 * What the portal does by itself each night: conventions, accounts, structures, revues, then the word to the référents. One
 * transaction for each partenaire and each account: the failure of one stops no other. Safe to run twice, and after any number
 * of missed nights.
 */
export async function executerNuit(maintenant: Date): Promise<BilanNuit> {
  const jour = dateAParis(maintenant)
  const bilan: BilanNuit = { actes: 0, echecs: 0 }
  const tenter = async (quoi: string, travail: () => Promise<number>) => {
    try {
      bilan.actes += await travail()
    } catch (erreur) {
      bilan.echecs += 1
      consignerIncident(erreur, `nuit ${quoi}`)
    }
  }
  const base = baseTravaux()
  const partenaires = await base.partenaire.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  for (const { id } of partenaires) await tenter(`partenaire ${id}`, () => nuitDuPartenaire(id, jour, maintenant))
  const { comptes, ...rappel } = await lireRappels(jour)
  for (const id of comptes) await tenter(`compte ${id}`, () => nuitDuCompte(id, rappel, jour, maintenant))
  await marquerComptesVus(jour, maintenant)
  const caisses = await base.caisse.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  for (const { id } of caisses) await tenter(`mot ${id}`, async () => Number(await direLeMot(id, jour, maintenant)))
  return bilan
}
