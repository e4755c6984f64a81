import type { FiltresDerriere } from '@/lib/bilan/derriere'
import { prestationDeFiltre } from '@/lib/bilan/derriere'
import { libellesRendezVous, libellesRespect, prestationCourte } from '@/lib/bilan/libelles'
import type { Jours } from '@/lib/bilan/modele'
import { definitionDe, libelleIssue } from '@/lib/demandes/registre'
import { dateAvecAnnee } from '@/lib/socle/format'

/** What a list behind a figure is called. */
export const titresDerriere: Record<FiltresDerriere['quoi'], string> = {
  deposees: 'Demandes reçues',
  traitees: 'Demandes répondues',
  annulees: 'Demandes annulées par le partenaire',
  ouvertes: 'Demandes ouvertes aujourd’hui',
  retard: 'Demandes en retard aujourd’hui',
  alerte: 'Demandes qui ont passé l’alerte aujourd’hui',
  attente: 'Demandes en attente du partenaire aujourd’hui',
  rendez_vous: 'Demandes avec un rendez-vous',
}

/** What the figure was, in words. */
function criteresEnMots(filtres: FiltresDerriere): string[] {
  const { service, issue, respect, urgent, complement, rouverte, mission, etat } = filtres
  const prestation = prestationDeFiltre(filtres)
  return [
    service && definitionDe(service).libelleCourt,
    prestation !== undefined && prestationCourte[prestation],
    issue && service && (libelleIssue(service, issue) ?? undefined),
    respect && libellesRespect[respect].toLowerCase(),
    urgent && 'urgentes',
    complement && 'avec un complément demandé',
    rouverte && 'rouvertes',
    mission && 'Mission accompagnement santé',
    filtres.piece && 'une pièce manquait',
    filtres.motif && 'un seul motif',
    etat && libellesRendezVous[etat].toLowerCase(),
  ].filter((mot): mot is string => typeof mot === 'string')
}

/** «Du 1er janvier 2026 au 31 mars 2026, PUMa, urgentes»; nothing for all that is open today. */
export function derriereEnMots(filtres: FiltresDerriere, { du, au }: Jours): string {
  const aujourdhui = ['ouvertes', 'retard', 'alerte', 'attente'].includes(filtres.quoi)
  const dates = aujourdhui ? [] : [`Du ${dateAvecAnnee(du)} au ${dateAvecAnnee(au)}`]
  return [...dates, ...criteresEnMots(filtres)].join(', ')
}
