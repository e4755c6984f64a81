import { randomUUID } from 'node:crypto'
import { aRelancer } from '@/lib/annuaire/regles'
import { journaliser } from '@/lib/journal/ecrire'
import { prevenirComptes, prevenirGestionnaires } from '@/lib/notifications/destinataires'
import { avecTravaux, baseTravaux, type Transaction } from '@/lib/socle/base'
import { consignerIncident } from '@/lib/socle/logs'
import { dateAParis } from '@/lib/socle/temps'

type Cote = { caisseId: string | null; partenaireId: string | null; intervalle: number }

/**
 * Asks each side, when its interval is over and each month after that, whether its directory is right. A side never looked at begins to
 * count today. Safe to run twice, and after any number of missed nights. Returns how many were asked.
 */
export async function demanderConfirmations(maintenant: Date): Promise<number> {
  const cotes = await baseTravaux().$queryRaw<Cote[]>`
    SELECT r."caisseId", NULL::uuid AS "partenaireId", r."intervalleAnnuaireMois" AS intervalle FROM reglages_caisse r
    UNION ALL
    SELECT NULL, v."partenaireId", min(r."intervalleAnnuaireMois") FROM convention_caisse v JOIN reglages_caisse r ON r."caisseId" = v."caisseId"
    WHERE v.etat IN ('en_vigueur', 'denoncee', 'mise_en_demeure') GROUP BY v."partenaireId"`
  await baseTravaux().confirmationAnnuaire.createMany({
    data: cotes.map(({ caisseId, partenaireId }) => ({ id: randomUUID(), caisseId, partenaireId, depuis: maintenant })),
    skipDuplicates: true,
  })
  let demandees = 0
  for (const cote of cotes) {
    try {
      if (await avecTravaux((tx) => demander(tx, cote, maintenant))) demandees += 1
    } catch (erreur) {
      consignerIncident(erreur, `annuaire ${cote.caisseId ?? cote.partenaireId}`)
    }
  }
  return demandees
}

async function demander(tx: Transaction, { caisseId, partenaireId, intervalle }: Cote, maintenant: Date) {
  const ligne = await tx.confirmationAnnuaire.findFirst({ where: { caisseId, partenaireId } })
  if (!ligne || !aRelancer(ligne, intervalle, dateAParis(maintenant))) return false
  const { relanceeLe } = ligne
  const { count } = await tx.confirmationAnnuaire.updateMany({
    where: { id: ligne.id, relanceeLe },
    data: { relanceeLe: maintenant },
  })
  if (count === 0) return false
  const donnees = { jour: dateAParis(ligne.depuis) }
  if (partenaireId) await prevenirGestionnaires(tx, { partenaireId }, 'annuaire_a_confirmer', donnees)
  else {
    const referents = await tx.compte.findMany({
      where: { caisseId, roles: { has: 'referent' }, etat: 'actif', supprimeLe: null },
      select: { id: true, prenom: true, courriel: true },
      orderBy: { id: 'asc' },
    })
    await prevenirComptes(tx, referents, 'annuaire_a_confirmer', donnees)
  }
  await journaliser(tx, {
    action: 'annuaire.relance',
    profil: 'automatique',
    objetType: caisseId ? 'caisse' : 'partenaire',
    objetId: caisseId ?? partenaireId ?? undefined,
    caisseId,
    partenaireId,
  })
  return true
}
