import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Contenu, DeuxColonnes } from '@/components/cadre/contenu'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Formulaire } from '@/components/formulaire/formulaire'
import { AjoutCle } from '@/components/securite/ajout-cle'
import { CodeQr } from '@/components/securite/code-qr'
import { AvantPuisCodes } from '@/components/securite/codes-affiches'
import { Avis } from '@/components/ui/avis'
import { Bouton } from '@/components/ui/bouton'
import { FilRetour } from '@/components/ui/fil-retour'
import { deconnexion } from '@/lib/comptes/actions'
import { installerApplication } from '@/lib/securite/actions'
import { installationDe } from '@/lib/securite/queries'
import { accueilDe } from '@/lib/socle/acteur'
import { cheminSur, etapes, lireActeur } from '@/lib/socle/session'

const titre = 'Protéger votre compte en deux étapes'

// The page shows a secret: other sites must not learn that it was open.
export const metadata: Metadata = { title: titre, referrer: 'same-origin' }

/** Sets a second factor up, by choice or because the account must have one before anything else. */
export default async function DoubleAuthentification({ searchParams }: PageProps<'/double-authentification'>) {
  const { retour } = await searchParams
  const voulu = typeof retour === 'string' ? retour : ''
  const lu = await lireActeur()
  const ici = encodeURIComponent(`/double-authentification?${new URLSearchParams({ retour: voulu })}`)
  if (!lu) redirect(`/connexion?retour=${ici}`)
  const { acteur, reste } = lu
  if (reste && reste !== 'enrolement') redirect(`${etapes[reste]}?retour=${ici}`)
  const installation = await installationDe(acteur)
  if (!installation.fraiche) redirect(`/connexion/confirmer?retour=${ici}`)
  const oblige = reste === 'enrolement'
  const suite = oblige
    ? { href: cheminSur(voulu, accueilDe(acteur)), libelle: 'Continuer' }
    : { href: cheminSur(voulu, '/compte/securite'), libelle: 'C’est noté, continuer' }
  const { adresse, groupes, application } = installation
  return (
    <Contenu className="tab:pt-8!">
      {!oblige && <FilRetour href="/compte/securite" libelle="Sécurité" />}
      <DeuxColonnes note={<Pourquoi exige={installation.exige} />}>
        <Formulaire
          action={installerApplication}
          titrePage={titre}
          cle="installer"
          className="[&:has(~section_[data-codes])>*:not(h1)]:hidden"
        >
          <h1 className="mb-4">{titre}</h1>
          <AvantPuisCodes
            identifiant={acteur.identifiant}
            suite={suite}
            fait="L’application est en place. Vos codes de secours restent valables."
          >
            {application && (
              <Avis className="mb-5">
                Cette application remplacera celle d’aujourd’hui, qui ne donnera plus de bons codes.
              </Avis>
            )}
            <p className="mb-6">
              Une application de codes sur votre téléphone, en plus du mot de passe. Il faut environ deux minutes.
            </p>
            <ol className="flex list-decimal flex-col gap-6 pl-5">
              <li className="pl-1">
                Ouvrez une application de codes : FreeOTP, Google Authenticator, Microsoft Authenticator, ou votre
                gestionnaire de mots de passe.
              </li>
              <li className="pl-1">
                <p className="mb-3">Ajoutez-y un compte en lisant ce dessin avec l’appareil photo.</p>
                <CodeQr texte={adresse} label="Code QR à lire avec l’application de codes" />
                <p className="mt-3">
                  Impossible de le lire ? <a href={adresse}>Ouvrez l’application de cet appareil</a>, ou tapez cette clé
                  dans l’application :
                </p>
                <p className="mt-1 font-[600] tabular-nums tracking-wide [word-spacing:0.35em]">{groupes.join(' ')}</p>
              </li>
              <li className="pl-1">
                <ChampTexte
                  name="code"
                  label="Saisissez le code à 6 chiffres qu’elle montre"
                  autoComplete="one-time-code"
                  inputMode="numeric"
                  largeur="court"
                  maxLength={10}
                  spellCheck={false}
                />
              </li>
            </ol>
            <BoutonEnvoi enCours="Vérification…">
              {application ? 'Remplacer l’application' : 'Mettre en place'}
            </BoutonEnvoi>
          </AvantPuisCodes>
        </Formulaire>
        {/* Once one of the two has given its codes, nothing else is asked. */}
        {oblige && (
          <>
            <section
              aria-labelledby="cle"
              className="mt-10 border-t border-filet-2 pt-6 [form:has([data-codes])~&]:hidden"
            >
              <h2 id="cle" className="mb-2">
                Ou une clé d’accès, sans code à taper
              </h2>
              <p className="mb-4">
                L’empreinte, le visage ou le code de cet appareil, ou une clé de sécurité, remplacent le mot de passe.
              </p>
              <AjoutCle identifiant={acteur.identifiant} suite={suite} />
            </section>
            <form action={deconnexion} className="mt-8">
              <Bouton type="submit" aspect="tiers">
                Se déconnecter
              </Bouton>
            </form>
          </>
        )}
      </DeuxColonnes>
    </Contenu>
  )
}

function Pourquoi({ exige }: { exige: boolean }) {
  return (
    <div className="border-l border-filet-2 pl-4 text-15">
      <h2 className="text-17">Pourquoi deux étapes ?</h2>
      <ul className="mt-2 flex list-disc flex-col gap-1.5 pl-4">
        <li>Un mot de passe volé ou deviné n’ouvre plus votre compte à lui seul.</li>
        <li>Vous avez accès à des données de santé et de droits : la loi demande de les protéger davantage.</li>
        {exige && <li>Votre profil le demande : sans cette étape, le portail reste fermé.</li>}
        <li>Le portail ne connaît ni votre numéro de téléphone, ni vos empreintes.</li>
      </ul>
      <p className="mt-3">
        Pas de téléphone professionnel ? <a href="/aide-connexion#double-authentification">D’autres moyens existent</a>
      </p>
    </div>
  )
}
