import { Contenu } from '@/components/cadre/contenu'
import { Bouton } from '@/components/ui/bouton'

/** What an unexpected error shows: what is safe, what to do, and the number that finds it in the logs. */
export function PageIncident({ numero, reessayer }: { numero?: string; reessayer: () => void }) {
  return (
    <Contenu className="tab:pt-10!">
      <h1>Une erreur inattendue s’est produite</h1>
      <p className="lecture mt-4">
        Rien de ce que vous avez transmis n’est perdu. Réessayez{'\u202f'}; si l’erreur revient, signalez-la ou appelez
        votre caisse
        {numero && (
          <>
            {' '}
            en donnant ce numéro{'\u00a0'}: <strong className="chiffres">{numero}</strong>
          </>
        )}
        .
      </p>
      <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <Bouton onClick={reessayer}>Réessayer</Bouton>
        <a
          href={`/support/signaler${numero ? `?incident=${encodeURIComponent(numero)}` : ''}`}
          className="inline-block min-h-6"
        >
          Signaler cette erreur
        </a>
        <a href="/" className="inline-block min-h-6">
          Revenir à l’accueil
        </a>
        <a href="/aide" className="inline-block min-h-6">
          Aide et contacts
        </a>
      </p>
    </Contenu>
  )
}
