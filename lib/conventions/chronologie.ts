import { anniversaires, type Cycle, fenetreDenonciation, finPrevue, type Part, periode } from '@/lib/conventions/cycle'
import { estVivante } from '@/lib/conventions/regles'
import { ajouterJours, type DateIso } from '@/lib/socle/temps'

/** A date of the life of a convention: past as it happened, future as it will happen if nothing else is decided. */
export type DateDeConvention =
  | { type: 'signature'; le: DateIso; qui: string[]; toutes: boolean }
  | { type: 'utilisation_signee'; le: DateIso; caisses: string[] }
  | { type: 'effet'; le: DateIso; avecUtilisation: boolean }
  | { type: 'utilisation_effet'; le: DateIso; caisses: string[] }
  | { type: 'reconduction'; le: DateIso; caisses: string[]; toutes: boolean; jusquau: DateIso; mois: number }
  | { type: 'avenant'; le: DateIso; id: string; numero: number; objet: string; effetLe: DateIso; caisseIds: string[] }
  | { type: 'avenant_effet'; le: DateIso; numero: number }
  | { type: 'evenement'; le: DateIso; id: string; evenement: string }
  | { type: 'aujourdhui'; le: DateIso }
  | { type: 'fin'; le: DateIso; caisseId: string; caisse: string; causeFin: string | null }
  | { type: 'echeance'; le: DateIso; caisse: string }
  | { type: 'structure'; le: DateIso; nom: string }
  | { type: 'revue'; le: DateIso; nombre: number }
  | { type: 'copil'; le: DateIso; caisse: string; tenu: boolean; libelle: string; adresse: string }
  | { type: 'limite'; le: DateIso; finLe: DateIso }

export type PartChronologique = {
  caisseId: string
  nom: string
  cycle: Cycle | null
  part: Part
  signeeLe: DateIso | null
  utilisationSigneeLe: DateIso | null
}

export type SourcesChronologie = {
  partenaire: { nom: string; signeLe: DateIso | null }
  tiers: { nom: string; signeeLe: DateIso | null }[]
  effetLe: DateIso | null
  parts: PartChronologique[]
  avenants: { id: string; objet: string; signeLe: DateIso; effetLe: DateIso; caisseIds: string[] }[]
  /** Acts of persons; what rules give is not read from the record, which the night may write late. */
  evenements: { id: string; type: string; le: DateIso }[]
  structures: { nom: string; ouvreLe: DateIso | null }[]
  revues: DateIso[]
  /** Meetings of the two sides, held or to come, as the reader reaches them. */
  copils?: { le: DateIso; caisse: string; tenu: boolean; libelle: string; adresse: string }[]
  /** The caisse of the reader: the last day to denounce is told for its own part. */
  caisseId: string | null
}

/** The dates of a convention in order, today among them. On one day: what ends comes before what begins. */
export function datesDeLaConvention(sources: SourcesChronologie, aujourdhui: DateIso): DateDeConvention[] {
  const dates = [
    ...signatures(sources),
    ...effets(sources),
    ...(sources.parts.length > 0 ? reconductions(sources, aujourdhui) : []),
    ...avenants(sources, aujourdhui),
    ...sources.evenements.map(({ id, type, le }): DateDeConvention => ({ type: 'evenement', le, id, evenement: type })),
    ...(sources.copils ?? []).map((copil): DateDeConvention => ({ type: 'copil', ...copil })),
    { type: 'aujourdhui', le: aujourdhui } as const,
    ...aVenir(sources, aujourdhui),
  ]
  return dates
    .map((date, rang) => ({ date, rang }))
    .sort((a, b) =>
      a.date.le < b.date.le
        ? -1
        : a.date.le > b.date.le
          ? 1
          : ordre(a.date, aujourdhui) - ordre(b.date, aujourdhui) || a.rang - b.rang,
    )
    .map(({ date }) => date)
}

/** What is recorded today has happened; what happens today by rule stands after «Aujourd’hui». */
function ordre({ type, le }: DateDeConvention, aujourdhui: DateIso): number {
  if (type === 'aujourdhui') return 1
  if (le !== aujourdhui) return 0
  return ['fin', 'echeance', 'limite', 'revue', 'structure'].includes(type) ? 2 : 0
}

function signatures({ partenaire, tiers, parts }: SourcesChronologie): DateDeConvention[] {
  const toutes = [
    { nom: partenaire.nom, le: partenaire.signeLe },
    ...parts.map(({ nom, signeeLe }) => ({ nom, le: signeeLe })),
    ...tiers.map(({ nom, signeeLe }) => ({ nom, le: signeeLe })),
  ]
  const parJour = grouper(toutes.flatMap(({ nom, le }) => (le ? [{ le, nom }] : [])))
  const utilisations = grouper(
    parts.flatMap(({ nom, utilisationSigneeLe, signeeLe }) =>
      utilisationSigneeLe && utilisationSigneeLe !== signeeLe ? [{ le: utilisationSigneeLe, nom }] : [],
    ),
  )
  return [
    ...parJour.map(
      ([le, qui]): DateDeConvention => ({ type: 'signature', le, qui, toutes: qui.length === toutes.length }),
    ),
    ...utilisations.map(([le, caisses]): DateDeConvention => ({ type: 'utilisation_signee', le, caisses })),
  ]
}

