import fc from 'fast-check'
import { appliquer, type Cycle, finsPossibles, type Part, terme, transitionsDues } from '@/lib/conventions/cycle'
import { etatsEnVigueur, etatVivant } from '@/lib/conventions/regles'
import { type Acte, type Convention, ecrireJour, type Histoire, type Jour } from './oracle'

/** 1 January 2024. */
export const origine: Jour = 19_723

const apres = (min: number, max: number) => fc.integer({ min, max })

const actes: fc.Arbitrary<Acte[]> = fc
  .array(
    fc.oneof(
      fc.record({ type: fc.constant('denonciation' as const), jour: apres(0, 1_200) }),
      fc.record({
        type: fc.constant('mise_en_demeure' as const),
        jour: apres(0, 1_200),
        delai: fc.constantFrom(0, 15, 30),
      }),
      fc.record({ type: fc.constant('regularisation' as const), jour: apres(0, 1_200) }),
      fc
        .record({
          type: fc.constant('resiliation' as const),
          jour: apres(0, 1_200),
          attente: fc.constantFrom(0, 0, 1, 12, 90),
        })
        .map(({ attente, ...acte }) => ({ ...acte, effet: acte.jour + attente })),
    ),
    { maxLength: 5 },
  )
  .map((liste) => liste.sort((a, b) => a.jour - b.jour))

const convention: fc.Arbitrary<Convention> = fc
  .record({
    caisse: fc.constantFrom(0, 1, 2),
    signature: fc.option(apres(0, 60), { freq: 6 }),
    effet: apres(0, 90),
    retard: fc.constantFrom(0, 0, 0, 1, 30, 400),
    dureeMois: fc.constantFrom(1, 6, 12, 12, 24),
    tacite: fc.boolean(),
    preavisMois: fc.constantFrom(0, 1, 3),
    actes,
  })
  .map(({ signature, effet, retard, ...reste }) => {
    const debut = origine + effet
    return {
      ...reste,
      // Signed at the latest the day it takes effect; its acts come after.
      signature: signature === null ? null : Math.min(origine + signature, debut),
      effet: debut,
      utilisation: debut + retard,
      actes: reste.actes.map((acte) => ({
        ...acte,
        jour: debut + acte.jour,
        ...('effet' in acte && { effet: debut + acte.effet }),
      })),
    }
  })

const suspension = fc
  .record({ caisse: fc.constantFrom(0, 1, 2), du: apres(0, 1_300), duree: fc.option(apres(0, 200)) })
  .map(({ caisse, du, duree }) => ({ caisse, du: origine + du, au: duree === null ? null : origine + du + duree }))

export const histoires: fc.Arbitrary<Histoire> = fc.record({
  conventions: fc.array(convention, { minLength: 1, maxLength: 4 }),
  suspensions: fc.array(suspension, { maxLength: 2 }),
  ouverture: fc.option(
    apres(0, 500).map((jour) => origine + jour),
    { freq: 2 },
  ),
})

export type PartEcrite = { cycle: Cycle; part: Part & { causeFin: string | null; reconduiteLe: string | null } }

const cycleDe = ({ effet, dureeMois, tacite, preavisMois }: Convention): Cycle => ({
  effetLe: ecrireJour(effet),
  dureeMois,
  taciteReconduction: tacite,
  preavisMois,
})

/**
 * The row of a convention as the product has written it by that day: the acts of people, each refused or applied by its rules,
 * and the nights that have run. Null while it is not signed.
 */
export function ecrirePart(convention: Convention, jour: Jour, nuits: Jour[]): PartEcrite | null {
  const { signature, utilisation } = convention
  if (signature === null || signature > jour) return null
  const cycle = cycleDe(convention)
  const finLe = terme(cycle)
  let part: PartEcrite['part'] = {
    etat: 'signee',
    utilisationEffetLe: ecrireJour(utilisation),
    finLe,
    miseEnDemeureLe: null,
    miseEnDemeureEcheanceLe: null,
    causeFin: finLe ? 'terme' : null,
    reconduiteLe: null,
  }
  const faits = [
    ...nuits.filter((nuit) => nuit >= signature && nuit <= jour).map((nuit) => ({ jour: nuit, acte: null })),
    ...convention.actes.filter((acte) => acte.jour <= jour).map((acte) => ({ jour: acte.jour, acte })),
  ].sort((a, b) => a.jour - b.jour)
  for (const fait of faits) {
    const date = ecrireJour(fait.jour)
    if (fait.acte) part = agir(cycle, part, fait.acte, date)
    else for (const due of transitionsDues(cycle, part, date)) part = appliquer(part, due)
  }
  return { cycle, part }
}

function agir(cycle: Cycle, part: PartEcrite['part'], acte: Acte, date: string): PartEcrite['part'] {
  const vivante = etatsEnVigueur.includes(part.etat) && (part.finLe === null || date <= part.finLe)
  if (!vivante) return part
  const avecEtat = (suite: PartEcrite['part']) => ({
    ...suite,
    etat: etatVivant({ ...suite, effetLe: cycle.effetLe }, date),
  })
  switch (acte.type) {
    case 'denonciation': {
      const [fin] = finsPossibles(cycle, date, 1)
      if (part.causeFin !== null || !fin) return part
      return avecEtat({ ...part, finLe: fin, causeFin: 'denonciation' })
    }
    case 'mise_en_demeure':
      if (part.causeFin === 'resiliation') return part
      return avecEtat({ ...part, miseEnDemeureLe: date, miseEnDemeureEcheanceLe: date })
    case 'regularisation':
      if (part.causeFin === 'resiliation') return part
      return avecEtat({ ...part, miseEnDemeureLe: null, miseEnDemeureEcheanceLe: null })
    case 'resiliation': {
      const fin = ecrireJour(acte.effet - 1)
      if (part.miseEnDemeureLe === null || part.causeFin === 'resiliation') return part
      if (part.finLe !== null && part.finLe <= fin) return part
      return { ...part, finLe: fin, causeFin: 'resiliation', ...(acte.effet === acte.jour && { etat: 'resiliee' }) }
    }
  }
}
