import type { Criteres } from '@/lib/journal/criteres'
import { type Famille, familles, intituleEvenement } from '@/lib/journal/libelles'
import type { Reperes } from '@/lib/journal/queries'
import { dateAvecAnnee, pluriel } from '@/lib/socle/format'

const nommees = 6

/** What the list below answers to, in one sentence, and its export. */
export function ResumeCriteres({
  criteres,
  reperes,
  toutes,
  fichier,
}: {
  criteres: Criteres
  reperes: Reperes
  /** Leads back to the list without criteria. */
  toutes?: string
  fichier?: string
}) {
  const { du, au, acte, comptes, demandes, parPersonne, adresse } = criteres
  const mots = [
    ...(acte ? [acte in familles ? familles[acte as Famille] : intituleEvenement(acte)] : []),
    ...(comptes
      ? [
          `par ${enListe(
            comptes.map((id) => reperes.noms.get(id)?.nom ?? 'un compte'),
            'compte',
          )}`,
        ]
      : []),
    ...(demandes
      ? [
          `sur ${parPersonne ? 'les demandes de la personne cherchée, ' : ''}${enListe(
            demandes.map(({ reference }) => reference),
            'demande',
          )}`,
        ]
      : []),
    ...(adresse ? [`depuis l’adresse ${adresse}`] : []),
    `du ${dateAvecAnnee(du)} au ${dateAvecAnnee(au)}`,
  ]
  const phrase = mots.join(', ')
  return (
    <div className="mt-6 mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
      <h2 className="text-19">{phrase.charAt(0).toUpperCase() + phrase.slice(1)}</h2>
      <p className="flex flex-wrap gap-x-5 text-15">
        {toutes && (
          <a href={toutes} className="inline-block min-h-6">
            Effacer la recherche
          </a>
        )}
        {fichier && (
          <a href={fichier} className="inline-block min-h-6">
            Exporter ces lignes (CSV)
          </a>
        )}
      </p>
    </div>
  )
}

function enListe(noms: string[], quoi: string): string {
  if (noms.length <= nommees) return noms.join(', ')
  return `${noms.slice(0, nommees).join(', ')} et ${pluriel(noms.length - nommees, `autre ${quoi}`, `autres ${quoi}s`)}`
}
