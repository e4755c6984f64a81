import { ChampTexte } from '@/components/formulaire/champ-texte'

type Valeurs = {
  nom: string
  nombreMembres: number
  adresse: string | null
  codePostal: string | null
  ville: string | null
  courriel: string | null
}

/** Name and members of a structure among several. `prefixe`: before the names of the fields. */
export function ChampsNomEtMembres({
  prefixe = '',
  valeurs = {},
}: {
  prefixe?: string
  valeurs?: Partial<Pick<Valeurs, 'nom' | 'nombreMembres'>>
}) {
  return (
    <>
      <ChampTexte
        name={`${prefixe}nom`}
        label="Nom de la structure"
        aide="Par exemple, Maison des solidarités Nord"
        maxLength={150}
        largeur="plein"
        valeur={valeurs.nom}
      />
      <ChampTexte
        name={`${prefixe}nombreMembres`}
        label="Nombre de membres de la structure"
        aide="Il donne son propre quota de comptes."
        inputMode="numeric"
        largeur="court"
        maxLength={6}
        valeur={valeurs.nombreMembres?.toString()}
      />
    </>
  )
}

/** Where it is, and the mailbox that is told of what happens. */
export function ChampsLieu({ valeurs = {} }: { valeurs?: Partial<Valeurs> }) {
  return (
    <>
      <ChampTexte
        name="adresse"
        label="Adresse"
        optionnel
        aide="Si elle n’est pas celle du partenaire"
        maxLength={200}
        largeur="plein"
        valeur={valeurs.adresse ?? undefined}
      />
      <ChampTexte
        name="codePostal"
        label="Code postal"
        optionnel
        inputMode="numeric"
        largeur="court"
        maxLength={5}
        valeur={valeurs.codePostal ?? undefined}
      />
      <ChampTexte name="ville" label="Ville" optionnel maxLength={100} valeur={valeurs.ville ?? undefined} />
    </>
  )
}

export function ChampBoite({ valeur }: { valeur?: string | null }) {
  return (
    <ChampTexte
      name="courriel"
      label="Boîte partagée"
      optionnel
      aide="Une adresse de service, prévenue de ce qui concerne toute l’équipe"
      type="email"
      inputMode="email"
      maxLength={254}
      spellCheck={false}
      valeur={valeur ?? undefined}
    />
  )
}
