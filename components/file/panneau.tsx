import './panneau.css'
import type { ReactNode } from 'react'
import { adresseFile, requeteFile } from '@/components/file/requete'
import { adresseAgir } from '@/components/traitement/adresses'
import { delaiEnMots } from '@/components/traitement/delai'
import { Fichier } from '@/components/traitement/fichier'
import { rangsPieces, titrePieces } from '@/components/traitement/rangs-pieces'
import { Avis } from '@/components/ui/avis'
import { StatutDemande } from '@/components/ui/badge-statut'
import { Bouton, LienBouton } from '@/components/ui/bouton'
import { Urgent } from '@/components/ui/echeance'
import { ChevronDown, ChevronUp, Clock, Copy, X } from '@/components/ui/icones'
import { PastilleCourte } from '@/components/ui/pastille'
import type { FiltresFile } from '@/lib/demandes/filtres-file'
import { identiteComplete } from '@/lib/demandes/libelles'
import { resumeDe } from '@/lib/demandes/registre'
import { actePossible, prenable } from '@/lib/demandes/regles'
import type { DemandeDuPanneau } from '@/lib/file/queries-panneau'
import { nomComplet } from '@/lib/socle/acteur'
import { dateAvecAnnee, relatif } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

type Cadre = { demande: DemandeDuPanneau; filtres: FiltresFile; moi: string; maintenant: Date }

function Geste({
  reference,
  filtres,
  geste,
  mots,
  children,
}: {
  reference: string | null
  filtres: FiltresFile
  geste: 'j' | 'k' | 'fermer'
  mots: string
  children: ReactNode
}) {
  if (geste !== 'fermer' && !reference) return null
  const href = reference ? `${adresseFile(filtres)}&ouvrir=${reference}` : adresseFile(filtres)
  return (
    <a href={href} data-doux="" data-panneau={geste} aria-label={mots} className="panneau__geste">
      {children}
    </a>
  )
}

function Delai({ demande, maintenant }: Cadre) {
  const { titre, chaud, lignes } = delaiEnMots(demande, dateAParis(maintenant))
  return (
    <div className="mt-3">
      <p className={`flex items-center gap-1.5 text-17 font-[650] ${chaud ? 'text-brique-700' : ''}`}>
        {chaud && <Clock />}
        {titre}
      </p>
      <p className="text-encre-2">{lignes.filter(Boolean).join(', ')}</p>
    </div>
  )
}

function Actes({ demande: { id, etat, agent, reference }, filtres, moi, raccourcis }: Cadre & { raccourcis: boolean }) {
  const aPrendre = prenable({ etat, agentId: agent?.id ?? null }) && agent?.id !== moi
  return (
    <div className="rangee-boutons mt-4">
      {aPrendre && (
        // The form of the rows, which says what came of it above them.
        <Bouton type="submit" form="prise" name="id" value={id} dense touche={raccourcis ? 'a' : undefined}>
          Je m’en occupe
        </Bouton>
      )}
      {actePossible('clore', etat) && (
        <LienBouton href={adresseAgir(reference, filtres, 'clore')} aspect="secondaire" dense>
          Répondre et clore
        </LienBouton>
      )}
      {actePossible('demander_complement', etat) && (
        <LienBouton href={adresseAgir(reference, filtres, 'complement')} aspect="secondaire" dense>
          Demander un complément
        </LienBouton>
      )}
    </div>
  )
}

function MemePersonne({ demande: { memePersonne }, filtres }: Cadre) {
  if (memePersonne.length === 0) return null
  return (
    <Avis ton="chaud" icone={<Copy />} className="mt-4">
      <p>
        Cette personne a déjà {memePersonne.length > 1 ? 'd’autres demandes ouvertes' : 'une demande ouverte'}
        {'\u00A0'}:{' '}
        {memePersonne.map(({ reference, objet }, rang) => (
          <span key={reference}>
            {rang > 0 && '\u00A0; '}
            <a href={`/caisse/demandes/${reference}${requeteFile(filtres)}`}>
              {reference}, {objet}
            </a>
          </span>
        ))}
      </p>
    </Avis>
  )
}

function Qui({ demande, moi }: Cadre) {
  const { civilite, dateNaissance, partenaire, auteur, agent, equipe } = demande
  const suivie = agent ? (agent.id === moi ? 'vous' : nomComplet(agent)) : 'personne'
  const paires: [string, ReactNode][] = [
    ...(dateNaissance
      ? [[civilite === 'monsieur' ? 'Né le' : 'Née le', dateAvecAnnee(jourDe(dateNaissance))] as [string, ReactNode]]
      : []),
    [
      'Partenaire',
      <a key="partenaire" href={adresseFile({ vue: 'toutes', partenaire: partenaire.id })}>
        {partenaire.nom}
      </a>,
    ],
    ['Déposée par', nomComplet(auteur)],
    ['Suivie par', equipe ? `${suivie}, équipe ${equipe.nom}` : suivie],
  ]
  return (
    <dl className="panneau__paires mt-4">
      {paires.map(([cle, valeur]) => (
        <div key={cle}>
          <dt>{cle}</dt>
          <dd>{valeur}</dd>
        </div>
      ))}
    </dl>
  )
}

