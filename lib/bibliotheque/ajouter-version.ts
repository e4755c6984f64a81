import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { limiteDe } from '@/lib/bibliotheque/limite'
import type { lienSchema } from '@/lib/bibliotheque/schema'
import { tenirDocument } from '@/lib/bibliotheque/tenir'
import { journaliser } from '@/lib/journal/ecrire'
import { type FichierRecu, recevoirFichier } from '@/lib/pieces-jointes/recevoir-piece'
import type { Acteur } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'

async function ajouter(
  contexte: Contexte,
  documentId: string,
  contenu: { pieceJointeId: string } | { lien: string },
): Promise<{ numero: number; caisseId: string | null }> {
  const { tx, acteur, maintenant } = contexte
  const { versions, caisseId } = await tenirDocument(contexte, documentId)
  const numero = Math.max(0, ...versions.map((version) => version.numero)) + 1
  await tx.versionDocument.createMany({
    data: [
      {
        id: randomUUID(),
        documentId,
        caisseId,
        numero,
        ...contenu,
        ajouteeLe: maintenant,
        ajouteeParId: acteur.compteId,
      },
    ],
  })
  return { numero, caisseId }
}

/** The address of a page elsewhere, in the place of what was there. */
export async function ajouterLien(contexte: Contexte, { id, lien }: z.output<typeof lienSchema>): Promise<Suite> {
  const { numero, caisseId } = await ajouter(contexte, id, { lien })
  return {
    vers: `/bibliotheque/${id}?fait=version`,
    journal: { objetType: 'document', objetId: id, caisseId, details: { numero } },
  }
}

/** A file: kept, scanned and encrypted like any other attachment. The one before is read until it has passed. */
export async function recevoirVersion(
  { acteur, adresse, maintenant }: { acteur: Acteur; adresse: string; maintenant: Date },
  id: string,
  fichier: FichierRecu,
): Promise<void> {
  await recevoirFichier(
    acteur,
    {
      code: 'bibliotheque',
      verifier: async (tx) => {
        const { caisseId } = await tenirDocument({ tx, acteur }, id)
        return { limite: await limiteDe(tx, caisseId), rattachement: {} }
      },
      rattacher: async (tx, pieceJointeId) => {
        const { numero, caisseId } = await ajouter({ tx, acteur, maintenant }, id, { pieceJointeId })
        await journaliser(tx, {
          action: 'bibliotheque.version',
          acteur,
          adresse,
          objetType: 'document',
          objetId: id,
          caisseId,
          details: { numero },
        })
      },
    },
    fichier,
    adresse,
  )
}
