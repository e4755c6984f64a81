import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import type { Atelier } from '../fabriques/atelier'
import type { Structures } from './structures'

const HEURE = 3_600_000

/** A loss that its référent has to look at, one that is settled, and an account to be inactivated in some days. */
export async function conterIncidents(atelier: Atelier, { vaucreux, tilleuls }: Structures): Promise<void> {
  const { tx, hasard, maintenant } = atelier
  const il = (heures: number) => new Date(maintenant.getTime() - heures * HEURE)
  const equipe = (structureId: string, profil: string) =>
    tx.compte.findMany({ where: { structureId, profil, etat: 'actif' }, orderBy: { identifiant: 'asc' } })
  const [gestionnaire] = await equipe(vaucreux.id, 'gestionnaire')
  const [signale] = await equipe(vaucreux.id, 'technicien')
  const referent = await tx.compte.findFirst({
    where: { caisseId: tilleuls.parts[0]?.caisse.id, roles: { has: 'referent' }, etat: 'actif' },
  })
  const [retrouve, aInactiver] = await equipe(tilleuls.id, 'technicien')
  if (signale && gestionnaire)
    await tx.signalementCompte.create({
      data: {
        id: hasard.uuid(il(3)),
        compteId: signale.id,
        partenaireId: signale.partenaireId,
        type: 'perte',
        description: 'Le téléphone de service est resté dans un bus hier soir. Le mot de passe y était enregistré.',
        signaleLe: il(3),
        signaleParId: gestionnaire.id,
      },
    })
  if (retrouve && referent)
    await tx.signalementCompte.create({
      data: {
        id: hasard.uuid(il(700)),
        compteId: retrouve.id,
        partenaireId: retrouve.partenaireId,
        type: 'vol',
        description: 'Ordinateur portable pris dans une voiture, retrouvé depuis.',
        signaleLe: il(700),
        signaleParId: retrouve.id,
        inactiveLe: il(700),
        suite: 'retabli',
        traiteLe: il(650),
        traiteParId: referent.id,
      },
    })
  if (referent)
    await tx.suspension.updateMany({
      where: { caisseId: referent.caisseId ?? '', decideeParId: null },
      data: { decideeParId: referent.id },
    })
  if (aInactiver)
    await tx.compte.update({
      where: { id: aInactiver.id },
      data: {
        inactivationPrevueLe: new Date(ajouterJours(dateAParis(maintenant), 6)),
        motifInactivation: 'Fin de contrat.',
      },
    })
}
