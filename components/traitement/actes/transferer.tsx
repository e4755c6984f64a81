import type { ReactNode } from 'react'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Radios } from '@/components/formulaire/choix'
import { Liste } from '@/components/formulaire/liste'
import { optionsDesMotifs } from '@/components/traitement/actes/motif'
import { adresseAgir } from '@/components/traitement/adresses'
import { type CadreActe, FormulaireActe } from '@/components/traitement/formulaire-acte'
import { Avis } from '@/components/ui/avis'
import { ArrowLeftRight } from '@/components/ui/icones'
import { actionTransferer } from '@/lib/demandes/actions'
import { dateSansAnnee, pluriel } from '@/lib/socle/format'
import { avecArticle, majuscule } from '@/lib/socle/francais'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

/** The other caisses, where the partenaire has no access: it can only be told to go there. */
function Orienter({ cadre: { demande, filtres, correction } }: { cadre: CadreActe }) {
  const autres = correction?.autres ?? []
  if (autres.length === 0) return null
  return (
    <details className="mt-6">
      <summary className="min-h-6 cursor-pointer text-bleu-700 underline">
        La bonne caisse n’est pas dans la liste{'\u00A0'}?
      </summary>
      <p className="lecture mt-2">
        {majuscule(avecArticle(demande.partenaire.nom))} n’a pas accès à ces caisses dans le portail{'\u00A0'}: la
        demande ne peut pas y être transférée. Répondez en l’orientant, avec les coordonnées de la caisse{'\u00A0'}:
      </p>
      <ul className="mt-2">
        {autres.map(({ id, nom }) => (
          <li key={id}>
            <a
              href={adresseAgir(demande.reference, filtres, 'orienter').replace('#', `&vers=${id}#`)}
              className="inline-block min-h-6"
            >
              Clore avec une orientation vers {avecArticle(nom)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

type Delai = NonNullable<NonNullable<CadreActe['correction']>['ouvertes'][number]['delai']>

/** The day that the partenaire would be told there, under the same motif. */
function delaiEnMots({ jours, echeanceLe }: Delai, aujourdhui: DateIso): string {
  if (jours === null) return 'Sans délai annoncé pour ce motif.'
  if (!echeanceLe) return `Délai de ${pluriel(jours, 'jour')}, arrêté tant que le complément est attendu.`
  const retard = echeanceLe < aujourdhui ? ', déjà passé' : ''
  return `Délai de ${pluriel(jours, 'jour')}\u00A0: réponse avant le ${dateSansAnnee(echeanceLe, aujourdhui)}${retard}.`
}

/** «Transférer à une autre caisse»: what goes, what stays, and what the partenaire reads. */
export function Transferer({ cadre, depasse, maintenant }: { cadre: CadreActe; depasse: ReactNode; maintenant: Date }) {
  const { demande, correction } = cadre
  const ouvertes = correction?.ouvertes ?? []
  const ailleurs = demande.rendezVous.some(({ etat }) => etat === 'fixe' || etat === 'propose')
  if (ouvertes.length === 0)
    return (
      <section id="agir" aria-labelledby="titre-agir" className="acte">
        <h2 id="titre-agir">Transférer à une autre caisse</h2>
        <Avis className="mt-3">
          <p>
            {majuscule(avecArticle(demande.partenaire.nom))} n’a accès à aucune autre caisse aujourd’hui{'\u00A0'}:
            cette demande ne peut pas être transférée.
          </p>
        </Avis>
        <Orienter cadre={cadre} />
      </section>
    )
  const sansMotif = ouvertes.filter(({ motifs }) => !motifs.some(({ id }) => id === demande.motifId))
  return (
    <>
      <FormulaireActe
        cadre={cadre}
        agir="transferer"
        action={actionTransferer}
        titre="Transférer à une autre caisse"
        avis={
          <>
            {depasse}
            <Avis icone={<ArrowLeftRight />} className="mt-3">
              <p>
                La demande quitte votre file tout de suite. Sa référence, sa date de dépôt, ses pièces et ses échanges
                la suivent{'\u00A0'}; vos notes internes restent ici, et personne d’autre ne les lira.
              </p>
              <p>
                Le délai devient celui de l’autre caisse, compté depuis la même date. Le partenaire est prévenu par
                courriel.{ailleurs && ' Le rendez-vous prévu est annulé.'}
              </p>
            </Avis>
          </>
        }
        bouton="Transférer la demande"
        enCours="Transfert…"
      >
        <Radios
          name="caisse"
          label="Caisse de la personne"
          valeur={ouvertes.length === 1 ? ouvertes[0]?.id : undefined}
          options={ouvertes.map(({ id, nom, delai }) => ({
            valeur: id,
            libelle: nom,
            aide: delai ? delaiEnMots(delai, dateAParis(maintenant)) : undefined,
          }))}
        />
        <Liste
          name="motif"
          label="Motif chez elle"
          aide={
            sansMotif.length > 0
              ? `${sansMotif.map(({ nom }) => nom).join(', ')} ne propose pas « ${demande.objet} » : choisissez un de ses motifs.`
              : undefined
          }
          optionnel={sansMotif.length < ouvertes.length}
          vide={sansMotif.length < ouvertes.length ? `Le même : ${demande.objet}` : 'Choisir'}
          largeur="plein"
          options={ouvertes.flatMap(({ nom, motifs }) =>
            optionsDesMotifs(motifs, ouvertes.length > 1 ? nom : undefined),
          )}
        />
        <ChampTexteLong
          name="raison"
          label="Pourquoi"
          aide="Lu par le partenaire et par l’autre caisse. Par exemple, la personne a déménagé."
          lignes={2}
          maxLength={500}
        />
      </FormulaireActe>
      <Orienter cadre={cadre} />
    </>
  )
}
