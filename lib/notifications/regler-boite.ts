import type { z } from 'zod'
import { verifierCourriel } from '@/lib/habilitations/regles'
import type { boiteSchema } from '@/lib/notifications/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/**
 * The shared mailbox of the structure of a gestionnaire: it is told of each event of its demandes. Professional, as the address of
 * an account; empty, there is none.
 */
export async function reglerBoite(
  { tx, acteur }: Contexte,
  { courriel }: z.output<typeof boiteSchema>,
): Promise<Suite> {
  const id = acteur.structure?.id ?? ''
  const structure = await tx.structure.findUnique({
    where: { id },
    select: { courriel: true, partenaire: { select: { domaines: true } } },
  })
  if (!structure) throw new ErreurMetier('introuvable')
  const refus = courriel && verifierCourriel(courriel, structure.partenaire.domaines)
  if (refus) throw new ErreurMetier('saisie', undefined, { courriel: refus })
  await tx.structure.updateMany({ where: { id }, data: { courriel: courriel || null } })
  return {
    vers: `/equipe/boite?fait=${courriel ? 'reglee' : 'retiree'}`,
    journal: { objetType: 'structure', objetId: id, details: { boite: courriel !== '' } },
  }
}
