import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Radios } from '@/components/formulaire/choix'
import { Liste } from '@/components/formulaire/liste'
import { aidesDroit, canaux, libellesCanal, libellesDroit, typesDroit } from '@/lib/personnes/libelles'
import type { DroitLu } from '@/lib/personnes/queries'
import { enParties, jourDe } from '@/lib/socle/jour'

/** Who asks, and for what: the fields of a request, new or modified. `recue`: day proposed for a new one. */
export function ChampsDroit({ droit, recue }: { droit?: DroitLu; recue?: string }) {
  return (
    <>
      <Radios
        name="type"
        label="Droit exercé"
        options={typesDroit.map((valeur) => ({ valeur, libelle: libellesDroit[valeur], aide: aidesDroit[valeur] }))}
        valeur={droit?.type}
      />
      {recue && (
        <ChampDate
          name="recueLe"
          label="Reçue le"
          aide="Le délai d’un mois part de ce jour, même si elle est d’abord arrivée à un autre service."
          valeur={enParties(recue)}
        />
      )}
      <Liste
        name="canal"
        label="Arrivée par"
        options={canaux.map((valeur) => ({ valeur, libelle: libellesCanal[valeur] }))}
        valeur={droit?.canal}
        largeur="court"
      />
      <h2 className="mt-8 mb-4">La personne concernée</h2>
      <ChampTexte name="nomNaissance" label="Nom de naissance" spellCheck={false} valeur={droit?.nomNaissance} />
      <ChampTexte
        name="nomUsage"
        label="Nom d’usage"
        optionnel
        spellCheck={false}
        valeur={droit?.nomUsage ?? undefined}
      />
      <ChampTexte name="prenom" label="Prénom" spellCheck={false} valeur={droit?.prenom} />
      <ChampDate
        name="dateNaissance"
        label="Date de naissance"
        optionnel
        valeur={enParties(jourDe(droit?.dateNaissance))}
      />
      <ChampTexte
        name="autresNoms"
        label="Autres noms ou orthographes"
        optionnel
        aide="Ils sont cherchés aussi."
        spellCheck={false}
        valeur={droit?.autresNoms ?? undefined}
      />
      <ChampTexte
        name="representant"
        label="Qui écrit pour elle"
        optionnel
        aide="Tuteur, avocat, parent, avec son mandat."
        valeur={droit?.representant ?? undefined}
      />
      <ChampTexteLong
        name="adresse"
        label="Où répondre"
        optionnel
        lignes={3}
        valeur={droit?.adresse ?? undefined}
        maxLength={300}
      />
      <ChampTexteLong
        name="objet"
        label="Ce qu’elle demande"
        aide="En quelques mots."
        valeur={droit?.objet}
        maxLength={1_000}
      />
    </>
  )
}
