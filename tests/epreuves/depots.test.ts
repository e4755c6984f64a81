import { afterEach, expect, it } from 'vitest'
import type { Plateforme } from '@/lib/processus/plateforme'
import { demarrerPlateformeDeTest } from '@/lib/processus/plateforme-de-test'
import { type Client, envoyerFormulaire, lireFormulaire } from './action-sans-script'
import { preparerDepots } from './brouillons'

const complet = process.env.EPREUVES === 'completes'
const nombre = complet ? 1_000 : 20
const coupures = complet ? 50 : 2

let plateforme: Plateforme | undefined
afterEach(async () => {
  await plateforme?.arreter()
  plateforme = undefined
})

const chemin = (id: string) => `/demandes/brouillon/${id}/verifier`

async function formulaireDe(client: Client, id: string): Promise<FormData> {
  const donnees = await lireFormulaire(client, chemin(id), 'attestations.')
  donnees.set('attestations.information_accord', 'oui')
  return donnees
}

/** Runs `travail` over a list, a few at a time. */
async function parLots<T>(liste: T[], taille: number, travail: (element: T) => Promise<void>): Promise<void> {
  for (let rang = 0; rang < liste.length; rang += taille)
    await Promise.all(liste.slice(rang, rang + taille).map(travail))
}

it(`sends ${nombre} submissions 5 times each at once: exactly as many demandes`, async () => {
  plateforme = await demarrerPlateformeDeTest({ graine: false })
  const { atelier, brouillons, client } = await preparerDepots(plateforme, nombre)
  const confirmations = new Map<string, Set<string | null>>()
  await parLots(brouillons, 10, async (id) => {
    const donnees = await formulaireDe(client, id)
    const reponses = await Promise.all(Array.from({ length: 5 }, () => envoyerFormulaire(client, chemin(id), donnees)))
    expect(new Set(reponses.map(({ statut }) => statut))).toEqual(new Set([303]))
    confirmations.set(id, new Set(reponses.map(({ vers }) => vers)))
  })
  const demandes = await atelier.tx.demande.findMany({ select: { id: true, reference: true } })
  expect(demandes.map(({ id }) => id).sort()).toEqual([...brouillons].sort())
  for (const { id, reference } of demandes)
    expect([...(confirmations.get(id) ?? [])].map((vers) => new URL(vers ?? '', 'http://localhost').pathname)).toEqual([
      `/demandes/${reference}/confirmation`,
    ])
  expect(await atelier.tx.brouillon.count()).toBe(0)
  expect(await atelier.tx.evenement.count({ where: { type: 'deposee' } })).toBe(brouillons.length)
  expect(await atelier.tx.courriel.count({ where: { modele: 'demande_deposee' } })).toBe(brouillons.length)
  await atelier.fermer()
})

it(`kills the server ${coupures} times during submissions: nothing acknowledged is lost, nothing is doubled`, async () => {
  plateforme = await demarrerPlateformeDeTest({ graine: false })
  const parCoupure = 12
  const { atelier, brouillons, client } = await preparerDepots(plateforme, coupures * parCoupure)
  const accusees = new Map<string, string>()
  let interrompues = 0
  for (let coupure = 0; coupure < coupures; coupure++) {
    const lot = brouillons.slice(coupure * parCoupure, (coupure + 1) * parCoupure)
    const formulaires = await Promise.all(lot.map((id) => formulaireDe(client, id)))
    const envois = lot.map(async (id, rang) => {
      try {
        const { statut, vers } = await envoyerFormulaire(client, chemin(id), formulaires[rang] as FormData)
        if (statut === 303 && vers) accusees.set(id, vers)
      } catch {
        interrompues++
      }
    })
    // Killed as soon as one answer of the lot is in: the others are anywhere between reception and commit.
    await Promise.race(envois)
    await plateforme.tuerWeb()
    await Promise.all(envois)
    await plateforme.redemarrerWeb()
    // The person presses the button again: what was committed is found, what was not is filed.
    for (const id of lot.filter((candidat) => !accusees.has(candidat))) {
      const { statut, vers } = await envoyerFormulaire(client, chemin(id), formulaires[lot.indexOf(id)] as FormData)
      expect(statut).toBe(303)
      accusees.set(id, vers ?? '')
    }
  }
  const demandes = await atelier.tx.demande.findMany({ select: { id: true, reference: true } })
  expect(demandes).toHaveLength(brouillons.length)
  for (const { id, reference } of demandes) expect(accusees.get(id)).toContain(reference)
  expect(await atelier.tx.evenement.count({ where: { type: 'deposee' } })).toBe(brouillons.length)
  expect(await atelier.tx.courriel.count({ where: { modele: 'demande_deposee' } })).toBe(brouillons.length)
  expect(interrompues).toBeGreaterThan(0)
  console.log(
    `${coupures} arrêts brutaux, ${interrompues} envois interrompus, ${demandes.length} demandes, 0 perdue, 0 doublée`,
  )
  await atelier.fermer()
})
