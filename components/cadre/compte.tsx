import { CalendarX, ChevronDown, CircleQuestionMark, KeyRound, LogOut, Monitor } from '@/components/ui/icones'

export type Compte = {
  nom: string
  /** Organisation and profile, or role: «CCAS de Vaucreux, gestionnaire», «Agent». */
  qualite: string
  deconnexion: (donnees: FormData) => void | Promise<void>
  adresseCompte?: string
  adresseSessions?: string
  /** Of an agent or a référent. */
  adresseAbsences?: string
}

/** Links of the account, then the help of the page: the same in the menu of a wide screen and in «Menu» on a phone. */
export function LiensCompte({ compte, aide }: { compte: Compte; aide?: string }) {
  return (
    <ul>
      <li>
        <a href={compte.adresseCompte ?? '/compte'}>
          <KeyRound /> Mon compte
        </a>
      </li>
      <li>
        <a href={compte.adresseSessions ?? '/compte#sessions'}>
          <Monitor /> Mes sessions
        </a>
      </li>
      {compte.adresseAbsences && (
        <li>
          <a href={compte.adresseAbsences}>
            <CalendarX /> Absences
          </a>
        </li>
      )}
      {aide && (
        <li>
          <a href={aide}>
            <CircleQuestionMark /> Aide sur cette page
          </a>
        </li>
      )}
      <li>
        <button type="submit" form="deconnexion">
          <LogOut /> Se déconnecter
        </button>
      </li>
    </ul>
  )
}

/** The form of «Se déconnecter», wherever its buttons stand. */
export function Deconnexion({ compte }: { compte: Compte }) {
  return <form id="deconnexion" action={compte.deconnexion} hidden />
}

export function MenuCompte({ compte, aide }: { compte: Compte; aide?: string }) {
  return (
    <details data-menu="" className="menu entete__compte">
      <summary className="entete__nom">
        <span className="min-w-0">
          <span className="sr-only">Votre compte : </span>
          <span className="block truncate">{compte.nom}</span>
          <span className="block truncate text-14 text-encre-2">{compte.qualite}</span>
        </span>
        <ChevronDown className="menu__chevron" />
      </summary>
      <div className="menu__panneau menu__panneau--droite">
        {/* Names are cut in the header, whole here. */}
        <p className="border-b border-filet px-4 pb-2 text-15">
          <span className="block font-[650]">{compte.nom}</span>
          <span className="text-14 text-encre-2">{compte.qualite}</span>
        </p>
        <LiensCompte compte={compte} aide={aide} />
      </div>
    </details>
  )
}
