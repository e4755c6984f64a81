import { contenuAncien } from '@/lib/pieces-jointes/assainissement/ancien-office'
import { contenuBureautique } from '@/lib/pieces-jointes/assainissement/bureautique'
import { ImageTropGrande, nettoyerImage } from '@/lib/pieces-jointes/assainissement/images'
import { contenuActif } from '@/lib/pieces-jointes/assainissement/pdf-actif'
import { formats, type TypeAccepte } from '@/lib/pieces-jointes/formats'
import { inspecteur } from '@/lib/pieces-jointes/inspecteur'
import { HeicTropGrand } from '@/lib/pieces-jointes/qualite-image'
import type { CodeRefus } from '@/lib/pieces-jointes/refus'

/** `contenu` null: kept as it is. */
type Assaini = { refus: CodeRefus } | { type: TypeAccepte; contenu: Buffer | null }

/**
 * Looks into a whole file for what could act, hide or overflow, and draws images again without what came with them. The type is told
 * by the content once more: nothing that was said of the file before is believed. Bounded in memory and in time.
 */
export async function assainir(original: Buffer): Promise<Assaini> {
  const examen = inspecteur()
  examen.ajouter(original)
  const verdict = await examen.conclure('')
  if ('refus' in verdict) return { refus: verdict.code }
  const { type } = verdict
  if (formats[type].image) return assainirImage(original, type)
  const refus = await examiner(original, type)
  return refus ? { refus } : { type, contenu: null }
}

async function examiner(original: Buffer, type: TypeAccepte): Promise<CodeRefus | null> {
  try {
    if (type === 'pdf') return await contenuActif(original)
    if (type === 'doc' || type === 'xls') return contenuAncien(original)
    return contenuBureautique(original, type)
  } catch (erreur) {
    // A length that leads out of the file.
    if (erreur instanceof RangeError) return 'abime'
    throw erreur
  }
}

async function assainirImage(original: Buffer, type: TypeAccepte): Promise<Assaini> {
  try {
    return await nettoyerImage(original, type)
  } catch (erreur) {
    if (erreur instanceof ImageTropGrande || erreur instanceof HeicTropGrand) return { refus: 'bombe' }
    const mots = erreur instanceof Error ? erreur.message : ''
    return { refus: /pixel limit|timeout|too (?:large|big)|memory/i.test(mots) ? 'bombe' : 'abime' }
  }
}
