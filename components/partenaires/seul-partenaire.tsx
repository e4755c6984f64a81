/** Above a list narrowed to one partenaire: which one, and the way back to the whole list. */
export function SeulPartenaire({ partenaire, tout }: { partenaire: { id: string; nom: string }; tout: string }) {
  return (
    <p className="mt-4 flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <span>
        Seulement <a href={`/caisse/partenaires/${partenaire.id}`}>{partenaire.nom}</a>
      </span>
      <a href={tout} className="inline-block min-h-6 text-15">
        Voir tous les partenaires
      </a>
    </p>
  )
}
