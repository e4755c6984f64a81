import { Temporal } from 'temporal-polyfill'
import { enVigueur, finDe, partFinie } from '@/lib/conventions/acces'
import { anniversaires, transitionsDues } from '@/lib/conventions/cycle'
import type { PartSituee } from '@/lib/conventions/parts'
import { rappelsAvantFin } from '@/lib/conventions/regles'
import type { ActeDu, Situation } from '@/lib/nuit/modele'
import { ajouterJours, type DateIso } from '@/lib/socle/temps'

/** A renewal is told two weeks before the last day on which it can be declined. */
const annonceReconductionJours = 14
/** An end or an opening older than this when the portal first looks at it is history: nobody is told. */
const oubliJours = 30

export const auPlusTot = (due: DateIso, depuis: DateIso): DateIso => (due < depuis ? depuis : due)
const recent = (due: DateIso, depuis: DateIso) => due >= ajouterJours(depuis, -oubliJours)
const moisAvant = (date: DateIso, mois: number) => Temporal.PlainDate.from(date).subtract({ months: mois }).toString()

/** Transitions of the parts, what is told of them, and the structures that open. */
export function actesDesConventions(situation: Situation, jour: DateIso): ActeDu[] {
  return [
    ...situation.parts.flatMap((part) => [
      ...transitions(part, jour),
      ...annonces(situation, part, jour),
      ...fermetures(situation, part, jour),
    ]),
    ...ouvertures(situation),
  ]
}

function transitions(part: PartSituee, jour: DateIso): ActeDu[] {
  if (!part.cycle) return []
  const { id: partId, caisseId } = part
  return transitionsDues(part.cycle, part, jour).map((due) => ({
    type: 'transition',
    cle: `${due.type}:${partId}:${due.le}`,
    le: due.le,
    caisseId,
    partId,
    due,
  }))
}

function annonces({ depuis, reglages }: Situation, part: PartSituee, jour: DateIso): ActeDu[] {
  const { id: partId, caisseId, cycle } = part
  if (!cycle || partFinie(part, depuis)) return []
  const fin = finDe(part)
  if (fin !== null) {
    return rappelsAvantFin.flatMap((avant): ActeDu[] => {
      const le = auPlusTot(ajouterJours(fin, -avant), depuis)
      const cle = `fin_annoncee:${partId}:${fin}:${avant}`
      return le <= fin ? [{ type: 'fin_annoncee', cle, le, caisseId, partId, fin }] : []
    })
  }
  // Told while a dénonciation is still possible: before the notice that the caisse or the convention asks for.
  const mois = Math.max(reglages[caisseId]?.preavisRenouvellementMois ?? 0, cycle.preavisMois ?? 0)
  const horizon = Temporal.PlainDate.from(jour).add({ months: mois, days: annonceReconductionJours }).toString()
  return anniversaires(cycle, depuis, horizon).flatMap(({ debutLe }): ActeDu[] => {
    const le = auPlusTot(ajouterJours(moisAvant(debutLe, mois), -annonceReconductionJours), depuis)
    const cle = `reconduction_annoncee:${partId}:${debutLe}`
    return le < debutLe ? [{ type: 'reconduction_annoncee', cle, le, caisseId, partId, anniversaire: debutLe }] : []
  })
}

function fermetures({ depuis }: Situation, part: PartSituee, jour: DateIso): ActeDu[] {
  const { id: partId, caisseId } = part
  const fin = finDe(part)
  if (fin === null || !partFinie(part, jour)) return []
  const due = ajouterJours(fin, 1)
  if (!recent(due, depuis)) return []
  return [{ type: 'acces_ferme', cle: `acces_ferme:${partId}:${fin}`, le: due, caisseId, partId, fin }]
}

/** A structure that opens after the convention took effect. When both come together, the effect is told, and that is enough. */
function ouvertures({ depuis, parts, structures }: Situation): ActeDu[] {
  return structures.flatMap(({ id: structureId, ouvreLe }): ActeDu[] => {
    if (ouvreLe === null || !recent(ouvreLe, depuis)) return []
    const dejaEnVigueur = parts.some((part) => enVigueur(part, ajouterJours(ouvreLe, -1)) && enVigueur(part, ouvreLe))
    if (!dejaEnVigueur) return []
    const cle = `structure_ouverte:${structureId}:${ouvreLe}`
    return [{ type: 'structure_ouverte', cle, le: ouvreLe, caisseId: null, structureId }]
  })
}
