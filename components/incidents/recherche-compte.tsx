import { Bouton } from '@/components/ui/bouton'
import { pluriel } from '@/lib/socle/format'

/** Caisse side: looks for an account among colleagues and partenaires, kept so that it survives a reload. */
export function RechercheCompte({ q, trouves, designe }: { q: string; trouves: number; designe?: string }) {
  if (designe) return null
  return (
    <form method="post" action="/recherche" role="search" className="mb-8">
      <input type="hidden" name="page" value="signaler" />
      <label htmlFor="q" className="mb-1.5 block font-[650]">
        Chercher un compte
      </label>
      <p id="q-aide" className="mb-2 text-15 text-encre-2">
        Par le nom, l’identifiant ou l’organisation. Les 20 premiers s’affichent dans la liste des comptes.
      </p>
      <div className="flex flex-wrap gap-3">
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={q}
          maxLength={100}
          aria-describedby="q-aide"
          className="controle controle--moyen"
        />
        <Bouton type="submit" aspect="secondaire">
          Chercher
        </Bouton>
      </div>
      {q && (
        <p role="status" className="mt-3 text-15 text-encre-2">
          {trouves === 0 ? `Aucun compte pour « ${q} ».` : `${pluriel(trouves, 'compte')} pour « ${q} ».`}
        </p>
      )}
    </form>
  )
}
