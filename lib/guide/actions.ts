'use server'

import { redirect } from 'next/navigation'
import { finirVisite as finir } from '@/lib/guide/finir-visite'
import { visiteSchema } from '@/lib/guide/schema'
import { defineAction } from '@/lib/socle/action'

export const finirVisite = defineAction({ droit: 'compte.soi', schema: visiteSchema, journal: 'compte.visite' }, finir)

/** For a plain form, which has no state to show: refused, it leads to the page that says why. */
export async function quitterVisite(donnees: FormData): Promise<void> {
  const { vers } = await finirVisite({}, donnees)
  redirect(vers ?? '/')
}
