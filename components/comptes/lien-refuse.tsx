import { Contenu } from '@/components/cadre/contenu'
import { LienBouton } from '@/components/ui/bouton'

/** A link that cannot be used: why, and what to do. */
export function LienRefuse({ titre, texte }: { titre: string; texte: string }) {
  return (
    <Contenu className="tab:pt-10!">
      <h1>{titre}</h1>
      <p className="lecture mt-4">{texte}</p>
      <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <LienBouton href="/mot-de-passe/oublie">Demander un autre lien</LienBouton>
        <a href="/connexion" className="inline-block min-h-6">
          Se connecter
        </a>
      </p>
      <p className="lecture mt-6 text-15 text-encre-2">
        Le courriel n’arrive pas{'\u00a0'}? Votre gestionnaire, ou votre caisse, peut vous remettre un lien.{' '}
        <a href="/aide-connexion#jamais-recu">Je n’ai jamais reçu le courriel</a>
      </p>
    </Contenu>
  )
}
