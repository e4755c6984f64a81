import type { EvenementJournal } from '@/lib/journal/evenements'
import { etatDeMaintenance } from '@/lib/maintenance/etat'
import { jusquaEnMots } from '@/lib/maintenance/regles'
import { ErreurMetier } from '@/lib/socle/erreurs'

/**
 * What still can be done while the portal is read only: to sign in and out with all that stands in between, to look for
 * something, to keep a draft that is being typed, to tell what can't wait (a stolen account, a breach, something that does not
 * work), and to end the maintenance.
 */
const permis: ReadonlySet<EvenementJournal> = new Set<EvenementJournal>([
  'connexion.ouverte',
  'second_facteur.donne',
  'second_facteur.installe',
  'cle_acces.defi',
  'session.confirmee',
  'session.fermee',
  'cgu.acceptee',
  'mot_de_passe.change',
  'journal.cherche',
  'personne.cherchee',
  'brouillon.cree',
  'brouillon.enregistre',
  'questionnaire.reponse_gardee',
  'incident.signale',
  'incident.traite',
  'violation.declaree',
  'violation.completee',
  'support.signale',
  'support.precise',
  'maintenance.annoncee',
  'maintenance.modifiee',
  'maintenance.annulee',
  'maintenance.entree',
  'maintenance.sortie',
])

/** Refuses an act while the portal is read only, and says until when. `acte`: the row it would leave in the journal. */
export async function refuserEnLectureSeule(acte: EvenementJournal | null, maintenant: Date): Promise<void> {
  if (acte && permis.has(acte)) return
  const { enCours } = await etatDeMaintenance(maintenant)
  if (!enCours) return
  throw new ErreurMetier(
    'indisponible',
    `Le portail est en maintenance et se lit sans rien enregistrer, ${jusquaEnMots(enCours, maintenant)}. Rien n’est parti : ce que vous avez saisi reste à l’écran, recommencez après. Si vous ne pouvez pas attendre, l’autre canal de votre caisse est au bas de la page, sous «\u00a0Un dysfonctionnement\u202f? Qui appeler\u00a0».`,
    undefined,
    Math.max(1, Math.ceil((enCours.finLe.getTime() - maintenant.getTime()) / 1000)),
  )
}
