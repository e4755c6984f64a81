import type { ProprietesBesoin } from '@/components/demandes/services/proprietes'
import { dateDe, estGarde, listeDe, texteDe } from '@/components/demandes/valeurs'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { CaseACocher, CasesACocher, Radios } from '@/components/formulaire/choix'
import { demiJournees, modes } from '@/lib/demandes/services/rendez-vous'
import { ajouterJours } from '@/lib/socle/temps'

export function ChampsRendezVous({ cadre, caisse, valeurs }: ProprietesBesoin) {
  return (
    <>
      <Radios
        name="mode"
        label="Le rendez-vous se tiendra"
        enLigne
        valeur={texteDe(valeurs, 'mode')}
        options={Object.entries(modes)
          .filter(([valeur]) => cadre.rendezVousModes.includes(valeur))
          .map(([valeur, libelle]) => ({ valeur, libelle }))}
      />
      <ChampTexte
        name="telephone"
        label="Téléphone de la personne"
        optionnel
        aide="Nécessaire pour un rendez-vous par téléphone. Ou le vôtre, si vous serez à ses côtés."
        type="tel"
        inputMode="tel"
        valeur={texteDe(valeurs, 'telephone')}
      />
      <ChampDate
        name="pasAvant"
        label="Pas avant le"
        aide={`Par exemple, ${exempleDeDate(cadre.aujourdhui)}`}
        valeur={dateDe(valeurs, 'pasAvant')}
      />
      <CasesACocher
        name="disponibilites"
        label="Quand la personne est-elle disponible ?"
        aide="Plusieurs demi-journées possibles : la caisse trouvera plus vite un créneau."
        className="[&_.choix-liste]:grid [&_.choix-liste]:max-w-100 [&_.choix-liste]:grid-cols-2 [&_.choix-liste]:gap-x-6"
        options={Object.entries(demiJournees).map(([valeur, libelle]) => ({
          valeur,
          libelle: libelle.charAt(0).toUpperCase() + libelle.slice(1),
        }))}
        valeurs={listeDe(valeurs, 'disponibilites')}
      />
      <ChampTexteLong
        name="situation"
        label="À savoir pour préparer le rendez-vous"
        optionnel
        lignes={3}
        aide="Une langue, un accompagnant, un accès facilité."
        valeur={texteDe(valeurs, 'situation')}
        garde={estGarde(valeurs, 'situation')}
      />
      {cadre.rendezVousRestreint && (
        <CaseACocher
          name="nonAutonome"
          label="J’atteste que la personne est non autonome et n’a pas de compte ameli."
          aide={`La ${caisse} réserve les rendez-vous à ces personnes.`}
          cochee={texteDe(valeurs, 'nonAutonome') === 'oui'}
        />
      )}
    </>
  )
}

/** «4 12 2026»: a day that would be accepted. */
function exempleDeDate(aujourdhui: string): string {
  return ajouterJours(aujourdhui, 12).split('-').reverse().map(Number).join(' ')
}
