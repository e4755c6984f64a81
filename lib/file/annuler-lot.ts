import { inscrireEvenement } from '@/lib/demandes/evenements'
import { type DemandeVerrouillee, verrouillerDemande } from '@/lib/demandes/transition'
import { type Avant, type Cadre, type LigneLot, lireLignes, type TypeLot } from '@/lib/file/lot'
import { journaliser } from '@/lib/journal/ecrire'
import { annulerCloture } from '@/lib/messages/annuler-acte'
import { DELAI_RETRAIT_MINUTES, finDuRetrait } from '@/lib/messages/envoi'
import { nomComplet, perimetre } from '@/lib/socle/acteur'
import type { Contexte } from '@/lib/socle/action'
import { avecPerimetre } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { consignerIncident } from '@/lib/socle/logs'
import type { Prisma } from '@/lib/socle/prisma/client'

/** A closing can be undone while its e-mail waits; who follows a demande, at any time. */
export function annulable(
  { type, le, annuleeLe }: { type: string; le: Date; annuleeLe: Date | null },
  maintenant: Date,
): boolean {
  return annuleeLe === null && (type !== 'clore' || maintenant < finDuRetrait(le))
}

/**
 * Undoes a lot, a transaction for each demande: what has changed since stays as it is, and the report says so. Asked twice, it
 * is done once.
 */
export async function annulerLot({ id }: { id: string }, cadre: Cadre): Promise<void> {
  const { acteur, maintenant } = cadre
  const lot = await avecPerimetre(perimetre(acteur), async (tx) => {
    const trouve = await tx.actionGroupee.findFirst({ where: { id, compteId: acteur.compteId } })
    if (!trouve) throw new ErreurMetier('introuvable')
    if (trouve.annuleeLe === null && !annulable(trouve, maintenant))
      throw new ErreurMetier(
        'etat_change',
        `Les réponses sont parties au bout de ${DELAI_RETRAIT_MINUTES} minutes\u00A0: elles ne peuvent plus être retirées. Pour rouvrir une demande, écrivez-y une réponse.`,
      )
    const { count } = await tx.actionGroupee.updateMany({
      where: { id, annuleeLe: null },
      data: { annuleeLe: maintenant },
    })
    return count === 1 ? trouve : null
  })
  if (!lot) return
  const lignes = lireLignes(lot.lignes)
  for (const ligne of lignes) {
    if (!ligne.fait) continue
    try {
      await annulerLigne(cadre, { id, type: lot.type as TypeLot }, ligne, lignes)
    } catch (erreur) {
      ligne.annulee =
        erreur instanceof ErreurMetier
          ? erreur.message
          : `Erreur inattendue, incident ${consignerIncident(erreur, 'lot')}.`
    }
  }
  // The refusals, which are no business of the acts.
  await avecPerimetre(perimetre(acteur), ({ actionGroupee }) =>
    actionGroupee.updateMany({ where: { id }, data: { lignes: enJson(lignes) } }),
  )
}

async function annulerLigne(cadre: Cadre, lot: { id: string; type: TypeLot }, ligne: LigneLot, lignes: LigneLot[]) {
  const { acteur, adresse, maintenant } = cadre
  const { demandeId, version = 0, avant } = ligne
  await avecPerimetre(perimetre(acteur), async (tx) => {
    const contexte = { tx, acteur, maintenant }
    const demande = await verrouillerDemande(contexte, demandeId)
    if (demande.version !== version) throw new ErreurMetier('etat_change', await changee(contexte, demandeId))
    if (lot.type === 'clore') await annulerCloture(contexte, { id: demandeId, version })
    else if (avant) await rendre(contexte, demande, avant)
    const trace = { objetType: 'demande', objetId: demandeId, details: { lot: lot.id } }
    await journaliser(tx, { action: 'file.action_annulee', acteur, adresse, ...trace })
    const faites = lignes.map((autre): LigneLot => (autre === ligne ? { ...autre, annulee: true } : autre))
    await tx.actionGroupee.updateMany({ where: { id: lot.id }, data: { lignes: enJson(faites) } })
  })
  ligne.annulee = true
}

/** Gives a demande back to who had it, as it stood. */
async function rendre(contexte: Contexte, demande: DemandeVerrouillee, avant: Avant): Promise<void> {
  const { tx, maintenant } = contexte
  await tx.demande.update({
    where: { id: demande.id },
    data: { ...avant, version: { increment: 1 }, majLe: maintenant },
    select: { id: true },
  })
  const agent = avant.agentId && (await tx.compte.findUnique({ where: { id: avant.agentId } }))
  // The partenaire was told that someone had taken it.
  const dite = avant.etat === 'transmise' && demande.etat !== 'transmise'
  await inscrireEvenement(contexte, demande, 'attribution_annulee', agent ? { a: nomComplet(agent) } : {}, dite)
}

async function changee({ tx, acteur }: Contexte, demandeId: string): Promise<string> {
  const dernier = await tx.evenement.findFirst({
    where: { demandeId, type: { not: 'note' } },
    orderBy: [{ le: 'desc' }, { id: 'desc' }],
    include: { auteur: true },
  })
  const auteur =
    dernier?.auteurId === acteur.compteId ? ' par vous' : dernier?.auteur ? ` par ${nomComplet(dernier.auteur)}` : ''
  return `Elle a changé depuis${auteur}\u00A0: elle reste comme elle est.`
}

const enJson = (lignes: LigneLot[]) => JSON.parse(JSON.stringify(lignes)) as Prisma.InputJsonArray
