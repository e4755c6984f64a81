import { definitionDe } from '@/lib/demandes/registre'
import type { Criteres } from '@/lib/equipes/regles'
import { avecArticle } from '@/lib/socle/francais'

type Noms = { motif: string | null; partenaire: string | null }

const cite = (mots: string) => `«\u00A0${mots}\u00A0»`

/** «Le motif « C2S »», «Tout ce que dépose le CCAS de Vaucreux», «Le motif « C2S », déposé par le CCAS de Vaucreux». */
export function criteresEnMots({ service }: Pick<Criteres, 'service'>, { motif, partenaire }: Noms): string {
  const quoi = motif
    ? `Le motif ${cite(motif)}`
    : service
      ? `Le service ${cite(definitionDe(service).libelleCourt)}`
      : null
  const qui = partenaire && avecArticle(partenaire)
  if (!quoi) return `Tout ce que dépose ${qui}`
  return qui ? `${quoi}, quand c’est ${qui} qui dépose` : quoi
}
