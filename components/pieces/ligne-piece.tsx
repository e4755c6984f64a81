'use client'

import type { ReactNode } from 'react'
import { useFormulaire } from '@/components/formulaire/contexte'
import { MessageChamp } from '@/components/formulaire/message-champ'
import { allerALaConnexion } from '@/components/formulaire/saisie-gardee'
import { ChoixFichier } from '@/components/pieces/choix-fichier'
import { LigneEnvoi, LigneFichier } from '@/components/pieces/ligne-fichier'
import type { Envoi, EtatPiece, Fichier, PieceAttendue } from '@/components/pieces/modele'
import { motsEtat, motsEtatDeposee } from '@/components/pieces/mots'
import type { usePieces } from '@/components/pieces/use-pieces'
import {
  CircleCheck,
  CircleDashed,
  CircleFadingArrowUp,
  CircleMinus,
  CircleX,
  ShieldEllipsis,
} from '@/components/ui/icones'

const icones: Record<EtatPiece, [typeof CircleX, string]> = {
  prete: [CircleCheck, 'text-bleu-700'],
  envoi: [CircleFadingArrowUp, 'text-cyan-700'],
  analyse: [ShieldEllipsis, 'text-cyan-700'],
  refus: [CircleX, 'text-brique-600'],
  absente: [CircleMinus, 'text-encre-2'],
  a_fournir: [CircleDashed, 'text-encre-2'],
  facultative: [CircleDashed, 'text-encre-3'],
}

const couleurs: Partial<Record<EtatPiece, string>> = {
  prete: 'text-bleu-700',
  analyse: 'text-cyan-900',
  refus: 'text-brique-700',
}

/** One piece of the list: its state as an icon and words, its files, and what can be done. */
export function LignePiece({
  piece,
  etat,
  fichiers,
  envois,
  pieces,
  accept,
  ajout,
  retrait,
  Titre,
  survolee,
  absence,
}: {
  piece: PieceAttendue
  etat: EtatPiece
  fichiers: Fichier[]
  envois: Envoi[]
  pieces: ReturnType<typeof usePieces>
  accept: string
  ajout: boolean
  retrait: boolean
  /** Level of the name of the piece, under the titles of the page. */
  Titre: 'h2' | 'h3'
  /** Files are being dragged over it. */
  survolee: boolean
  /** «La personne ne l’a pas», where it can be said. */
  absence?: ReactNode
}) {
  const { erreurs, seReconnecter } = useFormulaire()
  const [Icone, couleur] = icones[etat]
  // Said until something is done about it.
  const erreur = etat === 'a_fournir' || etat === 'refus' ? erreurs[`piece.${piece.code}`] : undefined
  const vide = fichiers.length + envois.length === 0
  const enPlace = !vide && etat !== 'refus'
  return (
    <li
      data-piece={piece.code}
      className={`flex gap-x-4 border-b border-filet py-3.5 ${survolee ? 'bg-bleu-50' : ''} ${erreur ? 'border-l-4 border-l-brique-600 pl-3' : ''}`}
    >
      <Icone className={`mt-0.5 size-6! ${couleur}`} />
      {/* The file field keeps its place in the tree whatever the state, so that the focus stays on it. */}
      <div className="flex min-w-0 flex-1 flex-wrap gap-x-4 tab:grid tab:grid-cols-[minmax(0,1fr)_9rem]">
        <div className="min-w-0 max-tab:w-full">
          <Titre className="text-17! leading-normal!">{piece.libelle}</Titre>
          {piece.aide && vide && <p className="text-15 text-encre-2">{piece.aide}</p>}
          <MessageChamp id={`piece.${piece.code}-erreur`} message={erreur} />
          <ul>
            {fichiers.map((fichier) => (
              <LigneFichier
                key={fichier.id}
                fichier={fichier}
                surRetrait={retrait ? () => pieces.retirer(fichier.id) : undefined}
              />
            ))}
            {envois.map((envoi) => (
              <LigneEnvoi
                key={envoi.cle}
                envoi={envoi}
                surAnnulation={() => pieces.annuler(envoi.cle)}
                surReprise={() => pieces.reessayer(envoi.cle)}
                surReconnexion={() => {
                  seReconnecter()
                  allerALaConnexion()
                }}
              />
            ))}
          </ul>
          {etat === 'analyse' && (
            <p className="text-15 text-encre-2">Vous pouvez continuer{'\u00A0'}: l’analyse prend moins d’une minute.</p>
          )}
          {!retrait && absence}
        </div>
        <p
          className={`text-15 font-semibold max-tab:mt-2 tab:col-start-2 tab:row-start-1 tab:text-right ${couleurs[etat] ?? 'text-encre-2'} ${enPlace ? '' : 'max-tab:order-last'}`}
        >
          {retrait ? motsEtat[etat] : motsEtatDeposee(etat, !ajout)}
          {etat === 'envoi' && pourcentage(envois)}
        </p>
        {ajout && (
          <div
            className={
              enPlace
                ? 'max-tab:mt-2 tab:col-start-2 tab:row-start-1 tab:mt-6 tab:justify-self-end'
                : 'mt-2.5 max-tab:w-full tab:col-start-1'
            }
          >
            <ChoixFichier
              code={piece.code}
              libelle={piece.libelle}
              mots={etat === 'refus' ? 'Choisir un autre fichier' : 'Ajouter un fichier'}
              enLien={enPlace}
              invalide={erreur !== undefined}
              accept={accept}
              surChoix={(choisis) => pieces.ajouter(piece.code, choisis)}
            />
          </div>
        )}
        {retrait && absence && <div className="max-tab:w-full tab:col-start-1">{absence}</div>}
      </div>
    </li>
  )
}

function pourcentage(envois: Envoi[]): string {
  const total = envois.reduce((somme, { fichier }) => somme + fichier.size, 0)
  const parti = envois.reduce((somme, { envoye, fichier }) => somme + Math.min(envoye, fichier.size), 0)
  // All has left, the server still has to read it.
  return parti >= total ? ', vérification' : `, ${Math.floor((parti / total) * 100)}\u00A0%`
}
