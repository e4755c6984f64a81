import type { ProprietesBesoin } from '@/components/demandes/services/proprietes'
import { estGarde, texteDe } from '@/components/demandes/valeurs'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Radios } from '@/components/formulaire/choix'
import { adressesConnues } from '@/lib/demandes/services/document'

export function ChampsDocument({ valeurs }: ProprietesBesoin) {
  return (
    <>
      <ChampTexteLong
        name="precision"
        label="Le document et sa période"
        aide="Par exemple, l’attestation de droits de cette année, pour une inscription à l’école."
        lignes={3}
        valeur={texteDe(valeurs, 'precision')}
        garde={estGarde(valeurs, 'precision')}
      />
      <Radios
        name="adresseConnue"
        label="La caisse connaît-elle l’adresse actuelle de la personne ?"
        aide="La caisse envoie le document à l’adresse qu’elle connaît."
        options={Object.entries(adressesConnues).map(([valeur, libelle]) => ({ valeur, libelle }))}
        valeur={texteDe(valeurs, 'adresseConnue')}
      />
    </>
  )
}
