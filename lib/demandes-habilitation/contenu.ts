import { z } from 'zod'
import type { EtatDemande, TypeDemande } from '@/lib/demandes-habilitation/regles'
import { type Identite, schemaIdentite } from '@/lib/habilitations/schema'
import { jourDe } from '@/lib/socle/jour'
import type { DemandeHabilitation } from '@/lib/socle/prisma/client'

// As kept, not as typed: a telephone written before a rule was made stricter is still shown.
const identiteGardee = z.object({
  ...Object.fromEntries(Object.keys(schemaIdentite.shape).map((champ) => [champ, z.string()])),
}) as unknown as z.ZodType<Identite>

/** A request as it stands in its row, its days as ISO and what it asks as an identity. */
export function lireContenu(demande: DemandeHabilitation) {
  return {
    ...demande,
    type: demande.type as TypeDemande,
    etat: demande.etat as EtatDemande,
    identite: identiteGardee.safeParse(demande.donnees).data ?? null,
    souhaiteeLe: jourDe(demande.souhaiteeLe),
    echeanceLe: jourDe(demande.echeanceLe),
  }
}

export type Contenu = ReturnType<typeof lireContenu>
