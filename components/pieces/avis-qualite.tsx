'use client'

import { type Fichier, ouvrable, refuse } from '@/components/pieces/modele'
import { Avis } from '@/components/ui/avis'
import { ScanEye } from '@/components/ui/icones'

const defauts: Record<string, string> = {
  floue: 'semble floue.',
  petite: 'semble trop petite pour être lue.',
}

/** Unreadable scans are the main cause of returns: said before sending. */
export function AvisQualite({ fichier, surReprise }: { fichier: Fichier; surReprise?: () => void }) {
  const defaut = fichier.alerteQualite && defauts[fichier.alerteQualite]
  if (!defaut || refuse(fichier)) return null
  return (
    <Avis ton="chaud" icone={<ScanEye />} className="mt-4">
      <p>
        <strong>
          «{'\u00A0'}
          {fichier.nomFichier}
          {'\u00A0'}» {defaut}
        </strong>{' '}
        Une pièce illisible est la première cause de retour.{' '}
        {ouvrable(fichier) && (
          <a href={`/api/pieces-jointes/${fichier.id}?voir=1`} target="_blank" rel="noreferrer">
            La regarder en grand<span className="sr-only"> (nouvel onglet)</span>
          </a>
        )}
        {ouvrable(fichier) && surReprise && ' ou '}
        {surReprise && (
          <button
            type="button"
            onClick={surReprise}
            className="text-bleu-700 underline underline-offset-3 hover:text-bleu-900 hover:decoration-2"
          >
            reprendre la photo
          </button>
        )}
        {(ouvrable(fichier) || surReprise) && '.'}
      </p>
    </Avis>
  )
}
