import { randomUUID } from 'node:crypto'
import type { PartSituee } from '@/lib/conventions/parts'
import { fermerCompte } from '@/lib/habilitations/fermer-compte'
import { prevenirGestionnaires } from '@/lib/notifications/destinataires'
import { journaliserAutomatique } from '@/lib/nuit/consigner'
import type { ContexteNuit } from '@/lib/nuit/contexte'
import { causeActe } from '@/lib/nuit/libelles'
import type { Acte, ActeDu } from '@/lib/nuit/modele'
import { ouvrirLaRevue, relancer, suspendrePourRevue } from '@/lib/nuit/revues'
import { enDate } from '@/lib/socle/jour'
import { debutDuJour } from '@/lib/socle/temps'

/**
 * Does one act, with its journal and its mails. `muet`: its mail would come too late, or another one of the same night says it
 * better. The row of the convention, of the account or of the revue is dated of the day it was due.
 */
export async function faireActe(contexte: ContexteNuit, acte: ActeDu, muet: boolean): Promise<void> {
  switch (acte.type) {
    case 'transition':
      return transiter(contexte, acte)
    case 'fin_annoncee':
      return muet ? undefined : dire(contexte, acte.partId, 'acces_fin_prochaine', acte.fin)
    case 'acces_ferme':
      return dire(contexte, acte.partId, 'acces_ferme', acte.fin)
    case 'structure_ouverte':
      return ouvrirStructure(contexte, acte)
    case 'compte_ferme':
      return fermer(contexte, acte)
    case 'inactivation_retenue':
      return retenirCompte(contexte, acte)
    case 'revue_ouverte':
      return ouvrirLaRevue(contexte, acte)
    case 'revue_relancee':
      return relancer(contexte, acte, muet)
    case 'revue_suspension':
      return suspendrePourRevue(contexte, acte)
    default:
      return
  }
}

function partDe({ noms }: ContexteNuit, partId: string): PartSituee {
  const part = noms.parts[partId]
  if (!part) throw new Error(`Part inconnue : ${partId}`)
  return part
}

async function dire(
  contexte: ContexteNuit,
  partId: string,
  modele: 'acces_fin_prochaine' | 'acces_ferme' | 'acces_ouvert' | 'convention_reconduite',
  jour: string,
): Promise<void> {
  const { tx, partenaireId, noms } = contexte
  const donnees = { caisse: partDe(contexte, partId).caisseNom, partenaire: noms.partenaire, jour }
  const contacts = modele === 'acces_fin_prochaine' || modele === 'acces_ferme'
  await prevenirGestionnaires(tx, { partenaireId, contacts }, modele, donnees)
}

async function transiter(contexte: ContexteNuit, acte: Acte<'transition'>): Promise<void> {
  const { tx, partenaireId } = contexte
  const { due, partId } = acte
  const part = partDe(contexte, partId)
  const finie = due.type === 'echue' || due.type === 'resiliee'
  const { count } = await tx.conventionCaisse.updateMany({
    where: { id: partId, etat: part.etat },
    data: {
      etat: due.etat,
      ...(due.type === 'reconduite' && { reconduiteLe: enDate(due.le) }),
      ...(finie && { finLe: enDate(part.finLe ?? due.jusquau), causeFin: part.causeFin ?? 'terme' }),
      version: { increment: 1 },
    },
  })
  if (count === 0) throw new Error(`La convention a changé pendant la nuit : ${partId}`)
  contexte.noms.parts[partId] = { ...part, etat: due.etat }
  await tx.evenementConvention.createMany({
    data: [
      {
        id: randomUUID(),
        conventionId: part.conventionId,
        caisseId: part.caisseId,
        type: due.type,
        le: debutDuJour(due.le),
        justification: causeActe(acte),
        details: { le: due.le, jusquau: due.jusquau },
      },
    ],
  })
  await journaliserAutomatique(tx, {
    action: `convention.${due.type}`,
    objetType: 'convention',
    objetId: part.conventionId,
    partenaireId,
    caisseId: part.caisseId,
    jour: due.le,
    cause: causeActe(acte),
  })
  if (due.type === 'prise_effet') await dire(contexte, partId, 'acces_ouvert', due.le)
  if (due.type === 'reconduite') await dire(contexte, partId, 'convention_reconduite', due.jusquau)
}

async function ouvrirStructure(
  { tx, partenaireId, noms }: ContexteNuit,
  acte: Acte<'structure_ouverte'>,
): Promise<void> {
  const { structureId, le } = acte
  await journaliserAutomatique(tx, {
    action: 'structure.ouverte',
    objetType: 'structure',
    objetId: structureId,
    partenaireId,
    jour: le,
    cause: causeActe(acte),
  })
  const donnees = { partenaire: noms.partenaire, personne: noms.structures[structureId], jour: le }
  await prevenirGestionnaires(tx, { partenaireId, structureId }, 'structure_ouverte', donnees)
}

async function fermer({ tx, partenaireId }: ContexteNuit, acte: Acte<'compte_ferme'>): Promise<void> {
  const { compteId, cause, le } = acte
  const compte = await tx.compte.findUniqueOrThrow({ where: { id: compteId } })
  if (!compte.structureId) throw new Error(`Compte sans structure : ${compteId}`)
  const motif =
    cause === 'conventions'
      ? 'La convention de votre organisation a pris fin.'
      : (compte.motifInactivation ?? 'À la date demandée.')
  const ferme = await fermerCompte(
    tx,
    { ...compte, structureId: compte.structureId },
    { motif, maintenant: debutDuJour(le) },
  )
  if (!ferme) throw new Error(`Le compte a changé pendant la nuit : ${compteId}`)
  await journaliserAutomatique(tx, {
    action: 'compte.inactive',
    objetType: 'compte',
    objetId: compteId,
    partenaireId,
    jour: le,
    cause: causeActe(acte),
  })
}

async function retenirCompte(
  { tx, partenaireId, noms }: ContexteNuit,
  { compteId, prevueLe }: Acte<'inactivation_retenue'>,
): Promise<void> {
  const compte = await tx.compte.findUniqueOrThrow({ where: { id: compteId } })
  const donnees = { partenaire: noms.partenaire, identifiant: compte.identifiant, jour: prevueLe }
  const structureId = compte.structureId ?? undefined
  await prevenirGestionnaires(tx, { partenaireId, structureId }, 'inactivation_retenue', donnees)
}
