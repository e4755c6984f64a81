'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const TOUTES_LES_MS = 3_000

/** Reads the page again while a file is being made; without JavaScript, a link does. */
export function Suivre() {
  const { refresh } = useRouter()
  useEffect(() => {
    const minuterie = setInterval(refresh, TOUTES_LES_MS)
    return () => clearInterval(minuterie)
  }, [refresh])
  return null
}
