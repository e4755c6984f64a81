import { libelleGenre } from '@/lib/bibliotheque/modele'
import type { DocumentListe } from '@/lib/bibliotheque/queries'
import { dateAvecAnnee, taille, typo } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

type Version = DocumentListe['versions'][number]

const extension = (nom: string) => nom.slice(nom.lastIndexOf('.') + 1).toUpperCase()

/** What a version is: «PDF, 82 ko», or the site its page is on. */
export function contenuDe({ lien, pieceJointe }: Version): string {
  if (lien) return `page du site ${new URL(lien).hostname}`
  return pieceJointe ? `${extension(pieceJointe.nomFichier)}, ${taille(pieceJointe.taille)}` : ''
}

export const adresseDe = ({ id, lien }: Version): string => lien ?? `/api/bibliotheque/versions/${id}`

export const dateDe = ({ numero, ajouteeLe }: Version): string =>
  `version ${numero} du ${dateAvecAnnee(dateAParis(ajouteeLe))}`

/** A document that can be opened: its title, then what it is and of when. */
export function LienDocument({ document: { titre, genre, courante } }: { document: DocumentListe }) {
  if (!courante) return <>{typo(titre)}</>
  return (
    <>
      <a href={adresseDe(courante)} rel={courante.lien ? 'noopener noreferrer' : undefined}>
        {typo(titre)}
      </a>{' '}
      <span className="text-14 text-encre-2">
        ({libelleGenre(genre).toLowerCase()}, {contenuDe(courante)}, {dateDe(courante)})
      </span>
    </>
  )
}
