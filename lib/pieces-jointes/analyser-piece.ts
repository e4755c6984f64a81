import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { prevenirPartenaire } from '@/lib/demandes/prevenir'
import { estRemis } from '@/lib/documents/regles'
import { AntivirusDepasse, analyser } from '@/lib/pieces-jointes/antivirus'
import { assainir } from '@/lib/pieces-jointes/assainir'
import { effacerFichier, lireFichier, rangerApercu, reecrireFichier } from '@/lib/pieces-jointes/coffre'
import { formats, type TypeAccepte } from '@/lib/pieces-jointes/formats'
import { nomSelonType } from '@/lib/pieces-jointes/nom-fichier'
import { apercuJpeg, qualiteImage } from '@/lib/pieces-jointes/qualite-image'
import { type CodeRefus, messageRefus } from '@/lib/pieces-jointes/refus'
import { avecTravaux, baseTravaux, type Transaction } from '@/lib/socle/base'
import type { PieceJointe } from '@/lib/socle/prisma/client'

/**
 * Scans a file, looks for what could act in it, and keeps of an image what is seen only. Safe to run twice. A scanner that does not
 * answer throws: the job is tried again, and the file stays «analyse en cours», which nobody can download.
 */
export async function analyserPiece(pieceId: string, maintenant = new Date()): Promise<void> {
  const piece = await baseTravaux().pieceJointe.findUnique({ where: { id: pieceId } })
  if (piece?.etat !== 'en_analyse') return
  const verdict = await scanner(piece)
  if (verdict.verdict === 'infectee') return refuser(piece, 'infecte', maintenant, verdict.signature)
  const original = await buffer(lireFichier(piece))
  const assaini = await assainir(original)
  if ('refus' in assaini) return refuser(piece, assaini.refus, maintenant)
  if (verdict.verdict === 'depassee') throw verdict.erreur
  const nettoyee = assaini.contenu ? await remplacer(piece, assaini.type, assaini.contenu) : {}
  const image = formats[assaini.type].image ? await examinerImage(piece, assaini.type, assaini.contenu ?? original) : {}
  await avecTravaux(async (tx) => {
    const { count } = await tx.pieceJointe.updateMany({
      where: { id: pieceId, etat: 'en_analyse' },
      data: { etat: verdict.verdict, analyseeLe: maintenant, ...nettoyee, ...image },
    })
    if (count > 0) await annoncerRemise(tx, pieceId)
  })
}

/** The original is not kept. Cut here, the next try cleans the clean one: its type is told by its content, not by its row. */
async function remplacer(piece: PieceJointe, type: TypeAccepte, contenu: Buffer) {
  await reecrireFichier(piece, contenu)
  return {
    nomFichier: formats[type].mime === piece.typeMime ? piece.nomFichier : nomSelonType(piece.nomFichier, type),
    typeMime: formats[type].mime,
    taille: contenu.length,
    empreinte: createHash('sha256').update(contenu).digest('hex'),
  }
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

type Verdict =
  | { verdict: 'saine' | 'non_analysee' }
  | { verdict: 'infectee'; signature: string }
  | { verdict: 'depassee'; erreur: AntivirusDepasse }

async function scanner(piece: PieceJointe): Promise<Verdict> {
  const adresse = process.env.CLAMD
  if (adresse)
    return analyser(lireFichier(piece), adresse).catch((erreur: unknown): Verdict => {
      // A file too large once opened is refused for that; for any other, the scanner must have read it whole.
      if (erreur instanceof AntivirusDepasse) return { verdict: 'depassee', erreur }
      throw erreur
    })
  if (process.env.EP_MODE === 'production') throw new Error('Aucun antivirus : CLAMD n’est pas défini.')
  return { verdict: 'non_analysee' }
}

async function examinerImage(piece: PieceJointe, type: TypeAccepte, image: Buffer) {
  const jpeg = formats[type].affichable ? null : await apercuJpeg(image, formats[type].mime)
  if (jpeg) await rangerApercu(piece, jpeg)
  const { alerte } = await qualiteImage(jpeg ?? image)
  return { alerteQualite: alerte, apercu: jpeg !== null }
}

/** `signature`: of the virus. The reason is told to who sent it, with what to do. */
async function refuser(piece: PieceJointe, code: CodeRefus, maintenant: Date, signature?: string): Promise<void> {
  const raisonRefus = messageRefus(code, piece.nomFichier)
  await avecTravaux(async (tx) => {
    const { count } = await tx.pieceJointe.updateMany({
      where: { id: piece.id, etat: 'en_analyse' },
      data: { etat: code === 'infecte' ? 'infectee' : 'refusee', raisonRefus, analyseeLe: maintenant },
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
        details: { nom: piece.nomFichier, ...(signature ? { signature } : { code }) },
      },
    })
    if (!estRemis(piece)) await prevenirPartenaire(tx, demande, 'piece_refusee')
  })
  await effacerFichier(piece.id)
}
