import { enDate } from '@/lib/socle/jour'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import { motifNational } from '../catalogue'
import type { Atelier } from '../fabriques/atelier'

/** Days since when the rules apply: what came before waits where it was. */
const routeesDepuisJours = 20

/**
 * Two teams of the main caisse with rules that share a part of its queue between them, and an agent away, for whom the first
 * one stands in. Draws from a branch of its own.
 */
export async function reunirAgents(atelier: Atelier): Promise<void> {
  const { tx, maintenant } = atelier
  const hasard = atelier.hasard.branche('equipes-caisse')
  const aubertin = await tx.compte.findFirst({ where: { identifiant: 'deuxvallees-faubertin' } })
  const vaucreux = await tx.partenaire.findFirst({ where: { nom: 'CCAS de Vaucreux' } })
  if (!aubertin?.caisseId || !vaucreux) return
  const caisseId = aubertin.caisseId
  const autres = await tx.compte.findMany({
    where: { caisseId, roles: { has: 'agent' }, etat: 'actif', id: { not: aubertin.id } },
    orderBy: { identifiant: 'asc' },
  })
  const [deuxieme, troisieme = deuxieme] = autres
  if (!deuxieme || !troisieme) return
  const creeeLe = enDate(ajouterJours(dateAParis(maintenant), -60))
  const [droits, territoire] = [hasard.uuid(maintenant), hasard.uuid(maintenant)]
  await tx.equipe.createMany({
    data: [
      { id: droits, caisseId, nom: 'C2S et AME', creeeLe },
      { id: territoire, caisseId, nom: 'Territoire de Vaucreux', creeeLe },
    ],
  })
  const membres = new Map([
    [droits, [aubertin.id, deuxieme.id]],
    [territoire, [aubertin.id, troisieme.id]],
  ])
  for (const [equipeId, comptes] of membres)
    await tx.membreEquipe.createMany({ data: comptes.map((compteId) => ({ equipeId, compteId, caisseId })) })
  await tx.regleRoutage.createMany({
    data: [
      { id: hasard.uuid(maintenant), caisseId, motifId: motifNational('c2s').id, equipeId: droits, creeeLe },
      { id: hasard.uuid(maintenant), caisseId, motifId: motifNational('ame').id, equipeId: droits, creeeLe },
      { id: hasard.uuid(maintenant), caisseId, partenaireId: vaucreux.id, equipeId: territoire, creeeLe },
    ],
  })
  const depuis = enDate(ajouterJours(dateAParis(maintenant), -routeesDepuisJours))
  await tx.$executeRaw`UPDATE demande SET "equipeId" = ep_equipe_pour("caisseId", "partenaireId", service, "motifId")
    WHERE "caisseId" = ${caisseId}::uuid AND "deposeeLe" >= ${depuis}`
  await tx.absence.create({
    data: {
      id: hasard.uuid(maintenant),
      caisseId,
      compteId: deuxieme.id,
      remplacantId: aubertin.id,
      debutLe: enDate(ajouterJours(dateAParis(maintenant), -3)),
      finLe: enDate(ajouterJours(dateAParis(maintenant), 9)),
      creeeParId: deuxieme.id,
      creeeLe,
    },
  })
}
