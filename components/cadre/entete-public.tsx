import { LienEvitement } from '@/components/cadre/lien-evitement'
import { Marque } from '@/components/ui/marque'

/** Header of the pages open to everybody: the wordmark and the way to help. */
export function EntetePublic({ accueil = '/', aide = '/aide' }: { accueil?: string; aide?: string }) {
  return (
    <>
      <LienEvitement />
      <header className="entete">
        <div className="entete__rang entete__rang--partenaire">
          <a href={accueil} className="entete__marque">
            <Marque />
            <span className="sr-only">, accueil</span>
          </a>
          <a href={aide} className="ml-auto text-15 max-tab:text-17">
            Aide<span className="max-tab:sr-only"> et contacts</span>
          </a>
        </div>
      </header>
    </>
  )
}
