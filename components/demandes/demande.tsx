import type { ReactNode } from 'react'
import { Delai } from '@/components/demandes/delai'
import { DocumentsDeLaCaisse } from '@/components/demandes/documents-de-la-caisse'
import { Echanges } from '@/components/demandes/echanges'
import { Ecrire } from '@/components/demandes/ecrire'
import { Historique } from '@/components/demandes/historique'
import { PiecesDeLaDemande } from '@/components/demandes/pieces-de-la-demande'
import { Reouverture } from '@/components/demandes/reouverture'
import { RendezVousPartenaire } from '@/components/rendez-vous/bloc-partenaire'
import { Badge } from '@/components/ui/badge'
import { StatutDemande } from '@/components/ui/badge-statut'
import { Urgent } from '@/components/ui/echeance'
import { FilRetour } from '@/components/ui/fil-retour'
import { CornerDownLeft } from '@/components/ui/icones'
import { type LienAction, ListeActions } from '@/components/ui/liste-actions'
import { PairesNote } from '@/components/ui/resume'
import type { PieceDemandee } from '@/lib/caisses/catalogue'
import { adresseDemande } from '@/lib/demandes/adresses'
import type { DemandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { identiteComplete, nomPersonne } from '@/lib/demandes/libelles'
import { definitionDe, resumeDe } from '@/lib/demandes/registre'
import { actePossible } from '@/lib/demandes/regles'
import { consentementEnMots } from '@/lib/personnes/consentement'
import { nomComplet } from '@/lib/socle/acteur'
import { departements } from '@/lib/socle/departements'
import { dateAvecAnnee, dateEtHeure } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

export const titreDemande = (demande: DemandeDePartenaire) => `${demande.objet}, ${demande.reference}`

/** One demande as the partenaire follows it. `question`: writes without sending the complément that is awaited. */
export function Demande({
  demande,
  demandees,
  moi,
  question,
}: {
  demande: DemandeDePartenaire
  demandees: PieceDemandee[]
  moi: string
  question: boolean
}) {
  const maintenant = new Date()
  const aujourdhui = dateAParis(maintenant)
  const attendue = demande.etat === 'attente_complement'
  const titrePage = titreDemande(demande)
  const pieces = <PiecesDeLaDemande demande={demande} demandees={demandees} />
  return (
    <>
      <FilRetour href="/demandes" libelle="Accueil" />
      <div className="flex flex-wrap items-start justify-between gap-x-14 gap-y-5 border-b border-filet-2 pb-6">
        <div className="min-w-0">
          <h1>{nomPersonne(demande) ?? demande.objet}</h1>
          <p className="mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="reference">{demande.reference}</span>
            <StatutDemande etat={demande.etat} cote="partenaire" />
            {demande.ouverte && demande.rendezVous.some(({ etat }) => etat === 'propose') && (
              <Badge ton="brique" icone={<CornerDownLeft />}>
                Créneaux proposés
              </Badge>
            )}
            {demande.urgent && <Urgent />}
            {nomPersonne(demande) && <span>{demande.objet}</span>}
          </p>
        </div>
        <div className="max-w-90">
          <Delai demande={demande} aujourdhui={aujourdhui} />
        </div>
      </div>
      <div className="mt-7 bureau:flex bureau:gap-18">
        <div className="flex min-w-0 flex-1 flex-col gap-9">
          <RendezVousPartenaire demande={demande} titrePage={titrePage} maintenant={maintenant} />
          {attendue && <Attendu demande={demande} pieces={pieces} question={question} titrePage={titrePage} />}
          {demande.etat === 'traitee' && (
            <Reouverture demande={demande} maintenant={maintenant}>
              <Ecrire demande={demande} nature="reouverture" titrePage={titrePage} />
            </Reouverture>
          )}
          <DocumentsDeLaCaisse demande={demande} moi={moi} maintenant={maintenant} />
          <Section id="demande" titre="La demande">
            <LaDemande demande={demande} />
          </Section>
          {!attendue && (
            <Section id="pieces" titre="Les pièces">
              {pieces}
            </Section>
          )}
          <Section id="echanges" titre="Les échanges">
            <Echanges demande={demande} moi={moi} maintenant={maintenant} titrePage={titrePage} />
          </Section>
          {demande.ouverte && (!attendue || question) && (
            <Section id="ecrire" titre="Écrire à la caisse">
              <div className="mt-3 max-w-160">
                <Ecrire demande={demande} nature="message" titrePage={titrePage} />
              </div>
            </Section>
          )}
        </div>
        <aside className="flex flex-col gap-7 max-bureau:mt-10 bureau:w-72 bureau:flex-none">
          <PairesNote titre="Suivi" paires={suivi(demande, moi)} />
          <ListeActions regle liens={liensDe(demande)} />
          <section aria-labelledby="historique">
            <h2 id="historique" className="mb-3">
              Historique
            </h2>
            <Historique demande={demande} moi={moi} maintenant={maintenant} />
          </section>
        </aside>
      </div>
    </>
  )
}

function Section({ id, titre, children }: { id: string; titre: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-titre`}>
      <h2 id={`${id}-titre`}>{titre}</h2>
      {children}
    </section>
  )
}

/** What the caisse waits for comes first: its words, the pieces, and the answer that starts the clock again. */
function Attendu({
  demande,
  pieces,
  question,
  titrePage,
}: {
  demande: DemandeDePartenaire
  pieces: ReactNode
  question: boolean
  titrePage: string
}) {
  const message = demande.messages.findLast(({ cote, retireLe }) => cote === 'caisse' && !retireLe)
  return (
    <Section id="complement" titre="La caisse attend votre complément">
      {message && (
        <blockquote className="mt-3 border-l-4 border-brique-600 bg-brique-50 px-4 py-3">
          <p className="lecture whitespace-pre-line">{message.texte}</p>
          <footer className="mt-1 text-15 text-encre-2">
            {nomComplet(message.auteur)}, {dateEtHeure(message.envoyeLe)}
          </footer>
        </blockquote>
      )}
      {pieces}
      <div className="mt-6 max-w-160">
        {!question && (
          <>
            <Ecrire demande={demande} nature="complement" titrePage={titrePage} />
            <p className="mt-3 text-15">
              <a href={`${adresseDemande(demande.reference)}?question=1#ecrire`}>
                Poser une question à la caisse, sans envoyer encore le complément
              </a>
            </p>
          </>
        )}
        {question && (
          <p>
            <a href={`${adresseDemande(demande.reference)}#complement`}>Envoyer le complément</a>
          </p>
        )}
      </div>
    </Section>
  )
}

