import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { versionsSures } from './versions-sures'

const verrou = JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')) as {
  packages: Record<string, { version?: string }>
}

/** Every copy of a package, with the folder that holds it. */
function copies(paquet: string): { dossier: string; version: string }[] {
  return Object.entries(verrou.packages)
    .filter(([dossier]) => dossier.endsWith(`node_modules/${paquet}`))
    .map(([dossier, { version }]) => ({ dossier, version: version ?? '0' }))
}

function inferieure(version: string, minimum: string): boolean {
  const [avant, preversion] = version.split('-')
  const [a, b] = [avant, minimum].map((texte) => (texte ?? '').split('.').map(Number))
  for (const rang of [0, 1, 2]) {
    const ecart = (a?.[rang] ?? 0) - (b?.[rang] ?? 0)
    if (ecart !== 0) return ecart < 0
  }
  return preversion !== undefined
}

describe('versions of the lock file', () => {
  it.each(versionsSures)('$paquet is at least $minimum: $pourquoi', ({ paquet, minimum }) => {
    const anciennes = copies(paquet).filter(({ version }) => inferieure(version, minimum))
    expect(anciennes).toEqual([])
  })

  it('are looked for under names that exist, but for those that may come back', () => {
    const absents = versionsSures.filter(({ paquet }) => copies(paquet).length === 0).map(({ paquet }) => paquet)
    expect(absents).toEqual(['undici'])
  })

  it('are compared as numbers', () => {
    expect(inferieure('16.3.2', '16.3.3')).toBe(true)
    expect(inferieure('16.10.0', '16.3.3')).toBe(false)
    expect(inferieure('16.3.3-canary.1', '16.3.3')).toBe(true)
    expect(inferieure('0.35.0', '0.35.0')).toBe(false)
  })
})
