import { Temporal } from 'temporal-polyfill'
import { finDe, partenariatTermine } from '@/lib/conventions/acces'
import { conservationBrouillonJours } from '@/lib/demandes/regles'
import { effacementLe } from '@/lib/habilitations/regles'
import type { ActeDu, ActeDuCompte, CompteSitue, Situation, SituationCompte } from '@/lib/nuit/modele'
import { auPlusTot } from '@/lib/nuit/regles-conventions'
import { ajouterJours, type DateIso } from '@/lib/socle/temps'

/** Accounts of a partenaire: all of them when its last convention is over (règles du domaine, §2), those whose day has come (§3). */
export function actesDesComptes(situation: Situation, jour: DateIso): ActeDu[] {
  const finLe = finDuPartenariat(situation, jour)
  return situation.comptes.flatMap((compte): ActeDu[] => {
    if (compte.etat === 'inactif') return []
    const { id: compteId } = compte
    const prevu = inactivationPrevue(situation, compte)
    if (finLe === null || (prevu?.type === 'compte_ferme' && prevu.le <= finLe)) return prevu ? [prevu] : []
    const le = auPlusTot(finLe, compte.creeLe)
    const cle = `compte_ferme:${compteId}:${le}`
    const ferme: ActeDu = { type: 'compte_ferme', cle, le, caisseId: null, compteId, cause: 'conventions' }
    return prevu?.type === 'inactivation_retenue' && prevu.le < le ? [prevu, ferme] : [ferme]
  })
}

/** First day without any convention, in force or to come; null while there is one. */
function finDuPartenariat({ parts }: Situation, jour: DateIso): DateIso | null {
  if (!partenariatTermine(parts, jour)) return null
  const fins = parts.map((part) => finDe(part)).filter((fin) => fin !== null)
  // A part given up before any date was set ended on no day: the night that sees it is the first.
  return fins.length === parts.length ? ajouterJours(fins.sort().at(-1) as DateIso, 1) : jour
}

function inactivationPrevue({ comptes, depuis }: Situation, compte: CompteSitue): ActeDu | null {
  const { id: compteId, inactivationPrevueLe: prevueLe } = compte
  if (prevueLe === null) return null
  const commun = { compteId, caisseId: null }
  const cle = `compte_ferme:${compteId}:${prevueLe}`
  if (compte.profil !== 'gestionnaire' || compte.etat !== 'actif')
    return { ...commun, type: 'compte_ferme', cle, le: prevueLe, cause: 'date_prevue' }
  const successeurs = comptes.filter(
    (autre) =>
      autre.id !== compteId &&
      autre.structureId === compte.structureId &&
      autre.profil === 'gestionnaire' &&
      autre.etat === 'actif',
  )
  if (successeurs.length === 0) {
    const retenue = `inactivation_retenue:${compteId}:${prevueLe}`
    return { ...commun, type: 'inactivation_retenue', cle: retenue, le: auPlusTot(prevueLe, depuis), prevueLe }
  }
  // Held back until a successor came: the account served until that day.
  const relaisLe = successeurs.map((autre) => autre.activeLe ?? autre.creeLe).sort()[0] as DateIso
  return { ...commun, type: 'compte_ferme', cle, le: auPlusTot(prevueLe, relaisLe), cause: 'date_prevue' }
}

/** A password change is told two weeks before; an activation link left unused, and a draft about to go, a week. */
const annonceMotDePasseJours = 14
const lienOublieJours = 7
const annonceBrouillonJours = 7

/** What is due for one account by that day, on either side. A deleted account is told nothing. */
export function actesDuCompte(situation: SituationCompte, jour: DateIso): ActeDuCompte[] {
  const { compteId, etat, depuis, creeLe, inactiveLe, motDePasseLe, motDePasseMois, brouillonLe, faits } = situation
  const actes: ActeDuCompte[] = []
  if (etat === 'inactif' && inactiveLe !== null)
    actes.push({ type: 'compte_supprime', cle: `compte_supprime:${compteId}`, le: effacementLe(inactiveLe) })
  if (etat === 'attente_activation') {
    const le = auPlusTot(ajouterJours(creeLe, lienOublieJours), depuis)
    actes.push({ type: 'lien_non_utilise', cle: `lien_non_utilise:${compteId}`, le })
  }
  if (etat === 'actif' && motDePasseLe !== null && motDePasseMois !== null) {
    const limite = Temporal.PlainDate.from(motDePasseLe).add({ months: motDePasseMois }).toString()
    const le = auPlusTot(ajouterJours(limite, -annonceMotDePasseJours), depuis)
    if (le < limite) actes.push({ type: 'mot_de_passe_bientot', cle: `mot_de_passe:${compteId}:${limite}`, le, limite })
  }
  if (etat === 'actif' && brouillonLe !== null) {
    const limite = ajouterJours(brouillonLe, conservationBrouillonJours)
    const le = auPlusTot(ajouterJours(limite, -annonceBrouillonJours), depuis)
    if (le < limite) actes.push({ type: 'brouillon_bientot', cle: `brouillon:${compteId}:${limite}`, le, limite })
  }
  return actes.filter(({ cle, le }) => le <= jour && !faits.includes(cle)).sort((a, b) => (a.le < b.le ? -1 : 1))
}
