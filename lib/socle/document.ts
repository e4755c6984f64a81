import { headers } from 'next/headers'
import { cache } from 'react'

const requete = cache(() => ({ document: false }))

/** Notes, once per request, whether a browser loads a whole page or asks for what changes in the one it shows. */
export async function noterDocument(): Promise<void> {
  requete().document = (await headers()).get('accept')?.includes('text/html') ?? false
}

/** True when the answer is a whole page, false when it may not be. */
export const estDocument = (): boolean => requete().document