function Pieces({ demande }: Cadre) {
  const rangs = rangsPieces(demande)
  if (rangs.length === 0) return null
  return (
    <section className="mt-5" aria-labelledby="panneau-pieces">
      <h3 id="panneau-pieces">{titrePieces(rangs)}</h3>
      <ul className="mt-1">
        {rangs.map(({ code, libelle, pieces, raisonAbsence }) => (
          <li key={code} className="mt-1.5">
            <p className={raisonAbsence === null ? 'font-semibold' : 'text-encre-2'}>
              {libelle}
              {raisonAbsence !== null && '\u00A0: la personne ne l’a pas'}
            </p>
            {pieces.map((piece) => (
              <p key={piece.id} className="panneau__fichier">
                <Fichier piece={piece} nouvelle={false} />
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Dernier({ demande, filtres, moi, maintenant }: Cadre) {
  const [message] = demande.messages
  const { reference, nonLusCaisse } = demande
  return (
    <section className="mt-5" aria-labelledby="panneau-message">
      <h3 id="panneau-message" className="flex items-baseline gap-2">
        Dernier message
        <PastilleCourte nombre={nonLusCaisse} />
      </h3>
      {message ? (
        <>
          <p className="mt-1 text-14 text-encre-2">
            {message.auteurId === moi ? 'Vous' : nomComplet(message.auteur)}, {relatif(message.envoyeLe, maintenant)}
          </p>
          <p className="mt-1 whitespace-pre-line">{message.texte}</p>
        </>
      ) : (
        <p className="mt-1 text-encre-2">Aucun message pour l’instant.</p>
      )}
      <p className="mt-3">
        <a href={adresseAgir(reference, filtres, 'repondre')}>Ouvrir la demande pour répondre</a>
      </p>
    </section>
  )
}

/**
 * A demande beside the list, which keeps its place: from 1024 px. Below, a row opens the page. `autour`: the rows before and
 * after it in the list.
 */
export function Panneau({
  autour,
  raccourcis,
  ...cadre
}: Cadre & { autour: { precedente: string | null; suivante: string | null }; raccourcis: boolean }) {
  const { demande, filtres, moi } = cadre
  const { reference, etat, agent, objet, urgent, service, details } = demande
  // Closing the panel leaves the focus on its row.
  const gestes = { filtres }
  const situation = resumeDe(service, details).filter(({ libelle, valeur }) => valeur && libelle !== 'Urgent')
  return (
    <aside aria-label={`Aperçu de la demande ${reference}`} className="panneau">
      <div className="flex items-center gap-2">
        <span className="reference font-semibold">{reference}</span>
        <span className="ml-auto flex">
          <Geste {...gestes} reference={autour.precedente} geste="k" mots="Demande précédente">
            <ChevronUp />
          </Geste>
          <Geste {...gestes} reference={autour.suivante} geste="j" mots="Demande suivante">
            <ChevronDown />
          </Geste>
          <Geste {...gestes} reference={null} geste="fermer" mots="Fermer l’aperçu">
            <X />
          </Geste>
        </span>
      </div>
      <h2 className="mt-3 text-22!">
        <a href={`/caisse/demandes/${reference}${requeteFile(filtres)}`}>{objet}</a>
      </h2>
      {!demande.limiteeLe && <p className="text-17">{identiteComplete(demande) ?? 'Demande sur le partenariat'}</p>}
      <p className="mt-1 flex flex-wrap items-baseline gap-3">
        <StatutDemande etat={etat} cote="caisse" parVous={agent?.id === moi} />
        {urgent && <Urgent />}
      </p>
      <Delai {...cadre} />
      {demande.limiteeLe ? null : <Actes {...cadre} raccourcis={raccourcis} />}
      <MemePersonne {...cadre} />
      <Qui {...cadre} />
      {situation.length > 0 && (
        <section className="mt-5" aria-labelledby="panneau-situation">
          <h3 id="panneau-situation">La demande</h3>
          <dl className="mt-1">
            {situation.map(({ libelle, valeur }) => (
              <div key={libelle} className="mt-1.5">
                <dt className="text-14 text-encre-2">{libelle}</dt>
                <dd className="whitespace-pre-line">{valeur}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {!demande.limiteeLe && (
        <>
          <Pieces {...cadre} />
          <Dernier {...cadre} />
        </>
      )}
    </aside>
  )
}
