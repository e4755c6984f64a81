import { avisAnnuaire } from '@/lib/notifications/modeles/avis/annuaire'
import type { Avis } from '@/lib/notifications/modeles/avis/commun'
import { avisComptes } from '@/lib/notifications/modeles/avis/comptes'
import { avisConservation } from '@/lib/notifications/modeles/avis/conservation'
import { avisConventions } from '@/lib/notifications/modeles/avis/conventions'
import { avisCopil } from '@/lib/notifications/modeles/avis/copil'
import { avisIncidents } from '@/lib/notifications/modeles/avis/incidents'
import { avisJournal } from '@/lib/notifications/modeles/avis/journal'
import { avisQuestionnaires } from '@/lib/notifications/modeles/avis/questionnaires'
import { avisSecurite } from '@/lib/notifications/modeles/avis/securite'
import { avisSupport } from '@/lib/notifications/modeles/avis/support'
import { avisViolations } from '@/lib/notifications/modeles/avis/violations'

/** Each mail: words that accuse nobody, and what to do next. */
export const avis = {
  ...avisConventions,
  ...avisComptes,
  ...avisIncidents,
  ...avisSecurite,
  ...avisJournal,
  ...avisConservation,
  ...avisViolations,
  ...avisCopil,
  ...avisQuestionnaires,
  ...avisSupport,
  ...avisAnnuaire,
}

export type ModeleGouvernance = keyof typeof avis
export const estAvis = (nom: string): nom is ModeleGouvernance => Object.hasOwn(avis, nom)
export const avisDe = (nom: ModeleGouvernance): Avis => avis[nom]
