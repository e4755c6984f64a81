import { expect, it } from 'vitest'
import { creerGestionnaire, retablirGestionnaire } from '@/lib/partenaires/gestionnaires'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueConvention, fabriquePartenaire } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { tx } = atelier
const ici = await fabriquePartenariat(atelier)
const collegue = await fabriqueCompte(atelier, { profil: 'caisse', roles: ['referent'], caisseId: ici.caisse.id })
const referents = [await acteurDe(ici.referent.id), await acteurDe(collegue.id)]

/** A structure with one seat of gestionnaire left, and an inactivated account that could take it. */
async function unePlace() {
  const { id: partenaireId, structure, domaines } = await fabriquePartenaire(atelier)
  await fabriqueConvention(atelier, { partenaireId, caisses: [{ caisseId: ici.caisse.id }] })
  const lieu = { profil: 'gestionnaire' as const, partenaireId, structureId: structure.id }
  await fabriqueCompte(atelier, lieu)
  const inactif = await fabriqueCompte(atelier, { ...lieu, etat: 'inactif', inactiveLe: new Date() })
  return { structureId: structure.id, domaine: domaines[0], inactif }
}

const identite = (rang: number, domaine = '') => ({
  civilite: 'monsieur' as const,
  nom: `Roy${rang}`,
  prenom: 'Alex',
  fonction: 'Directeur',
  telephone: '0500001234',
  courriel: `alex.roy${rang}@${domaine}`,
})

it('gives the last free seat to exactly one of 50 creations made at once by two référents', async () => {
  const { structureId, domaine } = await unePlace()
  const issues = await Promise.allSettled(
    Array.from({ length: 50 }, (_, rang) =>
      agir(referents[rang % 2] as (typeof referents)[0], (contexte) =>
        creerGestionnaire(contexte, { structureId, ...identite(rang, domaine) }),
      ),
    ),
  )
  expect(issues.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const issue of issues)
    if (issue.status === 'rejected')
      expect(issue.reason).toMatchObject({ code: 'etat_change', message: expect.stringContaining('quota') })
  expect(await tx.compte.count({ where: { structureId, etat: { not: 'inactif' } } })).toBe(2)
  expect(await tx.courriel.count({ where: { modele: 'activation', compte: { structureId } } })).toBe(1)
})

it('counts an account that comes back at the same time', async () => {
  const { structureId, domaine, inactif } = await unePlace()
  const [un] = referents as [(typeof referents)[0]]
  const issues = await Promise.allSettled([
    ...Array.from({ length: 5 }, () =>
      agir(un, (contexte) => retablirGestionnaire(contexte, { compteId: inactif.id })),
    ),
    ...Array.from({ length: 5 }, (_, rang) =>
      agir(un, (contexte) => creerGestionnaire(contexte, { structureId, ...identite(rang, domaine) })),
    ),
  ])
  expect(issues.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const issue of issues)
    if (issue.status === 'rejected') expect(issue.reason).toMatchObject({ code: 'etat_change' })
  expect(await tx.compte.count({ where: { structureId, etat: { not: 'inactif' } } })).toBe(2)
})
