import { appliquer } from '@/lib/conventions/cycle'
import type { ActeDu, Situation } from '@/lib/nuit/modele'
import { actesDesComptes } from '@/lib/nuit/regles-comptes'
import { actesDesConventions } from '@/lib/nuit/regles-conventions'
import { actesDesRevues } from '@/lib/nuit/regles-revues'
import { type DateIso, debutDuJour } from '@/lib/socle/temps'

/** On the same day, in this order: what happens to the conventions, to the accounts, then what is told. */
const rangs: Record<ActeDu['type'], number> = {
  transition: 0,
  acces_ferme: 1,
  compte_ferme: 2,
  inactivation_retenue: 3,
  structure_ouverte: 4,
  revue_ouverte: 5,
  revue_relancee: 6,
  revue_suspension: 7,
  fin_annoncee: 8,
  reconduction_annoncee: 9,
}

const plusTot = (a: ActeDu, b: ActeDu) =>
  a.le !== b.le ? (a.le < b.le ? -1 : 1) : rangs[a.type] - rangs[b.type] || (a.cle < b.cle ? -1 : 1)

/** Known by the state they leave: done again when somebody has undone them. The others are told once. */
const etatsEcrits = new Set<ActeDu['type']>(['transition', 'compte_ferme'])

/** Everything that is due by that day, whatever order it comes in. */
function candidats(situation: Situation, jour: DateIso): ActeDu[] {
  return [
    ...actesDesConventions(situation, jour),
    ...actesDesComptes(situation, jour),
    ...actesDesRevues(situation, jour),
  ].filter(({ type, cle, le }) => le <= jour && (etatsEcrits.has(type) || !situation.faits.includes(cle)))
}

/**
 * What the night of that day does for a partenaire, in the order of the days it was due: the earliest act is taken, its effect
 * is counted, and the next one is looked for. So ten missed nights give the same acts, with the same dates, as every night on
 * time; and once they are written, nothing is due any more.
 */
export function actesDus(situation: Situation, jour: DateIso): ActeDu[] {
  const actes: ActeDu[] = []
  let courante = situation
  for (;;) {
    const [acte] = candidats(courante, jour).sort(plusTot)
    if (!acte) return actes
    actes.push(acte)
    courante = apres(courante, acte)
  }
}

/** The situation once the act is done. */
function apres(situation: Situation, acte: ActeDu): Situation {
  const suite = { ...situation, faits: [...situation.faits, acte.cle] }
  switch (acte.type) {
    case 'transition': {
      const { partId, due } = acte
      return { ...suite, parts: suite.parts.map((part) => (part.id === partId ? appliquer(part, due) : part)) }
    }
    case 'compte_ferme': {
      const ferme = { etat: 'inactif', inactivationPrevueLe: null }
      return { ...suite, comptes: suite.comptes.map((c) => (c.id === acte.compteId ? { ...c, ...ferme } : c)) }
    }
    case 'revue_ouverte': {
      const { structureId, le: ouverteLe, cle: id, echeanceLe } = acte
      const revue = { id, structureId, ouverteLe, echeanceLe, relanceeLe: null, signeeLe: null }
      return { ...suite, revues: [...suite.revues, revue] }
    }
    case 'revue_relancee':
      return {
        ...suite,
        revues: suite.revues.map((r) => (r.id === acte.revueId ? { ...r, relanceeLe: acte.le } : r)),
      }
    case 'revue_suspension': {
      const suspension = { debutLe: debutDuJour(acte.le), finLe: null, motif: '' }
      const parts = suite.parts.map((part) =>
        part.caisseId === acte.caisseId ? { ...part, suspensions: [...part.suspensions, suspension] } : part,
      )
      return { ...suite, parts }
    }
    default:
      return suite
  }
}
