import { prevenirDeLaFormation } from '@/lib/formations/prevenir'
import { lecteursDe, promouvoirAttente } from '@/lib/formations/tenir'
import { journaliser } from '@/lib/journal/ecrire'
import { avecTravaux, baseTravaux } from '@/lib/socle/base'
import { consignerIncident } from '@/lib/socle/logs'
import { ajouterJoursOuvres, type CalendrierFerie, dateAParis } from '@/lib/socle/temps'

/**
 * What happens to published sessions without anybody: accounts inactivated meanwhile give their seat back, and those registered are
 * reminded two working days before. Safe to run twice, and after any number of missed runs. Returns how many sessions were reminded.
 */
export async function suivreFormations(maintenant: Date): Promise<number> {
  const aVenir = await baseTravaux().formation.findMany({
    where: { etat: 'publiee', debutLe: { gt: maintenant } },
    select: { id: true, debutLe: true, rappeleeLe: true, caisse: { select: { calendrier: true } } },
    orderBy: { debutLe: 'asc' },
  })
  let rappelees = 0
  for (const { id, debutLe, rappeleeLe, caisse } of aVenir) {
    try {
      await libererPlaces(id, maintenant)
      const jour = dateAParis(debutLe)
      const aujourdhui = dateAParis(maintenant)
      // On the day itself it is no longer a reminder.
      if (rappeleeLe || jour <= aujourdhui) continue
      if (aujourdhui < ajouterJoursOuvres(jour, -2, caisse.calendrier as CalendrierFerie)) continue
      if (await rappeler(id, maintenant)) rappelees += 1
    } catch (erreur) {
      consignerIncident(erreur, `formation ${id}`)
    }
  }
  return rappelees
}

function libererPlaces(id: string, maintenant: Date): Promise<void> {
  return avecTravaux(async (tx) => {
    await tx.$queryRaw`SELECT id FROM formation WHERE id = ${id}::uuid FOR UPDATE`
    const { count } = await tx.inscriptionFormation.updateMany({
      where: { formationId: id, etat: { in: ['inscrite', 'attente'] }, compte: { etat: 'inactif' } },
      data: { etat: 'retiree', retireeLe: maintenant },
    })
    if (count > 0) await promouvoirAttente(tx, id, maintenant)
  })
}

function rappeler(id: string, maintenant: Date): Promise<boolean> {
  return avecTravaux(async (tx) => {
    const { count } = await tx.formation.updateMany({
      where: { id, etat: 'publiee', rappeleeLe: null },
      data: { rappeleeLe: maintenant },
    })
    if (count === 0) return false
    const formation = await tx.formation.findUniqueOrThrow({ where: { id } })
    const inscrits = await lecteursDe(tx, id, 'inscrite')
    await prevenirDeLaFormation(tx, formation, 'formation_rappel', inscrits, { maintenant })
    await journaliser(tx, {
      action: 'formation.rappel',
      profil: 'automatique',
      objetType: 'formation',
      objetId: id,
      caisseId: formation.caisseId,
      details: { inscrits: inscrits.length },
    })
    return true
  })
}
