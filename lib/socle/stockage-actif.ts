import { type Stockage, stockageDisque } from '@/lib/socle/stockage'

let actif: Stockage | undefined

/** The storage named by the environment. */
export function stockage(): Stockage {
  const dossier = process.env.STOCKAGE_DOSSIER
  if (!dossier) throw new Error('La variable STOCKAGE_DOSSIER n’est pas définie.')
  actif ??= stockageDisque(dossier)
  return actif
}
