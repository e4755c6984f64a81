import type { ReactNode } from 'react'
import { EntetePublic } from '@/components/cadre/entete-public'
import { Pied } from '@/components/cadre/pied'
import { BandeauMaintenance } from '@/components/maintenance/bandeau'

export default function CadrePublic({ children }: { children: ReactNode }) {
  return (
    <>
      <EntetePublic />
      <BandeauMaintenance />
      {children}
      <Pied />
    </>
  )
}
