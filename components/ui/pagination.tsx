import { LienBouton } from '@/components/ui/bouton'

/** Keyset pages: the next ones, and back to the beginning or to the previous ones. */
export function Pagination({
  nom = 'Suite de la liste',
  precedente,
  suivante,
}: {
  nom?: string
  precedente?: { href: string; libelle: string }
  suivante?: { href: string; libelle: string }
}) {
  if (!precedente && !suivante) return null
  return (
    <nav aria-label={nom} className="rangee-boutons mt-5">
      {suivante && (
        <LienBouton aspect="secondaire" href={suivante.href} rel="next">
          {suivante.libelle}
        </LienBouton>
      )}
      {precedente && (
        <a href={precedente.href} rel="prev" className="inline-block min-h-6">
          {precedente.libelle}
        </a>
      )}
    </nav>
  )
}