function LaDemande({ demande }: { demande: DemandeDePartenaire }) {
  const lignes = resumeDe(demande.service, demande.details)
  const naissance = jourDe(demande.dateNaissance)
  return (
    <dl className="mt-2 border-t border-filet">
      <div className="resume__ligne">
        <dt>Motif</dt>
        <dd>
          {demande.objet} <span className="text-encre-2">({definitionDe(demande.service).libelleCourt})</span>
        </dd>
      </div>
      {identiteComplete(demande) && (
        <div className="resume__ligne">
          <dt>Personne</dt>
          <dd>
            {identiteComplete(demande)}
            {naissance && `, ${demande.civilite === 'madame' ? 'née' : 'né'} le ${dateAvecAnnee(naissance)}`}
            {demande.departement && `, ${departements[demande.departement] ?? demande.departement}`}
          </dd>
        </div>
      )}
      {demande.nomNaissance && (
        <div className="resume__ligne">
          <dt>Accord</dt>
          <dd>{consentementEnMots(demande)}</dd>
        </div>
      )}
      {lignes.map(({ libelle, valeur }) => (
        <div key={libelle} className="resume__ligne">
          <dt>{libelle}</dt>
          <dd className="min-w-0 whitespace-pre-line">{valeur}</dd>
        </div>
      ))}
    </dl>
  )
}

function suivi(demande: DemandeDePartenaire, moi: string) {
  const [lecture] = demande.lectures
  return [
    { cle: 'Organisme', valeur: demande.caisse.nom },
    {
      cle: 'Suivie par',
      valeur: demande.agent ? nomComplet(demande.agent) : 'Personne pour l’instant',
    },
    { cle: 'Consultée le', valeur: lecture ? dateEtHeure(lecture.vueLe) : 'Pas encore' },
    { cle: 'Reçue par la caisse', valeur: dateEtHeure(demande.deposeeLe) },
    { cle: 'Déposée par', valeur: demande.auteurId === moi ? 'Vous' : nomComplet(demande.auteur) },
    ...(demande.demandeLiee
      ? [
          {
            cle: 'Dossier concerné',
            valeur: (
              <a href={adresseDemande(demande.demandeLiee.reference)}>
                {demande.demandeLiee.reference}, {demande.demandeLiee.objet}
              </a>
            ),
          },
        ]
      : []),
  ]
}

function liensDe(demande: DemandeDePartenaire): LienAction[] {
  const nom = nomPersonne(demande)
  return [
    { href: `/api/demandes/${demande.reference}/accuse`, libelle: 'Accusé de réception (PDF)' },
    { href: `/api/demandes/${demande.reference}/archive`, libelle: 'Tout le dossier (ZIP)' },
    { href: adresseDemande(demande.reference, 'confirmation'), libelle: 'Ce qui va se passer' },
    { href: adresseDemande(demande.reference, 'courriels'), libelle: 'Courriels envoyés' },
    ...(nom ? [{ href: `/demandes/nouvelle?pour=${demande.reference}`, libelle: `Autre demande pour ${nom}` }] : []),
    ...(actePossible('annuler', demande.etat)
      ? [{ href: adresseDemande(demande.reference, 'annuler'), libelle: 'Annuler la demande', danger: true }]
      : []),
  ]
}
