import { randomUUID } from 'node:crypto'
import { inscrireEvenement } from '@/lib/conventions/evenements'
import { type TypeDocument, typesDocument } from '@/lib/conventions/types-document'
import { journaliser } from '@/lib/journal/ecrire'
import { type FichierRecu, recevoirFichier } from '@/lib/pieces-jointes/recevoir-piece'
import type { Acteur } from '@/lib/socle/acteur'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'

type Cadre = { acteur: Acteur; adresse: string; maintenant: Date }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Adds a PDF to a convention of the caisse: kept, scanned and encrypted like any other attachment. */
export async function recevoirDocument(
  { acteur, adresse, maintenant }: Cadre,
  conventionId: string,
  type: string,
  fichier: FichierRecu,
): Promise<{ id: string }> {
  const caisseId = acteur.caisse?.id ?? ''
  if (!uuid.test(conventionId) || !estTypeDocument(type)) throw new ErreurMetier('introuvable')
  const id = randomUUID()
  await recevoirFichier(
    acteur,
    {
      code: `convention_${type}`,
      verifier: async (tx) => {
        await exigerPart(tx, conventionId, caisseId)
        const reglages = await tx.reglagesCaisse.findUniqueOrThrow({ where: { caisseId } })
        return { limite: reglages.tailleMaxFichierOctets, rattachement: {} }
      },
      exiger: async (_tx, { nomFichier, typeMime }) => {
        if (typeMime === 'application/pdf') return
        throw new ErreurMetier(
          'saisie',
          `«\u00a0${nomFichier}\u00a0» n’est pas un PDF. Enregistrez le document en PDF, puis envoyez-le.`,
        )
      },
      rattacher: async (tx, pieceJointeId) => {
        await tx.documentConvention.createMany({ data: [{ id, conventionId, caisseId, pieceJointeId, type }] })
        await inscrireEvenement({ tx, acteur, maintenant }, { conventionId, caisseId }, 'document', {
          details: { document: id, type },
        })
        await journaliser(tx, {
          action: 'convention.document',
          acteur,
          adresse,
          objetType: 'convention',
          objetId: conventionId,
          details: { document: id, type },
        })
      },
    },
    fichier,
    adresse,
  )
  return { id }
}

const estTypeDocument = (type: string): type is TypeDocument => Object.hasOwn(typesDocument, type)

async function exigerPart(tx: Transaction, conventionId: string, caisseId: string): Promise<void> {
  const part = await tx.conventionCaisse.findFirst({ where: { conventionId, caisseId }, select: { id: true } })
  if (!part) throw new ErreurMetier('introuvable')
}
