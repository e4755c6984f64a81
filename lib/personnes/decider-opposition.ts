import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { clePersonne } from '@/lib/demandes/regles'
import { auJournal, noterActe, pageDuDroit, verrouillerDroitOuvert } from '@/lib/personnes/acte'
import type { leverOppositionSchema, opposerSchema } from '@/lib/personnes/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { jourDe } from '@/lib/socle/jour'

/** What the caisse decides of an opposition. Accepted, agents read it on each demande of the person, now and later. */
export async function deciderOpposition(contexte: Contexte, saisie: z.output<typeof opposerSchema>): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const demande = await verrouillerDroitOuvert(contexte, saisie)
  const { nomNaissance, prenom, dateNaissance } = demande
  if (!dateNaissance)
    throw new ErreurMetier('saisie', undefined, {
      decision: 'Complétez d’abord la date de naissance\u00A0: elle dit de quels dossiers il s’agit',
    })
  if (await tx.opposition.count({ where: { demandePersonneId: demande.id, leveeLe: null } }))
    throw new ErreurMetier('etat_change', 'Cette opposition est déjà décidée. Levez-la pour en décider autrement.')
  const { decision, consigne } = saisie
  await tx.opposition.createMany({
    data: [
      {
        id: randomUUID(),
        caisseId: demande.caisseId,
        demandePersonneId: demande.id,
        clePersonne: clePersonne({ nomNaissance, prenom, dateNaissance: jourDe(dateNaissance) }),
        decision,
        consigne,
        decideeLe: maintenant,
        decideeParId: acteur.compteId,
      },
    ],
  })
  await noterActe(contexte, demande, 'opposition', {}, { decision })
  return { vers: pageDuDroit(demande.id), journal: auJournal(demande.id, { decision }) }
}

export async function leverOpposition(
  contexte: Contexte,
  saisie: z.output<typeof leverOppositionSchema>,
): Promise<Suite> {
  const demande = await verrouillerDroitOuvert(contexte, saisie)
  const { count } = await contexte.tx.opposition.updateMany({
    where: { demandePersonneId: demande.id, leveeLe: null },
    data: { leveeLe: contexte.maintenant },
  })
  if (count === 0) throw new ErreurMetier('etat_change', 'Aucune opposition n’est en cours sur cette demande.')
  await noterActe(contexte, demande, 'opposition_levee')
  return { vers: pageDuDroit(demande.id), journal: auJournal(demande.id) }
}
