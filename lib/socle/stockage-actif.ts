import { type StockageDisque, stockageDisque } from '@/lib/socle/stockage'

let actif: { dossier: string; stockage: StockageDisque } | undefined

/** The storage named by the environment. */
export function stockage(): StockageDisque {
  const dossier = process.env.STOCKAGE_DOSSIER
  if (!dossier) throw new Error('La variable STOCKAGE_DOSSIER n’est pas définie.')
  if (actif?.dossier !== dossier) actif = { dossier, stockage: stockageDisque(dossier) }
  return actif.stockage
}
