import type { Acteur } from '@/lib/socle/acteur'
import { coteDe, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import type { PieceJointe } from '@/lib/socle/prisma/client'
import { reponsePage } from '@/lib/socle/reponse-page'

/** What a download answers past the last day of a document: a page in words, under 410 (gone). */
export async function reponseExpiree(acteur: Acteur, { demandeId }: PieceJointe): Promise<Response> {
  const demande = await avecPerimetre(perimetre(acteur), (tx) =>
    tx.demande.findUniqueOrThrow({ where: { id: demandeId ?? '' }, select: { reference: true } }),
  )
  const chezCaisse = coteDe(acteur) === 'caisse'
  const conseil = chezCaisse
    ? 'Pour le remettre au partenaire, ajoutez-le de nouveau à la demande.'
    : 'Si vous en avez encore besoin, écrivez à la caisse depuis la demande\u00a0: demandez-le de nouveau à la caisse.'
  return reponsePage(
    {
      titre: 'Ce document n’est plus disponible',
      textes: ['Il a été remis pour un temps limité, et ce temps est passé\u00a0: il est effacé du portail.', conseil],
      lien: {
        href: `${chezCaisse ? '/caisse' : ''}/demandes/${encodeURIComponent(demande.reference)}`,
        libelle: `Revenir à la demande ${demande.reference}`,
      },
    },
    410,
  )
}
