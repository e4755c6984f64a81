import { EtatPart } from '@/components/partenaires/badges'
import { HistoriqueSuspensions } from '@/components/suspensions/historique-suspensions'
import { ListeActions } from '@/components/ui/liste-actions'
import type { FichePartenaire } from '@/lib/partenaires/queries-fiche'
import type { PartDeCaisse } from '@/lib/partenaires/situation'
import { dateAvecAnnee } from '@/lib/socle/format'
import { avecArticle } from '@/lib/socle/francais'

/** Beside the record: the conventions of this caisse, the other caisses by name, and where to go from here. */
export function CoteFiche({ fiche }: { fiche: FichePartenaire }) {
  const { habilitations, revues, incidents } = fiche.enAttente
  const adresse = `/caisse/partenaires/${fiche.id}`
  return (
    <>
      <section aria-labelledby="titre-conventions">
        <h2 id="titre-conventions" className="mb-2">
          Convention avec votre caisse
        </h2>
        <ul className="border-t border-filet-2">
          {fiche.situation.parts.map((part) => (
            <li key={part.conventionId} className="border-b border-filet py-2.5 text-15">
              <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <a href={`/caisse/conventions/${part.conventionId}`} className="inline-block min-h-6 font-semibold">
                  {part.intitule}
                </a>
                <EtatPart etat={part.etat} />
              </p>
              <p className="text-encre-2">{dates(part)}</p>
            </li>
          ))}
        </ul>
        <p className="mt-3 text-15 text-encre-2">
          {fiche.autres.length > 0 ? (
            <>
              Aussi partenaire de {fiche.autres.map(({ nom }) => avecArticle(nom)).join(', ')}. Chaque caisse a sa
              convention et ses réglages ; la fiche, les structures et les comptes sont communs.
            </>
          ) : (
            'Aucune autre caisse n’est liée à ce partenaire.'
          )}
        </p>
      </section>
      <section aria-labelledby="titre-agir">
        <h2 id="titre-agir" className="mb-2">
          Pour ce partenaire
        </h2>
        <ListeActions
          regle
          liens={[
            { href: `${adresse}/services`, libelle: 'Services et motifs ouverts' },
            {
              href: `/caisse/habilitations?partenaire=${fiche.id}`,
              libelle: enAttente('Demandes sur les comptes gestionnaire', habilitations),
            },
            {
              href: `/caisse/revues?${new URLSearchParams({ q: fiche.nom })}`,
              libelle: enAttente('Revues d’habilitation', revues),
            },
            { href: `/caisse/incidents?partenaire=${fiche.id}`, libelle: enAttente('Comptes signalés', incidents) },
            ...(fiche.situation.part.vivante
              ? [
                  {
                    href: `${adresse}/suspendre`,
                    libelle: fiche.situation.suspendueLe ? 'Rétablir le partenaire' : 'Suspendre le partenaire',
                    danger: !fiche.situation.suspendueLe,
                  },
                ]
              : []),
          ]}
        />
      </section>
      {fiche.suspensions.length > 0 && (
        <section aria-labelledby="titre-suspensions">
          <h2 id="titre-suspensions" className="mb-2">
            Suspensions
          </h2>
          <HistoriqueSuspensions suspensions={fiche.suspensions} />
        </section>
      )}
    </>
  )
}

const enAttente = (mots: string, nombre: number) => (nombre > 0 ? `${mots}\u00A0: ${nombre}\u00A0en\u00A0cours` : mots)

function dates({ etat, effetLe, finLe }: PartDeCaisse): string {
  if (etat === 'brouillon') return 'À compléter, puis à signer.'
  const depuis = effetLe ? `effet le ${dateAvecAnnee(effetLe)}` : 'sans date d’effet'
  return finLe ? `${depuis}, fin le ${dateAvecAnnee(finLe)}` : `${depuis}, tacite reconduction`
}
