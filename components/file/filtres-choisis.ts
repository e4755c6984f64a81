import type { Agent } from '@/lib/demandes/cadre-file'
import type { FiltresFile } from '@/lib/demandes/filtres-file'
import { libelleEtatCaisse } from '@/lib/demandes/libelles'
import type { Etat, Service } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import { nomComplet } from '@/lib/socle/acteur'

export type Motif = { id: string; libelleCourt: string; service: Service }

export const ages = [7, 15, 30, 60]

export const libelleAge = (jours: number) => `il y a ${jours}\u00A0jours ou plus`

export const libelleStatut = (etat: Etat) => libelleEtatCaisse[etat]

const libelleAgent = (agent: string, agents: Agent[]) => {
  if (agent === 'moi' || agent === 'personne') return agent
  const trouve = agents.find(({ id }) => id === agent)
  return trouve ? nomComplet(trouve) : 'un autre agent'
}

type Choisi = { cle: keyof FiltresFile; mots: string }

/** The filters in use, in words: one chip each. */
export function filtresChoisis(filtres: FiltresFile, motifs: Motif[], agents: Agent[]): Choisi[] {
  const { service, motif, etat, urgent, agent, age, q } = filtres
  const choisis: (Choisi | false | undefined | '')[] = [
    service && { cle: 'service', mots: `Service\u00A0: ${definitionDe(service).libelleCourt}` },
    motif && {
      cle: 'motif',
      mots: `Motif\u00A0: ${motifs.find(({ id }) => id === motif)?.libelleCourt ?? 'autre'}`,
    },
    etat && { cle: 'etat', mots: `Statut\u00A0: ${libelleStatut(etat)}` },
    urgent && { cle: 'urgent', mots: 'Urgentes' },
    agent && { cle: 'agent', mots: `Suivi par\u00A0: ${libelleAgent(agent, agents)}` },
    age !== undefined && { cle: 'age', mots: `Reçue ${libelleAge(age)}` },
    q && { cle: 'q', mots: `«\u00A0${q}\u00A0»` },
  ]
  return choisis.filter((choisi): choisi is Choisi => Boolean(choisi))
}
