import { dateSansAnnee } from '@/lib/socle/format'
import { avecArticle, complementDuNom } from '@/lib/socle/francais'

type Details = {
  raison?: string
  avant?: string | null
  apres?: string | null
  de?: string
  vers?: string
  motif?: string | null
  malgre?: number
}

const citee = (raison: string | undefined) => (raison ? `\u00A0: «\u00A0${raison}\u00A0»` : '')

/** What an agent corrected, as the history of both sides says it; null for any other event. */
export function correctionEnMots(type: string, brut: unknown): string | null {
  const { raison, avant, apres, de, vers, motif } = (brut ?? {}) as Details
  switch (type) {
    case 'motif_corrige':
      return `Motif corrigé\u00A0: ${apres}, au lieu de ${avant}`
    case 'urgence_retiree':
    case 'urgence_donnee': {
      const date = apres ? `, réponse avant le ${dateSansAnnee(apres)}` : ''
      return `${type === 'urgence_retiree' ? 'Urgence retirée' : 'Traitée en urgence'}${date}${citee(raison)}`
    }
    case 'transferee':
      return `Transférée ${complementDuNom(de ?? '')} à ${avecArticle(vers ?? '')}${motif ? `, sous le motif ${motif}` : ''}${citee(raison)}`
    default:
      return null
  }
}

/** The caisse of the agent who wrote at that instant, where the demande has gone on to another since. */
export function caisseDAlors(
  evenements: { type: string; le: Date; details: unknown }[],
  instant: Date,
): string | undefined {
  const suivants = evenements.filter(({ type, le }) => type === 'transferee' && le > instant)
  const premier = suivants.sort((a, b) => a.le.getTime() - b.le.getTime())[0]
  return (premier?.details as Details | undefined)?.de
}

/** «Reçue», and what the technicien had read before filing it. */
export function malgreEnMots(brut: unknown): string {
  const { malgre } = (brut ?? {}) as Details
  if (!malgre) return ''
  return malgre > 1 ? `, malgré ${malgre} demandes déjà en cours` : ', malgré une demande déjà en cours'
}
