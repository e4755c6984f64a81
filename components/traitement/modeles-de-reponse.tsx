import { type ModeleAInserer, Modeles } from '@/components/messages/modeles'
import { type Agir, adresseAgir } from '@/components/traitement/adresses'
import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'
import type { FiltresFile } from '@/lib/demandes/filtres-file'
import type { Service } from '@/lib/demandes/modele'
import { definitionDe, libelleIssue } from '@/lib/demandes/registre'
import { type Acte, actePossible } from '@/lib/demandes/regles'
import { type ActeModele, libelleActeModele } from '@/lib/modeles-reponse/libelles'
import type { ModelePropose } from '@/lib/modeles-reponse/queries'
import { valeursDe } from '@/lib/modeles-reponse/valeurs'
import { remplir } from '@/lib/modeles-reponse/variables'

const actesDe: Record<ActeModele, Acte | null> = { repondre: null, complement: 'demander_complement', clore: 'clore' }

/** What a template brings to the form it opens. */
export type ModeleRempli = { id: string; acte: ActeModele; texte: string; issue: string | null }

type Agent = { prenom: string; nom: string }

/** The templates that the state of the demande allows, in their order, with its words. */
export function modelesRemplis(demande: DemandeDeCaisse, agent: Agent, maintenant: Date) {
  const valeurs = valeursDe(demande, agent, maintenant)
  return demande.modeles
    .filter((modele) => possible(modele, demande))
    .map((modele) => ({ ...modele, texte: remplir(modele.texte, valeurs) }))
}

function possible({ acte, issue }: ModelePropose, { etat, service }: DemandeDeCaisse): boolean {
  const regle = actesDe[acte]
  if (regle && !actePossible(regle, etat)) return false
  return acte !== 'clore' || definitionDe(service).issues.some(({ code }) => code === issue)
}

/** Under the text of a reply: the templates, by mouse, by keyboard, or by a plain link. */
export function ModelesDeReponse({
  demande,
  modeles,
  filtres,
  agir,
  applique,
  raccourcis,
}: {
  demande: { reference: string; service: Service }
  modeles: ReturnType<typeof modelesRemplis>
  filtres: FiltresFile | null
  agir: Agir
  applique: string
  raccourcis: boolean
}) {
  const offerts = modeles.map(
    ({ id, titre, texte, acte, issue }): ModeleAInserer => ({
      id,
      titre,
      texte,
      issue,
      autre: acte === agir ? null : motsDe(demande.service, acte, issue),
      href: adresseAvecModele(demande.reference, filtres, acte, id),
    }),
  )
  return <Modeles modeles={offerts} applique={applique} touche={raccourcis} gerer="/caisse/modeles" />
}

function motsDe(service: Service, acte: ActeModele, issue: string | null): string {
  const libelle = issue && libelleIssue(service, issue)
  return `${libelleActeModele[acte].toLowerCase()}${libelle ? `\u00A0: ${libelle.toLowerCase()}` : ''}`
}

function adresseAvecModele(reference: string, filtres: FiltresFile | null, acte: ActeModele, id: string): string {
  const [chemin = '', ancre = ''] = adresseAgir(reference, filtres, acte).split('#')
  return `${chemin}${chemin.includes('?') ? '&' : '?'}modele=${id}#${ancre}`
}
