import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { echeanceEnMots } from '@/lib/demandes/echeance'
import { libelleIssue } from '@/lib/demandes/registre'
import { joursAttendus } from '@/lib/demandes/regles'
import { dateEtHeure, dateLongue, dateSansAnnee, pluriel } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { type DateIso, dateAParis, joursEntre } from '@/lib/socle/temps'

export type DelaiDit = { titre: string; chaud: boolean; lignes: string[] }

type Horloge = Pick<
  DemandeDeCaisse,
  | 'etat'
  | 'service'
  | 'issue'
  | 'closeLe'
  | 'suspendueLe'
  | 'completeeLe'
  | 'deposeeLe'
  | 'delaiJours'
  | 'seuilAlerteJours'
  | 'echeanceLe'
>

/** The deadline in words, as it heads the page. */
export function delaiEnMots(demande: Horloge, aujourdhui: DateIso): DelaiDit {
  const { etat, closeLe, suspendueLe, completeeLe, deposeeLe, delaiJours, seuilAlerteJours } = demande
  const close = closeLe ? [`le ${dateEtHeure(closeLe)}`] : []
  if (etat === 'annulee') return { titre: 'Annulée par le partenaire', chaud: false, lignes: close }
  if (etat === 'traitee')
    return { titre: 'Traitée', chaud: false, lignes: [libelleIssue(demande.service, demande.issue) ?? '', ...close] }
  if (suspendueLe)
    return {
      titre: 'Délai suspendu',
      chaud: false,
      lignes: [
        `${attenteEnMots({ suspendueLe, joursSuspendus: 0, closeLe: null }, aujourdhui)}, en attente du partenaire`,
        'Il repart de zéro quand le dossier est complet.',
      ],
    }
  const echeanceLe = jourDe(demande.echeanceLe)
  const recue = `reçue le ${dateSansAnnee(dateAParis(deposeeLe), aujourdhui)}`
  if (!echeanceLe) return { titre: 'Sans délai annoncé', chaud: false, lignes: [recue] }
  const { mots, ton } = echeanceEnMots({ echeanceLe, suspendue: false, seuilAlerteJours }, aujourdhui)
  return {
    titre: ton === 'retard' ? `En${mots.slice(2)}` : `À répondre ${mots}`,
    chaud: ton === 'retard' || ton === 'bientot',
    lignes: [
      dateLongue(echeanceLe),
      delaiJours !== null && completeeLe
        ? `${pluriel(delaiJours, 'jour')} depuis le dossier complet, le ${dateSansAnnee(dateAParis(completeeLe), aujourdhui)}`
        : recue,
    ],
  }
}

/**
 * Calendar days of the clock. `ecoules`: since the dossier is complete; once closed, all those the caisse has had, the time spent
 * waiting for the partenaire set apart. `suspendus`: that time, in all.
 */
export function joursDuDelai(
  demande: Pick<DemandeDeCaisse, 'completeeLe' | 'deposeeLe' | 'suspendueLe' | 'closeLe' | 'joursSuspendus'>,
  aujourdhui: DateIso,
): { ecoules: number; suspendus: number } {
  const { completeeLe, deposeeLe, suspendueLe, closeLe } = demande
  const fin = closeLe ? dateAParis(closeLe) : aujourdhui
  const suspendus = joursAttendus(demande, fin)
  if (closeLe) return { ecoules: joursEntre(dateAParis(deposeeLe), fin) - suspendus, suspendus }
  const arret = suspendueLe ? dateAParis(suspendueLe) : fin
  return { ecoules: joursEntre(dateAParis(completeeLe ?? deposeeLe), arret), suspendus }
}

/** «suspendu depuis 4 jours, 12 jours en tout»: what waits for the partenaire, apart from what the caisse takes. */
export function attenteEnMots(
  { suspendueLe, joursSuspendus, closeLe }: Pick<DemandeDeCaisse, 'suspendueLe' | 'joursSuspendus' | 'closeLe'>,
  aujourdhui: DateIso,
): string {
  const enTout = joursAttendus({ suspendueLe, joursSuspendus }, closeLe ? dateAParis(closeLe) : aujourdhui)
  if (!suspendueLe) return pluriel(enTout, 'jour')
  const { mots } = echeanceEnMots(
    { echeanceLe: null, suspendue: true, suspendueLe: dateAParis(suspendueLe), seuilAlerteJours: 0 },
    aujourdhui,
  )
  return joursSuspendus > 0 ? `${mots}, ${pluriel(enTout, 'jour')} en tout` : mots
}
