import { FilRetour } from '@/components/ui/fil-retour'
import type { TransfertDit } from '@/lib/demandes/queries-corrections'
import { nomComplet } from '@/lib/socle/acteur'
import { dateLongue } from '@/lib/socle/format'
import { avecArticle } from '@/lib/socle/francais'
import { dateAParis } from '@/lib/socle/temps'

/** At the address of a demande that has gone to another caisse: where, when, by whom and why; no longer for whom. */
export function Partie({ transfert }: { transfert: TransfertDit }) {
  const { reference, vers, partenaire, par, raison, transfereeLe } = transfert
  return (
    <>
      <FilRetour href="/caisse/file" libelle="File des demandes" />
      <div className="max-w-160">
        <h1>
          La demande <span className="whitespace-nowrap">{reference}</span> n’est plus dans votre caisse
        </h1>
        <p className="mt-4">
          Transférée à <strong>{avecArticle(vers)}</strong> le {dateLongue(dateAParis(transfereeLe))}
          {par && ` par ${nomComplet(par)}`}.
        </p>
        <dl className="mt-4">
          {partenaire && (
            <div className="flex gap-3 py-0.5">
              <dt className="text-encre-2">Partenaire</dt>
              <dd>{partenaire}</dd>
            </div>
          )}
          <div className="flex gap-3 py-0.5">
            <dt className="text-encre-2">Raison</dt>
            <dd>{raison}</dd>
          </div>
        </dl>
        <p className="mt-4 text-encre-2">
          Son contenu n’est plus visible ici. Le partenaire le sait et suit sa demande à la même adresse.
        </p>
        <p className="mt-6">
          <a href="/caisse/demandes/transferees">Toutes les demandes transférées</a>
        </p>
      </div>
    </>
  )
}
