import { demandeVisible } from '@/lib/demandes/acces'
import type { Etat, Service } from '@/lib/demandes/modele'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'

/** What the side panel of the queue shows of a demande: enough to know what to do; the rest is on its page. Null outside the perimeter. */
export function demandeDuPanneau(acteur: Acteur, reference: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const demande = await tx.demande.findFirst({
      where: demandeVisible(acteur, reference),
      include: {
        partenaire: { select: { id: true, nom: true } },
        auteur: { select: { prenom: true, nom: true } },
        agent: { select: { id: true, prenom: true, nom: true } },
        equipe: { select: { nom: true } },
        motif: {
          select: {
            pieces: {
              select: { code: true, libelle: true, exigence: true, variantes: true, actif: true },
              orderBy: { ordre: 'asc' },
            },
          },
        },
        pieces: { where: { enPreparation: false }, orderBy: { deposeeLe: 'asc' }, omit: { cleEnveloppee: true } },
        messages: {
          where: { interne: false, retireLe: null },
          orderBy: { envoyeLe: 'desc' },
          take: 1,
          include: { auteur: { select: { prenom: true, nom: true } } },
        },
      },
    })
    if (!demande) return null
    const { id, caisseId, clePersonne } = demande
    const memePersonne = clePersonne
      ? await tx.demande.findMany({
          where: { caisseId, clePersonne, ouverte: true, id: { not: id } },
          select: { reference: true, objet: true },
          take: 3,
        })
      : []
    return { ...demande, etat: demande.etat as Etat, service: demande.service as Service, memePersonne }
  })
}

export type DemandeDuPanneau = NonNullable<Awaited<ReturnType<typeof demandeDuPanneau>>>
