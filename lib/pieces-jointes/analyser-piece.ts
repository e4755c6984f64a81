import { buffer } from 'node:stream/consumers'
import { prevenirPartenaire } from '@/lib/demandes/prevenir'
import { estRemis } from '@/lib/documents/regles'
import { analyser } from '@/lib/pieces-jointes/antivirus'
import { effacerFichier, lireFichier, rangerApercu } from '@/lib/pieces-jointes/coffre'
import { apercuJpeg, qualiteImage } from '@/lib/pieces-jointes/qualite-image'
import { messageRefus } from '@/lib/pieces-jointes/refus'
import { avecTravaux, baseTravaux, type Transaction } from '@/lib/socle/base'
import { logs } from '@/lib/socle/logs'
import type { PieceJointe } from '@/lib/socle/prisma/client'

const illisiblesParNavigateur = ['image/heic', 'image/heif', 'image/tiff']

/**
 * Scans a file and, for an image, measures whether it can be read. Safe to run twice. A scanner that does not answer throws:
 * the job is tried again, and the file stays «analyse en cours», which nobody can download.
 */
export async function analyserPiece(pieceId: string): Promise<void> {
  const piece = await baseTravaux().pieceJointe.findUnique({ where: { id: pieceId } })
  if (piece?.etat !== 'en_analyse') return
  const verdict = await scanner(piece)
  if (verdict.verdict === 'infectee') return refuser(piece, verdict.signature)
  const image = piece.typeMime.startsWith('image/') ? await examinerImage(piece) : {}
  await avecTravaux(async (tx) => {
    const { count } = await tx.pieceJointe.updateMany({
      where: { id: pieceId, etat: 'en_analyse' },
      data: { etat: verdict.verdict, analyseeLe: new Date(), ...image },
    })
    if (count > 0) await annoncerRemise(tx, pieceId)
  })
}

/** A delivered document is announced, and is something to read, once it can be downloaded; one that goes with a message is announced by it. */
async function annoncerRemise(tx: Transaction, pieceId: string): Promise<void> {
  const { demande, ...piece } = await tx.pieceJointe.findUniqueOrThrow({
    where: { id: pieceId },
    include: { demande: { include: { auteur: true } } },
  })
  if (!demande || !estRemis(piece) || piece.enPreparation || piece.messageId) return
  await tx.demande.update({
    where: { id: demande.id },
    data: { nonLusPartenaire: { increment: 1 } },
    select: { id: true },
  })
  await prevenirPartenaire(tx, demande, 'document_remis')
}

async function scanner(
  piece: PieceJointe,
): Promise<{ verdict: 'saine' | 'non_analysee' } | { verdict: 'infectee'; signature: string }> {
  const adresse = process.env.CLAMD
  if (adresse) return analyser(lireFichier(piece), adresse)
  if (process.env.EP_MODE === 'production') throw new Error('Aucun antivirus : CLAMD n’est pas défini.')
  return { verdict: 'non_analysee' }
}

async function examinerImage(piece: PieceJointe): Promise<{ alerteQualite?: string | null; apercu?: boolean }> {
  try {
    const original = await buffer(lireFichier(piece))
    const jpeg = illisiblesParNavigateur.includes(piece.typeMime) ? await apercuJpeg(original, piece.typeMime) : null
    if (jpeg) await rangerApercu(piece, jpeg)
    const { alerte } = await qualiteImage(jpeg ?? original)
    return { alerteQualite: alerte, apercu: jpeg !== null }
  } catch (erreur) {
    // An image we can't decode is still a file the caisse may open: it is kept, with the warning of an unreadable one.
    logs.warn({ pieceId: piece.id, nom: erreur instanceof Error ? erreur.name : 'inconnue' }, 'image non décodée')
    return { alerteQualite: 'floue' }
  }
}

async function refuser(piece: PieceJointe, signature: string): Promise<void> {
  const raisonRefus = messageRefus('infecte', piece.nomFichier)
  await avecTravaux(async (tx) => {
    const { count } = await tx.pieceJointe.updateMany({
      where: { id: piece.id, etat: 'en_analyse' },
      data: { etat: 'infectee', raisonRefus, analyseeLe: new Date() },
    })
    // Not sent yet: its writer sees the refusal in the form, and nobody else has it to know.
    const demande =
      piece.demandeId && !piece.enPreparation
        ? await tx.demande.findUnique({ where: { id: piece.demandeId }, include: { auteur: true } })
        : null
    if (count === 0 || !demande) return
    await tx.evenement.create({
      data: {
        demandeId: demande.id,
        caisseId: demande.caisseId,
        structureId: demande.structureId,
        type: 'piece_refusee',
        cote: 'automatique',
        // What the caisse was about to deliver is its own business.
        visiblePartenaire: !estRemis(piece),
        details: { nom: piece.nomFichier, signature },
      },
    })
    if (!estRemis(piece)) await prevenirPartenaire(tx, demande, 'piece_refusee')
  })
  await effacerFichier(piece.id)
}
