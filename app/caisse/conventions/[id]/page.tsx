import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { adresseActe } from '@/components/conventions/adresses'
import { AgirSurLaConvention } from '@/components/conventions/agir'
import { AvenantsASigner } from '@/components/conventions/avenants-a-signer'
import { DatesDeConvention } from '@/components/conventions/dates'
import { ListeDocuments } from '@/components/conventions/document'
import { EncartPrevision } from '@/components/conventions/encart-prevision'
import { EtatsDesParts } from '@/components/conventions/etat'
import { Faits } from '@/components/conventions/faits'
import { faitsDe } from '@/components/conventions/faits-de'
import { HistoriqueConvention } from '@/components/conventions/historique'
import { jourDemande } from '@/components/conventions/jour-demande'
import { FilRetour } from '@/components/ui/fil-retour'
import { prevoir } from '@/lib/conventions/prevision'
import { conventionDeCaisse } from '@/lib/conventions/queries-detail'
import { estVivante } from '@/lib/conventions/regles'
import { avecArticle } from '@/lib/socle/francais'
import { exigerActeur } from '@/lib/socle/session'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Convention' }

export default async function PageConvention({ params, searchParams }: Props) {
  const acteur = await exigerActeur('partenaire.gerer')
  const [{ id }, recherche] = await Promise.all([params, searchParams])
  const vue = await conventionDeCaisse(acteur, id)
  if (!vue) notFound()
  const { convention, parts, jour, situation, etatPart } = vue
  const demande = jourDemande(recherche, vue)
  const demandes = situation.caisses.flatMap(({ caisseId, demandesOuvertes }): [string, number][] =>
    demandesOuvertes ? [[caisseId, demandesOuvertes]] : [],
  )
  return (
    <Cadre acteur={acteur} entree="/caisse/conventions">
      <FilRetour href="/caisse/conventions" libelle="Conventions" />
      <div className="mb-5 flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <h1>Convention avec {avecArticle(convention.partenaire.nom)}</h1>
        <EtatsDesParts parts={parts} />
      </div>
      <Faits faits={faitsDe(vue)} />
      <div className="bureau:grid bureau:grid-cols-[minmax(0,1fr)_424px] bureau:gap-14">
        <div className="min-w-0">
          <section aria-labelledby="dates">
            <div className="mb-5 flex items-baseline justify-between gap-4">
              <h2 id="dates">Les dates</h2>
              {vue.actes.includes('avenant') && (
                <a href={adresseActe(id, 'avenant')} className="inline-block min-h-6 text-15">
                  Ajouter un avenant
                </a>
              )}
            </div>
            <AvenantsASigner vue={vue} />
            <DatesDeConvention
              dates={vue.dates}
              jour={jour}
              evenements={vue.evenements}
              documents={vue.documents}
              demandes={new Map(demandes)}
              nombreParties={1 + parts.length + convention.signataires.length}
            />
          </section>
          {vue.documents.length > 0 && (
            <section aria-labelledby="documents" className="mt-4">
              <h2 id="documents" className="mb-2">
                Les documents
              </h2>
              <ListeDocuments documents={vue.documents} />
            </section>
          )}
          {vue.evenements.length > 0 && (
            <section aria-labelledby="historique" className="mt-8">
              <h2 id="historique" className="mb-4">
                L’historique
              </h2>
              <HistoriqueConvention evenements={vue.evenements} plusieurs={parts.length > 1} />
            </section>
          )}
        </div>
        <div className="min-w-0 max-bureau:mt-8">
          <EncartPrevision
            prevision={demande.jour ? prevoir(situation, jour, demande.jour) : null}
            refus={demande.refus}
            parties={demande.parties}
            jour={jour}
          />
          <AgirSurLaConvention
            id={id}
            partenaireId={convention.partenaireId}
            actes={vue.actes}
            vivante={estVivante(etatPart, jour)}
          />
        </div>
      </div>
    </Cadre>
  )
}
