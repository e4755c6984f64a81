import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { EtatVide } from '@/components/ui/etat-vide'
import { FilRetour } from '@/components/ui/fil-retour'
import { type ActePrevu, previsionDeLaNuit } from '@/lib/nuit/queries'
import { dateAvecAnnee, dateLongue } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Ce que fera la prochaine nuit' }

export default async function Nuit() {
  const acteur = await exigerActeur('partenaire.gerer')
  const { jour, actes } = await previsionDeLaNuit(acteur)
  const parPartenaire = Map.groupBy(actes, ({ partenaire }) => partenaire.id)
  return (
    <Cadre acteur={acteur} entree="/caisse/accueil">
      <FilRetour href="/caisse/accueil" libelle="Accueil" />
      <div className="max-w-200">
        <h1 className="mb-3">Ce que fera la prochaine nuit</h1>
        <p className="mb-8 text-encre-2">
          Le {dateLongue(jour)}, vers 2 h 30, le portail applique de lui-même les dates et les délais. Rien ici ne
          demande d’action de votre part ; un changement fait d’ici là est pris en compte.
        </p>
        {actes.length === 0 && (
          <EtatVide titre="Rien de prévu">
            <p>Aucune date n’arrive à échéance pour vos partenaires.</p>
          </EtatVide>
        )}
        {[...parPartenaire.values()].map((siens) => (
          <Partenaire key={siens[0]?.partenaire.id} actes={siens} jour={jour} />
        ))}
      </div>
    </Cadre>
  )
}

function Partenaire({ actes, jour }: { actes: ActePrevu[]; jour: string }) {
  const [premier] = actes
  if (!premier) return null
  const { id, nom } = premier.partenaire
  return (
    <section aria-labelledby={`p-${id}`} className="mb-8">
      <h2 id={`p-${id}`} className="mb-2">
        <a href={`/caisse/partenaires/${id}`}>{nom}</a>
      </h2>
      <ul className="divide-y divide-filet border-y border-filet-2">
        {actes.map(({ cle, phrase, cause, le }) => (
          <li key={cle} className="py-3">
            <p>{phrase}</p>
            <p className="text-15 text-encre-2">
              {cause}
              {le < jour && `, dû depuis le ${dateAvecAnnee(le)}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
