import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PageLecture } from '@/components/comptes/page-lecture'
import { TexteSimple } from '@/components/comptes/texte-simple'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { CaseACocher } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Bouton } from '@/components/ui/bouton'
import { accepterCgu, deconnexion } from '@/lib/comptes/actions'
import { lireCgu } from '@/lib/comptes/queries'
import { dateAvecAnnee } from '@/lib/socle/format'
import { etapes, lireActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

const titre = 'Conditions d’utilisation'

export const metadata: Metadata = { title: titre }

const jour = (instant: Date) => dateAvecAnnee(dateAParis(instant))

export default async function Cgu({ searchParams }: PageProps<'/cgu'>) {
  const { retour } = await searchParams
  const lu = await lireActeur()
  if (lu?.reste === 'second_facteur') redirect(`${etapes.second_facteur}?retour=%2Fcgu`)
  const { version, accepteeLe } = await lireCgu(lu?.acteur ?? null)
  if (!version) return <PageLecture titre={titre}>{<p className="mt-4">Aucune version n’est publiée.</p>}</PageLecture>
  const publiee = version.publieeLe ? `, publiée le ${jour(version.publieeLe)}` : ''
  return (
    <PageLecture
      titre={titre}
      chapeau={
        <>
          Version {version.numero}
          {publiee}.{accepteeLe && ` Vous l’avez acceptée le ${jour(accepteeLe)}.`}
          {lu && !accepteeLe && ' Lisez-la, puis acceptez-la en bas de la page pour entrer dans le portail.'}
        </>
      }
    >
      {version.resume && (
        <section aria-labelledby="change" className="mt-8 border-l border-filet-2 pl-4">
          <h2 id="change" className="mb-2">
            Ce qui change
          </h2>
          <TexteSimple texte={version.resume} />
        </section>
      )}
      <div className="mt-8">
        <TexteSimple texte={version.texte} />
      </div>
      {lu && !accepteeLe && (
        <div className="mt-10 max-w-160 border-t border-filet-2 pt-6">
          <Formulaire action={accepterCgu} titrePage={titre} cle="cgu">
            <ChampCache name="versionId" valeur={version.id} />
            <ChampCache name="retour" valeur={typeof retour === 'string' ? retour : '/'} />
            <CaseACocher name="accepte" label="J’ai lu les conditions d’utilisation et je les accepte" />
            <BoutonEnvoi enCours="Enregistrement…">J’accepte et je continue</BoutonEnvoi>
          </Formulaire>
          <form action={deconnexion} className="mt-4">
            <Bouton type="submit" aspect="tiers">
              Ne pas accepter et se déconnecter
            </Bouton>
          </form>
        </div>
      )}
    </PageLecture>
  )
}
