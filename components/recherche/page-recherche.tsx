import './recherche.css'
import { FormulaireRecherche } from '@/components/recherche/formulaire-recherche'
import { Resultats } from '@/components/recherche/resultats'
import { RienTrouve } from '@/components/recherche/rien-trouve'
import type { Cote } from '@/components/ui/badge-statut'
import { Pagination } from '@/components/ui/pagination'
import { type Resultat, taillePage } from '@/lib/recherche/queries'
import { adresseRecherche, type Criteres } from '@/lib/recherche/schema'
import { pluriel } from '@/lib/socle/format'

/** The search page of either side: its box, what was found, and what can be searched when nothing was. */
export function PageRecherche({
  cote,
  adresse,
  criteres,
  resultats,
  suivante,
}: {
  cote: Cote
  adresse: string
  criteres: Criteres
  resultats: Resultat[]
  suivante: string | null
}) {
  const { q, apres } = criteres
  return (
    <>
      <h1 className="mb-4">Rechercher une demande</h1>
      <FormulaireRecherche cote={cote} criteres={criteres} />
      {resultats.length === 0 ? (
        <RienTrouve cote={cote} adresse={adresse} criteres={criteres} />
      ) : (
        <>
          <p role="status" className="mb-3 text-encre-2">
            {suivante || apres
              ? `${taillePage} demandes par page, les plus proches de «\u00a0${q}\u00a0» d’abord`
              : `${pluriel(resultats.length, 'demande trouvée', 'demandes trouvées')} pour «\u00a0${q}\u00a0»`}
          </p>
          <Resultats cote={cote} resultats={resultats} />
        </>
      )}
      <Pagination
        nom="Suite des résultats"
        suivante={
          suivante
            ? { href: adresseRecherche(adresse, { ...criteres, apres: suivante }), libelle: 'Voir plus de résultats' }
            : undefined
        }
        precedente={
          apres
            ? { href: adresseRecherche(adresse, { ...criteres, apres: undefined }), libelle: 'Revenir au début' }
            : undefined
        }
      />
    </>
  )
}
