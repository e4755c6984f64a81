import type { EtatViolation, RisqueViolation } from '@/lib/violations/libelles'

const HEURE_MS = 3_600_000

/** From the knowledge of a breach to the notification of the authority (RGPD, art. 33-1). */
const HEURES_AUTORITE = 72

/** Before a limit, from how many hours it is said to be near, and a reminder is sent. */
const HEURES_RAPPEL = 12

const plusTard = (instant: Date, heures: number) => new Date(instant.getTime() + heures * HEURE_MS)

type Connaissance = {
  cote: 'partenaire' | 'caisse'
  constateeLe: Date
  declareeLe: Date
  /** Whether there is another side to tell: always, when a partenaire declares. */
  partenaire: boolean
  /** Setting of the caisse, in hours. */
  delaiHeures: number
}

/**
 * When the limits of a caisse fall (règles du domaine, §9): the other side is told within its delay from the moment the breach was
 * noticed; the authority within 72 hours of what the caisse knows, which for a breach of the partenaire begins when it declares.
 */
export function limitesDe({ cote, constateeLe, declareeLe, partenaire, delaiHeures }: Connaissance) {
  const connueLe = cote === 'caisse' ? constateeLe : declareeLe
  return {
    connueLe,
    autrePartieAvant: partenaire ? plusTard(constateeLe, delaiHeures) : null,
    autoriteAvant: plusTard(connueLe, HEURES_AUTORITE),
    // To declare is to tell the caisse.
    autrePartieLe: cote === 'partenaire' ? declareeLe : null,
  }
}

export type Part = {
  etat: EtatViolation
  risque: RisqueViolation | null
  autrePartieAvant: Date | null
  autrePartieLe: Date | null
  autrePartieSansObjet: boolean
  autoriteAvant: Date
  autoriteLe: Date | null
  autoriteSansObjet: boolean
  personnesLe: Date | null
  personnesSansObjet: boolean
  closeLe: Date | null
}

export type Horloge = { ton: 'fait' | 'sans_objet' | 'loin' | 'bientot' | 'retard'; mots: string }

/** «14 h», «35 min»: whole hours from one hour on; what is left is never rounded up. */
function duree(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  return minutes < 60 ? `${Math.max(1, minutes)}\u00A0min` : `${Math.floor(minutes / 60)}\u00A0h`
}

/** A clock, at this instant. `limite` null: nobody to tell. */
export function horloge(
  { limite, faitLe, sansObjet }: { limite: Date | null; faitLe: Date | null; sansObjet: boolean },
  maintenant: Date,
): Horloge {
  if (faitLe) {
    const retard = limite ? faitLe.getTime() - limite.getTime() : 0
    return { ton: 'fait', mots: retard > 0 ? `fait ${duree(retard)} après la limite` : 'fait dans le délai' }
  }
  if (sansObjet || !limite) return { ton: 'sans_objet', mots: 'non nécessaire' }
  const reste = limite.getTime() - maintenant.getTime()
  if (reste < 0) return { ton: 'retard', mots: `en retard de ${duree(-reste)}` }
  return { ton: reste <= HEURES_RAPPEL * HEURE_MS ? 'bientot' : 'loin', mots: `il reste ${duree(reste)}` }
}

/** The two clocks of a caisse. What is set aside has nothing to notify any more. */
export function horlogesDe(part: Part, maintenant: Date): { autrePartie: Horloge; autorite: Horloge } {
  const ecartee = part.etat === 'ecartee'
  return {
    autrePartie: horloge(
      { limite: part.autrePartieAvant, faitLe: part.autrePartieLe, sansObjet: part.autrePartieSansObjet || ecartee },
      maintenant,
    ),
    autorite: horloge(
      { limite: part.autoriteAvant, faitLe: part.autoriteLe, sansObjet: part.autoriteSansObjet || ecartee },
      maintenant,
    ),
  }
}

/** What is still to be done before a breach may be closed, in words; empty when nothing is. */
export function resteAFaire(part: Part): string[] {
  if (part.etat === 'a_qualifier') return ['qualifier la violation']
  if (part.etat === 'ecartee') return []
  return [
    ...(part.autrePartieAvant && !part.autrePartieLe && !part.autrePartieSansObjet
      ? ['dire si l’autre partie est informée']
      : []),
    ...(part.autoriteLe || part.autoriteSansObjet ? [] : ['dire si la CNIL est notifiée']),
    ...(part.personnesLe || part.personnesSansObjet ? [] : ['dire si les personnes sont informées']),
  ]
}

/** Which reminder is due: 1 when the limit is near, 2 once it has passed, 0 for none that was not sent. */
export function rappelDu(horlogeLue: Horloge, deja: number): 0 | 1 | 2 {
  if (horlogeLue.ton === 'retard' && deja < 2) return 2
  return horlogeLue.ton === 'bientot' && deja < 1 ? 1 : 0
}
