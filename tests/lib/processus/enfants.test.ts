import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { executerEnfant, lancerEnfant } from '@/lib/processus/enfants'

const dossier = mkdtempSync(join(tmpdir(), 'ep-enfants-'))
afterAll(() => rmSync(dossier, { recursive: true, force: true }))
const journal = join(dossier, 'journal.log')

const vit = (pid: number) => {
  try {
    process.kill(pid, 0)
    // A dead process that nobody has collected yet still has a number.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** A process that starts another one, says both numbers, and ignores polite requests. */
const tetu = `
  const { spawn } = require('node:child_process')
  const petit = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  process.on('SIGTERM', () => {})
  console.error(process.pid + ' ' + petit.pid)
  setInterval(() => {}, 1000)
`

test('a child that ignores the request is stopped all the same, with its own children', async () => {
  const pids = Promise.withResolvers<number[]>()
  const surErreur = (ligne: string) => pids.resolve(ligne.split(' ').map(Number))
  const enfant = lancerEnfant({ nom: 'têtu', args: ['-e', tetu], env: process.env, journal, surErreur })
  const [pere = 0, petit = 0] = await pids.promise
  expect([vit(pere), vit(petit)]).toEqual([true, true])
  await enfant.arreter(200)
  await vi.waitFor(() => expect([vit(pere), vit(petit)]).toEqual([false, false]))
  expect(enfant.vivant()).toBe(false)
})

test('when the launcher is killed without a word, what it had started stops', async () => {
  const script = join(import.meta.dirname, 'lanceur-a-tuer.ts')
  const lanceur = spawn(process.execPath, ['--import', 'tsx', script, journal], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [pere = 0, petit = 0] = await new Promise<number[]>((resoudre) => {
    lanceur.stdout.once('data', (texte) => resoudre(String(texte).trim().split(' ').map(Number)))
  })
  expect([vit(pere), vit(petit)]).toEqual([true, true])
  lanceur.kill('SIGKILL')
  await vi.waitFor(() => expect([vit(pere), vit(petit)]).toEqual([false, false]), { timeout: 20_000 })
})

test('a command that fails is told with its last words, however much it says before it ends', async () => {
  const bavard =
    'for (let i = 0; i < 2000; i++) console.error("ligne " + i); console.error("plus de place"); process.exitCode = 3'
  const args = ['-e', bavard]
  await expect(executerEnfant({ nom: 'essai', args, env: process.env, journal })).rejects.toThrow(
    /essai : échec \(code 3\)[\s\S]*plus de place/,
  )
  expect(readFileSync(journal, 'utf8')).toMatch(/ligne 1999\nplus de place\n$/)
})
