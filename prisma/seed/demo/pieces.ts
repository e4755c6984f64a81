import { createHash } from 'node:crypto'
import { rangerFichier } from '@/lib/pieces-jointes/coffre'
import type { Prisma } from '@/lib/socle/prisma/client'
import { catalogue } from '../catalogue'
import { fabriquerPiece } from '../fabrique-pieces'
import type { Atelier } from '../fabriques/atelier'
import { lots } from '../fabriques/demande'
import type { Hasard } from '../fabriques/hasard'
import type { DemandeContee } from './demandes'

type Format = 'pdf' | 'jpeg'
type Modele = { nomFichier: string; typeMime: string; contenu: Buffer; floue: boolean }
type PiecePrevue = {
  ligne: Omit<Prisma.PieceJointeCreateManyInput, 'id' | 'cleEnveloppee' | 'cleVersion'> & { id: string }
  contenu: Buffer
}

/** How many files the demo holds, at most: enough to open any recent demande, few enough to load in seconds. */
const nombreMax = 260

/** Contents drawn for each kind of piece: they are shared, but each file is encrypted with a key of its own. */
const modelesParCode = 2

/** Adds the files of the most recent demandes that need some, encrypted in the storage as the product does. */
export async function joindrePieces(atelier: Atelier, demandes: DemandeContee[]): Promise<number> {
  const hasard = atelier.hasard.branche('pieces')
  const modeles = new Map<string, Modele>()
  const prevues: PiecePrevue[] = []
  const recentes = demandes.toSorted((a, b) => rang(b) - rang(a))
  for (const contee of recentes) {
    if (prevues.length >= nombreMax) break
    for (const code of codesFournis(hasard, contee)) {
      const modele = await tirerModele(hasard, modeles, contee, code)
      prevues.push(prevoir(hasard, contee, code, modele))
    }
  }
  await ranger(atelier, prevues)
  return prevues.length
}

/** Those told by hand first, then the open ones, then the last filed. */
const rang = ({ demande, phare }: DemandeContee) =>
  new Date(demande.deposeeLe).getTime() + (phare ? 2_000 : demande.ouverte ? 1_000 : 0) * 86_400_000

/** Required pieces, but those still awaited and those the person does not have; some of the suggested ones. */
function codesFournis(hasard: Hasard, { demande }: DemandeContee): string[] {
  const motif = catalogue.find(({ id }) => id === demande.motifId)
  const absentes = new Set((demande.piecesAbsentes as { code: string }[]).map(({ code }) => code))
  const pieces = (motif?.pieces ?? [])
    .filter(({ variantes }) => !variantes || variantes.includes(demande.variante ?? ''))
    .filter(({ exigence }) => exigence !== 'urgence' || demande.urgent)
    .filter(({ code, exigence }) => !absentes.has(code) && (exigence !== 'suggeree' || hasard.chance(0.3)))
  return pieces.map(({ code }) => code)
}

/** Drawing takes longer than encrypting: only the demandes told by hand have files that bear the name of their person. */
async function tirerModele(
  hasard: Hasard,
  modeles: Map<string, Modele>,
  contee: DemandeContee,
  code: string,
): Promise<Modele> {
  const { reference, prenom, nomNaissance } = contee.demande
  const format: Format = photographiees.includes(code) ? 'jpeg' : 'pdf'
  const tirage = hasard.entier(1, modelesParCode)
  const propre = contee.phare && nomNaissance
  const graine = propre ? reference : tirage
  const floue = format === 'jpeg' && !propre && tirage === modelesParCode && hasard.chance(0.2)
  const cle = `${code}/${graine}/${floue}`
  const connu = modeles.get(cle)
  if (connu) return connu
  const nom = propre ? `${prenom} ${nomNaissance}` : 'Camille Exemple'
  const modele = { ...(await fabriquerPiece({ type: code, nom, graine, format, floue })), floue }
  modeles.set(cle, modele)
  return modele
}

const photographiees = ['identite', 'photo', 'rib', 'justificatif_presence']

function prevoir(hasard: Hasard, { demande, evenements }: DemandeContee, code: string, modele: Modele): PiecePrevue {
  const { nomFichier, typeMime, contenu, floue } = modele
  // What a complément has brought came with it: one piece in five of a demande completed since.
  const complement = evenements.find(({ type }) => type === 'complement_envoye')
  const deposeeLe = complement && hasard.chance(0.2) ? complement.le : demande.deposeeLe
  const moment = new Date(deposeeLe ?? demande.deposeeLe)
  return {
    contenu,
    ligne: {
      id: hasard.uuid(moment),
      demandeId: demande.id,
      caisseId: demande.caisseId,
      structureId: demande.structureId,
      sens: 'entrante',
      code,
      nomFichier,
      typeMime,
      taille: contenu.length,
      empreinte: createHash('sha256').update(contenu).digest('hex'),
      etat: 'saine',
      analyseeLe: new Date(moment.getTime() + 4_000),
      alerteQualite: floue ? 'floue' : null,
      deposeeParId: demande.auteurId,
      deposeeLe: moment,
    },
  }
}

async function ranger({ tx }: Atelier, prevues: PiecePrevue[]): Promise<void> {
  for (const lot of lots(prevues, 16)) {
    const data = await Promise.all(
      lot.map(async ({ ligne, contenu }) => ({ ...ligne, ...(await rangerFichier(ligne.id, flux(contenu))) })),
    )
    await tx.pieceJointe.createMany({ data })
  }
}

async function* flux(contenu: Buffer): AsyncGenerator<Uint8Array> {
  yield contenu
}
