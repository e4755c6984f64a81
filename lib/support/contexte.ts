import { appareil } from '@/lib/comptes/libelles'
import { patronDePage } from '@/lib/journal/pages'

/** Pages of the support itself: one does not come to it to speak of them. */
const estDuSupport = (patron: string) => patron.startsWith('/support')

/**
 * The page someone comes from, without any identifier: the header says its whole address, the pattern of its route alone is kept.
 * @param origine header `Referer`
 */
export function pageQuittee(origine: string | null): string | null {
  if (!origine || !URL.canParse(origine)) return null
  const patron = patronDePage(new URL(origine).pathname)
  return patron && !estDuSupport(patron) ? patron : null
}

/** «Firefox sur Windows, version 144» would name a device no better, and helps to find the fault. */
export function navigateurEnMots(entete: string | null): string {
  const version = /(?:Firefox|Edg|OPR|Chrome|Version)\/(\d{1,4})/.exec(entete ?? '')?.[1]
  return `${appareil(entete)}${version ? ` version ${version}` : ''}`
}
