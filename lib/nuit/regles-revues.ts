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
  // The shortest rhythm of the caisses in force, asked day by day since they come and go.
  for (let le = depuis; le <= jour; le = ajouterJours(le, 1)) {
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
  for (let le = depuis; le <= jour; le = ajouterJours(le, 1)) {
    if (!relancesDues(revue, le) || !parts.some((part) => enVigueur(part, le))) continue
    const { id: revueId } = revue
    return [{ type: 'revue_relancee', cle: `revue_relancee:${revueId}:${le}`, le, caisseId: null, revueId }]
  }
  return []
}

function suspensions({ depuis, parts, reglages }: Situation, revue: RevueSituee, jour: DateIso): ActeDu[] {
  return parts.flatMap((part): ActeDu[] => {
    const { caisseId } = part
    const delai = reglages[caisseId]?.revueSuspensionJours ?? null
    if (delai === null) return []
    const le = auPlusTot(ajouterJours(revue.echeanceLe, Math.max(delai, 1)), depuis)
    if (le > jour || !suspensionDue(revue.echeanceLe, delai, le) || !enVigueur(part, le)) return []
    if (part.suspensions.some(({ finLe }) => finLe === null)) return []
    const { id: revueId } = revue
    return [{ type: 'revue_suspension', cle: `revue_suspension:${revueId}:${caisseId}`, le, caisseId, revueId }]
  })
}
