import type { ReactNode } from 'react'
import { EntetePublic } from '@/components/cadre/entete-public'
import { Pied } from '@/components/cadre/pied'

export default function CadrePublic({ children }: { children: ReactNode }) {
  return (
    <>
      <EntetePublic />
      {children}
      <Pied />
    </>
  )
}
