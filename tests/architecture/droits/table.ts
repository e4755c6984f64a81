import type { aDroit, Droit, Habilitation } from '@/lib/socle/acteur'
import { type Famille, familles, nomsFamilles } from './declares'

const partenaires: Famille[] = ['technicien', 'gestionnaire']
const tous = nomsFamilles
const caisse: Famille[] = ['agent', 'référent', 'DPO']

/** Who has each right (règles du domaine, §1 and 3), told a second time: a change of the first one alone is a mistake. */
export const table: Record<Droit, Famille[]> = {
  'compte.soi': tous,
  'demande.deposer': ['technicien'],
  'demande.suivre': ['technicien'],
  'demande.voir': ['agent'],
  'demande.traiter': ['agent'],
  'modele.gerer': ['agent', 'référent'],
  'absence.gerer': ['agent', 'référent'],
  'piece.voir': ['technicien', 'agent'],
  'equipe.gerer': ['gestionnaire'],
  'convention.voir': ['gestionnaire', 'référent'],
  'revue.voir': ['gestionnaire', 'référent'],
  'habilitation.demander': partenaires,
  'incident.signaler': [...partenaires, ...caisse],
  'annuaire.voir': [...partenaires, ...caisse],
  'annuaire.confirmer': ['gestionnaire', 'référent'],
  'caisse.voir': caisse,
  'bilan.caisse': ['agent', 'référent'],
  'bilan.partenaire': partenaires,
  'liste.exporter': ['technicien', 'agent'],
  'copil.preparer': ['référent'],
  'copil.commenter': ['gestionnaire', 'référent'],
  'copil.voir': [...partenaires, 'agent', 'référent'],
  'partenaire.gerer': ['référent'],
  'caisse.regler': ['référent'],
  'comptes_caisse.gerer': ['référent', 'administrateur'],
  'double_authentification.reinitialiser': ['gestionnaire', 'référent', 'administrateur'],
  'caisse.parametrer': ['référent', 'administrateur'],
  'journal.voir': ['DPO', 'administrateur'],
  'personnes.traiter': ['DPO'],
  'conservation.voir': ['référent', 'DPO'],
  'formation.gerer': ['référent'],
  'formation.suivre': partenaires,
  'formation.attester': [...partenaires, 'référent'],
  'questionnaire.gerer': ['référent'],
  'questionnaire.repondre': ['gestionnaire'],
  'violation.declarer': [...partenaires, ...caisse],
  'violation.traiter': ['DPO'],
  'publication.lire': tous,
  'publication.gerer': ['référent', 'administrateur'],
  'support.signaler': tous,
  'support.traiter': ['référent', 'administrateur'],
  'maintenance.gerer': ['administrateur'],
  administrer: ['administrateur'],
}

/** What is left of a partenaire whose last convention is over: to read, to report, and one's own account. */
const apresLaFin: Droit[] = [
  'compte.soi',
  'piece.voir',
  'convention.voir',
  'revue.voir',
  'habilitation.demander',
  'incident.signaler',
  'annuaire.voir',
  'formation.attester',
  'violation.declarer',
  'support.signaler',
]

const roles = ['agent', 'referent', 'dpo'] as const
const familleDuRole = { agent: 'agent', referent: 'référent', dpo: 'DPO' } as const

/** What `a` gives or refuses against the table, in words; none when it holds. */
export function ecartsDesDroits(a: typeof aDroit): string[] {
  return (Object.entries(table) as [Droit, Famille[]][]).flatMap(([droit, voulues]) => {
    const cas: [string, Habilitation, boolean][] = [
      ...nomsFamilles.map((nom): [string, Habilitation, boolean] => [nom, familles[nom], voulues.includes(nom)]),
      ...partenaires.map((nom): [string, Habilitation, boolean] => [
        `${nom} dont le partenariat est terminé`,
        { ...familles[nom], termine: true },
        voulues.includes(nom) && apresLaFin.includes(droit),
      ]),
      // A role written on another profile gives nothing.
      ...(['technicien', 'gestionnaire', 'administrateur'] as const).map((nom): [string, Habilitation, boolean] => [
        `${nom} avec des rôles de caisse`,
        { ...familles[nom], roles: [...roles] },
        voulues.includes(nom),
      ]),
      // Roles add up, two by two and all together.
      ...[...roles.map((absent) => roles.filter((role) => role !== absent)), [...roles]].map(
        (tenus): [string, Habilitation, boolean] => [
          tenus.join(' et '),
          { profil: 'caisse', roles: tenus },
          tenus.some((role) => voulues.includes(familleDuRole[role])),
        ],
      ),
      ['caisse sans rôle', { profil: 'caisse', roles: [] }, caisse.every((nom) => voulues.includes(nom))],
    ]
    return cas.flatMap(([qui, habilitation, attendu]) =>
      a(habilitation, droit) === attendu ? [] : [`${droit} : ${qui} ${attendu ? 'ne l’a pas' : 'l’a'}`],
    )
  })
}
