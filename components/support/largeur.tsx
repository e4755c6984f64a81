'use client'

import { useSyncExternalStore } from 'react'

const abonner = (changer: () => void) => {
  window.addEventListener('resize', changer)
  return () => window.removeEventListener('resize', changer)
}

/** The width of the window, which the browser alone knows: said, and sent with the form. Without scripts, neither. */
export function Largeur() {
  const largeur = useSyncExternalStore(
    abonner,
    () => window.innerWidth,
    () => null,
  )
  if (largeur === null) return <>Non connue</>
  return (
    <>
      {largeur} pixels
      <input type="hidden" name="largeur" value={largeur} />
    </>
  )
}
