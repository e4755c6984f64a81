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
  const erreur = erreurs[`piece.${piece.code}`]
  const vide = fichiers.length + envois.length === 0
  const enPlace = fichiers.length > 0 && etat !== 'refus'
  const choisir = (mots: string, enLien: boolean) => (
    <ChoixFichier
      code={piece.code}
      libelle={piece.libelle}
      mots={mots}
      enLien={enLien}
      invalide={erreur !== undefined}
      accept={accept}
      surChoix={(choisis) => pieces.ajouter(piece.code, choisis)}
    />
  )
  return (
    <li
      data-piece={piece.code}
      className={`flex gap-x-4 border-b border-filet py-3.5 ${survolee ? 'bg-bleu-50' : ''} ${erreur ? 'border-l-4 border-l-brique-600 pl-3' : ''}`}
    >
      <Icone className={`mt-0.5 size-6! ${couleur}`} />
      <div className="flex min-w-0 flex-1 gap-x-4 gap-y-2 max-tab:flex-col">
        <div className="min-w-0 flex-1">
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
          {ajout && !enPlace && (
            <div className="mt-2.5">
              {choisir(etat === 'refus' ? 'Choisir un autre fichier' : 'Ajouter un fichier', false)}
            </div>
          )}
          {retrait && absence}
        </div>
        <div className="flex flex-none gap-x-4 text-15 tab:w-36 tab:flex-col tab:items-end tab:text-right">
          <p className={`font-semibold ${couleurs[etat] ?? 'text-encre-2'}`}>
            {retrait ? motsEtat[etat] : motsEtatDeposee(etat, !ajout)}
            {etat === 'envoi' && pourcentage(envois)}
          </p>
          {ajout && enPlace && choisir('Ajouter un fichier', true)}
        </div>
      </div>
    </li>
  )
}

function pourcentage(envois: Envoi[]): string {
  const total = envois.reduce((somme, { fichier }) => somme + fichier.size, 0)
  const parti = envois.reduce((somme, { envoye, fichier }) => somme + Math.min(envoye, fichier.size), 0)
  return `, ${Math.round((parti / Math.max(1, total)) * 100)}\u00A0%`
}
