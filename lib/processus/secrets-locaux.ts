import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Secrets of a demo, drawn at its first start and kept beside its data: a stored file must remain readable. */
export function secretsLocaux(dossier: string): { SECRET_SESSION: string; CLES_FICHIERS: string } {
  const fichier = join(dossier, 'secrets.json')
  if (!existsSync(fichier)) {
    const nouveaux = {
      SECRET_SESSION: randomBytes(48).toString('base64'),
      CLES_FICHIERS: `1:${randomBytes(32).toString('base64')}`,
    }
    writeFileSync(fichier, JSON.stringify(nouveaux, null, 2), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(fichier, 'utf8')) as { SECRET_SESSION: string; CLES_FICHIERS: string }
}
