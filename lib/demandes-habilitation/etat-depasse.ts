import { lireContenu } from '@/lib/demandes-habilitation/contenu'
import { nomComplet } from '@/lib/socle/acteur'
import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateEtHeure } from '@/lib/socle/format'

const mots = { appliquee: 'appliquée', refusee: 'refusée', retiree: 'retirée par le partenaire', deposee: 'transmise' }

/** Refuses, in words, to act on a request that has moved on: what became of it, by whom, and when. */
export async function refuserEtat({ tx, acteur }: Contexte, id: string): Promise<never> {
  const rang = await tx.demandeHabilitation.findUnique({ where: { id } })
  if (!rang) throw new ErreurMetier('introuvable')
  const { etat, traiteeLe, traiteeParId } = lireContenu(rang)
  const auteur = traiteeParId ? await tx.compte.findUnique({ where: { id: traiteeParId } }) : null
  const par =
    traiteeParId === acteur.compteId ? ' par vous' : auteur && etat !== 'retiree' ? ` par ${nomComplet(auteur)}` : ''
  const quand = traiteeLe ? `, ${dateEtHeure(traiteeLe)}` : ''
  throw new ErreurMetier(
    'etat_change',
    `Cette demande est déjà ${mots[etat]}${par}${quand}. Rechargez la page pour la relire.`,
  )
}
