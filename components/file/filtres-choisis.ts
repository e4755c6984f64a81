import type { ChoixFiltres, Nomme } from '@/lib/demandes/choix-filtres'
import type { FiltresFile } from '@/lib/demandes/filtres-file'
import { libelleEtatCaisse } from '@/lib/demandes/libelles'
import type { Etat } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import { nomComplet } from '@/lib/socle/acteur'

export const ages = [7, 15, 30, 60]
export const echeances = [0, 3, 7, 15, 30]

export const libelleEcheance = (jours: number) =>
  jours === 0 ? 'aujourd’hui ou en retard' : jours === 1 ? '1\u00A0jour ou moins' : `${jours}\u00A0jours ou moins`

export const libelleAge = (jours: number) => `il y a ${jours}\u00A0jours ou plus`

export const libelleStatut = (etat: Etat) => libelleEtatCaisse[etat]

const libelleAgent = (agent: string, agents: ChoixFiltres['agents']) => {
  if (agent === 'moi' || agent === 'personne') return agent
  const trouve = agents.find(({ id }) => id === agent)
  return trouve ? nomComplet(trouve) : 'un autre agent'
}

type Choisi = { cle: keyof FiltresFile; mots: string }

const nomDe = (id: string, liste: Nomme[], defaut: string) => liste.find((nomme) => nomme.id === id)?.nom ?? defaut

/** The filters in use, in words: one chip each. */
export function filtresChoisis(
  filtres: FiltresFile,
  { motifs, agents, equipes, tousPartenaires }: ChoixFiltres,
): Choisi[] {
  const { service, motif, etat, urgent, partenaire, equipe, echeance, nonLus, procedure, agent, age, q } = filtres
  const choisis: (Choisi | false | undefined | '')[] = [
    service && { cle: 'service', mots: `Service\u00A0: ${definitionDe(service).libelleCourt}` },
    motif && {
      cle: 'motif',
      mots: `Motif\u00A0: ${motifs.find(({ id }) => id === motif)?.libelleCourt ?? 'autre'}`,
    },
    partenaire && {
      cle: 'partenaire',
      mots: `Partenaire\u00A0: ${nomDe(partenaire, tousPartenaires, 'un autre')}`,
    },
    etat && { cle: 'etat', mots: `Statut\u00A0: ${libelleStatut(etat)}` },
    urgent && { cle: 'urgent', mots: 'Urgentes' },
    agent && { cle: 'agent', mots: `Suivi par\u00A0: ${libelleAgent(agent, agents)}` },
    equipe && {
      cle: 'equipe',
      mots: `Équipe\u00A0: ${equipe === 'miennes' ? 'les miennes' : nomDe(equipe, equipes, 'une ancienne équipe')}`,
    },
    echeance !== undefined && { cle: 'echeance', mots: `Échéance\u00A0: ${libelleEcheance(echeance)}` },
    nonLus && { cle: 'nonLus', mots: 'Messages non lus' },
    procedure && { cle: 'procedure', mots: 'Procédure ordinaire possible' },
    age !== undefined && { cle: 'age', mots: `Reçue ${libelleAge(age)}` },
    q && { cle: 'q', mots: `«\u00A0${q}\u00A0»` },
  ]
  return choisis.filter((choisi): choisi is Choisi => Boolean(choisi))
}
