import { Avis } from '@/components/ui/avis'
import { Badge } from '@/components/ui/badge'
import { definitionDe } from '@/lib/demandes/registre'
import type { motifsDeLaCaisse } from '@/lib/reglages/queries-motifs'

type Service = Awaited<ReturnType<typeof motifsDeLaCaisse>>['services'][number]

/** The motifs a technicien sees, service by service, in the order of the caisse. */
export function ListeMotifs({
  services,
  base,
  enregistre,
}: {
  services: Service[]
  /** Address of the settings of the caisse. */
  base: string
  /** The service just saved. */
  enregistre?: string
}) {
  return (
    <div className="max-w-180">
      {services.map(({ service, actif, motifs }) => (
        <section key={service} id={service} aria-labelledby={`motifs-${service}`} className="mt-8 scroll-mt-4">
          {enregistre === service && (
            <Avis role="status" className="mb-4">
              Enregistré. Les techniciens voient ces motifs à partir de maintenant.
            </Avis>
          )}
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-filet-2 pb-2.5">
            <h2 id={`motifs-${service}`}>{definitionDe(service).libelleCourt}</h2>
            <span className="flex gap-5 text-15">
              <a href={`${base}/motifs/${service}`} className="inline-block min-h-6">
                Modifier<span className="sr-only"> : {definitionDe(service).libelleCourt}</span>
              </a>
              <a href={`${base}/motifs/${service}/nouveau`} className="inline-block min-h-6">
                Ajouter un motif<span className="sr-only"> : {definitionDe(service).libelleCourt}</span>
              </a>
            </span>
          </div>
          {!actif && <p className="mt-3 text-encre-2">Ce service est fermé : aucun de ces motifs n’est proposé.</p>}
          <ol className="text-15">
            {motifs.map((motif) => (
              <Motif key={motif.id} motif={motif} adresse={`${base}/motifs/${service}/${motif.id}`} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function Motif({ motif, adresse }: { motif: Service['motifs'][number]; adresse: string }) {
  const { libelle, libelleDeBase, propre, actif } = motif
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-filet py-2.5">
      <span className={`min-w-0 flex-1 ${actif ? '' : 'text-encre-3'}`}>
        {libelle || libelleDeBase}
        {libelle && <span className="block text-14 text-encre-2">Au catalogue national : {libelleDeBase}</span>}
      </span>
      {!actif && <Badge ton="discret">Caché</Badge>}
      {propre && (
        <a href={adresse} className="inline-block min-h-6">
          Modifier<span className="sr-only"> le motif {libelleDeBase}</span>
        </a>
      )}
    </li>
  )
}
