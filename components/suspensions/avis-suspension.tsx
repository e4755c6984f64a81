import { Avis } from '@/components/ui/avis'
import type { Acteur } from '@/lib/socle/acteur'

/** On the first page of an account: the caisses that have suspended its organisation, and why. Nothing when none has. */
export function AvisSuspension({ acteur: { caissesSuspendues, caissesOuvertes } }: { acteur: Acteur }) {
  if (caissesSuspendues.length === 0) return null
  return (
    <Avis ton="chaud" className="mb-6" titre="Un accès est suspendu">
      {caissesSuspendues.map(({ id, nom, motif }) => (
        <p key={id}>
          {nom} a suspendu l’accès de votre organisation à ses services. Motif indiqué : {motif}
        </p>
      ))}
      <p>
        {caissesOuvertes.length > 0 && 'Vos autres caisses restent ouvertes. '}
        La caisse continue de traiter les demandes déjà déposées. <a href="/aide">Savoir qui contacter</a>
      </p>
    </Avis>
  )
}
