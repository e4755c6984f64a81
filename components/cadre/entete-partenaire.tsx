import { LienAide } from '@/components/cadre/aide'
import { type Compte, Deconnexion, MenuCompte } from '@/components/cadre/compte'
import { LienEvitement } from '@/components/cadre/lien-evitement'
import type { LienCadre } from '@/components/cadre/liens'
import { MenuTelephone } from '@/components/cadre/menu-telephone'
import { Navigation } from '@/components/cadre/navigation'
import { RechercheEntete } from '@/components/cadre/recherche'
import { LienBouton } from '@/components/ui/bouton'
import { Fige } from '@/components/ui/fige'
import { Plus } from '@/components/ui/icones'
import { Marque } from '@/components/ui/marque'

type Props = {
  accueil?: string
  liens: LienCadre[]
  chemin: string
  /** Address of the help about the page. */
  aide?: string
  compte: Compte
  nouvelleDemande?: string
  /** Address of the search over the demandes of the structure. */
  recherche?: string
}

/**
 * Header of the partner pages.
 * `chemin`: path of the page, which marks the current entry. `nouvelleDemande`: address of the button, where it stands.
 */
export function EntetePartenaire(props: Props) {
  const { accueil = '/', liens, chemin, aide, compte, nouvelleDemande, recherche } = props
  return (
    <>
      <LienEvitement />
      <Fige id="entete" cle={JSON.stringify(props)} balise="header" className="entete">
        <div className="entete__rang entete__rang--partenaire">
          <a href={accueil} className="entete__marque">
            <Marque />
            <span className="sr-only">, accueil</span>
          </a>
          <Navigation liens={liens} chemin={chemin} className="entete__nav max-large:hidden" />
          <span className="ml-auto flex min-w-0 items-center gap-5">
            {recherche && <RechercheEntete cote="partenaire" className="max-large:hidden" />}
            {nouvelleDemande && (
              <LienBouton href={nouvelleDemande} dense icone={<Plus />} className="whitespace-nowrap max-tab:hidden">
                Nouvelle demande
              </LienBouton>
            )}
            {aide && <LienAide href={aide} />}
            <span className="contents max-large:hidden">
              <MenuCompte compte={compte} aide={aide} />
            </span>
            <span className="contents large:hidden">
              <MenuTelephone
                liens={recherche ? [...liens, { href: recherche, libelle: 'Rechercher' }] : liens}
                chemin={chemin}
                aide={aide}
                compte={compte}
              />
            </span>
          </span>
        </div>
      </Fige>
      <Deconnexion compte={compte} />
    </>
  )
}
