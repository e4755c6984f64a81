import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteRiche } from '@/components/formulaire/champ-texte-riche'
import { CaseACocher, Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ChampsAudience } from '@/components/publications/champs-audience'
import { actionEnregistrerActualite } from '@/lib/actualites/actions'
import { genresActualite, TEXTE_MAX } from '@/lib/actualites/modele'
import type { ActualiteLue } from '@/lib/actualites/queries'
import { enParties } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

/** An actualité to write, or to correct. */
export function FormulaireActualite({
  titre,
  lue,
  caisses,
}: {
  titre: string
  lue?: ActualiteLue
  caisses: { id: string; nom: string }[]
}) {
  const enLigne = lue?.etat === 'publiee'
  return (
    <Formulaire
      action={actionEnregistrerActualite}
      titrePage={titre}
      cle={`actualite-${lue?.id ?? 'nouvelle'}`}
      className="max-w-160"
    >
      <h1 className="mb-2">{titre}</h1>
      <p className="mb-5">
        {enLigne
          ? 'Elle est en ligne : si le titre ou le texte change, elle dira le jour où elle a été corrigée.'
          : 'Elle reste à relire jusqu’à ce que vous la publiiez, tout de suite ou au jour et à l’heure de votre choix.'}
      </p>
      <ChampCache name="id" valeur={lue?.id ?? ''} />
      {lue && <ChampCache name="version" valeur={lue.version} />}
      <Radios
        name="genre"
        label="De quoi s’agit-il ?"
        valeur={lue?.genre ?? 'flash_info'}
        enLigne
        options={Object.entries(genresActualite).map(([valeur, libelle]) => ({ valeur, libelle }))}
      />
      <ChampTexte
        name="titre"
        label="Titre"
        aide="Il est écrit dans le courriel qui prévient."
        valeur={lue?.titre}
        largeur="plein"
        maxLength={120}
      />
      <ChampTexteRiche name="texte" label="Texte" valeur={lue?.texte} maxLength={TEXTE_MAX} lignes={12} />
      <ChampsAudience lue={lue} caisses={caisses} />
      <h2 className="mt-8 mb-3">Comment</h2>
      <CaseACocher
        name="epinglee"
        label="L’épingler en haut de l’accueil de ses lecteurs"
        aide="Pour ce qui ne peut pas attendre. Trois au plus y tiennent."
        cochee={lue?.epinglee}
      />
      <ChampDate
        name="jusquau"
        label="Dernier jour où elle se lit"
        aide="Ce jour compris. Elle est ensuite archivée. Par exemple, 31 3 2027"
        optionnel
        valeur={enParties(lue?.finLe && dateAParis(new Date(lue.finLe.getTime() - 1)))}
      />
      {enLigne && (
        <CaseACocher
          name="prevenir"
          label="Prévenir à nouveau par courriel"
          aide="Pour une erreur qui compte. Sinon, la correction se lit dans le portail."
        />
      )}
      <div className="rangee-boutons">
        <BoutonEnvoi enCours="Enregistrement…">
          {enLigne ? 'Enregistrer la correction' : 'Enregistrer et relire'}
        </BoutonEnvoi>
        <a href={lue ? `/actualites/${lue.id}` : '/actualites/gerer'} className="inline-block min-h-6">
          Ne rien changer
        </a>
      </div>
    </Formulaire>
  )
}
