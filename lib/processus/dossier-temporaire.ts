import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIXE = 'espace-partenaires-essai-'

/**
 * A folder for one run, named after its process. Those whose process has disappeared without cleaning up are removed.
 * Crossable by others, so that PostgreSQL may run there under another identity.
 */
export function dossierTemporaire(): string {
  for (const nom of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${PREFIXE}(\\d+)-`).exec(nom)?.[1]
    if (pid && !vit(Number(pid))) supprimer(join(tmpdir(), nom))
  }
  const dossier = mkdtempSync(join(tmpdir(), `${PREFIXE}${process.pid}-`))
  chmodSync(dossier, 0o755)
  return dossier
}

function supprimer(chemin: string): void {
  try {
    rmSync(chemin, { recursive: true, force: true })
  } catch {
    // Somebody else's.
  }
}

function vit(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (erreur) {
    return (erreur as NodeJS.ErrnoException).code === 'EPERM'
  }
}
