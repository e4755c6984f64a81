import type { ProprietesBesoin } from '@/components/demandes/services/proprietes'
import { estGarde, texteDe } from '@/components/demandes/valeurs'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Radios } from '@/components/formulaire/choix'

export function ChampsDossier({ cadre, valeurs }: ProprietesBesoin) {
  return (
    <>
      <ChampTexteLong
        name="situation"
        label="Sa situation en quelques lignes"
        aide="Ce qui a déjà été tenté, ce qui bloque."
        valeur={texteDe(valeurs, 'situation')}
        garde={estGarde(valeurs, 'situation')}
      />
      {cadre.urgencePossible && (
        <Radios
          name="urgent"
          label="Le dossier est-il urgent ?"
          aide="Il l’est si des soins immédiats seraient compromis sans réponse rapide."
          valeur={texteDe(valeurs, 'urgent')}
          options={[
            { valeur: 'non', libelle: 'Non' },
            {
              valeur: 'oui',
              libelle: 'Oui, avec un justificatif',
              aide: 'Certificat médical, bulletin d’hospitalisation, prescription ou attestation de besoin de soins : il sera demandé à l’étape suivante.',
            },
          ]}
        />
      )}
    </>
  )
}
