import { CadreEtape } from '@/components/demandes/etapes/cadre-etape'
import { dateDe, texteDe } from '@/components/demandes/valeurs'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Radios } from '@/components/formulaire/choix'
import { Liste } from '@/components/formulaire/liste'
import type { BrouillonRepris } from '@/lib/demandes/queries-brouillon'
import { departements } from '@/lib/socle/departements'

export const titrePersonne = 'Pour qui faites-vous cette demande\u00A0?'

export function EtapePersonne({ cadre }: { cadre: BrouillonRepris }) {
  const valeurs = cadre.donnees.personne ?? {}
  return (
    <CadreEtape cadre={cadre} etape="personne" titre={titrePersonne}>
      <Radios
        name="civilite"
        label="Civilité"
        enLigne
        valeur={texteDe(valeurs, 'civilite')}
        options={[
          { valeur: 'madame', libelle: 'Madame' },
          { valeur: 'monsieur', libelle: 'Monsieur' },
        ]}
      />
      <ChampTexte
        name="nomNaissance"
        label="Nom de naissance"
        spellCheck={false}
        valeur={texteDe(valeurs, 'nomNaissance')}
      />
      <ChampTexte
        name="nomUsage"
        label="Nom d’usage"
        optionnel
        aide="Seulement s’il est différent."
        spellCheck={false}
        valeur={texteDe(valeurs, 'nomUsage')}
      />
      <ChampTexte
        name="prenom"
        label="Prénom"
        aide="Le premier, comme sur la pièce d’identité."
        spellCheck={false}
        valeur={texteDe(valeurs, 'prenom')}
      />
      <ChampDate name="dateNaissance" label="Date de naissance" valeur={dateDe(valeurs, 'dateNaissance')} />
      <Liste
        name="departement"
        label="Département de résidence"
        valeur={texteDe(valeurs, 'departement')}
        options={departementsOrdonnes(cadre.caisse.departements)}
      />
    </CadreEtape>
  )
}

/** Those the caisse serves first, then all by name. */
function departementsOrdonnes(servis: string[]) {
  const options = Object.entries(departements)
    .map(([valeur, libelle]) => ({ valeur, libelle }))
    .sort((a, b) => a.libelle.localeCompare(b.libelle, 'fr'))
  return [
    ...options.filter(({ valeur }) => servis.includes(valeur)),
    ...options.filter(({ valeur }) => !servis.includes(valeur)),
  ]
}
