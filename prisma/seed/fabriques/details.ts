import type { Service } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import type { CadreBesoin } from '@/lib/demandes/services/definition'
import { demiJournees } from '@/lib/demandes/services/rendez-vous'
import { momentsAppel, obstacles } from '@/lib/demandes/services/signalement'
import { typo } from '@/lib/socle/format'
import { ajouterJours } from '@/lib/socle/temps'
import { catalogue, type MotifInstalle } from '../catalogue'
import type { Hasard } from './hasard'
import { enTroisChamps, telephoneFictif } from './personne'
import { textesDuBesoin } from './textes'

export type CadreDetails = Partial<CadreBesoin> & {
  motif?: Pick<MotifInstalle, 'code'>
  variante?: string | null
  /** Whom the text speaks of. */
  personne?: { civilite: string; nomNaissance: string; nomUsage?: string | null } | null
  urgent?: boolean
  /** Reference of the demande a question is about. */
  reference?: string
}

type Saisie = (hasard: Hasard, cadre: CadreBesoin, texte: string, options: CadreDetails) => Record<string, unknown>

/** One factory per service, in the shape that is typed: a sixth service adds a line here. */
const fabriques: Record<Service, Saisie> = {
  contact: (_hasard, cadre, texte, { reference }) => ({
    message: texte,
    demandeLiee: cadre.demandeLiee ? (reference ?? '26-004702') : '',
  }),
  dossier: (_hasard, cadre, texte, { urgent }) => ({
    situation: texte,
    urgent: cadre.urgencePossible && urgent ? 'oui' : 'non',
  }),
  signalement: (hasard, _cadre, texte) => ({
    obstacles: hasard.quelques(Object.keys(obstacles), hasard.entier(1, 3)),
    situation: texte,
    dejaTente: hasard.choisir(['', 'Deux appels et un passage à l’accueil.', 'Un courrier recommandé, sans réponse.']),
    telephone: telephoneFictif(hasard),
    moment: hasard.choisir(Object.keys(momentsAppel)),
    precisionAppel: hasard.choisir(['', '', 'Laisser un message, la personne rappelle.', 'Passer par l’interprète.']),
  }),
  rendez_vous: (hasard, cadre, texte) => ({
    mode: hasard.choisir(cadre.rendezVousModes),
    telephone: telephoneFictif(hasard),
    pasAvant: enTroisChamps(ajouterJours(cadre.aujourdhui, hasard.entier(2, 12))),
    disponibilites: hasard.quelques(Object.keys(demiJournees), hasard.entier(1, 5)),
    situation: texte,
    nonAutonome: cadre.rendezVousRestreint ? 'oui' : '',
  }),
  document: (hasard, _cadre, texte) => ({
    precision: texte,
    adresseConnue: hasard.choisirPar(['oui', 'non', 'ne_sait_pas'], (choix) => (choix === 'oui' ? 6 : 1)),
  }),
}

/** The answers of the besoin step, as typed. */
export function fabriqueSaisieBesoin(service: Service, hasard: Hasard, options: CadreDetails = {}) {
  const motif = options.motif ?? catalogue.find((candidat) => candidat.service === service) ?? { code: '' }
  const texte = accorder(hasard.choisir(textesDuBesoin(service, motif.code, options.variante)), options.personne)
  return fabriques[service](hasard, cadreDuBesoin(options), texte, options)
}

/** The answers of the besoin step as they are kept: read by the schema of the service, so valid by construction. */
export function fabriqueDetails(service: Service, hasard: Hasard, options: CadreDetails = {}): Record<string, unknown> {
  const saisie = fabriqueSaisieBesoin(service, hasard, options)
  return definitionDe(service).schema(cadreDuBesoin(options)).parse(saisie) as Record<string, unknown>
}

export function cadreDuBesoin(options: CadreDetails): CadreBesoin {
  return {
    assureRequis: options.assureRequis ?? true,
    urgencePossible: options.urgencePossible ?? options.urgent ?? false,
    demandeLiee: options.demandeLiee ?? false,
    rendezVousRestreint: options.rendezVousRestreint ?? false,
    rendezVousModes: options.rendezVousModes ?? ['sur_place', 'telephone'],
    aujourdhui: options.aujourdhui ?? '2026-03-12',
  }
}

/** «Mme Brisset est arrivée», «M. Péron est arrivé». */
function accorder(modele: string, personne: CadreDetails['personne']): string {
  const feminin = personne?.civilite === 'madame'
  const nom = personne ? `${feminin ? 'Mme' : 'M.'} ${personne.nomUsage || personne.nomNaissance}` : 'La personne'
  const accorde = personne ? modele.replace(/·e\b/g, feminin ? 'e' : '') : modele.replace(/·e\b/g, 'e')
  return typo(
    accorde
      .replaceAll('{p}', nom)
      .replace(/qu’\{il\}/g, personne && !feminin ? 'qu’il' : 'qu’elle')
      .replaceAll('{il}', personne && !feminin ? 'Il' : 'Elle'),
  )
}
