import { z } from 'zod'
import { MemePersonne } from '@/components/traitement/meme-personne'
import { Transferee } from '@/components/traitement/transferee'
import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { resumeDe } from '@/lib/demandes/registre'
import { consentementEnMots } from '@/lib/personnes/consentement'
import { nomComplet } from '@/lib/socle/acteur'
import { dateSansAnnee } from '@/lib/socle/format'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

const attestationsSchema = z.array(z.object({ texte: z.string() })).catch([])

/** What the technicien asks, in the words of the form it filled in, and what was attested. */
export function LaDemande({
  demande,
  moi,
  titrePage,
  suite,
  aujourdhui,
}: {
  demande: DemandeDeCaisse
  moi: string
  titrePage: string
  suite: string
  aujourdhui: DateIso
}) {
  // «Urgent» stands in the header.
  const lignes = resumeDe(demande.service, demande.details).filter(
    ({ libelle, valeur }) => valeur && libelle !== 'Urgent',
  )
  const attestations = attestationsSchema.parse(demande.attestations)
  const deposee = dateSansAnnee(dateAParis(demande.deposeeLe), aujourdhui)
  return (
    <section aria-labelledby="titre-demande">
      <Transferee demande={demande} aujourdhui={aujourdhui} />
      <MemePersonne demande={demande} moi={moi} titrePage={titrePage} suite={suite} aujourdhui={aujourdhui} />
      <h2 id="titre-demande">La demande</h2>
      <dl className="demande-lue">
        {lignes.map(({ libelle, valeur }) => (
          <div key={libelle}>
            <dt>{libelle}</dt>
            <dd>{valeur}</dd>
          </div>
        ))}
        {demande.demandeLiee && (
          <div>
            <dt>Concerne</dt>
            <dd>
              <a href={`/caisse/demandes/${demande.demandeLiee.reference}`}>
                {demande.demandeLiee.reference}, {demande.demandeLiee.objet}
              </a>
            </dd>
          </div>
        )}
      </dl>
      {demande.nomNaissance && <p className="lecture mt-3 text-encre-2">{consentementEnMots(demande)}</p>}
      {attestations.length > 0 && (
        <div className="lecture mt-3 text-encre-2">
          <p>
            Attesté le {deposee} par {nomComplet(demande.auteur)}
            {'\u00A0'}:
          </p>
          <ul className="list-disc pl-5">
            {attestations.map(({ texte }) => (
              <li key={texte}>{texte}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
