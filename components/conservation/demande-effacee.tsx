import type { ReactNode } from 'react'
import { Avis } from '@/components/ui/avis'
import { Resume } from '@/components/ui/resume'
import type { Etat, Service } from '@/lib/demandes/modele'
import { libelleIssue } from '@/lib/demandes/registre'
import { dateAvecAnnee, pluriel } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

type Effacee = {
  reference: string
  objet: string
  service: Service
  etat: Etat
  issue: string | null
  deposeeLe: Date
  closeLe: Date | null
  contenuEffaceLe: Date
  comptesEffaces: unknown
}

const jour = (instant: Date) => dateAvecAnnee(dateAParis(instant))

const mots: [string, string, string][] = [
  ['messages', 'message', 'messages'],
  ['notes', 'note interne', 'notes internes'],
  ['pieces', 'fichier reçu', 'fichiers reçus'],
  ['documents', 'document remis', 'documents remis'],
]

/** Whether what was read of a demande is all that is left of it. */
export function estEffacee<D extends { contenuEffaceLe: Date | null }>(
  demande: D,
): demande is D & { contenuEffaceLe: Date } {
  return demande.contenuEffaceLe !== null
}

/** What is left of a demande, for whoever could read it. `interne`: the caisse, who is told of its notes. */
export function DemandeEffacee({
  demande,
  interne,
  retour,
}: {
  demande: Effacee
  interne: boolean
  retour: ReactNode
}) {
  const { reference, objet, service, etat, issue, deposeeLe, closeLe, contenuEffaceLe } = demande
  const comptes = (demande.comptesEffaces ?? {}) as Record<string, number>
  const dits = mots.flatMap(([nom, un, plusieurs]) =>
    comptes[nom] && (interne || nom !== 'notes') ? [pluriel(comptes[nom], un, plusieurs)] : [],
  )
  const sansReponse = closeLe?.getTime() === contenuEffaceLe.getTime()
  return (
    <>
      {retour}
      <div className="max-w-180">
        <h1>{objet}</h1>
        <p className="reference mt-1 mb-5">{reference}</p>
        <Avis titre={`Contenu effacé le ${jour(contenuEffaceLe)}`} className="mb-6">
          <p>
            Cette demande est arrivée au terme de sa durée de conservation. L’identité de la personne, les échanges et
            les fichiers ont été effacés et ne peuvent pas être retrouvés.
          </p>
        </Avis>
        <Resume
          titre="Ce qui en reste"
          lignes={[
            { cle: 'Déposée', valeur: jour(deposeeLe) },
            ...(closeLe
              ? [
                  {
                    cle: sansReponse ? 'Close sans réponse' : etat === 'annulee' ? 'Annulée' : 'Traitée',
                    valeur: jour(closeLe),
                  },
                ]
              : []),
            ...(issue ? [{ cle: 'Issue', valeur: libelleIssue(service, issue) }] : []),
            ...(dits.length > 0 ? [{ cle: 'Effacés', valeur: dits.join(', ') }] : []),
          ]}
        />
      </div>
    </>
  )
}
