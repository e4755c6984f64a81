import { type StockageDisque, stockageDisque } from '@/lib/socle/stockage'

let actif: StockageDisque | undefined

/** The storage named by the environment. */
export function stockage(): StockageDisque {
  const dossier = process.env.STOCKAGE_DOSSIER
  if (!dossier) throw new Error('La variable STOCKAGE_DOSSIER n’est pas définie.')
  actif ??= stockageDisque(dossier)
  return actif
}
