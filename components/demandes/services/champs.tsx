import type { ReactNode } from 'react'
import { ChampsContact } from '@/components/demandes/services/contact'
import { ChampsDocument } from '@/components/demandes/services/document'
import { ChampsDossier } from '@/components/demandes/services/dossier'
import type { ProprietesBesoin } from '@/components/demandes/services/proprietes'
import { ChampsRendezVous } from '@/components/demandes/services/rendez-vous'
import { ChampsSignalement } from '@/components/demandes/services/signalement'
import type { Service } from '@/lib/demandes/modele'

/** Fields of each service, in the shape of its schema. */
export const champsDuService: Record<Service, (proprietes: ProprietesBesoin) => ReactNode> = {
  dossier: ChampsDossier,
  signalement: ChampsSignalement,
  rendez_vous: ChampsRendezVous,
  document: ChampsDocument,
  contact: ChampsContact,
}
