import { fenetreDenonciation } from '@/lib/conventions/cycle'
import type { PartSituee } from '@/lib/conventions/parts'
import type { ActeDu } from '@/lib/nuit/modele'
import { dateAvecAnnee } from '@/lib/socle/format'
import { ajouterJours } from '@/lib/socle/temps'

/** Names of what an act is about, as far as they are known. */
export type Noms = {
  partenaire: string
  structures: Record<string, string>
  comptes: Record<string, string>
  parts: Record<string, PartSituee>
}

const le = dateAvecAnnee

/** What happens, in one sentence without its subject: the partenaire stands beside. */
export function phraseActe(acte: ActeDu, noms: Noms): string {
  const compte = 'compteId' in acte ? (noms.comptes[acte.compteId] ?? 'Un compte') : ''
  const structure = 'structureId' in acte ? noms.structures[acte.structureId] : ''
  switch (acte.type) {
    case 'transition':
      return phraseTransition(acte.due)
    case 'fin_annoncee':
      return `L’accès se ferme à la fin du ${le(acte.fin)}\u00a0: les gestionnaires en sont prévenus.`
    case 'reconduction_annoncee': {
      const cycle = noms.parts[acte.partId]?.cycle
      const limite = cycle && fenetreDenonciation(cycle, ajouterJours(acte.anniversaire, -1))
      return `La convention se reconduit le ${le(acte.anniversaire)}${limite ? `\u00a0; elle peut être dénoncée jusqu’au ${le(limite)}` : ''}.`
    }
    case 'acces_ferme':
      return `L’accès est fermé depuis la fin du ${le(acte.fin)}\u00a0: les gestionnaires en sont prévenus.`
    case 'structure_ouverte':
      return `${structure} a accès au portail à partir du ${le(acte.le)}.`
    case 'compte_ferme':
      return `${compte} est inactivé.`
    case 'inactivation_retenue':
      return `${compte} devait être inactivé le ${le(acte.prevueLe)}, et reste ouvert\u00a0: habilitez un successeur.`
    case 'revue_ouverte':
      return `Une revue des habilitations s’ouvre${structure ? ` pour ${structure}` : ''}.`
    case 'revue_relancee':
      return 'Les gestionnaires sont relancés pour la revue des habilitations.'
    case 'revue_suspension':
      return 'L’accès est suspendu\u00a0: la revue des habilitations n’est pas signée.'
  }
}

function phraseTransition(due: Extract<ActeDu, { type: 'transition' }>['due']): string {
  if (due.type === 'prise_effet') return `La convention prend effet le ${le(due.le)}.`
  if (due.type === 'reconduite') return `La convention est reconduite le ${le(due.le)}, jusqu’au ${le(due.jusquau)}.`
  return `La convention a pris fin le ${le(due.jusquau)}.`
}

/** Why it happens: said in the preview, and kept in the journal. */
export function causeActe(acte: ActeDu): string {
  switch (acte.type) {
    case 'transition':
      return {
        prise_effet: 'Date d’effet atteinte',
        reconduite: 'Tacite reconduction',
        echue: 'Dernier jour passé',
        resiliee: 'Résiliation décidée',
      }[acte.due.type]
    case 'fin_annoncee':
      return 'Fin prochaine'
    case 'reconduction_annoncee':
      return 'Anniversaire prochain'
    case 'acces_ferme':
      return 'Fin de la convention'
    case 'structure_ouverte':
      return 'Date d’ouverture atteinte'
    case 'compte_ferme':
      return acte.cause === 'conventions' ? 'Fin de la dernière convention' : 'Date demandée'
    case 'inactivation_retenue':
      return 'Dernier gestionnaire actif de la structure'
    case 'revue_ouverte':
      return 'Intervalle fixé par la caisse'
    case 'revue_relancee':
      return 'Revue pas encore signée'
    case 'revue_suspension':
      return 'Délai fixé par la caisse'
  }
}
