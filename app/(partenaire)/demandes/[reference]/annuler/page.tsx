import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionAnnuler } from '@/lib/demandes/actions'
import { adresseDemande } from '@/lib/demandes/adresses'
import { demandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { libelleEtatPartenaire, nomPersonne } from '@/lib/demandes/libelles'
import { actePossible } from '@/lib/demandes/regles'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Annuler cette demande\u00A0?'

export const metadata: Metadata = { title: TITRE }

export default async function Annuler({ params }: PageProps<'/demandes/[reference]/annuler'>) {
  const acteur = await exigerActeur('demande.suivre')
  const demande = await demandeDePartenaire(acteur, (await params).reference)
  if (!demande) notFound()
  const adresse = adresseDemande(demande.reference)
  const personne = nomPersonne(demande)
  const sujet = `La demande ${demande.reference}, ${demande.objet}${personne ? `, pour ${personne}` : ''}`
  return (
    <Cadre acteur={acteur} entree="/demandes/toutes">
      <FilRetour href={adresse} />
      <div className="max-w-160">
        {actePossible('annuler', demande.etat) ? (
          <Formulaire action={actionAnnuler} titrePage={TITRE} cle={`annuler-${demande.id}`}>
            <h1 className="mb-4">{TITRE}</h1>
            <p className="mb-6">
              {sujet}, ne sera pas traitée. Elle reste dans votre historique, et la caisse en est informée.
            </p>
            <ChampCache name="id" valeur={demande.id} />
            <ChampTexteLong
              name="raison"
              label="Pourquoi l’annuler ?"
              optionnel
              lignes={2}
              aide="Par exemple, une erreur de personne."
            />
            <div className="rangee-boutons">
              <BoutonEnvoi aspect="danger" enCours="Annulation…">
                Annuler la demande
              </BoutonEnvoi>
              <a href={adresse} className="inline-block min-h-6">
                La garder
              </a>
            </div>
          </Formulaire>
        ) : (
          <>
            <h1 className="mb-4">Cette demande ne peut plus être annulée</h1>
            <p>
              {sujet}, est maintenant «{'\u00A0'}
              {libelleEtatPartenaire[demande.etat]}
              {'\u00A0'}».
              {demande.ouverte && ' Un agent l’a prise en charge : écrivez-lui si elle n’a plus lieu d’être.'}
            </p>
            <p className="mt-4">
              <a href={adresse}>Revenir à la demande</a>
            </p>
          </>
        )}
      </div>
    </Cadre>
  )
}
