import type { z } from 'zod'
import { ouvrirRevue } from '@/lib/revues/ouvrir-revue'
import { relancerRevue } from '@/lib/revues/relancer-revue'
import type { Ouverture, relanceSchema } from '@/lib/revues/schema'
import { structuresTenues } from '@/lib/revues/structures-tenues'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAParis } from '@/lib/socle/temps'

/** «Relancer»: one open revue of a partenaire the caisse holds. */
export async function relancerUneRevue(contexte: Contexte, { id }: z.output<typeof relanceSchema>): Promise<Suite> {
  const { tx, maintenant } = contexte
  const revue = await tx.revueHabilitation.findUnique({ where: { id } })
  if (!revue) throw new ErreurMetier('introuvable')
  if (!(await relancerRevue(tx, id, maintenant)))
    throw new ErreurMetier(
      'etat_change',
      revue.signeeLe
        ? 'Cette revue vient d’être signée\u00A0: il n’y a plus rien à relancer.'
        : revue.relanceeLe
          ? 'Cette structure a déjà été relancée aujourd’hui. Attendez demain, ou téléphonez.'
          : 'Votre caisse n’a plus de convention vivante avec ce partenaire\u00A0: une autre caisse le relance.',
    )
  return { vers: '/caisse/revues?relances=1', journal: { objetType: 'revue', objetId: id } }
}

/** Reminds every structure whose revue is late and that was not reminded today. */
export async function relancerLesRetards(contexte: Contexte): Promise<Suite> {
  const { tx, maintenant } = contexte
  const aujourdhui = new Date(dateAParis(maintenant))
  const ids = (await structuresTenues(contexte)).map(({ id }) => id)
  const retards = await tx.revueHabilitation.findMany({
    where: { structureId: { in: ids }, signeeLe: null, echeanceLe: { lt: aujourdhui } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  let nombre = 0
  for (const { id } of retards) if (await relancerRevue(tx, id, maintenant)) nombre += 1
  if (nombre === 0)
    throw new ErreurMetier(
      'etat_change',
      'Personne n’est à relancer\u00A0: les structures en retard l’ont été aujourd’hui.',
    )
  return { vers: `/caisse/revues?relances=${nombre}`, journal: { objetType: 'revue', details: { relances: nombre } } }
}

/** Opens a revue on demand: one structure, one partenaire, or all those the caisse holds. */
export async function ouvrirRevues(contexte: Contexte, saisie: Ouverture): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const structures = await structuresTenues(contexte, saisie)
  if (structures.length === 0 && saisie.portee !== 'toutes') throw new ErreurMetier('introuvable')
  let nombre = 0
  for (const { id, partenaireId } of structures) {
    const ouverture = { structureId: id, partenaireId, ouverteParId: acteur.compteId, maintenant }
    if (await ouvrirRevue(tx, ouverture)) nombre += 1
  }
  if (nombre === 0)
    throw new ErreurMetier(
      'etat_change',
      'Aucune revue à ouvrir\u00A0: elle est déjà ouverte, ou la structure n’a pas de compte ni de convention en vigueur.',
    )
  const objetId = saisie.portee === 'toutes' ? undefined : saisie.id
  return {
    vers: `/caisse/revues?ouvertes=${nombre}`,
    journal: {
      objetType: saisie.portee === 'toutes' ? 'caisse' : saisie.portee,
      objetId,
      details: { ouvertes: nombre },
    },
  }
}
