import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Liste } from '@/components/formulaire/liste'
import { Avis } from '@/components/ui/avis'
import { FilRetour } from '@/components/ui/fil-retour'
import type { Service } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import { actionEnregistrerMotifPropre } from '@/lib/reglages/actions'
import { demandesOuvertes, brouillons as enBrouillons, libellesPrestation, selon } from '@/lib/reglages/libelles'
import { prestations } from '@/lib/reglages/modele'
import type { MotifPropre } from '@/lib/reglages/queries-motifs'
import { piecesMax } from '@/lib/reglages/schema-motif'
import { pluriel } from '@/lib/socle/format'

const exigences = [
  { valeur: 'requise', libelle: 'Demandée' },
  { valeur: 'suggeree', libelle: 'Utile si la personne l’a' },
  { valeur: 'urgence', libelle: 'Exigée si le dossier est urgent' },
]
const lignesVides = 3

/** A motif of the caisse's own: its words, what it counts for, its pieces. What it touches is said before anything is typed. */
export function FormulaireMotifPropre({ lu, service, base }: { lu: MotifPropre; service: Service; base: string }) {
  const { caisse, version, motif } = lu
  const titre = motif ? 'Modifier un motif de la caisse' : 'Ajouter un motif'
  const pieces = motif?.pieces ?? []
  const rangs = Math.min(Math.max(pieces.length + lignesVides, 4), piecesMax)
  return (
    <>
      <FilRetour href={`${base}/motifs#${service}`} libelle="Motifs" />
      <div className="max-w-180">
        <Formulaire action={actionEnregistrerMotifPropre} titrePage={titre} cle={`motif-${motif?.id ?? service}`}>
          <h1>{titre}</h1>
          <p className="mt-2 mb-6 text-encre-2">
            {definitionDe(service).libelle}, {caisse.nom}
          </p>
          <Avis className="mb-6">{motif ? dejaPorte(lu) : nouveauVu(lu.partenaires)}</Avis>
          <ChampCache name="caisseId" valeur={caisse.id} />
          <ChampCache name="version" valeur={version} />
          <ChampCache name="service" valeur={service} />
          <ChampCache name="id" valeur={motif?.id ?? ''} />
          <ChampTexte
            name="libelle"
            label="Motif, tel que le technicien le lit"
            valeur={motif?.libelle}
            largeur="plein"
            maxLength={150}
          />
          <ChampTexte
            name="libelleCourt"
            label="Intitulé court"
            aide="Pour les listes, la file et les courriels."
            valeur={motif?.libelleCourt}
            maxLength={60}
          />
          <ChampTexte
            name="aide"
            label="Précision sous le motif"
            optionnel
            valeur={motif?.aide ?? ''}
            largeur="plein"
            maxLength={300}
          />
          {service === 'contact' ? (
            <Radios
              name="assureRequis"
              label="La demande concerne"
              valeur={(motif?.assureRequis ?? true) ? 'oui' : 'non'}
              options={[
                { valeur: 'oui', libelle: 'Un assuré' },
                { valeur: 'non', libelle: 'Le partenariat, sans assuré' },
              ]}
            />
          ) : (
            <ChampCache name="assureRequis" valeur="oui" />
          )}
          <Liste
            name="prestation"
            label="Prestation comptée"
            aide="Elle fixe le délai de réponse, et compte dans le bilan."
            optionnel
            vide="Aucune"
            valeur={motif?.prestation ?? ''}
            options={prestations.map((valeur) => ({ valeur, libelle: libellesPrestation[valeur] }))}
          />
          {service === 'dossier' && (
            <Radios
              name="urgencePossible"
              label="Le dossier peut-il être déclaré urgent ?"
              valeur={motif?.urgencePossible ? 'oui' : 'non'}
              options={[
                { valeur: 'oui', libelle: 'Oui, avec un justificatif' },
                { valeur: 'non', libelle: 'Non' },
              ]}
            />
          )}
          <h2 className="mt-8 mb-2">Pièces à joindre</h2>
          <p className="mb-4 text-15 text-encre-2">
            Laissez vide ce qui ne sert pas. Une pièce vidée n’est plus demandée.
          </p>
          {Array.from({ length: rangs }, (_, rang) => (
            <RangPiece key={rang} rang={rang} piece={pieces[rang]} urgence={service === 'dossier'} />
          ))}
          <div className="rangee-boutons mt-2">
            <BoutonEnvoi enCours="Enregistrement…">{motif ? 'Enregistrer le motif' : 'Ajouter ce motif'}</BoutonEnvoi>
            <a href={`${base}/motifs#${service}`} className="inline-block min-h-6">
              Ne rien changer
            </a>
          </div>
        </Formulaire>
      </div>
    </>
  )
}

type Piece = NonNullable<MotifPropre['motif']>['pieces'][number]

function RangPiece({ rang, piece, urgence }: { rang: number; piece?: Piece; urgence: boolean }) {
  return (
    <fieldset className="m-0 border-0 border-t border-filet p-0">
      <legend className="sr-only">Pièce {rang + 1}</legend>
      {piece && <ChampCache name={`pieces.${rang}.code`} valeur={piece.code} />}
      <div className="gap-6 pt-4 tab:flex">
        <ChampTexte
          name={`pieces.${rang}.libelle`}
          label={`Pièce ${rang + 1}`}
          optionnel
          valeur={piece?.libelle ?? ''}
          largeur="plein"
          maxLength={150}
          className="flex-1"
        />
        <Liste
          name={`pieces.${rang}.exigence`}
          label={`Pièce ${rang + 1} : exigence`}
          vide={null}
          valeur={piece?.exigence ?? 'requise'}
          options={urgence ? exigences : exigences.filter(({ valeur }) => valeur !== 'urgence')}
        />
      </div>
    </fieldset>
  )
}

function dejaPorte({ demandes, brouillons }: MotifPropre): string {
  return `${demandesOuvertes(demandes)} ${selon(demandes, 'porte ce motif et garde', 'portent ce motif et gardent')} l’intitulé, le délai et les pièces de ${selon(demandes, 'son', 'leur')} dépôt. ${enBrouillons(brouillons)} ${selon(brouillons, 'suivra', 'suivront')} ce que vous enregistrez.`
}

const nouveauVu = (partenaires: number) =>
  `Dès l’enregistrement, il sera proposé à ${pluriel(partenaires, 'partenaire')}. Aucune demande déjà déposée ne change.`
