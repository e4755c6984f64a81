import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Contenu } from '@/components/cadre/contenu'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampMotDePasse } from '@/components/formulaire/champ-mot-de-passe'
import { Formulaire } from '@/components/formulaire/formulaire'
import { confirmerMotDePasse } from '@/lib/securite/actions'
import { cheminSur, etapes, lireActeur } from '@/lib/socle/session'

const titre = 'Confirmez votre mot de passe'

export const metadata: Metadata = { title: titre }

/** In a session open for a while, before a change to what protects the account. */
export default async function Confirmer({ searchParams }: PageProps<'/connexion/confirmer'>) {
  const { retour } = await searchParams
  const vers = cheminSur(typeof retour === 'string' ? retour : null, '/compte/securite')
  const lu = await lireActeur()
  if (!lu) redirect(`/connexion?retour=${encodeURIComponent(vers)}`)
  if (lu.reste && lu.reste !== 'enrolement') redirect(`${etapes[lu.reste]}?retour=${encodeURIComponent(vers)}`)
  return (
    <Contenu className="tab:pt-10!">
      <Formulaire action={confirmerMotDePasse} titrePage={titre} cle="confirmer" className="max-w-120">
        <h1>{titre}</h1>
        <p className="mt-4">
          Vous êtes connecté depuis plus d’un quart d’heure. Ce qui protège votre compte ne se change qu’après le mot de
          passe : un poste laissé ouvert ne suffit pas.
        </p>
        <ChampCache name="retour" valeur={vers} />
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
        <div className="rangee-boutons">
          <BoutonEnvoi enCours="Vérification…">Continuer</BoutonEnvoi>
          {lu.reste === null && (
            <a href="/compte/securite" className="inline-block min-h-6">
              Annuler
            </a>
          )}
        </div>
      </Formulaire>
    </Contenu>
  )
}
