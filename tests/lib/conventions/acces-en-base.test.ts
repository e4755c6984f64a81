import fc from 'fast-check'
import { expect, it } from 'vitest'
import { enDate } from '@/lib/socle/jour'
import { lireSession } from '@/lib/socle/lire-session'
import type { Caisse } from '@/lib/socle/prisma/client'
import { debutDuJour } from '@/lib/socle/temps'
import { fabriqueCaisse } from '@/prisma/seed/fabriques/caisse'
import { fabriqueCompte, fabriqueSession } from '@/prisma/seed/fabriques/compte'
import { fabriqueConvention, fabriquePartenaire } from '@/prisma/seed/fabriques/partenaire'
import { baseDeTest } from '@/tests/base-de-test'
import { atelierDeTest } from '@/tests/contexte'
import { ecrirePart, histoires, type PartEcrite } from './histoires'
import { acces, ecrireJour, type Histoire, type Jour } from './oracle'
import { jours, midiDu, nuits } from './verifier-histoires'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const caisses: Caisse[] = []
for (let rang = 0; rang < 3; rang += 1) caisses.push(await fabriqueCaisse(atelier, { code: `80${rang}` }))

const idDe = (caisse: number) => caisses[caisse]?.id ?? ''

/** One convention by caisse: the database refuses two that overlap. */
const uneParCaisse = (histoire: Histoire): Histoire => ({
  ...histoire,
  conventions: histoire.conventions.filter(
    ({ caisse }, rang, toutes) => toutes.findIndex((autre) => autre.caisse === caisse) === rang,
  ),
  suspensions: histoire.suspensions.filter(
    ({ caisse }, rang, toutes) => toutes.findIndex((autre) => autre.caisse === caisse) === rang,
  ),
})

async function inserer(histoire: Histoire, jour: Jour, passees: Jour[]): Promise<string> {
  const { ouverture, conventions, suspensions } = histoire
  const partenaire = await fabriquePartenaire(atelier, {
    structures: [{ ouvreLe: ouverture === null ? null : enDate(ecrireJour(ouverture)) }],
  })
  const partenaireId = partenaire.id
  for (const convention of conventions) {
    const ecrite = ecrirePart(convention, jour, passees)
    await fabriqueConvention(atelier, {
      partenaireId,
      effetLe: enDate(ecrireJour(convention.effet)),
      dureeMois: convention.dureeMois,
      taciteReconduction: convention.tacite,
      preavisMois: convention.preavisMois,
      caisses: [{ caisseId: idDe(convention.caisse), ...(ecrite ? colonnes(ecrite.part) : { etat: 'brouillon' }) }],
    })
  }
  for (const { caisse, du, au } of suspensions)
    await atelier.tx.suspension.create({
      data: {
        caisseId: idDe(caisse),
        partenaireId,
        motif: 'Essai',
        debutLe: debutDuJour(ecrireJour(du)),
        finLe: au === null ? null : debutDuJour(ecrireJour(au + 1)),
      },
    })
  const compte = await fabriqueCompte(atelier, {
    profil: 'technicien',
    partenaireId,
    structureId: partenaire.structure.id,
  })
  return compte.id
}

function colonnes({ etat, utilisationEffetLe, finLe, causeFin, reconduiteLe }: PartEcrite['part']) {
  const date = (valeur: string | null) => (valeur ? enDate(valeur) : null)
  return {
    etat,
    utilisationEffetLe: date(utilisationEffetLe),
    finLe: date(finLe),
    causeFin,
    reconduiteLe: date(reconduiteLe),
  }
}

it('reads the same access from the rows, through the session, with the clock of the request', async () => {
  let ouverts = 0
  await fc.assert(
    fc.asyncProperty(histoires.map(uneParCaisse), jours, nuits, async (histoire, jour, passees) => {
      const maintenant = midiDu(jour)
      const compteId = await inserer(histoire, jour, passees)
      const lu = await lireSession(await fabriqueSession({ tx: atelier.tx, maintenant }, compteId), maintenant)
      const attendues = acces(histoire, jour).map(idDe)
      if (attendues.length > 0) ouverts += 1
      expect(lu?.acteur.caissesOuvertes.map(({ id }) => id).sort()).toEqual(attendues.sort())
    }),
    { numRuns: 60, endOnFailure: true },
  )
  expect(ouverts).toBeGreaterThan(5)
}, 60_000)
