import { echeanceEnMots } from '@/lib/demandes/echeance'
import type { DemandeDeCaisse } from '@/lib/demandes/queries-caisse'
import { libelleIssue } from '@/lib/demandes/registre'
import { dateEtHeure, dateLongue, dateSansAnnee, pluriel } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { type DateIso, dateAParis, joursEntre } from '@/lib/socle/temps'

export type DelaiDit = { titre: string; chaud: boolean; lignes: string[] }

/** The deadline in words, as it heads the page. */
export function delaiEnMots(demande: DemandeDeCaisse, aujourdhui: DateIso): DelaiDit {
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
        `depuis le ${dateSansAnnee(dateAParis(suspendueLe), aujourdhui)}, en attente du partenaire`,
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

/** Calendar days of the clock: elapsed since the dossier is complete, stopped in all. */
export function joursDuDelai(demande: DemandeDeCaisse, aujourdhui: DateIso): { ecoules: number; suspendus: number } {
  const { completeeLe, deposeeLe, suspendueLe, closeLe, joursSuspendus } = demande
  const fin = closeLe ? dateAParis(closeLe) : aujourdhui
  const arret = suspendueLe ? dateAParis(suspendueLe) : fin
  return {
    ecoules: joursEntre(dateAParis(completeeLe ?? deposeeLe), arret),
    suspendus: joursSuspendus + joursEntre(arret, fin),
  }
}
