import { useSyncExternalStore } from 'react'

const jamais = () => () => {}

/** What the browser can do, once the script of the page runs; undefined before, and without JavaScript. */
export function useCapacite(capable: () => boolean): boolean | undefined {
  return useSyncExternalStore<boolean | undefined>(jamais, capable, () => undefined)
}

export const connaitLesCles = () => 'PublicKeyCredential' in window
