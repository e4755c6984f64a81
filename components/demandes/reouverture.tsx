import type { ReactNode } from 'react'
import type { DemandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { reouverturePossible } from '@/lib/demandes/regles'
import { nomComplet } from '@/lib/socle/acteur'
import { dateEtHeure, dateLongue, pluriel } from '@/lib/socle/format'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'

/** The answer that closed the demande, and the way to open it again. */
export function Reouverture({
  demande,
  maintenant,
  children,
}: {
  demande: DemandeDePartenaire
  maintenant: Date
  /** The form that opens it again. */
  children: ReactNode
}) {
  const { etat, closeLe, messages } = demande
  const jours = demande.caisse.reglages?.delaiReouvertureJours ?? 0
  const reponse = messages.findLast(({ cote, retireLe }) => cote === 'caisse' && !retireLe)
  return (
    <section aria-labelledby="reponse">
      <h2 id="reponse">La réponse de la caisse</h2>
      {reponse && (
        <blockquote className="mt-3 border-l-4 border-bleu-700 bg-bleu-50 px-4 py-3">
          <p className="lecture whitespace-pre-line">{reponse.texte}</p>
          <footer className="mt-1 text-15 text-encre-2">
            {nomComplet(reponse.auteur)}, {dateEtHeure(reponse.envoyeLe)}
          </footer>
        </blockquote>
      )}
      {closeLe && reouverturePossible(etat, closeLe, jours, maintenant) ? (
        <div className="mt-5 max-w-160">
          <h3>Cette réponse ne suffit pas{'\u00A0'}?</h3>
          <p className="mt-1 mb-4">
            Écrivez à la caisse jusqu’au {dateLongue(ajouterJours(dateAParis(closeLe), jours))}, la demande sera
            rouverte.
          </p>
          {children}
        </div>
      ) : (
        <p className="mt-4">
          La demande est close depuis plus de {pluriel(jours, 'jour')}, elle ne peut plus être rouverte. Si la situation
          a changé, <a href={`/demandes/nouvelle?pour=${demande.reference}`}>faites une nouvelle demande</a>.
        </p>
      )}
    </section>
  )
}
