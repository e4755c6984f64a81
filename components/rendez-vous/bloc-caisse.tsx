import type { ReactNode } from 'react'
import { rendezVousAMontrer } from '@/components/rendez-vous/lecture'
import { NoterTenu } from '@/components/rendez-vous/noter-tenu'
import { type Agir, adresseAgir } from '@/components/traitement/adresses'
import { Avis } from '@/components/ui/avis'
import { LienBouton } from '@/components/ui/bouton'
import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'
import type { FiltresFile } from '@/lib/demandes/filtres-file'
import { ouSeTient, quand } from '@/lib/rendez-vous/libelles'
import { possible } from '@/lib/rendez-vous/regles'
import { nomComplet } from '@/lib/socle/acteur'
import { pluriel, relatif } from '@/lib/socle/format'
import { majuscule } from '@/lib/socle/francais'

type Proprietes = { demande: DemandeDeCaisse; filtres: FiltresFile | null; agir: Agir; maintenant: Date }

/** Where the rendez-vous of a demande stands, and what to do with it; nothing where none was asked for nor fixed. */
export function RendezVousCaisse({ demande, filtres, agir, maintenant }: Proprietes) {
  const rendezVous = rendezVousAMontrer(demande.rendezVous, maintenant)
  if (!rendezVous && demande.service !== 'rendez_vous') return null
  const situation = { etat: rendezVous?.etat ?? null, debutLe: rendezVous?.debutLe ?? null, ouverte: demande.ouverte }
  const peut = (acte: Parameters<typeof possible>[0]) => possible(acte, 'caisse', situation, maintenant)
  const lien = (acte: Agir, mots: string) => (
    <LienBouton
      href={adresseAgir(demande.reference, filtres, acte)}
      aspect="secondaire"
      dense
      data-agir=""
      aria-current={agir === acte ? 'true' : undefined}
    >
      {mots}
    </LienBouton>
  )
  // A rendez-vous over and noted, or cancelled, leaves room for another one.
  const nouveau = demande.ouverte && (!rendezVous || !['propose', 'fixe'].includes(rendezVous.etat))
  return (
    <section id="rendez-vous" aria-labelledby="titre-rendez-vous" className="scroll-mt-4">
      <h2 id="titre-rendez-vous">Le rendez-vous</h2>
      {rendezVous ? (
        <Etat rendezVous={rendezVous} demande={demande} maintenant={maintenant} />
      ) : (
        <p className="mt-2">Aucun créneau n’est encore proposé. Le délai de la demande court.</p>
      )}
      <div className="rangee-boutons mt-3">
        {peut('honorer') && (
          <NoterTenu
            id={demande.id}
            reference={demande.reference}
            dense
            sauf={rendezVous?.etat === 'fixe' ? undefined : rendezVous?.etat}
          />
        )}
        {!peut('honorer') && peut('manquer') && (
          <NoterTenu id={demande.id} reference={demande.reference} dense sauf={rendezVous?.etat} />
        )}
        {(peut('proposer') || nouveau) &&
          lien('proposer', rendezVous && !nouveau ? 'Proposer d’autres créneaux' : 'Proposer des créneaux')}
        {(peut('fixer') || peut('deplacer') || nouveau) &&
          lien('fixer', peut('deplacer') ? 'Déplacer le rendez-vous' : 'Fixer le rendez-vous')}
        {peut('annuler') &&
          lien(
            'annuler_rendez_vous',
            rendezVous?.etat === 'propose' ? 'Retirer la proposition' : 'Annuler le rendez-vous',
          )}
        {rendezVous?.etat === 'fixe' && (
          <a href={`/api/rendez-vous/${rendezVous.id}/calendrier`} className="inline-block min-h-6">
            Ajouter à mon agenda
          </a>
        )}
      </div>
    </section>
  )
}

type Montre = NonNullable<ReturnType<typeof rendezVousAMontrer<DemandeDeCaisse['rendezVous'][number]>>>

function Etat({ rendezVous, demande, maintenant }: { rendezVous: Montre; demande: DemandeDeCaisse; maintenant: Date }) {
  const { etat, debutLe, finLe, libres, offres, autreDemandeLe } = rendezVous
  const titulaire = demande.agents.find(({ id }) => id === rendezVous.agentId)
  const moment = debutLe && finLe ? majuscule(quand({ debutLe, finLe })) : null
  const autre = autreDemandeLe && demande.ouverte && (
    <Avis ton="chaud" className="mt-3">
      <p>
        Le partenaire demande d’autres créneaux, {relatif(autreDemandeLe, maintenant)} :{' '}
        <a href="#echanges">lire son message</a>.
      </p>
    </Avis>
  )
  switch (etat) {
    case 'propose':
      return (
        <>
          <p className="mt-2">
            {pluriel(offres, 'créneau proposé', 'créneaux proposés')}
            {libres.length < offres && `, dont ${libres.length} encore ${libres.length > 1 ? 'libres' : 'libre'}`}. Le
            partenaire doit choisir. Le délai de la demande continue.
          </p>
          {libres.length > 0 && (
            <ul className="mt-1 list-disc pl-5 text-15">
              {libres.slice(0, 6).map((creneau) => (
                <li key={creneau.id}>
                  {majuscule(quand(creneau))}. {ouSeTient(creneau)}
                </li>
              ))}
              {libres.length > 6 && <li>et {libres.length - 6} autres</li>}
            </ul>
          )}
          {libres.length === 0 && demande.ouverte && (
            <Avis ton="chaud" className="mt-3">
              <p>Les créneaux proposés sont pris ou passés. Proposez-en d’autres.</p>
            </Avis>
          )}
          {autre}
        </>
      )
    case 'fixe':
      return (
        <>
          <Fixe moment={moment} ou={ouSeTient(rendezVous)} avec={titulaire && nomComplet(titulaire)} />
          {debutLe && debutLe <= maintenant && (
            <p className="mt-2 font-semibold text-brique-700">Il est passé : dites s’il a été honoré.</p>
          )}
          {debutLe && debutLe > maintenant && libres.length > 0 && (
            <p className="mt-1 text-15 text-encre-2">
              Le partenaire peut aussi choisir un des{' '}
              {pluriel(libres.length, 'autre créneau proposé', 'autres créneaux proposés')}.
            </p>
          )}
          {autre}
        </>
      )
    case 'annule':
      return (
        <p className="mt-2">
          {rendezVous.annulePar === 'partenaire' ? 'Annulé par le partenaire' : 'Annulé par la caisse'}
          {moment && `, il était fixé : ${moment}`}. {rendezVous.raison}
        </p>
      )
    default:
      return (
        <Fixe moment={moment} ou={ouSeTient(rendezVous)} avec={titulaire && nomComplet(titulaire)}>
          <p className="font-semibold">{etat === 'honore' ? 'Honoré' : 'Manqué'}</p>
        </Fixe>
      )
  }
}

function Fixe({
  moment,
  ou,
  avec,
  children,
}: {
  moment: string | null
  ou: string
  avec?: string
  children?: ReactNode
}) {
  return (
    <div className="mt-2">
      <p className="text-17 font-[650]">{moment}</p>
      <p>
        {ou}
        {avec && `, avec ${avec}`}
      </p>
      {children}
    </div>
  )
}