function effets({ effetLe, parts }: SourcesChronologie): DateDeConvention[] {
  if (!effetLe) return []
  const signees = parts.filter(({ part }) => part.etat !== 'brouillon')
  const apart = signees.filter(({ part }) => part.utilisationEffetLe !== null && part.utilisationEffetLe !== effetLe)
  const avecUtilisation = signees.length > 0 && apart.length === 0
  return [
    { type: 'effet', le: effetLe, avecUtilisation },
    ...grouper(apart.map(({ nom, part }) => ({ le: part.utilisationEffetLe as DateIso, nom }))).map(
      ([le, caisses]): DateDeConvention => ({ type: 'utilisation_effet', le, caisses }),
    ),
  ]
}

/** Renewals that have passed, and the next one of each part that nothing stops. */
function reconductions({ parts }: SourcesChronologie, aujourdhui: DateIso): DateDeConvention[] {
  const vecues = parts.flatMap(({ nom, cycle, part }) => {
    if (!cycle || part.etat === 'brouillon') return []
    const fin = finPrevue(cycle, part)
    const prochaine = periode(cycle, aujourdhui).finLe
    const jusqua = estVivante({ etat: part.etat, finLe: fin }, aujourdhui)
      ? ajouterJours(prochaine, 1)
      : (fin ?? aujourdhui)
    return anniversaires(cycle, cycle.effetLe, fin !== null && fin < jusqua ? fin : jusqua).map(
      ({ debutLe, finLe }) => ({
        le: debutLe,
        nom,
        jusquau: fin !== null && fin < finLe ? fin : finLe,
        mois: cycle.dureeMois,
      }),
    )
  })
  const concernees = parts.filter(({ part }) => part.etat !== 'brouillon').length
  return grouper(vecues).map(([le, caisses]): DateDeConvention => {
    const premiere = vecues.find((vecue) => vecue.le === le)
    return {
      type: 'reconduction',
      le,
      caisses,
      toutes: caisses.length === concernees,
      jusquau: premiere?.jusquau ?? le,
      mois: premiere ? Math.max(1, moisEntre(le, ajouterJours(premiere.jusquau, 1))) : 0,
    }
  })
}

function avenants({ avenants: lus }: SourcesChronologie, aujourdhui: DateIso): DateDeConvention[] {
  return lus.flatMap(({ signeLe, ...avenant }, rang): DateDeConvention[] => [
    { type: 'avenant', le: signeLe, numero: rang + 1, ...avenant },
    ...(avenant.effetLe > aujourdhui
      ? [{ type: 'avenant_effet', le: avenant.effetLe, numero: rang + 1 } as const]
      : []),
  ])
}

function aVenir(sources: SourcesChronologie, aujourdhui: DateIso): DateDeConvention[] {
  const vivantes = sources.parts.flatMap((ligne) => {
    const finLe = ligne.cycle ? finPrevue(ligne.cycle, ligne.part) : ligne.part.finLe
    return ligne.part.etat === 'brouillon' ? [] : [{ ...ligne, finLe }]
  })
  const mienne = vivantes.find(({ caisseId }) => caisseId === sources.caisseId)
  return [
    ...vivantes.flatMap(({ caisseId, nom, part, finLe }): DateDeConvention[] =>
      finLe ? [{ type: 'fin', le: finLe, caisseId, caisse: nom, causeFin: part.causeFin ?? null }] : [],
    ),
    ...vivantes.flatMap(({ nom, part, finLe }): DateDeConvention[] =>
      part.miseEnDemeureEcheanceLe && estVivante({ etat: part.etat, finLe }, aujourdhui)
        ? [{ type: 'echeance', le: part.miseEnDemeureEcheanceLe, caisse: nom }]
        : [],
    ),
    ...sources.structures.flatMap(({ nom, ouvreLe }): DateDeConvention[] =>
      ouvreLe && ouvreLe > aujourdhui ? [{ type: 'structure', le: ouvreLe, nom }] : [],
    ),
    ...grouper(sources.revues.map((le) => ({ le, nom: '' }))).map(
      ([le, lignes]): DateDeConvention => ({ type: 'revue', le, nombre: lignes.length }),
    ),
    ...(mienne?.cycle && mienne.finLe === null && mienne.part.etat !== 'resiliee' && mienne.part.etat !== 'echue'
      ? [limite(mienne.cycle, aujourdhui)]
      : []),
  ]
}

/** The next day after which a dénonciation waits for another anniversary. */
function limite(cycle: Cycle, aujourdhui: DateIso): DateDeConvention {
  let { finLe } = periode(cycle, aujourdhui)
  while (fenetreDenonciation(cycle, finLe) < aujourdhui) finLe = periode(cycle, ajouterJours(finLe, 1)).finLe
  return { type: 'limite', le: fenetreDenonciation(cycle, finLe), finLe }
}

function moisEntre(debut: DateIso, fin: DateIso): number {
  const [a, m] = debut.split('-').map(Number) as [number, number]
  const [b, n] = fin.split('-').map(Number) as [number, number]
  return (b - a) * 12 + n - m
}

function grouper(lignes: { le: DateIso; nom: string }[]): [DateIso, string[]][] {
  const parJour = new Map<DateIso, string[]>()
  for (const { le, nom } of lignes) parJour.set(le, [...(parJour.get(le) ?? []), nom])
  return [...parJour]
}
