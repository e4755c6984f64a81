import type { z } from 'zod'
import { compteursApresMessage, ecrireMessage } from '@/lib/demandes/ecrire-message'
import { prevenirAuteur } from '@/lib/demandes/prevenir'
import { cleDeTri, suspendreHorloge } from '@/lib/demandes/regles'
import type { complementSchema } from '@/lib/demandes/schema-actes'
import { appliquerTransition, exigerActe, exigerVersion, verrouillerDemande } from '@/lib/demandes/transition'
import { avantActe } from '@/lib/messages/avant-acte'
import { annonce } from '@/lib/messages/envoi'
import { conclure, suiteDe } from '@/lib/messages/suite-reponse'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Asks the partenaire for what is missing: the clock stops until the dossier is complete. */
export async function demanderComplement(
  contexte: Contexte,
  saisie: z.output<typeof complementSchema>,
): Promise<Suite> {
  const { acteur, maintenant } = contexte
  const demande = await verrouillerDemande(contexte, saisie.id)
  await exigerActe(contexte, demande, 'demander_complement')
  exigerVersion(demande, saisie.version)
  const pieces = await piecesDemandees(contexte, demande.motifId, saisie.pieces ?? [])
  const message = await ecrireMessage(contexte, demande, {
    texte: avecPieces(pieces, saisie.texte),
    santeGardee: saisie.texte__sante === 'gardee',
  })
  const horloge = suspendreHorloge({ ...demande, echeanceLe: null }, maintenant)
  await appliquerTransition(
    contexte,
    demande,
    'complement_demande',
    {
      etat: 'attente_complement',
      agentId: demande.agentId ?? acteur.compteId,
      priseEnChargeLe: demande.priseEnChargeLe ?? maintenant,
      suspendueLe: maintenant,
      echeanceLe: null,
      triLe: cleDeTri(horloge, demande.deposeeLe),
      ...compteursApresMessage('caisse'),
    },
    { message, avant: avantActe(demande), ...(pieces.length > 0 && { pieces: pieces.map(({ code }) => code) }) },
  )
  await prevenirAuteur(contexte, demande, 'complement_demande', annonce(message, demande, maintenant))
  await conclure(contexte, demande, saisie)
  return { vers: suiteDe(demande, saisie), journal: { objetType: 'demande', objetId: demande.id } }
}

type Piece = { code: string; libelle: string }

/** The ticked pieces, in the order of the list of the motif. */
async function piecesDemandees({ tx }: Contexte, motifId: string, codes: string[]): Promise<Piece[]> {
  if (codes.length === 0) return []
  const pieces = await tx.pieceAttendue.findMany({
    where: { motifId, code: { in: codes } },
    orderBy: { ordre: 'asc' },
    select: { code: true, libelle: true },
  })
  if (pieces.length < new Set(codes).size)
    throw new ErreurMetier('saisie', undefined, {
      pieces: 'La liste des pièces a changé\u00A0: rechargez la page et cochez de nouveau ce qui manque',
    })
  return pieces
}

/** What is ticked stands at the head of the message, but what its writer has named already. */
function avecPieces(pieces: Piece[], texte: string): string {
  const absentes = pieces.filter(({ libelle }) => !texte.includes(libelle))
  if (absentes.length === 0) return texte
  return `Pièces qui manquent\u00A0:\n${absentes.map(({ libelle }) => `– ${libelle}`).join('\n')}\n\n${texte}`
}
