import { z } from 'zod'
import { genresActualite } from '@/lib/actualites/modele'
import { Bouton, Cadre, Discret, Texte, Titre } from '@/lib/notifications/modeles/cadre'
import { majuscule } from '@/lib/socle/francais'

/** All that a mail about an actualité may know: its title and who speaks, never its text. */
export const actualite = z.strictObject({
  id: z.uuid(),
  genre: z.string().max(20),
  titre: z.string().max(120),
  /** A caisse, or the national support. */
  de: z.string().max(200),
  prenom: z.string().max(100).optional(),
})

export type DonneesActualite = z.output<typeof actualite>

const mots = {
  actualite_publiee: 'une actualité à lire',
  actualite_corrigee: 'une actualité corrigée',
}

export type ModeleActualite = keyof typeof mots

export const modelesActualite = Object.fromEntries(Object.keys(mots).map((nom) => [nom, actualite])) as Record<
  ModeleActualite,
  typeof actualite
>

export const estModeleActualite = (nom: string): nom is ModeleActualite => Object.hasOwn(mots, nom)

/** What happened, in the middle of a sentence. */
export const motsDeLActualite = (modele: ModeleActualite): string => mots[modele]

export const objetActualite = (modele: ModeleActualite): string => `Espace Partenaires\u00A0: ${mots[modele]}`

export const cheminDeLActualite = ({ id }: Pick<DonneesActualite, 'id'>): string => `/actualites/${id}`

export function CourrielActualite({
  modele,
  objet,
  adresse,
  donnees,
}: {
  modele: ModeleActualite
  objet: string
  adresse: string
  donnees: DonneesActualite
}) {
  const genre = genresActualite[donnees.genre as keyof typeof genresActualite]
  return (
    <Cadre titre={objet} adresse={adresse}>
      <Titre>{majuscule(mots[modele])}</Titre>
      <Texte>Bonjour{donnees.prenom ? ` ${donnees.prenom}` : ''},</Texte>
      <Texte>
        {donnees.titre}
        <br />
        {genre}, {donnees.de}
      </Texte>
      {modele === 'actualite_corrigee' && (
        <Texte>Elle a été corrigée depuis sa publication{'\u00A0'}: relisez-la.</Texte>
      )}
      <Bouton href={new URL(cheminDeLActualite(donnees), adresse).href}>Lire dans le portail</Bouton>
      <Discret>
        Pour recevoir ces courriels groupés, ou ne plus les recevoir{'\u00A0'}:{' '}
        <a href={`${adresse}/compte#preferences`} style={{ color: '#0c419a' }}>
          vos préférences
        </a>
        .
      </Discret>
    </Cadre>
  )
}
