'use client'

import { useRef, useState } from 'react'
import { Absence } from '@/components/pieces/absence'
import { AvisQualite } from '@/components/pieces/avis-qualite'
import { LignePiece } from '@/components/pieces/ligne-piece'
import {
  etatDe,
  type Fichier,
  type Limites,
  octetsUtilises,
  type PieceAttendue,
  refuse,
} from '@/components/pieces/modele'
import { bilan, poids } from '@/components/pieces/mots'
import { useAttente } from '@/components/pieces/use-attente'
import { useDepot } from '@/components/pieces/use-depot'
import { usePieces } from '@/components/pieces/use-pieces'
import { Avis } from '@/components/ui/avis'

/**
 * The pieces of a draft (they may be removed, or said absent) or of a filed demande (they may only be added).
 * Files may be dropped on a piece, or anywhere on the page: they then go to «Autre pièce».
 */
export function ListePieces({
  parent,
  demandees,
  initiales,
  absentes,
  limites,
  accept,
  phrase,
  ajout = true,
  brouillon,
}: {
  /** `brouillon=<id>` or `demande=<id>`. */
  parent: string
  demandees: PieceAttendue[]
  initiales: Fichier[]
  /** Code → reason. */
  absentes: Record<string, string>
  limites: Limites
  accept: string
  /** Words before the count of what is ready. */
  phrase?: string
  ajout?: boolean
  brouillon?: boolean
}) {
  const pieces = usePieces(`/api/pieces-jointes?${parent}`, initiales, limites)
  const { fichiers, envois, annonce } = pieces
  const [sansPiece, setSansPiece] = useState(() => new Set(Object.keys(absentes)))
  const remplace = useRef<Fichier | null>(null)
  const attendu = useAttente(envois)
  const survolee = useDepot(ajout, (code, deposes) => pieces.ajouter(code, deposes))

  const lignes = demandees.map((piece) => {
    const siens = fichiers.filter(({ code }) => code === piece.code)
    const enCours = envois.filter(({ code }) => code === piece.code)
    return { piece, siens, enCours, etat: etatDe(piece, siens, enCours, sansPiece.has(piece.code)) }
  })
  const etats = lignes.filter(({ piece }) => piece.code !== 'autre').map(({ etat }) => etat)
  const utilises = octetsUtilises(fichiers, envois)

  function basculer(code: string, absente: boolean) {
    const suivantes = new Set(sansPiece)
    if (absente) suivantes.add(code)
    else suivantes.delete(code)
    setSansPiece(suivantes)
  }

  function reprendre(fichier: Fichier) {
    remplace.current = fichier
    document.getElementById(`piece.${fichier.code}`)?.click()
  }

  const avecRemplacement: typeof pieces = {
    ...pieces,
    ajouter(code, choisis) {
      const ancien = remplace.current?.code === code ? remplace.current.id : undefined
      remplace.current = null
      pieces.ajouter(code, choisis, ancien)
    },
    // Its button goes away with the file: the focus goes to the field that adds one.
    async retirer(id) {
      const code = fichiers.find((fichier) => fichier.id === id)?.code
      await pieces.retirer(id)
      document.getElementById(`piece.${code}`)?.focus()
    },
  }

  return (
    <>
      {phrase && (
        <p>
          {phrase} {etats.length > 1 && <strong>{bilan(etats)}</strong>}
        </p>
      )}
      <ul className="mt-5 border-t border-filet-2">
        {lignes.map(({ piece, siens, enCours, etat }) => (
          <LignePiece
            key={piece.code}
            piece={piece}
            etat={etat}
            fichiers={siens}
            envois={enCours}
            pieces={avecRemplacement}
            accept={accept}
            ajout={ajout}
            retrait={Boolean(brouillon)}
            Titre={brouillon ? 'h2' : 'h3'}
            survolee={survolee === piece.code}
            absence={
              brouillon ? (
                piece.requise &&
                !piece.indispensable &&
                (etat === 'a_fournir' || etat === 'absente') && (
                  <Absence
                    code={piece.code}
                    libelle={piece.libelle}
                    raison={absentes[piece.code]}
                    cochee={sansPiece.has(piece.code)}
                    surBascule={(absente) => basculer(piece.code, absente)}
                  />
                )
              ) : etat === 'absente' ? (
                <p className="text-15 text-encre-2">
                  La personne ne l’a pas{'\u00A0'}: «{'\u00A0'}
                  {absentes[piece.code]}
                  {'\u00A0'}»
                </p>
              ) : null
            }
          />
        ))}
      </ul>
      {ajout && utilises > 0 && (
        <p className="mt-3 text-15 text-encre-2">
          Espace utilisé{'\u00A0'}: {poids(utilises)} sur {poids(limites.parDemande)}.
        </p>
      )}
      {fichiers
        .filter((fichier) => ajout && !refuse(fichier))
        .map((fichier) => (
          <AvisQualite
            key={fichier.id}
            fichier={fichier}
            surReprise={brouillon ? () => reprendre(fichier) : undefined}
          />
        ))}
      {attendu && (
        <Avis role="status" className="mt-4">
          Un fichier est encore en cours d’envoi{'\u00A0'}: la suite viendra d’elle-même dès qu’il sera arrivé.
        </Avis>
      )}
      <p role="status" className="sr-only">
        {annonce}
      </p>
    </>
  )
}
