import { Avis } from '@/components/ui/avis'
import { LienBouton } from '@/components/ui/bouton'
import { estRefusOidc, messagesOidc } from '@/lib/oidc/libelles'
import { reglagesOidc } from '@/lib/oidc/reglages'

/** Why the provider of identities of the caisses did not open the portal. */
export function RefusOidc({ code }: { code: unknown }) {
  if (!reglagesOidc() || !estRefusOidc(code)) return null
  return (
    <Avis ton="chaud" role="alert" titre="Vous n’êtes pas connecté" className="mt-5">
      <p>{messagesOidc[code]}</p>
    </Avis>
  )
}

/** The way in of the caisses through their own provider, where there is one. A plain link: it works without a script. */
export function EntreeOidc({ retour, refus }: { retour: string; refus?: unknown }) {
  const reglages = reglagesOidc()
  if (!reglages) return null
  const { libelle, usage } = reglages
  // After a refusal the provider is asked who the person is again: it may know somebody else.
  const adresse = new URLSearchParams({ ...(retour && { retour }), ...(estRefusOidc(refus) && { choisir: 'oui' }) })
  return (
    <div className="mt-7 border-filet border-t pt-6">
      <p className="mb-3">
        {usage === 'requis'
          ? `Vous travaillez dans une caisse\u202f? C’est par ici que vous entrez.`
          : `Vous travaillez dans une caisse\u202f?`}
      </p>
      <LienBouton aspect="secondaire" href={`/api/oidc/depart?${adresse}`}>
        Se connecter avec {libelle}
      </LienBouton>
    </div>
  )
}
