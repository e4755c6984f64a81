import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Contenu } from '@/components/cadre/contenu'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampMotDePasse } from '@/components/formulaire/champ-mot-de-passe'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Formulaire } from '@/components/formulaire/formulaire'
import { BoutonCle } from '@/components/securite/bouton-cle'
import { EntreeOidc, RefusOidc } from '@/components/securite/entree-oidc'
import { Avis } from '@/components/ui/avis'
import { ListeActions } from '@/components/ui/liste-actions'
import { connexion } from '@/lib/comptes/actions'
import { connexionParCle, defiConnexion } from '@/lib/securite/actions'
import { doubleAuthentificationExigee } from '@/lib/securite/queries'
import { accueilDe } from '@/lib/socle/acteur'
import { cheminSur, lireActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Se connecter' }

const aides = [
  { href: '/aide-connexion#lien-expire', libelle: 'Mon lien d’activation ne marche plus' },
  { href: '/aide-connexion#jamais-recu', libelle: 'Je n’ai jamais reçu le courriel d’activation' },
  { href: '/aide-connexion#double-authentification', libelle: 'Je n’ai plus mon téléphone ou ma clé' },
  { href: '/aide-connexion#inactive', libelle: 'Mon compte a été inactivé' },
  { href: '/aide-connexion#vol', libelle: 'Signaler un compte volé ou utilisé par un autre' },
]

export default async function Connexion({ searchParams }: PageProps<'/connexion'>) {
  const { retour, oidc, session } = await searchParams
  const voulu = typeof retour === 'string' ? retour : ''
  const lu = await lireActeur()
  if (lu) redirect(cheminSur(voulu, accueilDe(lu.acteur)))
  // A demonstration is opened by a password alone; it says so, since a real portal is not.
  const allegee = process.env.EP_MODE === 'demo' && !(await doubleAuthentificationExigee())
  return (
    <Contenu cadre="plein" className="flex flex-col bureau:grid bureau:grid-cols-2">
      <div className="px-4 pt-6 pb-10 tab:px-6 tab:pt-16 bureau:pr-16 bureau:pl-[max(1.5rem,calc(50vw-36rem))]">
        <Formulaire action={connexion} titrePage="Se connecter" cle="connexion" className="max-w-120">
          <h1>Se connecter</h1>
          <RefusOidc code={oidc} />
          {session === 'finie' && (
            <Avis ton="chaud" role="alert" className="mt-6">
              Votre session s’était fermée : ce que vous veniez d’envoyer n’a pas été enregistré. Connectez-vous, puis
              saisissez-le de nouveau.
            </Avis>
          )}
          {voulu && <ChampCache name="retour" valeur={voulu} />}
          <ChampTexte
            name="identifiant"
            label="Identifiant"
            aide="Il se trouve dans votre courriel d’activation, par exemple vaucreux-mlegall. Ce n’est pas votre adresse électronique."
            autoComplete="username"
            largeur="plein"
            spellCheck={false}
            className="mt-6"
          />
          <ChampMotDePasse name="motDePasse" label="Mot de passe" />
          <BoutonEnvoi enCours="Connexion…">Se connecter</BoutonEnvoi>
          <BoutonCle defier={defiConnexion} finir={connexionParCle} retour={voulu} className="mt-4">
            Utiliser une clé d’accès
          </BoutonCle>
          {allegee && (
            <Avis className="mt-6">
              Démonstration : la double authentification n’est pas exigée, pour entrer facilement. En service réel, elle
              l’est pour la caisse, les gestionnaires et l’administration. Vous pouvez l’essayer depuis «{'\u00a0'}Mon
              compte{'\u00a0'}».
            </Avis>
          )}
          <p className="mt-7">
            <a href="/mot-de-passe/oublie" className="inline-block min-h-6">
              Identifiant ou mot de passe oublié
            </a>
          </p>
          <p className="text-15 text-encre-2">
            Plusieurs comptes avec la même adresse{'\u00a0'}? Le courriel les couvre tous.
          </p>
          <EntreeOidc retour={voulu} refus={oidc} />
        </Formulaire>
      </div>
      <div className="flex-1 bg-papier px-4 py-8 tab:px-6 tab:pt-16 bureau:pl-16">
        <div className="max-w-120">
          <h2 className="mb-2.5">Vous n’arrivez pas à vous connecter{'\u202f'}?</h2>
          <ListeActions liens={aides} />
          <p className="mt-8 text-15 text-encre-2">
            Espace réservé aux partenaires conventionnés et aux agents de leur caisse. Ouvert tous les jours, à toute
            heure. Vous êtes assuré{'\u202f'}? <a href="/aide-connexion#assure">Adressez-vous à votre caisse</a>.
          </p>
        </div>
      </div>
    </Contenu>
  )
}
