import type { ProprietesBesoin } from '@/components/demandes/services/proprietes'
import { estGarde, texteDe } from '@/components/demandes/valeurs'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'

export function ChampsContact({ cadre, valeurs }: ProprietesBesoin) {
  return (
    <>
      {cadre.demandeLiee && (
        <ChampTexte
          name="demandeLiee"
          label="Référence du dossier déjà transmis"
          aide="Elle est sur l’accusé de réception, par exemple 26-004817."
          largeur="court"
          valeur={texteDe(valeurs, 'demandeLiee')}
        />
      )}
      <ChampTexteLong
        name="message"
        label="Votre message"
        lignes={6}
        valeur={texteDe(valeurs, 'message')}
        garde={estGarde(valeurs, 'message')}
      />
    </>
  )
}
