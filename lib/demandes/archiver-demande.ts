import type { ZipFile } from 'yazl'
import { demandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { demandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { dossierEnPdf, type FichierDuDossier } from '@/lib/demandes/dossier-pdf'
import { accuserTelechargement } from '@/lib/documents/accuser-telechargement'
import { estExpire, estRemis } from '@/lib/documents/regles'
import { journaliserVue } from '@/lib/journal/ecrire'
import { ajouterPiece, archiver } from '@/lib/pieces-jointes/archive'
import { etatFichierEnMots } from '@/lib/pieces-jointes/mots-etat'
import { nomDeTelechargement } from '@/lib/pieces-jointes/nom-fichier'
import { telechargeable } from '@/lib/pieces-jointes/vue'
import { type Acteur, coteDe, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import type { PieceJointe } from '@/lib/socle/prisma/client'

/**
 * A demande in one file: all its side sees, as a PDF, and the files themselves. Each file that leaves has its row in the journal,
 * and a delivered document its receipt, as when it is downloaded alone. The names of files tell nobody.
 */
export async function archiveDeLaDemande(acteur: Acteur, reference: string, adresse: string, maintenant: Date) {
  const cote = coteDe(acteur)
  const demande = await (cote === 'caisse' ? demandeDeCaisse : demandeDePartenaire)(acteur, reference)
  if (!demande || demande.limiteeLe) throw new ErreurMetier('introuvable')
  const pieces = await avecPerimetre(perimetre(acteur), (tx) =>
    tx.pieceJointe.findMany({ where: { demandeId: demande.id, enPreparation: false }, orderBy: { deposeeLe: 'asc' } }),
  )
  const consigner = async (piece: PieceJointe) => {
    const remis = cote === 'partenaire' && estRemis(piece)
    if (remis) await accuserTelechargement(acteur, piece, maintenant)
    await journaliserVue({
      action: remis ? 'document.telecharge' : 'piece.consultee',
      acteur,
      adresse,
      objetType: 'piece',
      objetId: piece.id,
      caisseId: piece.caisseId,
    })
  }
  const remplir = async (zip: ZipFile) => {
    const fichiers: FichierDuDossier[] = []
    for (const [rang, piece] of pieces.entries()) {
      const refus = pourquoiPas(piece, maintenant)
      const chemin = `fichiers/${String(rang + 1).padStart(2, '0')}-${nomDeTelechargement({ ...piece, reference })}`
      if (!refus) await consigner(piece)
      const mis = !refus && (await ajouterPiece(zip, piece, chemin, maintenant))
      fichiers.push({ nom: piece.nomFichier, lieu: mis ? chemin : `absent : ${refus ?? 'illisible dans le stockage'}` })
    }
    zip.addBuffer(await dossierEnPdf(demande, fichiers, maintenant), `demande-${reference}.pdf`, { mtime: maintenant })
  }
  return { demande, flux: archiver(remplir) }
}

/** Why a file stays out of the archive, or null. */
function pourquoiPas(piece: PieceJointe, maintenant: Date): string | null {
  if (piece.cleEnveloppee.length === 0) return 'effacé, sa durée de conservation est passée'
  if (estRemis(piece) && estExpire(piece, maintenant)) return 'son dernier jour de téléchargement est passé'
  return telechargeable(piece.etat) ? null : etatFichierEnMots(piece.etat).toLowerCase()
}
