'use server'

import { publierVersion, retirerPublication, supprimerBrouillonCgu } from '@/lib/cgu/publier-version'
import { redigerVersion } from '@/lib/cgu/rediger-version'
import { schemaBrouillonCgu, schemaPublication, schemaVersionCgu } from '@/lib/cgu/schema'
import { defineAction } from '@/lib/socle/action'

export const actionRedigerCgu = defineAction(
  { droit: 'administrer', schema: schemaBrouillonCgu, journal: 'cgu.redigee' },
  redigerVersion,
)
export const actionPublierCgu = defineAction(
  { droit: 'administrer', schema: schemaPublication, journal: 'cgu.publiee' },
  publierVersion,
)
export const actionRetirerPublicationCgu = defineAction(
  { droit: 'administrer', schema: schemaVersionCgu, journal: 'cgu.redigee' },
  retirerPublication,
)
export const actionSupprimerBrouillonCgu = defineAction(
  { droit: 'administrer', schema: schemaVersionCgu, journal: 'cgu.redigee' },
  supprimerBrouillonCgu,
)
