import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Contenu, DeuxColonnes } from '@/components/cadre/contenu'
import { ConseilsMotDePasse } from '@/components/comptes/choix-mot-de-passe'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampMotDePasse } from '@/components/formulaire/champ-mot-de-passe'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { changerMotDePasse } from '@/lib/comptes/actions'
import { LONGUEUR_MIN } from '@/lib/comptes/regles-mot-de-passe'
import { coteDe } from '@/lib/socle/acteur'
import { etapes, lireActeur } from '@/lib/socle/session'

const titre = 'Changer de mot de passe'

export const metadata: Metadata = { title: titre }

export default async function ChangerMotDePasse({ searchParams }: PageProps<'/mot-de-passe/changer'>) {
  const { retour } = await searchParams
  const lu = await lireActeur()
  if (!lu) redirect('/connexion?retour=%2Fmot-de-passe%2Fchanger')
  if (lu.reste === 'second_facteur' || lu.reste === 'cgu')
    redirect(`${etapes[lu.reste]}?retour=%2Fmot-de-passe%2Fchanger`)
  const longueurMin = LONGUEUR_MIN[coteDe(lu.acteur)]
  return (
    <Contenu className="tab:pt-8!">
      {lu.reste === null && <FilRetour href="/compte/securite" libelle="Sécurité" />}
      <DeuxColonnes note={<ConseilsMotDePasse longueurMin={longueurMin} />}>
        <Formulaire action={changerMotDePasse} titrePage={titre} cle="changer">
          <h1>{titre}</h1>
          <p className="mt-4">
            {lu.reste === 'mot_de_passe'
              ? 'Votre mot de passe a servi assez longtemps. Choisissez-en un autre pour continuer.'
              : 'Vos autres sessions seront fermées.'}
          </p>
          <ChampCache name="retour" valeur={typeof retour === 'string' ? retour : '/compte/securite'} />
          <input
            type="text"
            autoComplete="username"
            defaultValue={lu.acteur.identifiant}
            readOnly
            tabIndex={-1}
            aria-hidden="true"
            className="sr-only"
          />
          <ChampMotDePasse name="motDePasseActuel" label="Mot de passe actuel" className="mt-6" />
          <ChampMotDePasse
            name="nouveauMotDePasse"
            label="Nouveau mot de passe"
            aide={`${longueurMin} caractères au moins. Vous pouvez le coller.`}
            autoComplete="new-password"
          />
          <BoutonEnvoi enCours="Enregistrement…">Enregistrer ce mot de passe</BoutonEnvoi>
        </Formulaire>
      </DeuxColonnes>
    </Contenu>
  )
}
