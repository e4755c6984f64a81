import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Contenu, DeuxColonnes } from '@/components/cadre/contenu'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Formulaire } from '@/components/formulaire/formulaire'
import { BoutonCle } from '@/components/securite/bouton-cle'
import { Bouton } from '@/components/ui/bouton'
import { deconnexion } from '@/lib/comptes/actions'
import { defiSecondFacteur, donnerSecondFacteur, secondFacteurParCle } from '@/lib/securite/actions'
import { moyensDe } from '@/lib/securite/queries'
import { accueilDe } from '@/lib/socle/acteur'
import { pluriel } from '@/lib/socle/format'
import { cheminSur, lireActeur } from '@/lib/socle/session'

const titre = 'Confirmez que c’est bien vous'

export const metadata: Metadata = { title: titre }

export default async function SecondFacteur({ searchParams }: PageProps<'/connexion/second-facteur'>) {
  const { retour, par } = await searchParams
  const voulu = typeof retour === 'string' ? retour : ''
  const lu = await lireActeur()
  if (!lu) redirect(`/connexion?retour=${encodeURIComponent(voulu)}`)
  if (lu.reste !== 'second_facteur') redirect(cheminSur(voulu, accueilDe(lu.acteur)))
  const moyens = await moyensDe(lu.acteur)
  const parSecours = par === 'secours' || (!moyens.application && moyens.cles === 0)
  const adresse = (suite: string) => `/connexion/second-facteur?${new URLSearchParams({ retour: voulu })}${suite}`
  return (
    <Contenu className="tab:pt-10!">
      <DeuxColonnes note={<SansMoyen />}>
        <Formulaire action={donnerSecondFacteur} titrePage={titre} cle="second-facteur">
          <h1>{titre}</h1>
          <p className="mt-4">
            Le mot de passe est juste. Il reste une étape pour ouvrir le compte <strong>{lu.acteur.identifiant}</strong>
            {'\u00a0'}: elle le protège même si quelqu’un d’autre connaît ce mot de passe.
          </p>
          {moyens.cles > 0 && !parSecours && (
            <BoutonCle defier={defiSecondFacteur} finir={secondFacteurParCle} retour={voulu} className="mt-6">
              Utiliser une clé d’accès
            </BoutonCle>
          )}
          {voulu && <ChampCache name="retour" valeur={voulu} />}
          {parSecours ? (
            <ChampTexte
              name="code"
              label="Code de secours"
              aide={`12 signes, par exemple K7QM-2XPD-94RT. Chacun sert une fois${moyens.codes > 0 ? `\u00a0: il vous en reste ${moyens.codes}` : ''}.`}
              maxLength={40}
              spellCheck={false}
              className="mt-6"
            />
          ) : (
            moyens.application && (
              <ChampTexte
                name="code"
                label="Code à 6 chiffres"
                aide="Celui que montre votre application de codes. Il change toutes les 30 secondes."
                autoComplete="one-time-code"
                inputMode="numeric"
                largeur="court"
                maxLength={10}
                spellCheck={false}
                className="mt-6"
              />
            )
          )}
          {(parSecours || moyens.application) && <BoutonEnvoi enCours="Vérification…">Continuer</BoutonEnvoi>}
        </Formulaire>
        <p className="mt-7">
          {parSecours ? (
            <a href={adresse('')} className="inline-block min-h-6">
              Revenir à l’autre moyen
            </a>
          ) : (
            moyens.codes > 0 && (
              <a href={adresse('&par=secours')} className="inline-block min-h-6">
                Utiliser un code de secours
                <span className="sr-only">, {pluriel(moyens.codes, 'restant', 'restants')}</span>
              </a>
            )
          )}
        </p>
        <form action={deconnexion} className="mt-4">
          <Bouton type="submit" aspect="tiers">
            Se déconnecter
          </Bouton>
        </form>
      </DeuxColonnes>
    </Contenu>
  )
}

function SansMoyen() {
  return (
    <div className="border-l border-filet-2 pl-4 text-15">
      <h2 className="text-17">Vous n’avez plus votre téléphone ?</h2>
      <ul className="mt-2 flex list-disc flex-col gap-1.5 pl-4">
        <li>Un code de secours, noté à l’installation, ouvre votre compte une fois.</li>
        <li>
          Sans code non plus, la personne qui gère votre compte remet la double authentification à zéro.{' '}
          <a href="/aide-connexion#double-authentification">À qui demander</a>
        </li>
        <li>Personne, à la caisse non plus, ne vous demandera ces codes.</li>
      </ul>
    </div>
  )
}
