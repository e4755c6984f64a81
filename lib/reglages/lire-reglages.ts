import { type Service, services } from '@/lib/demandes/modele'
import type { Reglages } from '@/lib/reglages/modele'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'

type Rang = { service: string; actif: boolean; ordre: number }

/** The five services in the order of the caisse; those it says nothing of are open, at their usual place. */
function enOrdre(lignes: Rang[]): Reglages['services'] {
  const reglage = (service: Service) => lignes.find((ligne) => ligne.service === service)
  const rang = (service: Service) => reglage(service)?.ordre ?? services.indexOf(service)
  return [...services]
    .sort((a, b) => rang(a) - rang(b))
    .map((service) => ({ service, actif: reglage(service)?.actif ?? true }))
}

/** Everything a caisse has set, with the version that a change must name. */
export async function lireReglages(tx: Transaction, caisseId: string) {
  const caisse = await tx.caisse.findUnique({
    where: { id: caisseId },
    include: { reglages: true, delais: true, services: true },
  })
  if (!caisse?.reglages) throw new ErreurMetier('introuvable')
  const { caisseId: _id, version, ...colonnes } = caisse.reglages
  const delais = Object.fromEntries(
    caisse.delais.flatMap(({ prestation, delaiJours, seuilAlerteJours }) =>
      delaiJours === null ? [] : [[prestation, { delaiJours, seuilAlerteJours }]],
    ),
  )
  const reglages: Reglages = { ...colonnes, delais, services: enOrdre(caisse.services) }
  return { caisse: { id: caisse.id, nom: caisse.nom }, version, reglages }
}
