import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Liste } from '@/components/formulaire/liste'
import { Apercu } from '@/components/modeles/apercu'
import { Variables } from '@/components/modeles/variables'
import { FilRetour } from '@/components/ui/fil-retour'
import { services } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import { actionEnregistrerModele, actionRetirerModele } from '@/lib/modeles-reponse/actions'
import { actesModele, libelleActeModele } from '@/lib/modeles-reponse/libelles'
import type { ModeleAModifier } from '@/lib/modeles-reponse/queries'
import { valeursInventees } from '@/lib/modeles-reponse/valeurs'

const aides: Record<(typeof actesModele)[number], string> = {
  repondre: 'La demande reste ouverte.',
  complement: 'Le délai s’arrête jusqu’à la réponse du partenaire.',
  clore: 'La demande reçoit le résultat choisi ci-dessous.',
}

/** A template, new or to change, with its preview on an invented demande. */
export function FormulaireModele({ modele, motifs }: ModeleAModifier) {
  const titre = modele ? 'Modifier un modèle de réponse' : 'Ajouter un modèle de réponse'
  const service = motifs.find(({ id }) => id === modele?.motifId)?.service ?? modele?.service
  return (
    <>
      <FilRetour href="/caisse/modeles" libelle="Modèles de réponse" />
      <div className="bureau:flex bureau:gap-18">
        <div className="min-w-0 max-w-160 flex-1">
          <Formulaire
            action={actionEnregistrerModele}
            titrePage={titre}
            cle={`modele-${modele?.id ?? 'nouveau'}`}
            className="group/modele"
          >
            <h1 className="mb-6">{titre}</h1>
            <ChampCache name="id" valeur={modele?.id ?? ''} />
            <ChampCache name="version" valeur={modele?.version ?? 0} />
            <ChampTexte
              name="titre"
              label="Titre"
              aide="Ce que vos collègues lisent dans la liste."
              valeur={modele?.titre}
              largeur="plein"
              maxLength={80}
            />
            <Liste
              name="portee"
              label="Pour quelles demandes"
              valeur={modele ? porteeDe(modele) : 'toutes'}
              vide={null}
              largeur="plein"
              options={options(motifs)}
            />
            <Radios
              name="acte"
              label="Ce que fait le modèle"
              valeur={modele?.acte ?? 'repondre'}
              options={actesModele.map((acte) => ({
                valeur: acte,
                libelle: libelleActeModele[acte],
                aide: aides[acte],
              }))}
            />
            <div className="hidden group-has-[input[value=clore]:checked]/modele:block">
              <Liste
                name="issue"
                label="Résultat donné à la demande"
                aide="Un résultat du service choisi plus haut."
                valeur={modele?.issue && service ? `${service}.${modele.issue}` : undefined}
                largeur="plein"
                options={services.flatMap((code) =>
                  definitionDe(code).issues.map((issue) => ({
                    valeur: `${code}.${issue.code}`,
                    libelle: `${definitionDe(code).libelleCourt}\u00A0: ${issue.libelle}`,
                  })),
                )}
              />
            </div>
            <ChampTexteLong
              name="texte"
              label="Texte"
              aide="Les mots entre accolades prennent ceux de la demande."
              valeur={modele?.texte}
              lignes={10}
              maxLength={3000}
            />
            <div className="rangee-boutons">
              <BoutonEnvoi enCours="Enregistrement…">Enregistrer le modèle</BoutonEnvoi>
              <a href="/caisse/modeles" className="inline-block min-h-6">
                Ne rien changer
              </a>
            </div>
          </Formulaire>
          {modele && <Retirer modele={modele} titrePage={titre} />}
        </div>
        <aside className="flex flex-col gap-7 max-bureau:mt-10 bureau:w-80 bureau:flex-none">
          <section aria-labelledby="apercu">
            <h2 id="apercu" className="mb-2">
              Aperçu
            </h2>
            <p className="mb-3 text-15 text-encre-2">Sur une demande inventée.</p>
            <div className="border-l-4 border-filet-2 bg-papier px-4 py-3">
              <Apercu texte={modele?.texte ?? ''} valeurs={valeursInventees} />
            </div>
          </section>
          <section aria-labelledby="variables">
            <h2 id="variables" className="mb-2">
              Variables
            </h2>
            <p className="mb-1 text-15 text-encre-2">
              Où la demande n’a rien à dire, un blanc reste à compléter{'\u00A0'}: la réponse ne part pas avec lui.
            </p>
            <Variables />
          </section>
        </aside>
      </div>
    </>
  )
}

function Retirer({ modele, titrePage }: { modele: NonNullable<ModeleAModifier['modele']>; titrePage: string }) {
  return (
    <Formulaire
      action={actionRetirerModele}
      titrePage={titrePage}
      cle={`retirer-${modele.id}`}
      className="mt-10 border-t border-filet-2 pt-6"
    >
      <h2 className="mb-2">Ce modèle ne sert plus{'\u202F'}?</h2>
      <p className="mb-4 text-15">Il n’est plus proposé à personne. Les réponses déjà envoyées restent.</p>
      <ChampCache name="id" valeur={modele.id} />
      <ChampCache name="version" valeur={modele.version} />
      <BoutonEnvoi aspect="danger" enCours="Retrait…">
        Retirer ce modèle
      </BoutonEnvoi>
    </Formulaire>
  )
}

const porteeDe = ({ motifId, service }: NonNullable<ModeleAModifier['modele']>) =>
  motifId ? `motif:${motifId}` : service ? `service:${service}` : 'toutes'

function options(motifs: ModeleAModifier['motifs']) {
  return [
    { valeur: 'toutes', libelle: 'Toutes les demandes' },
    ...services.flatMap((service) => {
      const nom = definitionDe(service).libelleCourt
      return [
        { valeur: `service:${service}`, libelle: `${nom}, tous les motifs` },
        ...motifs
          .filter((motif) => motif.service === service)
          .map(({ id, libelle }) => ({ valeur: `motif:${id}`, libelle: `${nom}, ${libelle}` })),
      ]
    }),
  ]
}
