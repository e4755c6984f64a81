import { z } from 'zod'

/** An id of an address; anything else is found nowhere, and would be refused by the database. */
export const estId = (texte: string): boolean => z.uuid().safeParse(texte).success
