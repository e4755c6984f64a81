import { PairesNote } from '@/components/ui/resume'
import type { BrouillonRepris } from '@/lib/demandes/queries-brouillon'
import { delaiApplicable } from '@/lib/demandes/regles'
import { pluriel } from '@/lib/socle/format'

type Vise = Pick<BrouillonRepris, 'urgent' | 'reglages' | 'cible'>

/** Delay announced for a draft, in days; null when the caisse announces none. */
export function delaiAnnonce({ urgent, reglages, cible }: Vise): number | null {
  return delaiApplicable(urgent, reglages.delaiUrgentJours, cible.delaiJours)
}

/** Side note of every step. */
export function VotreDemande({ cadre }: { cadre: Vise & Pick<BrouillonRepris, 'caisse' | 'definition' | 'objet'> }) {
  const delai = delaiAnnonce(cadre)
  return (
    <PairesNote
      titre="Votre demande"
      paires={[
        { cle: 'Organisme', valeur: cadre.caisse.nom },
        { cle: 'Service', valeur: cadre.definition.libelleCourt },
        { cle: 'Motif', valeur: cadre.objet },
        {
          cle: 'Délai annoncé',
          valeur: delai === null ? 'Aucun pour ce motif' : `${pluriel(delai, 'jour')} à partir d’un dossier complet`,
        },
      ]}
    />
  )
}
