import { createHash, randomUUID } from 'node:crypto'
import { inscrireEvenement } from '@/lib/demandes/evenements'
import { estRemis } from '@/lib/documents/regles'
import { journaliser } from '@/lib/journal/ecrire'
import { effacerFichier, rangerFichier } from '@/lib/pieces-jointes/coffre'
import { type Destination, exigerPlace, verifierDestination } from '@/lib/pieces-jointes/destination'
import { inspecteur } from '@/lib/pieces-jointes/inspecteur'
import { nomDeFichierSur, nomSelonType } from '@/lib/pieces-jointes/nom-fichier'
import { messageRefus } from '@/lib/pieces-jointes/refus'
import { vuePiece } from '@/lib/pieces-jointes/vue'
import { type Acteur, coteDe, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import type { PieceJointe, Prisma } from '@/lib/socle/prisma/client'
import { trouverNir } from '@/lib/socle/texte-libre'
import { envoyerTravail } from '@/lib/travaux/file'

export type FichierRecu = { nom: string; flux: AsyncIterable<Uint8Array> }

/** Where a file is taken in. Both functions run in the perimeter of the acteur. */
export type Accueil = {
  code: string
  /** Refuses, or gives the limit per file in bytes and the columns that attach the file. Runs before the file and after it. */
  verifier: (tx: Transaction) => Promise<{ limite: number; rattachement: Rattachement }>
  /** With the file received: what may still refuse it, before its row. */
  exiger?: (tx: Transaction, recu: { nomFichier: string; taille: number; typeMime: string }) => Promise<void>
  /** Written with its row. */
  rattacher?: (tx: Transaction, pieceId: string, piece: PieceJointe) => Promise<void>
}

type Rattachement = Pick<
  Prisma.PieceJointeUncheckedCreateInput,
  'brouillonId' | 'demandeId' | 'caisseId' | 'structureId' | 'enPreparation'
>

/** Takes in a file of a draft or of a demande. */
export async function recevoirPiece(acteur: Acteur, destination: Destination, fichier: FichierRecu, adresse: string) {
  let total = 0
  const accueil: Accueil = {
    // Under a message, a file answers no piece of the list.
    code: destination.preparation ? (coteDe(acteur) === 'caisse' ? 'reponse' : 'autre') : destination.code,
    verifier: async (tx) => {
      const { limites, rattachement } = await verifierDestination(tx, acteur, destination)
      total = limites.total
      return { limite: limites.fichier, rattachement }
    },
    exiger: (tx, recu) => exigerPlace(tx, destination, recu, total),
    rattacher: (tx, _, piece) => consignerRemise(tx, acteur, piece),
  }
  return recevoirFichier(acteur, accueil, fichier, adresse)
}

/** A document delivered by itself; one that goes with a message is told by it. */
const remiseSeule = (piece: PieceJointe) => estRemis(piece) && !piece.enPreparation

async function consignerRemise(tx: Transaction, acteur: Acteur, piece: PieceJointe): Promise<void> {
  const { demandeId, caisseId, structureId } = piece
  if (!remiseSeule(piece) || !demandeId || !caisseId || !structureId) return
  const contexte = { tx, acteur, maintenant: piece.deposeeLe }
  await inscrireEvenement(contexte, { id: demandeId, caisseId, structureId }, 'document_remis')
}

/**
 * Takes in one file: streamed, checked, encrypted to the storage as it comes (memory does not grow with its size), then recorded
 * with the job that analyses it. A refused or interrupted file leaves nothing behind.
 */
export async function recevoirFichier(acteur: Acteur, accueil: Accueil, fichier: FichierRecu, adresse: string) {
  const nom = nomDeFichierSur(fichier.nom)
  if (trouverNir(nom).length)
    throw new ErreurMetier(
      'saisie',
      `Le nom «\u00a0${nom}\u00a0» contient un numéro de sécurité sociale\u00a0: renommez le fichier avant de l’envoyer.`,
    )
  const { limite } = await avecPerimetre(perimetre(acteur), (tx) => accueil.verifier(tx))
  const id = randomUUID()
  try {
    const recu = await ecouler(id, nom, fichier.flux, limite)
    return await avecPerimetre(perimetre(acteur), async (tx) => {
      const { rattachement } = await accueil.verifier(tx)
      await accueil.exiger?.(tx, recu)
      const piece = await tx.pieceJointe.create({
        data: {
          id,
          ...recu,
          code: accueil.code,
          ...rattachement,
          sens: coteDe(acteur) === 'caisse' ? 'sortante' : 'entrante',
          deposeeParId: acteur.compteId,
        },
      })
      await accueil.rattacher?.(tx, id, piece)
      await envoyerTravail(tx, 'piece.analyser', { pieceId: id })
      await journaliser(tx, {
        action: remiseSeule(piece) ? 'document.remis' : 'piece.deposee',
        acteur,
        adresse,
        objetType: 'piece',
        objetId: id,
        caisseId: piece.caisseId,
      })
      return vuePiece(piece)
    })
  } catch (erreur) {
    await effacerFichier(id)
    throw erreur
  }
}

async function ecouler(id: string, nom: string, flux: AsyncIterable<Uint8Array>, limite: number) {
  const examen = inspecteur()
  const empreinte = createHash('sha256')
  let taille = 0
  async function* surveiller() {
    for await (const morceau of flux) {
      taille += morceau.length
      if (taille > limite) throw new ErreurMetier('saisie', messageRefus('trop_gros', nom, { parFichier: limite }))
      examen.ajouter(morceau)
      empreinte.update(morceau)
      yield morceau
    }
  }
  const enveloppe = await rangerFichier(id, surveiller())
  const verdict = await examen.conclure(nom)
  if ('refus' in verdict) throw new ErreurMetier('saisie', verdict.refus)
  return {
    ...enveloppe,
    nomFichier: nomSelonType(nom, verdict.type),
    taille,
    empreinte: empreinte.digest('hex'),
    typeMime: verdict.typeMime,
  }
}
