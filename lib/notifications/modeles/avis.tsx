import type { DonneesGouvernance } from '@/lib/notifications/modeles/avis/commun'
import { Bouton, Cadre, Texte, Titre } from '@/lib/notifications/modeles/cadre'
import { avisDe, type ModeleGouvernance } from '@/lib/notifications/modeles/gouvernance'

/** A mail about a convention, an account or a revue. */
export function CourrielAvis({
  modele,
  objet,
  adresse,
  donnees,
}: {
  modele: ModeleGouvernance
  objet: string
  adresse: string
  donnees: DonneesGouvernance
}) {
  const { corps, bouton, chemin, objet: titre } = avisDe(modele)
  return (
    <Cadre titre={objet} adresse={adresse}>
      <Titre>{titre.charAt(0).toUpperCase() + titre.slice(1)}</Titre>
      <Texte>Bonjour{donnees.prenom ? ` ${donnees.prenom}` : ''},</Texte>
      {corps(donnees).map((paragraphe) => (
        <Texte key={paragraphe}>{paragraphe}</Texte>
      ))}
      <Bouton href={new URL(donnees.lien ?? chemin, adresse).href}>{bouton}</Bouton>
    </Cadre>
  )
}
