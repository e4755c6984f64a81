import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const cle = () => `1:${randomBytes(32).toString('base64')}`

type Secret = 'SECRET_SESSION' | 'CLES_FICHIERS' | 'CLES_JOURNAL' | 'CLES_COMPTES'

/** Secrets of a demo, drawn at its first start and kept beside its data: a stored file must remain readable. */
export function secretsLocaux(dossier: string): Record<Secret, string> {
  const fichier = join(dossier, 'secrets.json')
  const gardes = existsSync(fichier) ? JSON.parse(readFileSync(fichier, 'utf8')) : {}
  const secrets = {
    SECRET_SESSION: randomBytes(48).toString('base64'),
    CLES_FICHIERS: cle(),
    CLES_JOURNAL: cle(),
    CLES_COMPTES: cle(),
    ...gardes,
  }
  writeFileSync(fichier, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  return secrets
}
