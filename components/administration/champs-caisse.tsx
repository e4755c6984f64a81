import { ChampTexte } from '@/components/formulaire/champ-texte'
import { CasesACocher, Radios } from '@/components/formulaire/choix'
import { departements } from '@/lib/socle/departements'

type Identite = {
  code: string
  nom: string
  adresse: string
  codePostal: string
  ville: string
  departements: string[]
  calendrier: string
}

/** What identifies a caisse: the fields of `schemaCaisse`, under their names. */
export function ChampsCaisse({ valeurs = {} }: { valeurs?: Partial<Identite> }) {
  const servis = valeurs.departements ?? []
  // Codes are not numbers: 2A comes after 19, and those already served come first.
  const codes = Object.keys(departements).sort((a, b) => a.localeCompare(b, 'fr'))
  const ordonnes = [...codes.filter((code) => servis.includes(code)), ...codes.filter((code) => !servis.includes(code))]
  return (
    <>
      <ChampTexte
        name="code"
        label="Code organisme"
        aide="3 chiffres"
        inputMode="numeric"
        largeur="court"
        maxLength={3}
        valeur={valeurs.code}
      />
      <ChampTexte
        name="nom"
        label="Nom"
        aide="Tel que les partenaires le lisent, par exemple CPAM du Val-Clair"
        maxLength={120}
        valeur={valeurs.nom}
      />
      <ChampTexte name="adresse" label="Adresse" maxLength={200} valeur={valeurs.adresse} />
      <ChampTexte
        name="codePostal"
        label="Code postal"
        inputMode="numeric"
        largeur="court"
        maxLength={5}
        valeur={valeurs.codePostal}
      />
      <ChampTexte name="ville" label="Ville" maxLength={100} valeur={valeurs.ville} />
      <CasesACocher
        name="departements"
        label="Départements servis"
        aide="Ceux où résident les assurés de la caisse"
        className="cases-defilantes"
        valeurs={servis}
        options={ordonnes.map((code) => ({ valeur: code, libelle: `${code} ${departements[code]}` }))}
      />
      <Radios
        name="calendrier"
        label="Jours fériés"
        aide="Les délais en jours ouvrés les sautent. Un changement vaut pour les délais à venir : ceux déjà donnés restent."
        valeur={valeurs.calendrier ?? 'france'}
        options={[
          { valeur: 'france', libelle: 'Calendrier national' },
          {
            valeur: 'alsace_moselle',
            libelle: 'Alsace-Moselle',
            aide: 'Bas-Rhin, Haut-Rhin et Moselle : le Vendredi saint et le 26 décembre en plus',
          },
        ]}
      />
    </>
  )
}
