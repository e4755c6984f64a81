import type { ReactNode } from 'react'
import { Courriels } from '@/components/traitement/courriels'
import { attenteEnMots, joursDuDelai } from '@/components/traitement/delai'
import { Historique } from '@/components/traitement/historique'
import { absenceEnMots } from '@/lib/absences/libelles'
import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { nomComplet } from '@/lib/socle/acteur'
import { dateSansAnnee, pluriel, telephoneEspace } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

function Bloc({ id, titre, children }: { id: string; titre: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 text-17!">
        {titre}
      </h2>
      {children}
    </section>
  )
}

const etatsFinis: Record<string, string> = { resiliee: 'résiliée', echue: 'échue', brouillon: 'en préparation' }

function conventionEnMots({ convention }: DemandeDeCaisse, aujourdhui: DateIso): string {
  if (!convention) return 'Sans convention avec la caisse.'
  const fin = convention.finLe && dateSansAnnee(jourDe(convention.finLe), aujourdhui)
  const finie = etatsFinis[convention.etat]
  if (finie) return `Convention ${finie}${fin ? `, depuis le ${fin}` : ''}.`
  return fin ? `Convention en vigueur jusqu’au ${fin}.` : 'Convention en vigueur.'
}

function Partenaire({ demande, aujourdhui }: { demande: DemandeDeCaisse; aujourdhui: DateIso }) {
  const { partenaire, structure, auteur, convention } = demande
  return (
    <>
      <p className="font-semibold">{partenaire.nom}</p>
      {structure.nom !== partenaire.nom && <p>{structure.nom}</p>}
      <p>{[nomComplet(auteur), auteur.fonction].filter(Boolean).join(', ')}</p>
      {auteur.telephone && (
        <p className="chiffres">
          <a href={`tel:${auteur.telephone}`}>{telephoneEspace(auteur.telephone)}</a>
        </p>
      )}
      <p className="mt-2 text-14 text-encre-2">
        {conventionEnMots(demande, aujourdhui)}{' '}
        {convention?.habiliteDocuments
          ? 'Reçoit les documents dans le portail.'
          : 'Ne reçoit pas de document dans le portail.'}
      </p>
    </>
  )
}

function Paire({ cle, children }: { cle: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4 py-0.5">
      <dt className="text-encre-2">{cle}</dt>
      <dd className="chiffres text-right">{children}</dd>
    </div>
  )
}

/** Who has it, and in which team: what stands in for whom is said here. */
function Suivi({ demande, moi, aujourdhui }: { demande: DemandeDeCaisse; moi: string; aujourdhui: DateIso }) {
  const { agent, agents, equipe, procedureOrdinaire } = demande
  const absent = agents.find(({ id, absence }) => id === agent?.id && absence)
  return (
    <>
      <dl>
        <Paire cle="Suivie par">{agent ? (agent.id === moi ? 'vous' : nomComplet(agent)) : 'personne'}</Paire>
        <Paire cle="Équipe">{equipe?.nom ?? 'aucune'}</Paire>
        {procedureOrdinaire && <Paire cle="Procédure ordinaire">possible</Paire>}
      </dl>
      {absent && absent.id !== moi && (
        <p className="mt-1 text-14 text-encre-2">
          {nomComplet(absent)} est {absenceEnMots(absent, aujourdhui)}.
        </p>
      )}
    </>
  )
}

function Delai({ demande, aujourdhui }: { demande: DemandeDeCaisse; aujourdhui: DateIso }) {
  const { ecoules, suspendus } = joursDuDelai(demande, aujourdhui)
  const { delaiJours, seuilAlerteJours, priseEnChargeLe, deposeeLe, completeeLe, suspendueLe, closeLe } = demande
  // Another receipt than the first one: a complément came in since.
  const repartie = completeeLe && dateAParis(completeeLe) !== dateAParis(deposeeLe) ? completeeLe : null
  const jour = (instant: Date) => dateSansAnnee(dateAParis(instant), aujourdhui)
  return (
    <dl>
      <Paire cle="Reçue">{jour(deposeeLe)}</Paire>
      {priseEnChargeLe && <Paire cle="Prise en charge">{jour(priseEnChargeLe)}</Paire>}
      {repartie && <Paire cle="Dossier complet">{jour(repartie)}</Paire>}
      <Paire cle={closeLe ? 'À la caisse' : 'Écoulé'}>{pluriel(ecoules, 'jour')}</Paire>
      {suspendus > 0 || suspendueLe ? (
        <Paire cle="Attente du partenaire">{attenteEnMots(demande, aujourdhui)}</Paire>
      ) : (
        <Paire cle="Attente du partenaire">aucune</Paire>
      )}
      {delaiJours !== null && (
        <>
          <Paire cle="Délai">{pluriel(delaiJours, 'jour')}</Paire>
          <Paire cle="Seuil d’alerte">{pluriel(Math.max(delaiJours - seuilAlerteJours, 0), 'jour')}</Paire>
        </>
      )}
    </dl>
  )
}

/** Beside the demande: who asks, the clock, what happened, what was sent. */
export function Colonne({ demande, moi, maintenant }: { demande: DemandeDeCaisse; moi: string; maintenant: Date }) {
  const aujourdhui = dateAParis(maintenant)
  return (
    <aside
      aria-label="À propos de la demande"
      className="flex flex-col gap-6 border-filet bg-papier px-5 py-5 max-bureau:border-t max-tab:px-4 bureau:w-78 bureau:flex-none bureau:border-l"
    >
      <Bloc id="titre-partenaire" titre="Partenaire">
        <Partenaire demande={demande} aujourdhui={aujourdhui} />
      </Bloc>
      <Bloc id="titre-suivi" titre="Suivi">
        <Suivi demande={demande} moi={moi} aujourdhui={aujourdhui} />
      </Bloc>
      <Bloc id="titre-delai" titre="Délai">
        <Delai demande={demande} aujourdhui={aujourdhui} />
      </Bloc>
      <Bloc id="titre-historique" titre="Historique">
        <Historique demande={demande} moi={moi} maintenant={maintenant} />
        <p className="mt-3 text-15">
          <a href={`/api/demandes/${demande.reference}/archive`}>Tout le dossier (ZIP)</a>
        </p>
      </Bloc>
      <Bloc id="titre-courriels" titre="Courriels d’avis">
        <Courriels demande={demande} maintenant={maintenant} />
      </Bloc>
    </aside>
  )
}
