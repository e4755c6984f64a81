import { DatesDeConvention } from '@/components/conventions/dates'
import { ListeDocuments } from '@/components/conventions/document'
import { EtatConvention } from '@/components/conventions/etat'
import { Avis } from '@/components/ui/avis'
import { periode, termesDuJour } from '@/lib/conventions/cycle'
import { duree, enMots, preavis } from '@/lib/conventions/libelles'
import type { VueConventionPartenaire, VuePart } from '@/lib/conventions/queries-detail'
import { avecArticle } from '@/lib/socle/francais'
import { ajouterJours, type DateIso } from '@/lib/socle/temps'

type Contact = { id: string; caisseId: string; courriel: string | null; telephone: string | null }

/** One convention as the gestionnaire reads it: what comes next with each caisse, then its dates and its documents. */
export function ConventionDuPartenaire({
  vue,
  contacts,
  jour,
}: {
  vue: VueConventionPartenaire
  contacts: Contact[]
  jour: DateIso
}) {
  const { convention, parts } = vue
  const titre = `convention-${convention.id}`
  return (
    <section aria-labelledby={titre} className="mb-12">
      <h2 id={titre} className="border-b border-filet-2 pb-2.5">
        {convention.intitule}
      </h2>
      <ul>
        {parts.map((part) => (
          <li key={part.caisseId} className="border-b border-filet py-4">
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <h3>{part.nom}</h3>
              <EtatConvention etat={part.etat} />
            </div>
            <p className="mt-1">{suiteAvec(part, jour)}</p>
            {part.cycle && <Termes part={part} jour={jour} />}
            <MiseEnDemeure
              part={part}
              vue={vue}
              contact={contacts.find(({ caisseId }) => caisseId === part.caisseId)}
            />
          </li>
        ))}
      </ul>
      <div className="mt-7 bureau:grid bureau:grid-cols-[minmax(0,1fr)_360px] bureau:gap-14">
        <div className="min-w-0">
          <h3 className="mb-4">Les dates</h3>
          <DatesDeConvention
            dates={vue.dates}
            jour={jour}
            evenements={vue.evenements}
            documents={vue.documents}
            demandes={new Map()}
            nombreParties={1 + parts.length + convention.signataires.length}
          />
        </div>
        <div className="min-w-0">
          <h3 className="mb-2">Les documents</h3>
          {vue.documents.length > 0 ? (
            <ListeDocuments documents={vue.documents} />
          ) : (
            <p className="text-15 text-encre-2">La caisse n’en a pas encore ajouté.</p>
          )}
        </div>
      </div>
    </section>
  )
}

function Termes({ part: { cycle }, jour }: { part: VuePart; jour: DateIso }) {
  if (!cycle) return null
  const { dureeMois, taciteReconduction, preavisMois } = termesDuJour(cycle, jour)
  return (
    <p className="mt-1 text-15 text-encre-2">
      {duree(dureeMois)}, {taciteReconduction ? 'tacite reconduction' : 'sans reconduction'}. Préavis de dénonciation :{' '}
      {preavis(preavisMois)}.
    </p>
  )
}

/** What comes next with one caisse, in one sentence. */
function suiteAvec({ cycle, finLe, utilisationEffetLe, etat }: VuePart, jour: DateIso): string {
  if (etat === 'echue' || etat === 'resiliee')
    return `L’accès est fermé${finLe ? ` depuis le ${enMots(ajouterJours(finLe, 1))}` : ''}. Les demandes déposées restent traitées par la caisse.`
  if (utilisationEffetLe && utilisationEffetLe > jour) return `L’accès s’ouvre le ${enMots(utilisationEffetLe)}.`
  if (finLe) return `L’accès est ouvert jusqu’au ${enMots(finLe)} inclus.`
  if (!cycle) return ''
  return `L’accès est ouvert. La convention se reconduit d’elle-même le ${enMots(ajouterJours(periode(cycle, jour).finLe, 1))}.`
}

function MiseEnDemeure({
  part: { part, nom, caisseId },
  vue,
  contact,
}: {
  part: VuePart
  vue: VueConventionPartenaire
  contact?: Contact
}) {
  if (part.miseEnDemeureLe === null || part.miseEnDemeureEcheanceLe === null) return null
  const faits = vue.evenements.findLast(
    (evenement) => evenement.type === 'mise_en_demeure' && evenement.caisseId === caisseId,
  )
  return (
    <Avis
      ton="chaud"
      titre={`Un point est à régler avec ${avecArticle(nom)} avant la fin du ${enMots(part.miseEnDemeureEcheanceLe)}`}
      className="mt-3"
    >
      {faits?.justification && <p className="whitespace-pre-line">{faits.justification}</p>}
      <p>
        L’accès reste ouvert. Écrivez à la caisse dès que c’est fait
        {contact?.courriel && (
          <>
            {' : '}
            <a href={`mailto:${contact.courriel}`}>{contact.courriel}</a>
          </>
        )}
        .
      </p>
    </Avis>
  )
}
