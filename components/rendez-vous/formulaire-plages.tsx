import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { CasesACocher, Radios } from '@/components/formulaire/choix'
import { Liste } from '@/components/formulaire/liste'
import { FormulaireLecture } from '@/components/reglages/formulaire-lecture'
import { FilRetour } from '@/components/ui/fil-retour'
import { libelleMode } from '@/lib/rendez-vous/libelles'
import { nomComplet } from '@/lib/socle/acteur'

const TITRE = 'Ouvrir des créneaux'

const jours = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi']

const durees = [15, 20, 30, 45, 60, 90]

function Heures({ cle, mot }: { cle: string; mot: string }) {
  return (
    <div className="flex flex-wrap gap-x-6">
      <ChampTexte name={`${cle}Debut`} label={`${mot}, de`} largeur="court" inputMode="text" maxLength={20} optionnel />
      <ChampTexte name={`${cle}Fin`} label={`${mot}, jusqu’à`} largeur="court" maxLength={20} optionnel />
    </div>
  )
}

/** Availabilities to cut into slots. Filled in as the agent did last, on the week to come: most often only a date changes. */
export function FormulairePlages({
  cadre: { modes, agents },
  moi,
  valeurs,
  erreurs,
}: {
  cadre: { modes: string[]; agents: { id: string; prenom: string; nom: string }[] }
  moi: string
  valeurs: Record<string, string | string[]>
  erreurs?: Record<string, string>
}) {
  const duree = Number(valeurs.dureeMinutes)
  const choix = durees.includes(duree) || !duree ? durees : [...durees, duree].sort((a, b) => a - b)
  return (
    <>
      <FilRetour href="/caisse/rendez-vous" libelle="Rendez-vous" />
      <FormulaireLecture
        vers="/caisse/rendez-vous/plages/verifier"
        titrePage={TITRE}
        valeurs={valeurs}
        erreurs={erreurs}
      >
        <h1>{TITRE}</h1>
        <div className="mt-5 gap-x-16 bureau:grid bureau:grid-cols-2">
          <div>
            <ChampDate name="du" label="Le, ou à partir du" aide="Par exemple, 16 3 2026" />
            <ChampDate
              name="au"
              label="Jusqu’au"
              aide="Pour répéter, sur six mois au plus. Les jours fériés et les fermetures de la caisse sont laissés de côté."
              optionnel
            />
            <CasesACocher
              name="semaine"
              label="Jours de la semaine"
              aide="Pour une répétition"
              enLigne
              optionnel
              options={jours.map((libelle, rang) => ({ valeur: String(rang + 1), libelle }))}
            />
            <Heures cle="matin" mot="Le matin" />
            <Heures cle="apresMidi" mot="L’après-midi" />
          </div>
          <div>
            <Radios
              name="mode"
              label="Le rendez-vous se tient"
              enLigne
              options={modes.map((mode) => ({ valeur: mode, libelle: libelleMode(mode) }))}
            />
            <ChampTexte
              name="lieu"
              label="Lieu ou consigne"
              aide="Sur place : l’adresse, le bureau. Autrement : ce que la personne doit savoir pour être jointe."
              largeur="plein"
              maxLength={200}
              optionnel
            />
            <Liste
              name="pour"
              label="Qui reçoit"
              vide={null}
              options={[
                ...agents
                  .filter(({ id }) => id === moi)
                  .map((agent) => ({ valeur: agent.id, libelle: `Moi, ${nomComplet(agent)}` })),
                ...agents
                  .filter(({ id }) => id !== moi)
                  .map((agent) => ({ valeur: agent.id, libelle: nomComplet(agent) })),
                { valeur: 'guichet', libelle: 'Un guichet de la caisse' },
              ]}
            />
            <div className="flex flex-wrap gap-x-6">
              <Liste
                name="dureeMinutes"
                label="Durée d’un créneau"
                largeur="court"
                vide={null}
                options={choix.map((minutes) => ({ valeur: String(minutes), libelle: `${minutes}\u00A0min` }))}
              />
              <ChampTexte
                name="capacite"
                label="Places par créneau"
                largeur="court"
                inputMode="numeric"
                maxLength={2}
              />
            </div>
          </div>
        </div>
        <div className="rangee-boutons">
          <BoutonEnvoi enCours="Calcul…">Voir les créneaux</BoutonEnvoi>
          <a href="/caisse/rendez-vous" className="inline-block min-h-6">
            Annuler
          </a>
        </div>
      </FormulaireLecture>
    </>
  )
}
