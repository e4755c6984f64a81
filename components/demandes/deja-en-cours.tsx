import { DeuxColonnes } from '@/components/cadre/contenu'
import { VotreDemande } from '@/components/demandes/votre-demande'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { StatutDemande } from '@/components/ui/badge-statut'
import { LienBouton } from '@/components/ui/bouton'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionContinuerQuandMeme } from '@/lib/demandes/actions'
import { adresseBrouillon, adresseDemande } from '@/lib/demandes/adresses'
import type { DejaEnCours as Deja } from '@/lib/demandes/deja-en-cours'
import { nomComplet } from '@/lib/socle/acteur'
import { relatif } from '@/lib/socle/format'

export const titreDeja = 'Une demande est déjà en cours pour cette personne'

/** Before all is typed again: what the structure has in progress for the person, and the three ways to go on. */
export function DejaEnCours({ deja, moi, maintenant }: { deja: Deja; moi: string; maintenant: Date }) {
  const { cadre, personne, demandes } = deja
  const { id } = cadre.brouillon
  const nom = `${personne.prenom} ${personne.nomNaissance}`
  const memeMotif = demandes.some((demande) => demande.memeMotif)
  return (
    <>
      <FilRetour href={adresseBrouillon(id, 'personne')} />
      <DeuxColonnes note={<VotreDemande cadre={cadre} />}>
        <h1 className="mb-4">{titreDeja}</h1>
        <p>
          {memeMotif
            ? `Votre structure a déjà transmis une demande du même motif pour ${nom}, et elle n’est pas close. Une seconde demande ferait attendre les deux.`
            : `Votre structure a déjà une demande ouverte pour ${nom}, pour un autre motif. Vérifiez que la vôtre n’en est pas la suite.`}
        </p>
        <ul className="mt-6 border-t border-filet-2">
          {demandes.map((demande, rang) => (
            <LigneDeja key={demande.id} demande={demande} premiere={rang === 0} moi={moi} maintenant={maintenant} />
          ))}
        </ul>
        <Formulaire action={actionContinuerQuandMeme} titrePage={titreDeja} cle={`deja-${id}`} className="mt-6">
          <ChampCache name="id" valeur={id} />
          <p className="mb-4 text-encre-2">
            Rien de ce que vous avez écrit n’est perdu{'\u00A0'}: ce brouillon vous attend sur votre accueil.
          </p>
          <div className="rangee-boutons">
            <BoutonEnvoi aspect={memeMotif ? 'secondaire' : 'primaire'} enCours="Un instant…">
              Continuer quand même
            </BoutonEnvoi>
            <a href={`${adresseBrouillon(id)}/supprimer`} className="inline-block min-h-6">
              Supprimer ce brouillon
            </a>
          </div>
        </Formulaire>
      </DeuxColonnes>
    </>
  )
}

function LigneDeja({
  demande,
  premiere,
  moi,
  maintenant,
}: {
  demande: Deja['demandes'][number]
  premiere: boolean
  moi: string
  maintenant: Date
}) {
  const { reference, objet, etat, auteur, auteurId, deposeeLe, memeMotif, caisse } = demande
  const adresse = adresseDemande(reference)
  return (
    <li className="border-b border-filet py-4">
      <h2 className="text-17!">
        {objet}
        {memeMotif && <span className="font-normal text-encre-2">, même motif</span>}
      </h2>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="reference">{reference}</span>
        <StatutDemande etat={etat} cote="partenaire" />
      </p>
      <p className="mt-1 text-15 text-encre-2">
        Transmise {relatif(deposeeLe, maintenant)} par {auteurId === moi ? 'vous' : nomComplet(auteur)}, {caisse.nom}.
      </p>
      <div className="rangee-boutons mt-3">
        <LienBouton href={adresse} aspect={memeMotif && premiere ? 'primaire' : 'secondaire'}>
          Ouvrir cette demande<span className="sr-only"> {reference}</span>
        </LienBouton>
        <a href={`${adresse}?question=1#ecrire`} className="inline-block min-h-6">
          Ajouter un message à cette demande<span className="sr-only"> {reference}</span>
        </a>
      </div>
    </li>
  )
}
