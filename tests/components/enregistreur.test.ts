import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ATTENTES, creerEnregistreur, DELAI, type EtatEnregistreur } from '@/components/formulaire/enregistreur'
import type { EtatAction } from '@/lib/socle/etat-action'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function monter(envoyer: () => Promise<EtatAction>) {
  const etats: EtatEnregistreur[] = []
  const versions: string[] = []
  const envoi = vi.fn(envoyer)
  const enregistreur = creerEnregistreur({
    lire: () => new FormData(),
    envoyer: envoi,
    surEtat: (etat) => etats.push(etat),
    surVersion: (version) => versions.push(version),
  })
  return { enregistreur, envoi, etats, versions }
}

const attendre = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('one save follows a burst of typing, with the hour and the version of the server', async () => {
  const { enregistreur, envoi, etats, versions } = monter(async () => ({
    ok: true,
    donnees: { version: 4, enregistreLe: '2026-03-12T13:02:00.000Z' },
  }))
  for (let i = 0; i < 5; i++) {
    enregistreur.saisi()
    await attendre(DELAI / 2)
  }
  await attendre(DELAI)
  expect(envoi).toHaveBeenCalledTimes(1)
  expect(etats).toEqual([{ statut: 'enregistre', a: '2026-03-12T13:02:00.000Z' }])
  expect(versions).toEqual(['4'])
})

test('what is typed during a save leaves after it, never beside it', async () => {
  const fins: ((etat: EtatAction) => void)[] = []
  const { enregistreur, envoi } = monter(() => new Promise((fin) => fins.push(fin)))
  enregistreur.saisi()
  await attendre(DELAI)
  enregistreur.saisi()
  await attendre(DELAI * 3)
  expect(envoi).toHaveBeenCalledTimes(1)
  fins[0]?.({ ok: true })
  await attendre(DELAI)
  expect(envoi).toHaveBeenCalledTimes(2)
})

test('a cut network is tried again, further and further apart, until it answers', async () => {
  let coupe = true
  const { enregistreur, envoi, etats } = monter(async () => {
    if (coupe) throw new TypeError('Failed to fetch')
    return { ok: true }
  })
  enregistreur.saisi()
  await attendre(DELAI)
  for (const attente of [...ATTENTES, ATTENTES.at(-1) ?? 0]) await attendre(attente)
  expect(envoi).toHaveBeenCalledTimes(1 + ATTENTES.length + 1)
  expect(etats.every(({ statut }) => statut === 'echec')).toBe(true)
  coupe = false
  await attendre(ATTENTES.at(-1) ?? 0)
  expect(etats.at(-1)?.statut).toBe('enregistre')
})

test('once another person has written, nothing more is sent', async () => {
  const { enregistreur, envoi, etats } = monter(async () => ({
    code: 'etat_change',
    message: 'Un autre onglet a écrit.',
  }))
  enregistreur.saisi()
  await attendre(DELAI)
  enregistreur.saisi()
  await attendre(DELAI * 2)
  expect(envoi).toHaveBeenCalledTimes(1)
  expect(etats).toEqual([{ statut: 'refus', message: 'Un autre onglet a écrit.' }])
})

test('a closed session is said once, and tried again only when something is typed', async () => {
  const { enregistreur, envoi, etats } = monter(async () => ({ code: 'session_expiree' }))
  enregistreur.saisi()
  await attendre(DELAI * 30)
  expect(envoi).toHaveBeenCalledTimes(1)
  expect(etats).toEqual([{ statut: 'session' }])
})

test('a submission waits for the save in flight and stops those to come', async () => {
  const fins: ((etat: EtatAction) => void)[] = []
  const { enregistreur, envoi } = monter(() => new Promise((fin) => fins.push(fin)))
  enregistreur.saisi()
  await attendre(DELAI)
  let pret = false
  const attente = enregistreur.suspendre().then(() => {
    pret = true
  })
  enregistreur.saisi()
  await attendre(DELAI * 2)
  expect(pret).toBe(false)
  fins[0]?.({ ok: true })
  await attente
  await attendre(DELAI * 2)
  expect(envoi).toHaveBeenCalledTimes(1)
  enregistreur.reprendre()
  await attendre(DELAI)
  expect(envoi).toHaveBeenCalledTimes(2)
})

test('a page that is hidden saves at once', async () => {
  const { enregistreur, envoi } = monter(async () => ({ ok: true }))
  enregistreur.maintenant()
  expect(envoi).not.toHaveBeenCalled()
  enregistreur.saisi()
  enregistreur.maintenant()
  expect(envoi).toHaveBeenCalledTimes(1)
})
