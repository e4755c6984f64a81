import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { CasesACocher, Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Pli } from '@/components/formulaire/pli'
import { actionEnregistrerFormation } from '@/lib/formations/actions'
import { libellesMode, libellesProfilFormation } from '@/lib/formations/libelles'
import { modesFormation, profilsFormation } from '@/lib/formations/modele'
import type { FormationTenueParLaCaisse } from '@/lib/formations/queries-caisse'
import { heureTapeeDe } from '@/lib/rendez-vous/heures'
import { enParties } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

type Lue = FormationTenueParLaCaisse

/** A session to prepare, or to change. */
export function FormulaireFormation({
  titre,
  lue,
  partenaires,
}: {
  titre: string
  lue?: Lue
  partenaires: { id: string; nom: string }[]
}) {
  const publiee = lue?.etat === 'publiee'
  return (
    <Formulaire
      action={actionEnregistrerFormation}
      titrePage={titre}
      cle={`formation-${lue?.id ?? 'nouvelle'}`}
      className="max-w-160"
    >
      <h1 className="mb-2">{titre}</h1>
      <p className="mb-5">
        {publiee
          ? 'Si le jour, l’heure ou le lieu change, les personnes inscrites reçoivent un courriel qui met leur agenda à jour.'
          : 'La session reste un brouillon, que seuls les référents de la caisse voient, jusqu’à sa publication.'}
      </p>
      <ChampCache name="id" valeur={lue?.id ?? ''} />
      {lue && <ChampCache name="version" valeur={lue.version} />}
      <ChampTexte name="theme" label="Thème" valeur={lue?.theme} largeur="plein" maxLength={120} />
      <ChampTexteLong
        name="description"
        label="Ce que la session apporte, et à qui"
        valeur={lue?.description}
        maxLength={3000}
        lignes={5}
      />
      <h2 className="mt-8 mb-3">Quand et où</h2>
      <ChampDate
        name="jour"
        label="Jour de la session"
        aide="Par exemple, 12 3 2026"
        valeur={enParties(lue && dateAParis(lue.debutLe))}
      />
      <div className="flex flex-wrap gap-x-6">
        <ChampTexte
          name="debut"
          label="De"
          aide="Par exemple, 9 h 30"
          valeur={lue && heureTapeeDe(lue.debutLe)}
          largeur="court"
          maxLength={20}
        />
        <ChampTexte
          name="fin"
          label="À"
          aide="Par exemple, 12 h"
          valeur={lue && heureTapeeDe(lue.finLe)}
          largeur="court"
          maxLength={20}
        />
      </div>
      <Radios
        name="mode"
        label="La session se tient"
        valeur={lue?.mode ?? 'sur_place'}
        enLigne
        options={modesFormation.map((mode) => ({ valeur: mode, libelle: libellesMode[mode] }))}
      />
      <ChampTexte
        name="lieu"
        label="Lieu"
        aide="Si la session se tient sur place : l’adresse et la salle."
        valeur={lue?.lieu}
        largeur="plein"
        maxLength={300}
      />
      <ChampTexte
        name="lien"
        label="Lien de connexion"
        aide="Si la session se tient à distance. Seules les personnes inscrites le voient, dans le portail ; il n’est dans aucun courriel."
        valeur={lue?.lien ?? undefined}
        type="url"
        largeur="plein"
        maxLength={500}
      />
      <h2 className="mt-8 mb-3">Pour qui</h2>
      <CasesACocher
        name="profils"
        label="La session s’adresse aux"
        valeurs={lue?.profils ?? [...profilsFormation]}
        enLigne
        options={profilsFormation.map((profil) => ({ valeur: profil, libelle: libellesProfilFormation[profil] }))}
      />
      <Radios
        name="audience"
        label="Partenaires"
        valeur={lue && !lue.pourTous ? 'choisis' : 'tous'}
        options={[
          { valeur: 'tous', libelle: 'Tous les partenaires de la caisse' },
          { valeur: 'choisis', libelle: 'Ceux que je choisis ci-dessous' },
        ]}
      />
      <Pli
        resume="Choisir les partenaires"
        champs={['partenaires', 'audience']}
        ouvert={Boolean(lue && !lue.pourTous)}
        className="mb-6"
      >
        <CasesACocher
          name="partenaires"
          label="Partenaires choisis"
          valeurs={lue?.partenaires.map(({ id }) => id)}
          optionnel
          className="mt-3"
          options={partenaires.map(({ id, nom }) => ({ valeur: id, libelle: nom }))}
        />
      </Pli>
      <ChampTexte
        name="places"
        label="Places"
        aide={publiee ? 'Jamais moins que les personnes déjà inscrites.' : 'De 1 à 300.'}
        valeur={lue && String(lue.places)}
        largeur="court"
        inputMode="numeric"
        maxLength={3}
      />
      <ChampDate
        name="inscriptionsJusquau"
        label="Dernier jour pour s’inscrire"
        aide="Ce jour compris. Par exemple, 10 3 2026"
        valeur={enParties(lue?.jusquau)}
      />
      <div className="rangee-boutons">
        <BoutonEnvoi enCours="Enregistrement…">
          {publiee ? 'Enregistrer les changements' : 'Enregistrer le brouillon'}
        </BoutonEnvoi>
        <a href={lue ? `/caisse/formations/${lue.id}` : '/caisse/formations'} className="inline-block min-h-6">
          Ne rien changer
        </a>
      </div>
    </Formulaire>
  )
}
