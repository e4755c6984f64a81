import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Radios } from '@/components/formulaire/choix'
import { optionsType } from '@/lib/partenaires/libelles'
import { telephoneEspace } from '@/lib/socle/format'

type Valeurs = {
  nom: string
  type: string
  adresse: string
  codePostal: string
  ville: string
  telephone: string | null
  courriel: string | null
  site: string | null
  nombreMembres: number
  domaines: string[]
}

/** The record of a partenaire: the fields of `creerSchema` and `modifierSchema`, the SIRET apart. */
export function ChampsPartenaire({ valeurs = {} }: { valeurs?: Partial<Valeurs> }) {
  return (
    <>
      <ChampTexte
        name="nom"
        label="Nom du partenaire"
        aide="Tel qu’il sera lu partout dans le portail. Par exemple, CCAS de Vaucreux"
        valeur={valeurs.nom}
        maxLength={150}
        largeur="plein"
        autoComplete="organization"
      />
      <Radios name="type" label="Type de partenaire" valeur={valeurs.type} options={optionsType} />
      <ChampTexte
        name="adresse"
        label="Adresse"
        valeur={valeurs.adresse}
        maxLength={200}
        largeur="plein"
        autoComplete="street-address"
      />
      <ChampTexte
        name="codePostal"
        label="Code postal"
        inputMode="numeric"
        largeur="court"
        maxLength={5}
        valeur={valeurs.codePostal}
        autoComplete="postal-code"
      />
      <ChampTexte name="ville" label="Ville" valeur={valeurs.ville} maxLength={100} autoComplete="address-level2" />
      <ChampTexte
        name="telephone"
        label="Téléphone"
        optionnel
        type="tel"
        inputMode="tel"
        largeur="court"
        valeur={telephoneEspace(valeurs.telephone)}
      />
      <ChampTexte
        name="courriel"
        label="Adresse électronique de l’organisme"
        optionnel
        type="email"
        inputMode="email"
        maxLength={254}
        spellCheck={false}
        valeur={valeurs.courriel ?? undefined}
      />
      <ChampTexte
        name="site"
        label="Site internet"
        optionnel
        maxLength={300}
        spellCheck={false}
        valeur={valeurs.site ?? undefined}
      />
      <ChampTexte
        name="nombreMembres"
        label="Nombre de membres"
        aide="Salariés et bénévoles déclarés dans la convention. Ce nombre donne le quota de comptes : 2 gestionnaires jusqu’à 10 membres, 3 jusqu’à 25, 5 au-delà."
        inputMode="numeric"
        largeur="court"
        maxLength={6}
        valeur={valeurs.nombreMembres?.toString()}
      />
      <ChampTexte
        name="domaines"
        label="Domaines de messagerie professionnelle"
        aide="Ce qui suit l’arobase, séparés par une virgule. Les adresses des comptes devront en faire partie ; jamais une messagerie grand public."
        valeur={valeurs.domaines?.join(', ')}
        largeur="plein"
        maxLength={2000}
        spellCheck={false}
      />
    </>
  )
}
