import type { LigneFile } from '@/components/file/ligne-file'
import { absenceJusquau } from '@/lib/absences/libelles'
import { type EcheanceDite, echeanceEnMots } from '@/lib/demandes/echeance'
import { nomPersonne } from '@/lib/demandes/libelles'
import type { Etat } from '@/lib/demandes/modele'
import type { fileDAttente, LigneLue } from '@/lib/demandes/queries-caisse'
import type { Acteur } from '@/lib/socle/acteur'
import { dateCourte } from '@/lib/socle/format'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

type File = Awaited<ReturnType<typeof fileDAttente>>

/** Rows of the queue as they are read: dates and names in words. */
export function enLignes(file: File, moi: string, maintenant: Date, absents: Acteur['absents'] = []): LigneFile[] {
  const aujourdhui = dateAParis(maintenant)
  const agents = new Map(file.choix.agents.map(({ id, prenom, nom }) => [id, `${prenom.charAt(0)}. ${nom}`]))
  // Followed in the stead of a colleague: the row says for whom, and until when.
  const absences = new Map(absents.map((absent) => [absent.id, absenceJusquau(absent, absent.jusquau, aujourdhui)]))
  for (const { id, prenom, nom } of absents) agents.set(id, `pour ${prenom.charAt(0)}. ${nom}`)
  const jour = (date: DateIso) => dateCourte(date, aujourdhui)
  return file.lignes.map((demande) => ({
    id: demande.id,
    reference: demande.reference,
    objet: demande.objet,
    // Nothing presses any more once it is closed.
    urgent: demande.urgent && !demande.jourCloture,
    etat: demande.etat as Etat,
    nonLus: demande.nonLusCaisse,
    personne: nomPersonne({ ...demande, civilite: null, nomUsage: null }),
    partenaire: file.partenaires.get(demande.partenaireId) ?? '',
    echeance: demande.jourCloture
      ? { mots: jour(demande.jourCloture), ton: 'aucune' }
      : echeanceDe(demande, aujourdhui),
    suiviPar: demande.agentId
      ? (agents.get(demande.agentId) ?? 'ancien agent')
      : demande.jourCloture
        ? 'personne'
        : null,
    ...(demande.agentId && absences.has(demande.agentId) && { absence: absences.get(demande.agentId) }),
    moi: demande.agentId === moi,
    recue: jour(demande.jourDepot),
    ...(demande.transfereeDeId && !demande.jourCloture && { transferee: true as const }),
    ...(file.presences[demande.id] && { presents: file.presences[demande.id] }),
  }))
}

function echeanceDe({ echeanceLe, jourSuspension, seuilAlerteJours }: LigneLue, aujourdhui: DateIso): EcheanceDite {
  const dite = echeanceEnMots(
    {
      echeanceLe,
      suspendue: jourSuspension !== null,
      suspendueLe: jourSuspension,
      seuilAlerteJours,
    },
    aujourdhui,
  )
  return dite.mots ? dite : { mots: 'sans délai', ton: 'aucune' }
}
