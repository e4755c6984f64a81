import type { CodeRefus } from '@/lib/pieces-jointes/refus'

const nomCfb = (nom: string) => Buffer.from(`${nom}\0`, 'utf16le')
const MACROS = ['_VBA_PROJECT', '_VBA_PROJECT_CUR', 'VBA', 'Macros', 'PROJECT'].map(nomCfb)
const OBJETS = ['\u0001Ole10Native', 'ObjectPool', 'Package', 'Equation Native'].map(nomCfb)
const ENTREE = 128

/** Old Word and Excel files: macros of both kinds, and what is embedded in them. */
export function contenuAncien(fichier: Buffer): CodeRefus | null {
  for (let i = 512; i + ENTREE <= fichier.length; i += ENTREE) {
    const longueur = fichier.readUInt16LE(i + 64)
    if (longueur < 4 || longueur > 64 || ![1, 2].includes(fichier.readUInt8(i + 66))) continue
    const nom = fichier.subarray(i, i + longueur)
    if (MACROS.some((connu) => connu.equals(nom))) return 'macros'
    if (OBJETS.some((connu) => connu.equals(nom))) return 'fichiers_joints'
  }
  return feuilleMacro(fichier) ? 'macros' : null
}

/** A sheet of Excel 4 macros: a BOUNDSHEET record of that kind, after the BOF of the globals. */
function feuilleMacro(fichier: Buffer): boolean {
  for (let i = 512; i + 4 <= fichier.length; i += 512) {
    if (fichier.readUInt16LE(i) !== 0x0809) continue
    for (let j = i, n = 0; j + 10 <= fichier.length && n < 2_000; n += 1) {
      const [type, longueur] = [fichier.readUInt16LE(j), fichier.readUInt16LE(j + 2)]
      if (type === 0x0085 && longueur >= 7 && fichier.readUInt8(j + 9) === 1) return true
      if (type === 0x000a || type === 0) break
      j += 4 + longueur
    }
  }
  return false
}
