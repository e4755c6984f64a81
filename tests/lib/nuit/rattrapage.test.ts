import { afterAll, describe, expect, it } from 'vitest'
import { executerNuit } from '@/lib/nuit/executer-nuit'
import { ajouterJours, debutDuJour } from '@/lib/socle/temps'
import { ouvrirAtelier } from '@/prisma/seed/fabriques/atelier'
import { baseDeTest } from '@/tests/base-de-test'
import type { BasePretee } from '@/tests/modele-de-test'
import { changerDeBase } from './changer-de-base'
import { empreinte } from './empreinte'
import { creerMondeDeNuit } from './monde-de-nuit'

const bases = { aLHeure: await baseDeTest(), deuxFois: await baseDeTest(), enRetard: await baseDeTest() }
afterAll(() => changerDeBase(null))

const depart = '2026-03-20'
const jours = Array.from({ length: 11 }, (_, rang) => ajouterJours(depart, rang + 1))
/** Half past two in the morning, in Paris. */
const nuitDu = (jour: string) => new Date(debutDuJour(jour).getTime() + 2.5 * 3_600_000)

async function vivre(base: BasePretee, graine: string, nuits: string[]) {
  await changerDeBase(base)
  const atelier = ouvrirAtelier(base.migration, { graine, maintenant: nuitDu(depart) })
  await creerMondeDeNuit(atelier, 10)
  await atelier.fermer()
  let actes = 0
  for (const jour of [depart, ...nuits]) {
    const bilan = await executerNuit(nuitDu(jour))
    expect(bilan.echecs).toBe(0)
    actes += bilan.actes
  }
  return { ...(await empreinte(base)), actes }
}

describe('the night, over a generated world', () => {
  it('comes to the same state every night on time, every night twice, and after ten missed nights', async () => {
    const graine = process.env.GRAINE ?? 'nuit'
    const aLHeure = await vivre(bases.aLHeure, graine, jours)
    const deuxFois = await vivre(
      bases.deuxFois,
      graine,
      jours.flatMap((jour) => [jour, jour]),
    )
    const enRetard = await vivre(bases.enRetard, graine, jours.slice(-1))
    expect(deuxFois).toEqual(aLHeure)
    expect(enRetard.lignes).toEqual(aLHeure.lignes)
    expect(enRetard.annonces).toBeLessThan(aLHeure.annonces)
    expect(aLHeure.actes).toBeGreaterThan(30)
  }, 180_000)
})
