import { Avis } from '@/components/ui/avis'
import { LienBouton } from '@/components/ui/bouton'
import type { Confirmation } from '@/lib/annuaire/confirmation'
import { dateAvecAnnee } from '@/lib/socle/format'
import type { DateIso } from '@/lib/socle/temps'

/** How far the directory of the other side can be relied on. */
export function EtatConfirmation({ confirmation }: { confirmation: Confirmation }) {
  if (!confirmation || (!confirmation.retard && !confirmation.confirmee)) return null
  const { retard, depuis } = confirmation
  return (
    <p className={retard ? 'mt-1 text-15 text-brique-700' : 'mt-1 text-15 text-encre-2'}>
      {retard ? 'Non confirmé depuis le' : 'Confirmé le'} {dateAvecAnnee(depuis)}
    </p>
  )
}

/** For those who keep the directory of their side, once its interval is over; nothing for anybody else. */
export function AvisConfirmation({ depuis }: { depuis: DateIso | null }) {
  if (!depuis) return null
  return (
    <Avis ton="chaud" titre="Votre annuaire est à confirmer" className="mb-6">
      <p className="mb-3">
        Les contacts que vous donnez ne sont pas confirmés depuis le {dateAvecAnnee(depuis)}. Sont-ils encore exacts ?
      </p>
      <LienBouton href="/annuaire/confirmer" aspect="secondaire">
        Relire l’annuaire
      </LienBouton>
    </Avis>
  )
}
