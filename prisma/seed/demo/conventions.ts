import { createHash } from 'node:crypto'
import { rangerFichier } from '@/lib/pieces-jointes/coffre'
import { fabriquerPiece } from '../fabrique-pieces'
import { type Atelier, ilYA } from '../fabriques/atelier'
import { fabriqueConvention } from '../fabriques/partenaire'
import type { CaisseDeDemo, NomCaisse } from './caisses'

/**
 * What was written on the conventions since they were signed: who decided an end, avenants, documents, and the draft of the one
 * that may follow. The convention of Saint-Aubrac tells all of it: two caisses, one of which has given notice.
 */
export async function conterConventions(atelier: Atelier, caisses: Record<NomCaisse, CaisseDeDemo>): Promise<void> {
  const { tx } = atelier
  const referents = await tx.compte.findMany({
    where: { roles: { has: 'referent' } },
    orderBy: { identifiant: 'asc' },
    select: { id: true, caisseId: true },
  })
  for (const { id, caisseId } of referents) {
    if (!caisseId) continue
    const decidees = ['signee', 'denoncee', 'mise_en_demeure']
    await tx.evenementConvention.updateMany({ where: { caisseId, type: { in: decidees } }, data: { auteurId: id } })
    await tx.conventionCaisse.updateMany({ where: { caisseId }, data: { referentId: id } })
  }
  const auteur = (caisse: NomCaisse) => referents.find(({ caisseId }) => caisseId === caisses[caisse].id)?.id ?? ''

  const saintAubrac = await conventionDe(atelier, 'CCAS de Saint-Aubrac')
  await tx.evenementConvention.updateMany({
    where: { conventionId: saintAubrac, type: 'denoncee' },
    data: { details: { par: 'caisse' } },
  })
  await tx.avenant.create({
    data: {
      id: atelier.hasard.uuid(ilYA(atelier, 181)),
      conventionId: saintAubrac,
      objet: 'demandes de rendez-vous ouvertes',
      signeLe: ilYA(atelier, 181),
      effetLe: ilYA(atelier, 175),
      caisseIds: [caisses.deuxVallees.id, caisses.hautMorvelle.id],
    },
  })
  const deuxVallees = { caisseId: caisses.deuxVallees.id, deposeeParId: auteur('deuxVallees') }
  await joindre(atelier, { ...deuxVallees, conventionId: saintAubrac, nom: 'CCAS de Saint-Aubrac', type: 'convention' })
  await joindre(atelier, { ...deuxVallees, conventionId: saintAubrac, nom: 'CCAS de Saint-Aubrac', type: 'avenant' })
  const vaucreux = await conventionDe(atelier, 'CCAS de Vaucreux')
  await joindre(atelier, { ...deuxVallees, conventionId: vaucreux, nom: 'CCAS de Vaucreux', type: 'convention' })

  const passerelles = await tx.partenaire.findFirstOrThrow({ where: { nom: 'Association Passerelles' } })
  await fabriqueConvention(atelier, {
    partenaireId: passerelles.id,
    effetLe: ilYA(atelier, -25),
    creeeLe: ilYA(atelier, 4),
    preavisMois: 3,
    caisses: [
      {
        caisseId: caisses.troisCanaux.id,
        etat: 'brouillon',
        signeeLe: null,
        utilisationSigneeLe: null,
        utilisationEffetLe: null,
        referentId: auteur('troisCanaux'),
      },
    ],
  })
}

async function conventionDe({ tx }: Atelier, nom: string): Promise<string> {
  const { id } = await tx.convention.findFirstOrThrow({ where: { partenaire: { nom } }, select: { id: true } })
  return id
}

type Document = {
  conventionId: string
  caisseId: string
  deposeeParId: string
  /** Of the partenaire. */
  nom: string
  type: 'convention' | 'avenant'
}

/** A PDF of a convention, encrypted in the storage as the product does. */
async function joindre(atelier: Atelier, { conventionId, caisseId, deposeeParId, nom, type }: Document): Promise<void> {
  const { tx, hasard } = atelier
  const deposeeLe = ilYA(atelier, type === 'convention' ? 580 : 180)
  const { nomFichier, typeMime, contenu } = await fabriquerPiece({ type, nom, graine: nom, format: 'pdf' })
  const id = hasard.uuid(deposeeLe)
  const enveloppe = await rangerFichier(id, flux(contenu))
  await tx.pieceJointe.create({
    data: {
      id,
      ...enveloppe,
      sens: 'sortante',
      code: `convention_${type}`,
      nomFichier,
      typeMime,
      taille: contenu.length,
      empreinte: createHash('sha256').update(contenu).digest('hex'),
      etat: 'saine',
      analyseeLe: new Date(deposeeLe.getTime() + 4_000),
      deposeeParId,
      deposeeLe,
    },
  })
  await tx.documentConvention.create({
    data: { id: hasard.uuid(deposeeLe), conventionId, caisseId, pieceJointeId: id, type },
  })
}

async function* flux(contenu: Buffer): AsyncGenerator<Uint8Array> {
  yield contenu
}
