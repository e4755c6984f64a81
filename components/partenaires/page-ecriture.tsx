import type { ReactNode } from 'react'
import { Cadre } from '@/components/cadre/cadre'
import { DeuxColonnes } from '@/components/cadre/contenu'
import { Avis } from '@/components/ui/avis'
import { FilRetour } from '@/components/ui/fil-retour'
import { messageTenue } from '@/lib/partenaires/fiche-mots'
import type { FicheAEcrire } from '@/lib/partenaires/queries-fiche'
import type { Acteur } from '@/lib/socle/acteur'
import { avecArticle } from '@/lib/socle/francais'

/**
 * A page that changes the record: says when another caisse holds it instead of showing a form that would be refused, and which
 * other caisses the change is for.
 */
export function PageEcriture({
  acteur,
  fiche,
  titre,
  note,
  ancre,
  children,
}: {
  acteur: Acteur
  fiche: FicheAEcrire
  /** The h1 where there is no form to hold it. */
  titre: string
  note?: ReactNode
  /** Section of the record to come back to. */
  ancre?: string
  children: ReactNode
}) {
  const partage = fiche.autres.length > 0 && (
    <Avis>
      <p>
        Cette fiche est commune : {fiche.autres.map(({ nom }) => avecArticle(nom)).join(', ')}{' '}
        {fiche.autres.length > 1 ? 'seront informées' : 'sera informée'} de ce que vous changez.
      </p>
    </Avis>
  )
  return (
    <Cadre acteur={acteur} entree="/caisse/partenaires">
      <FilRetour href={`/caisse/partenaires/${fiche.id}${ancre ? `#${ancre}` : ''}`} libelle={fiche.nom} />
      {fiche.tenu ? (
        <DeuxColonnes
          note={
            (partage || note) && (
              <>
                {partage}
                {note}
              </>
            )
          }
        >
          {children}
        </DeuxColonnes>
      ) : (
        <>
          <h1 className="mb-5">{titre}</h1>
          <Avis className="max-w-160">
            <p>{messageTenue(fiche.autres)}</p>
          </Avis>
        </>
      )}
    </Cadre>
  )
}
