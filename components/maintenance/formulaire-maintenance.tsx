import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Liste } from '@/components/formulaire/liste'
import { actionEnregistrerMaintenance } from '@/lib/maintenance/actions'
import type { Fenetre } from '@/lib/maintenance/regles'
import { preavis } from '@/lib/maintenance/schema'
import { heureTapeeDe } from '@/lib/rendez-vous/heures'
import { enParties } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

/** A maintenance to announce, or to change; `commencee`: only its end and its words still can be. */
export function FormulaireMaintenance({
  titre,
  lue,
  commencee,
}: {
  titre: string
  lue?: Fenetre & { version: number }
  commencee?: boolean
}) {
  const debut = lue && { jour: enParties(dateAParis(lue.debutLe)), heure: heureTapeeDe(lue.debutLe) }
  return (
    <Formulaire
      action={actionEnregistrerMaintenance}
      titrePage={titre}
      cle={`maintenance-${lue?.id ?? 'nouvelle'}`}
      className="max-w-160"
    >
      <h1 className="mb-2">{titre}</h1>
      <p className="mb-5">
        Pendant ces heures, chacun peut tout lire et garder ses brouillons ; aucun acte n’est enregistré. Heures de
        Paris.
      </p>
      <ChampCache name="id" valeur={lue?.id ?? ''} />
      {lue && <ChampCache name="version" valeur={lue.version} />}
      {commencee && debut ? (
        <>
          {Object.entries(debut.jour).map(([partie, valeur]) => (
            <ChampCache key={partie} name={`debutJour.${partie}`} valeur={valeur} />
          ))}
          <ChampCache name="debutHeure" valeur={debut.heure} />
        </>
      ) : (
        <>
          <ChampDate name="debutJour" label="Premier jour" aide="Par exemple, 12 3 2026" valeur={debut?.jour} />
          <ChampTexte
            name="debutHeure"
            label="À partir de"
            aide="Par exemple, 12 h 30"
            valeur={debut?.heure}
            largeur="court"
            maxLength={20}
          />
        </>
      )}
      <ChampDate
        name="finJour"
        label="Dernier jour"
        aide="Le même, le plus souvent"
        valeur={lue && enParties(dateAParis(lue.finLe))}
      />
      <ChampTexte
        name="finHeure"
        label="Jusqu’à"
        aide="Par exemple, 14 h"
        valeur={lue && heureTapeeDe(lue.finLe)}
        largeur="court"
        maxLength={20}
      />
      {commencee ? (
        <ChampCache name="preavisHeures" valeur={presDe(lue?.preavisHeures)} />
      ) : (
        <Liste
          name="preavisHeures"
          label="Annoncer sur chaque page"
          valeur={lue ? presDe(lue.preavisHeures) : '168'}
          options={Object.entries(preavis).map(([valeur, libelle]) => ({ valeur, libelle }))}
          vide={null}
        />
      )}
      <ChampTexteLong
        name="texte"
        label="Ce qu’il faut savoir de plus"
        aide="Lu par tous, même sans se connecter. Par exemple : les courriels partiront à la reprise."
        optionnel
        valeur={lue?.texte}
        maxLength={500}
        lignes={3}
      />
      <div className="rangee-boutons">
        <BoutonEnvoi enCours="Enregistrement…">
          {lue ? 'Enregistrer les changements' : 'Annoncer la maintenance'}
        </BoutonEnvoi>
        <a href="/administration/maintenances" className="inline-block min-h-6">
          Ne rien changer
        </a>
      </div>
    </Formulaire>
  )
}

/** One entered at once had no notice: changed, it keeps the shortest one. */
const presDe = (heures?: number) => (heures && String(heures) in preavis ? String(heures) : '2')
