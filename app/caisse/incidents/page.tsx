import type { Metadata } from 'next'
import { z } from 'zod'
import { Cadre } from '@/components/cadre/cadre'
import { SeulPartenaire } from '@/components/partenaires/seul-partenaire'
import { Badge } from '@/components/ui/badge'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { FilRetour } from '@/components/ui/fil-retour'
import { libellesIncident, libellesSuite, referenceIncident } from '@/lib/incidents/libelles'
import { incidentsDeLaCaisse } from '@/lib/incidents/queries'
import { nomComplet } from '@/lib/socle/acteur'
import { dateCourte, heure } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Comptes signalés' }

const partenaireSchema = z.uuid().optional().catch(undefined)

export default async function Incidents({ searchParams }: PageProps<'/caisse/incidents'>) {
  const acteur = await exigerActeur('partenaire.gerer')
  const demande = partenaireSchema.parse((await searchParams).partenaire)
  const { incidents, partenaire } = await incidentsDeLaCaisse(acteur, demande)
  const aujourdhui = dateAParis(new Date())
  return (
    <Cadre acteur={acteur} entree="/caisse/partenaires">
      <FilRetour href="/caisse/partenaires" libelle="Partenaires" />
      <div className="mb-6 flex flex-wrap items-baseline justify-between gap-4">
        <h1>Comptes signalés</h1>
        <LienBouton href="/signaler" aspect="secondaire">
          Signaler un compte
        </LienBouton>
      </div>
      {partenaire && (
        <div className="mb-4">
          <SeulPartenaire partenaire={partenaire} tout="/caisse/incidents" />
        </div>
      )}
      {incidents.length === 0 ? (
        <EtatVide titre="Aucun signalement">
          <p>Un usage frauduleux, une perte ou un vol signalé par un partenaire s’affiche ici, et vous est écrit.</p>
        </EtatVide>
      ) : (
        <ul className="divide-y divide-filet border-y border-filet-2">
          {incidents.map((incident) => (
            <li key={incident.id} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 py-3.5">
              <a href={`/caisse/incidents/${incident.id}`} className="font-[650]">
                {libellesIncident[incident.type]}, {nomComplet(incident.compte)}
              </a>
              <span className="text-15 text-encre-2">
                {incident.compte.partenaire?.nom ?? 'Compte de la caisse'}, {referenceIncident(incident.id)}
              </span>
              <span className="text-15 text-encre-2">
                {dateCourte(dateAParis(incident.signaleLe), aujourdhui)} à {heure(incident.signaleLe)}
                {incident.signalePar && `, par ${incident.signalePar}`}
              </span>
              <span className="ml-auto max-tab:ml-0">
                {incident.suite ? (
                  <Badge ton="papier">{libellesSuite[incident.suite]}</Badge>
                ) : (
                  <Badge ton="brique">{incident.compte.etat === 'inactif' ? 'Inactivé, à décider' : 'À décider'}</Badge>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Cadre>
  )
}
