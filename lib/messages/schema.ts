import { z } from 'zod'
import { idSchema } from '@/lib/demandes/schema'

/** `id`: of the message. */
export const retraitSchema = z.object({ id: idSchema })

/** `id`: of the file, in preparation. */
export const fichierSchema = z.object({ id: idSchema })
