import { pages, routes } from '@/e2e/carte'
import { aDroit, type Droit, type Habilitation } from '@/lib/socle/acteur'
import { adresseDe, sources } from '../sources'
import type { Cas, Monde } from './monde'
import { type Connecte, connectes } from './profils'

/** Kinds of accounts that a right can tell apart; which rows of one kind, the perimeter does. */
export const familles = {
  technicien: { profil: 'technicien', roles: [] },
  gestionnaire: { profil: 'gestionnaire', roles: [] },
  agent: { profil: 'caisse', roles: ['agent'] },
  référent: { profil: 'caisse', roles: ['referent'] },
  DPO: { profil: 'caisse', roles: ['dpo'] },
  administrateur: { profil: 'administrateur', roles: [] },
} satisfies Record<string, Habilitation>

export type Famille = keyof typeof familles
export const nomsFamilles = Object.keys(familles) as Famille[]

const familleDe = (profil: Connecte) =>
  nomsFamilles.find((famille) => profil === famille || profil.startsWith(`${famille} d’un`)) as Famille

const enFamilles = (profils: readonly string[]): Famille[] => {
  const vues = new Set(connectes.filter((profil) => profils.includes(profil)).map(familleDe))
  return nomsFamilles.filter((famille) => vues.has(famille))
}

export const ayants = (droit: Droit, a = aDroit): Famille[] => nomsFamilles.filter((nom) => a(familles[nom], droit))

/** A right asked for by the code: where, and between which characters its name stands. */
export type Declaration = { quoi: string; chemin: string; debut: number; fin: number; droit: Droit }

