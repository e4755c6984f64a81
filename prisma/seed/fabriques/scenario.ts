import type { Etat, Service } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import type { Hasard } from './hasard'
import type { Personnage } from './lignes'
import type { Recit } from './recit'
import { textesCaisse, textesPartenaire } from './textes'

type Scene = 'prendre' | 'complement' | 'retour' | 'reponse' | 'question' | 'note' | 'clore' | 'annuler'

const chemins: Record<Etat, Scene[]> = {
  transmise: [],
  prise_en_charge: ['prendre'],
  attente_complement: ['prendre', 'complement'],
  complement_recu: ['prendre', 'complement', 'retour'],
  traitee: ['prendre', 'clore'],
  annulee: ['annuler'],
}

type Distribution = {
  etat: Etat
  agent?: Personnage
  auteur: Personnage
  service: string
  /** The partenaire may receive documents in the portal. */
  habilite?: boolean
  /** When it was filed, and the latest instant of the last act. */
  debut: Date
  fin: Date
  /** Draws questions, notes and a round of complément, as in real life. */
  bavarde?: boolean
  /** The instants of the acts, when the caller minds them: as many as wanted between two bounds. */
  instants?: (nombre: number) => Date[]
}

/** Plays the acts that lead a demande to a state. */
export function jouer(recit: Recit, hasard: Hasard, distribution: Distribution): void {
  const { etat, agent, auteur, service, debut, fin, bavarde = false } = distribution
  const scenes = bavarde ? broder(hasard, chemins[etat]) : chemins[etat]
  const instants = distribution.instants?.(scenes.length) ?? repartir(debut, fin, scenes.length)
  scenes.forEach((scene, rang) => {
    const le = instants[rang] ?? fin
    if (scene === 'annuler') return recit.annuler(auteur, hasard.choisir(textesPartenaire.annulation), le)
    if (scene === 'retour') return recit.envoyerComplement(auteur, hasard.choisir(textesPartenaire.complement), le)
    if (scene === 'question') return recit.ecrire(auteur, 'partenaire', hasard.choisir(textesPartenaire.message), le)
    if (!agent) throw new Error(`Il faut un agent pour une demande « ${etat} ».`)
    recit.consulter(agent, 'caisse', new Date(le.getTime() - 60_000))
    if (scene === 'prendre') return recit.prendre(agent, le)
    if (scene === 'complement') return recit.demanderComplement(agent, hasard.choisir(textesCaisse.complement), le)
    if (scene === 'note') return recit.noter(agent, hasard.choisir(textesCaisse.note), le)
    if (scene === 'reponse') return recit.ecrire(agent, 'caisse', hasard.choisir(textesCaisse.message), le)
    const issue = tirerIssue(hasard, service as Service, distribution.habilite)
    return recit.clore(agent, issue, textesCaisse.reponse[issue] ?? 'Bonjour, votre demande est traitée.', le)
  })
}

/** Mostly the first outcome of the list; only a partenaire habilité receives a document in the portal. */
function tirerIssue(hasard: Hasard, service: Service, habilite = false): string {
  const issues = definitionDe(service).issues.filter(({ code }) => code !== 'remis_portail' || habilite)
  return hasard.choisirPar(issues, (issue) => (issue === issues[0] ? 8 : 1)).code
}

/** Adds what the state does not need: a note, a question and its answer, a complément asked and sent. */
function broder(hasard: Hasard, chemin: Scene[]): Scene[] {
  if (chemin.length === 0) return hasard.chance(0.12) ? ['question'] : []
  if (chemin[0] !== 'prendre') return chemin
  const [prendre, ...suite] = chemin
  return [
    prendre,
    ...(hasard.chance(0.25) ? (['note'] as const) : []),
    ...(suite[0] !== 'complement' && hasard.chance(0.22) ? (['complement', 'retour', 'prendre'] as const) : []),
    ...(hasard.chance(0.2) ? (['question'] as const) : []),
    ...(hasard.chance(0.18) ? (['reponse'] as const) : []),
    ...suite,
    ...(suite.length === 0 && hasard.chance(0.25) ? (['question'] as const) : []),
  ] as Scene[]
}

/** `nombre` instants between the two, evenly spread; the last one is `fin`. */
function repartir(debut: Date, fin: Date, nombre: number): Date[] {
  const pas = (fin.getTime() - debut.getTime()) / nombre
  return Array.from({ length: nombre }, (_, rang) => new Date(Math.round(debut.getTime() + pas * (rang + 1))))
}
