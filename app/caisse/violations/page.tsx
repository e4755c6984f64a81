import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { TableauViolations } from '@/components/violations/tableau-violations'
import { exigerActeur } from '@/lib/socle/session'
import { formatsTableur } from '@/lib/socle/tableur'
import { violationsDeLaCaisse } from '@/lib/violations/queries'

export const metadata: Metadata = { title: 'Violations de données' }

export default async function ViolationsDeLaCaisse() {
  const acteur = await exigerActeur('violation.traiter')
  const lignes = await violationsDeLaCaisse(acteur)
  return (
    <Cadre acteur={acteur} entree="/caisse/violations" exacte>
      <div className="mb-6 flex flex-wrap items-baseline justify-between gap-4">
        <h1>Violations de données</h1>
        <LienBouton href="/violations/declarer" aspect="secondaire">
          Déclarer une violation
        </LienBouton>
      </div>
      {lignes.length === 0 ? (
        <EtatVide titre="Aucune violation déclarée">
          <p>
            Une violation déclarée par la caisse ou par un partenaire s’affiche ici, et un courriel vous prévient tout
            de suite.
          </p>
        </EtatVide>
      ) : (
        <>
          <TableauViolations lignes={lignes} maintenant={new Date()} />
          <section className="mt-8" aria-labelledby="registre">
            <h2 id="registre" className="mb-2">
              Le registre
            </h2>
            <p className="mb-3">Toutes les violations, leurs effets et les mesures prises (RGPD, article 33-5).</p>
            <div className="flex flex-wrap gap-3">
              {formatsTableur.map((format) => (
                <LienBouton key={format} href={`/api/violations/registre?format=${format}`} aspect="secondaire" dense>
                  Exporter en {format.toUpperCase()}
                </LienBouton>
              ))}
            </div>
          </section>
        </>
      )}
    </Cadre>
  )
}
