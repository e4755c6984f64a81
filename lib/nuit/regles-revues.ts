import { enVigueur } from '@/lib/conventions/acces'
import type { ActeDu, RevueSituee, Situation } from '@/lib/nuit/modele'
import { auPlusTot } from '@/lib/nuit/regles-conventions'
import { prochaineRevue, relancesDues, suspensionDue } from '@/lib/revues/regles'
import { ajouterJours, type DateIso } from '@/lib/socle/temps'

/** Revues to open by the interval of the caisses, to remind, and suspensions where a caisse has set a delay for them. */
export function actesDesRevues(situation: Situation, jour: DateIso): ActeDu[] {
  return [
    ...situation.structures.flatMap(({ id }) => ouverture(situation, id, jour)),
    ...situation.revues
      .filter(({ signeeLe }) => signeeLe === null)
      .flatMap((revue) => [...relance(situation, revue, jour), ...suspensions(situation, revue, jour)]),
  ]
}

function ouverture(situation: Situation, structureId: string, jour: DateIso): ActeDu[] {
  const { depuis, parts, reglages } = situation
  const revues = situation.revues.filter((revue) => revue.structureId === structureId)
  const comptes = situation.comptes.filter((compte) => compte.structureId === structureId && compte.etat !== 'inactif')
  if (revues.some(({ signeeLe }) => signeeLe === null) || comptes.length === 0) return []
  const derniere =
    revues
      .map(({ signeeLe }) => signeeLe as DateIso)
      .sort()
      .at(-1) ?? null
  const premier = comptes.map(({ creeLe }) => creeLe).sort()[0] as DateIso
  // The shortest interval of the caisses in force: asked day by day, since they come and go.
  // The shortest rhythm of the caisses in force.
  for (const le of jusquAu(depuis, jour)) {
    const reglees = parts.filter((part) => enVigueur(part, le)).flatMap(({ caisseId }) => reglages[caisseId] ?? [])
    if (reglees.length === 0) continue
    const intervalle = Math.min(...reglees.map(({ intervalleRevueMois }) => intervalleRevueMois))
    if (prochaineRevue(derniere, premier, intervalle) > le) continue
    const echeanceLe = ajouterJours(le, Math.min(...reglees.map(({ revueDelaiJours }) => revueDelaiJours)))
    const cle = `revue_ouverte:${structureId}:${le}`
    return [{ type: 'revue_ouverte', cle, le, caisseId: null, structureId, echeanceLe }]
  }
  return []
}

function relance({ depuis, parts }: Situation, revue: RevueSituee, jour: DateIso): ActeDu[] {
  const le = jusquAu(depuis, jour).find(
    (date) => relancesDues(revue, date) && parts.some((part) => enVigueur(part, date)),
  )
  if (!le) return []
  const { id: revueId } = revue
  return [{ type: 'revue_relancee', cle: `revue_relancee:${revueId}:${le}`, le, caisseId: null, revueId }]
}

/** Days from one to another, both included: conventions come and go, so each is asked. */
function jusquAu(premier: DateIso, dernier: DateIso): DateIso[] {
  const jours: DateIso[] = []
  for (let date = premier; date <= dernier; date = ajouterJours(date, 1)) jours.push(date)
  return jours
}

function suspensions({ depuis, parts, reglages }: Situation, revue: RevueSituee, jour: DateIso): ActeDu[] {
  return parts.flatMap((part): ActeDu[] => {
    const { caisseId } = part
    const delai = reglages[caisseId]?.revueSuspensionJours ?? null
    if (delai === null) return []
    if (part.suspensions.some(({ finLe }) => finLe === null)) return []
    const premier = auPlusTot(ajouterJours(revue.echeanceLe, Math.max(delai, 1)), depuis)
    const le = jusquAu(premier, jour).find(
      (date) => enVigueur(part, date) && suspensionDue(revue.echeanceLe, delai, date),
    )
    if (!le) return []
    const { id: revueId } = revue
    return [{ type: 'revue_suspension', cle: `revue_suspension:${revueId}:${caisseId}`, le, caisseId, revueId }]
  })
}
