import { randomUUID } from 'node:crypto'
import { type Prevision, prevoirPlages } from '@/lib/rendez-vous/prevoir-plages'
import type { SaisiePlages } from '@/lib/rendez-vous/schema-plages'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Creates the availabilities that were previewed, cut into slots: one plage by half-day, the same series for all. */
export async function creerPlages(contexte: Contexte, saisie: SaisiePlages): Promise<Suite> {
  const { tx } = contexte
  const prevision = await prevoirPlages(contexte, saisie)
  const { plages, creneaux } = lignes(contexte, saisie, prevision)
  await tx.plage.createMany({ data: plages })
  try {
    await tx.creneau.createMany({ data: creneaux })
  } catch (erreur) {
    // Sent twice, or by two people for the same agent: the first one stands.
    if (!(erreur instanceof Error && `${erreur.message}${JSON.stringify(erreur)}`.includes('creneau_agent_occupe')))
      throw erreur
    throw new ErreurMetier('doublon', 'Ces créneaux viennent d’être créés : ils sont dans l’agenda.')
  }
  const semaine = prevision.jours[0]?.jour ?? saisie.du
  return {
    vers: `/caisse/rendez-vous?semaine=${semaine}&cree=${creneaux.length}`,
    journal: {
      objetType: 'plage',
      objetId: plages[0]?.id,
      details: { creneaux: creneaux.length, du: saisie.du, au: saisie.au },
    },
  }
}

function lignes({ acteur, maintenant }: Contexte, saisie: SaisiePlages, { jours }: Prevision) {
  const { mode, lieu, pour, dureeMinutes, capacite } = saisie
  const commun = {
    caisseId: acteur.caisse?.id ?? '',
    agentId: pour === 'guichet' ? null : pour,
    mode,
    lieu: lieu || null,
    capacite,
  }
  const serieId = randomUUID()
  const demiJournees = jours.flatMap((jour) => jour.demiJournees)
  const decoupees = demiJournees.map((intervalles) => ({ id: randomUUID(), intervalles }))
  return {
    plages: decoupees.map(({ id, intervalles }) => ({
      id,
      ...commun,
      debutLe: (intervalles[0] as { debutLe: Date }).debutLe,
      finLe: (intervalles.at(-1) as { finLe: Date }).finLe,
      dureeMinutes,
      serieId,
      creeeParId: acteur.compteId,
      creeeLe: maintenant,
    })),
    creneaux: decoupees.flatMap(({ id, intervalles }) =>
      intervalles.map((intervalle) => ({ id: randomUUID(), plageId: id, ...commun, ...intervalle })),
    ),
  }
}
