import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { entreeHabilitations } from '@/components/demandes-habilitation/adresses'
import { Comparaison } from '@/components/demandes-habilitation/comparaison'
import { lignesIdentite } from '@/components/demandes-habilitation/lignes-identite'
import { StatutHabilitation } from '@/components/demandes-habilitation/statut'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Avis } from '@/components/ui/avis'
import { LienBouton } from '@/components/ui/bouton'
import { FilRetour } from '@/components/ui/fil-retour'
import { CircleCheck } from '@/components/ui/icones'
import { type LigneResume, Resume } from '@/components/ui/resume'
import { idSchema } from '@/lib/demandes/schema'
import { actionRetirerHabilitation } from '@/lib/demandes-habilitation/actions'
import { libellesType } from '@/lib/demandes-habilitation/libelles'
import { demandeDeLaStructure } from '@/lib/demandes-habilitation/queries'
import { dateEtHeure, dateLongue } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Demande sur un compte gestionnaire'

export const metadata: Metadata = { title: TITRE }

type Demande = NonNullable<Awaited<ReturnType<typeof demandeDeLaStructure>>>

export default async function Habilitation({ params, searchParams }: PageProps<'/habilitations/[id]'>) {
  const acteur = await exigerActeur('habilitation.demander')
  const { id } = await params
  const demande = idSchema.safeParse(id).success ? await demandeDeLaStructure(acteur, id) : null
  if (!demande) notFound()
  const transmise = (await searchParams).transmise !== undefined && demande.etat === 'deposee'
  const { type, etat, identite, compte } = demande
  return (
    <Cadre acteur={acteur} entree={entreeHabilitations(acteur)}>
      <FilRetour href="/habilitations" libelle="Toutes les demandes" />
      <div className="max-w-180">
        {transmise && (
          <Avis icone={<CircleCheck />} titre="Demande transmise" role="status" className="mb-6">
            La {demande.caisse} répond au plus tard le {dateLongue(demande.echeanceLe)}. Vous recevrez un courriel.
          </Avis>
        )}
        <p className="mb-1 text-15 text-encre-2">{TITRE}</p>
        <h1 className="mb-3">
          {libellesType[type]}
          {demande.sujet && ` : ${demande.sujet}`}
        </h1>
        <p className="mb-6">
          <StatutHabilitation etat={etat} cote="partenaire" />
        </p>
        <Issue demande={demande} />
        {type === 'modification' && identite && compte && etat === 'deposee' ? (
          <section className="mb-8" aria-labelledby="changement">
            <h2 id="changement" className="mb-2">
              Ce qui change
            </h2>
            <Comparaison avant={compte} apres={identite} />
          </section>
        ) : (
          identite && demande.sujet && <Resume titre="La personne" lignes={lignesIdentite(identite)} />
        )}
        <Resume titre="La demande" lignes={lignesDemande(demande)} />
        {etat === 'deposee' && demande.mienne && (
          <Formulaire action={actionRetirerHabilitation} titrePage={TITRE} cle={`retirer-${id}`}>
            <ChampCache name="id" valeur={id} />
            <p className="mb-3">
              Elle n’a plus lieu d’être ? Tant que la caisse n’a pas répondu, vous pouvez la retirer.
            </p>
            <BoutonEnvoi aspect="danger" enCours="Retrait…">
              Retirer la demande
            </BoutonEnvoi>
          </Formulaire>
        )}
      </div>
    </Cadre>
  )
}

function Issue({ demande }: { demande: Demande }) {
  const { etat, type, motifRefus, traiteeLe, compte } = demande
  if (etat === 'refusee')
    return (
      <Avis ton="chaud" titre={`La ${demande.caisse} n’a pas appliqué cette demande`} className="mb-8">
        <p className="whitespace-pre-line">{motifRefus}</p>
        <p className="mt-3">
          <LienBouton aspect="secondaire" dense href="/habilitations/nouvelle">
            Faire une nouvelle demande
          </LienBouton>
        </p>
      </Avis>
    )
  if (etat !== 'appliquee' || !traiteeLe) return null
  const prevue = compte?.etat !== 'inactif' && jourDe(compte?.inactivationPrevueLe)
  return (
    <Avis ton="fond" icone={<CircleCheck />} className="mb-8">
      La {demande.caisse} l’a appliquée, {dateEtHeure(traiteeLe)}.
      {type === 'inactivation' && prevue && ` Le compte se ferme le ${dateLongue(prevue)}.`}
      {type === 'creation' &&
        compte?.etat === 'attente_activation' &&
        ' La personne a reçu le lien pour activer son compte.'}
    </Avis>
  )
}

function lignesDemande(demande: Demande): LigneResume[] {
  const { etat, souhaiteeLe, justification, compte } = demande
  return [
    { cle: 'Organisme', valeur: demande.caisse },
    ...(compte ? [{ cle: 'Compte', valeur: compte.identifiant }] : []),
    ...(souhaiteeLe ? [{ cle: 'Fermeture souhaitée', valeur: dateLongue(souhaiteeLe) }] : []),
    ...(justification
      ? [{ cle: 'Pourquoi', valeur: <span className="whitespace-pre-line">{justification}</span> }]
      : []),
    {
      cle: 'Déposée',
      valeur: `${dateEtHeure(demande.deposeeLe)}, par ${demande.mienne ? 'vous' : (demande.auteur ?? 'un ancien compte')}`,
    },
    ...(etat === 'deposee' ? [{ cle: 'Réponse', valeur: `au plus tard le ${dateLongue(demande.echeanceLe)}` }] : []),
    ...(etat === 'retiree' && demande.traiteeLe ? [{ cle: 'Retirée', valeur: dateEtHeure(demande.traiteeLe) }] : []),
  ]
}