/** Every right asked for by a page, a route or an action, as it stands in the sources. */
export function declarations(): Declaration[] {
  const pagesGardees = sources('app', /^page\.tsx$/).flatMap(({ chemin, texte }) =>
    trouver(texte, /await exigerActeur\(\s*'(?<droit>[^']+)'/g, () => `page ${adresseDe(chemin)}`, chemin),
  )
  const routesGardees = sources('app', /^route\.tsx?$/).flatMap(({ chemin, texte }) =>
    trouver(
      texte,
      /export const (?<nom>[A-Z]+) = defineRoute(?:<[^(]*>)?\(\s*\{\s*droit: '(?<droit>[^']+)'/g,
      (nom) => `${nom} ${adresseDe(chemin)}`,
      chemin,
    ),
  )
  const actions = sources('lib', /^actions\.ts$/).flatMap(({ chemin, texte }) =>
    trouver(
      texte,
      /(?:const|export const) (?<nom>\w+) = defineAction\(\s*\{\s*droit: '(?<droit>[^']+)'/g,
      (nom) => `action ${nom}`,
      chemin,
    ),
  )
  return [...pagesGardees, ...routesGardees, ...actions]
}

function trouver(texte: string, motif: RegExp, nommer: (nom: string) => string, chemin: string): Declaration[] {
  return [...texte.matchAll(motif)].map((trouve) => {
    const { nom = '', droit = '' } = trouve.groups ?? {}
    const fin = (trouve.index ?? 0) + trouve[0].length - 1
    return { quoi: nommer(nom), chemin, debut: fin - droit.length, fin, droit: droit as Droit }
  })
}

/** Handlers that the map of the browser does not ask for: it only reads. */
const autresPoignees: Record<string, readonly Famille[]> = {
  'POST /api/pieces-jointes': ['technicien', 'agent'],
  'DELETE /api/pieces-jointes/[id]': ['technicien', 'agent'],
  'POST /api/bibliotheque/[id]/versions': ['référent', 'administrateur'],
  'POST /api/conventions/documents': ['référent'],
  'DELETE /api/demandes/[reference]/presence': ['agent'],
  'POST /api/demandes/[reference]/presence': ['agent'],
}

/** What the rows in reach narrow further than the right, within one kind of account: the right itself must be this one. */
const resserres: Record<string, Droit> = {
  'page /acces-ferme': 'compte.soi',
  'page /compte/securite/cles/[id]': 'compte.soi',
  'page /comptes/[id]/double-authentification': 'double_authentification.reinitialiser',
  'page /signaler/[id]': 'incident.signaler',
  'page /violations/[id]': 'violation.declarer',
  'page /support/[id]': 'support.signaler',
  'GET /api/incidents/[id]/preuve': 'incident.signaler',
  'GET /api/exports/[id]': 'liste.exporter',
  'GET /api/personnes/[id]': 'personnes.traiter',
  'GET /api/violations/[id]/dossier': 'violation.declarer',
  'page /actualites/[id]': 'publication.lire',
  'page /bibliotheque/[id]': 'publication.lire',
  'GET /api/bibliotheque/versions/[id]': 'publication.lire',
  'page /actualites/[id]/modifier': 'publication.gerer',
  'page /actualites/[id]/publier': 'publication.gerer',
  'page /actualites/[id]/retirer': 'publication.gerer',
  'page /bibliotheque/[id]/modifier': 'publication.gerer',
  'page /bibliotheque/[id]/version': 'publication.gerer',
  'action actionPublierActualite': 'publication.gerer',
  'action actionDeprogrammerActualite': 'publication.gerer',
  'action actionRetirerActualite': 'publication.gerer',
  'action actionSupprimerActualite': 'publication.gerer',
  'action actionAjouterLien': 'publication.gerer',
  'action actionPublierDocument': 'publication.gerer',
  'action actionRetirerDocument': 'publication.gerer',
  'action actionSupprimerDocument': 'publication.gerer',
  'action actionRetirerHabilitation': 'habilitation.demander',
  'action actionInactiverSignale': 'incident.signaler',
  'action actionRetirerMessage': 'piece.voir',
  'action actionRetirerFichier': 'piece.voir',
  'action actionRenommerCle': 'compte.soi',
  'action actionRetirerCle': 'compte.soi',
  'action actionOublierAppareil': 'compte.soi',
  'action actionReinitialiserDoubleAuthentification': 'double_authentification.reinitialiser',
  'action actionAjouterInformation': 'violation.declarer',
  'action actionConfirmerAnnuaire': 'annuaire.confirmer',
  'action actionPreciserDysfonctionnement': 'support.signaler',
  'action actionTraiterDysfonctionnement': 'support.traiter',
}

const fichiersDeCas = import.meta.glob<{ cas: (monde: Monde) => Record<string, Cas> }>('./cas-*.ts', { eager: true })

/** A world where everything is there and is nothing: who may call an action is said without a database. */
const neant: Monde = new Proxy(() => neant, {
  get: (_cible, nom) => (nom === 'maintenant' ? new Date(0) : nom === Symbol.toPrimitive ? () => '' : neant),
}) as unknown as Monde

const permis: Record<string, readonly string[]> = Object.fromEntries(
  Object.values(fichiersDeCas).flatMap(({ cas }) => Object.entries(cas(neant)).map(([nom, un]) => [nom, un.permis])),
)

/** Who may, by the tables that the tests of behaviour follow; undefined where none says it. */
function attendu(quoi: string): Famille[] | undefined {
  const [sorte = '', nom = ''] = quoi.split(' ')
  const ouvertA = sorte === 'page' ? pages[nom]?.ouvertA : sorte === 'action' ? permis[nom] : routes[nom]?.ouvertA
  const autre = sorte === 'page' || sorte === 'action' || sorte === 'GET' ? undefined : autresPoignees[quoi]
  return autre ? [...autre] : ouvertA && enFamilles(ouvertA)
}

/** Why the right of a declaration is not the one that its table says; null when it is. */
export function ecartDe({ quoi, droit }: Pick<Declaration, 'quoi' | 'droit'>, a = aDroit): string | null {
  const resserre = resserres[quoi]
  if (resserre) return resserre === droit ? null : `${quoi} : ${droit} au lieu de ${resserre}`
  const voulus = attendu(quoi)
  if (!voulus) return `${quoi} : aucune table ne dit qui y a droit`
  const obtenus = ayants(droit, a)
  return obtenus.join() === voulus.join() ? null : `${quoi} : ${droit} ouvre à ${obtenus}, la table dit ${voulus}`
}
