import { type Compte, LiensCompte } from '@/components/cadre/compte'
import type { LienCadre } from '@/components/cadre/liens'
import { Navigation } from '@/components/cadre/navigation'
import { Menu as TroisTraits } from '@/components/ui/icones'

/** «Menu», where the screen is too narrow for the entries: a native disclosure, the same links, then the account. */
export function MenuTelephone({
  liens,
  chemin,
  aide,
  compte,
}: {
  liens: LienCadre[]
  chemin: string
  aide?: string
  compte: Compte
}) {
  return (
    <details data-menu="" className="menu entete__menu">
      <summary className="entete__bouton-menu">
        <TroisTraits />
        Menu
      </summary>
      <div className="menu__panneau menu__panneau--droite w-[min(20rem,calc(100vw-2rem))]">
        <Navigation liens={liens} chemin={chemin} className="entete__liste" />
        <p className="mt-2 border-t border-filet px-4 pt-3 pb-1 text-15">
          <span className="block font-[650]">{compte.nom}</span>
          <span className="text-14 text-encre-2">{compte.qualite}</span>
        </p>
        <LiensCompte compte={compte} aide={aide} />
      </div>
    </details>
  )
}
