import { LienAide } from '@/components/cadre/aide'
import { type Compte, Deconnexion, MenuCompte } from '@/components/cadre/compte'
import { LienEvitement } from '@/components/cadre/lien-evitement'
import type { LienCadre } from '@/components/cadre/liens'
import { MenuTelephone } from '@/components/cadre/menu-telephone'
import { Navigation } from '@/components/cadre/navigation'
import { RechercheEntete } from '@/components/cadre/recherche'
import { Fige } from '@/components/ui/fige'
import { Marque } from '@/components/ui/marque'

/** Beyond, the name of the caisse gives its place to the entries on all but the widest screens. */
const nombreux = 6
/** They fit in no office screen: somebody who is agent, référent and DPO has fourteen. */
const tropNombreux = 8

type Props = {
  accueil?: string
  caisse: string
  liens: LienCadre[]
  chemin: string
  /** Address of the help about the page. */
  aide?: string
  compte: Compte
  /** Address of the search over everything the agent may see. */
  recherche?: string
}

/** Header of the caisse pages: lower, with the name of the caisse, its menu unfolded from 1240 px. */
export function EnteteCaisse(props: Props) {
  const { accueil = '/caisse/file', caisse, liens, chemin, aide, compte, recherche } = props
  const replie = liens.length > tropNombreux
  const serre = liens.length > nombreux && !replie
  const [enLigne, enMenu] = replie
    ? ['max-[110rem]:hidden', 'min-[110rem]:hidden']
    : ['max-large:hidden', 'large:hidden']
  return (
    <>
      <LienEvitement />
      <Fige id="entete" cle={JSON.stringify(props)} balise="header" className="entete entete--caisse">
        <div className="entete__rang entete__rang--caisse">
          <a href={accueil} className="entete__marque">
            <Marque taille="caisse" />
            <span className="sr-only">, accueil</span>
          </a>
          <span
            className={`truncate border-l border-filet-2 pl-4 text-15 text-encre-2 max-tab:hidden${serre ? ' entete__caisse' : ''}`}
          >
            {caisse}
          </span>
          <Navigation liens={liens} chemin={chemin} className={`entete__nav ${enLigne}`} />
          <span className="ml-auto flex items-center gap-6">
            {recherche && <RechercheEntete cote="caisse" className="max-tab:hidden" />}
            {aide && <LienAide href={aide} />}
            <span className={`contents ${enLigne}`}>
              <MenuCompte compte={compte} aide={aide} />
            </span>
            <span className={`contents ${enMenu}`}>
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
