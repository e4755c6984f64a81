import { CadreEtape } from '@/components/demandes/etapes/cadre-etape'
import { champsDuService } from '@/components/demandes/services/champs'
import type { BrouillonRepris } from '@/lib/demandes/queries-brouillon'

export function EtapeBesoin({ cadre }: { cadre: BrouillonRepris }) {
  const Champs = champsDuService[cadre.service]
  return (
    <CadreEtape cadre={cadre} etape="besoin" titre={cadre.definition.titreBesoin}>
      <Champs cadre={cadre.besoin} caisse={cadre.caisse.nom} valeurs={cadre.donnees.besoin ?? {}} />
    </CadreEtape>
  )
}
