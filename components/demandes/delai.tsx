import type { ReactNode } from 'react'
import type { DemandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { echeancePourPartenaire } from '@/lib/demandes/echeance'
import { libelleIssue } from '@/lib/demandes/registre'
import { joursAttendus } from '@/lib/demandes/regles'
import { dateLongue, dateSansAnnee, pluriel } from '@/lib/socle/format'
import { majuscule } from '@/lib/socle/francais'
import { jourDe } from '@/lib/socle/jour'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

/** Where the demande stands, and by when something will happen: words first, then the date. */
export function Delai({ demande, aujourdhui }: { demande: DemandeDePartenaire; aujourdhui: DateIso }) {
  const { etat, closeLe, suspendueLe, completeeLe, delaiJours } = demande
  if (etat === 'annulee')
    return <Bloc titre="Demande annulée">{closeLe && `Le ${dateLongue(dateAParis(closeLe))}.`}</Bloc>
  if (etat === 'traitee')
    return (
      <Bloc titre={`Traitée${closeLe ? ` le ${dateSansAnnee(dateAParis(closeLe), aujourdhui)}` : ''}`}>
        {libelleIssue(demande.service, demande.issue)}.
      </Bloc>
    )
  if (etat === 'attente_complement')
    return (
      <Bloc titre="À vous d’envoyer le complément" chaud>
        {suspendueLe && `Demandé le ${dateSansAnnee(dateAParis(suspendueLe), aujourdhui)}. `}
        {suspendueLe &&
          demande.joursSuspendus > 0 &&
          `En tout, ${pluriel(joursAttendus(demande, aujourdhui), 'jour')} d’attente. `}
        Le délai de la caisse est arrêté, il repartira à zéro à votre envoi.
      </Bloc>
    )
  const echeanceLe = jourDe(demande.echeanceLe)
  const { mots, ton } = echeancePourPartenaire(
    { echeanceLe, suspendue: false, seuilAlerteJours: demande.seuilAlerteJours },
    aujourdhui,
  )
  if (!echeanceLe) return <Bloc titre="Aucun délai annoncé">La caisse n’annonce pas de délai pour cette demande.</Bloc>
  const depuis =
    delaiJours !== null && completeeLe
      ? ` ${pluriel(delaiJours, 'jour')} depuis le dossier complet, le ${dateSansAnnee(dateAParis(completeeLe), aujourdhui)}.`
      : ''
  return (
    <Bloc titre={majuscule(mots)} chaud={ton === 'retard'}>
      {ton === 'retard'
        ? `La caisse devait répondre le ${dateLongue(echeanceLe)}.`
        : `${majuscule(dateLongue(echeanceLe))}.`}
      {depuis}
      {demande.joursSuspendus > 0 &&
        ` En tout, ${pluriel(demande.joursSuspendus, 'jour')} d’attente de vos compléments, comptés à part.`}
    </Bloc>
  )
}

function Bloc({ titre, chaud, children }: { titre: string; chaud?: boolean; children: ReactNode }) {
  return (
    <div className={`border-l-4 pl-4 ${chaud ? 'border-brique-600' : 'border-cyan-500'}`}>
      <p className={`text-22 font-[650] ${chaud ? 'text-brique-700' : ''}`}>{titre}</p>
      <p className="mt-1 text-15 text-encre-2">{children}</p>
    </div>
  )
}
