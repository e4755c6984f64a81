import type { ProprietesBesoin } from '@/components/demandes/services/proprietes'
import { estGarde, listeDe, texteDe } from '@/components/demandes/valeurs'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { CasesACocher, Radios } from '@/components/formulaire/choix'
import { momentsAppel, obstacles } from '@/lib/demandes/services/signalement'

const enOptions = (libelles: Record<string, string>) =>
  Object.entries(libelles).map(([valeur, libelle]) => ({ valeur, libelle }))

export function ChampsSignalement({ valeurs }: ProprietesBesoin) {
  return (
    <>
      <CasesACocher
        name="obstacles"
        label="Qu’est-ce qui bloque ?"
        aide="Plusieurs réponses possibles."
        options={enOptions(obstacles)}
        valeurs={listeDe(valeurs, 'obstacles')}
      />
      <ChampTexteLong
        name="situation"
        label="La difficulté en quelques lignes"
        aide="Ce que la personne cherche à obtenir, et depuis quand."
        valeur={texteDe(valeurs, 'situation')}
        garde={estGarde(valeurs, 'situation')}
      />
      <ChampTexteLong
        name="dejaTente"
        label="Ce qui a déjà été tenté"
        optionnel
        lignes={3}
        aide="Appels, courriers, démarches en ligne."
        valeur={texteDe(valeurs, 'dejaTente')}
        garde={estGarde(valeurs, 'dejaTente')}
      />
      <ChampTexte
        name="telephone"
        label="Téléphone de la personne"
        aide="Ou le vôtre, si vous serez à ses côtés : la caisse appelle."
        type="tel"
        inputMode="tel"
        valeur={texteDe(valeurs, 'telephone')}
      />
      <Radios
        name="moment"
        label="Quand l’appeler ?"
        options={enOptions(momentsAppel)}
        valeur={texteDe(valeurs, 'moment')}
      />
      <ChampTexteLong
        name="precisionAppel"
        label="À savoir pour l’appel"
        optionnel
        lignes={2}
        aide="Une langue, une personne à demander, un jour à éviter."
        valeur={texteDe(valeurs, 'precisionAppel')}
        garde={estGarde(valeurs, 'precisionAppel')}
      />
    </>
  )
}
