import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { EtatPart } from '@/components/violations/etat-part'
import { accueilDe, aDroit } from '@/lib/socle/acteur'
import { dateEtHeure } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'
import { naturesEnMots } from '@/lib/violations/faits'
import { referenceViolation } from '@/lib/violations/libelles'
import { violationsSuivies } from '@/lib/violations/queries'

export const metadata: Metadata = { title: 'Violations de données' }

export default async function Violations() {
  const acteur = await exigerActeur('violation.declarer')
  const violations = await violationsSuivies(acteur)
  return (
    <Cadre acteur={acteur} entree={aDroit(acteur, 'violation.traiter') ? '/caisse/violations' : accueilDe(acteur)}>
      <div className="mb-6 flex flex-wrap items-baseline justify-between gap-4">
        <h1>Violations de données</h1>
        <LienBouton href="/violations/declarer">Déclarer une violation</LienBouton>
      </div>
      {aDroit(acteur, 'violation.traiter') && (
        <p className="mb-4">
          <a href="/caisse/violations">Traiter celles de la caisse</a>
        </p>
      )}
      {violations.length === 0 ? (
        <EtatVide titre="Aucune violation déclarée">
          <p>Un courriel parti à la mauvaise personne, un document perdu, un ordinateur volé se déclarent ici.</p>
        </EtatVide>
      ) : (
        <ul className="divide-y divide-filet border-y border-filet-2">
          {violations.map(({ id, natures, declareeLe, partenaire, cote, parts }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 py-3.5">
              <a href={`/violations/${id}`} className="font-[650]">
                {referenceViolation(id)}
              </a>
              <span className="min-w-0">{naturesEnMots(natures)}</span>
              <span className="text-15 text-encre-2">
                Déclarée le {dateEtHeure(declareeLe)}, par {cote === 'partenaire' ? partenaire : parts[0]?.caisse}
              </span>
              <span className="ml-auto flex flex-wrap gap-2 max-tab:ml-0">
                {parts.map((part) => (
                  <span key={part.caisseId}>
                    {parts.length > 1 && <span className="text-15 text-encre-2">{part.caisse} </span>}
                    <EtatPart part={part} />
                  </span>
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Cadre>
  )
}
