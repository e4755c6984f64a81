import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ResumeIncident } from '@/components/incidents/resume-incident'
import { LienBouton } from '@/components/ui/bouton'
import { actionInactiverSignale } from '@/lib/incidents/actions'
import { incidentDe } from '@/lib/incidents/queries'
import { inactiveTout } from '@/lib/incidents/regles'
import { auteurDe } from '@/lib/incidents/signaler-compte'
import { accueilDe } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Signalement d’un compte'

export const metadata: Metadata = { title: TITRE }

export default async function Signalement({ params }: PageProps<'/signaler/[id]'>) {
  const acteur = await exigerActeur('incident.signaler')
  const incident = await incidentDe(acteur, (await params).id)
  if (!incident) notFound()
  const { compte, inactiveLe } = incident
  const aFermer =
    incident.suite === null &&
    compte.etat !== 'inactif' &&
    acteur.profil === 'gestionnaire' &&
    inactiveTout(auteurDe(acteur), { ...compte, caisseId: null })
  return (
    <Cadre acteur={acteur} entree={accueilDe(acteur)}>
      <div className="max-w-160">
        <h1 className="mb-4">{TITRE}</h1>
        <p className="mb-8">
          {compte.etat === 'inactif'
            ? 'Ce compte est inactivé : plus personne ne peut s’en servir.'
            : 'Les personnes qui peuvent fermer ce compte sont prévenues.'}
        </p>
        <ResumeIncident incident={incident} />
        {aFermer && (
          <Formulaire action={actionInactiverSignale} titrePage={TITRE} cle={`inactiver-${incident.id}`}>
            <ChampCache name="id" valeur={incident.id} />
            <BoutonEnvoi aspect="danger" enCours="Inactivation…">
              Inactiver ce compte tout de suite
            </BoutonEnvoi>
          </Formulaire>
        )}
        {inactiveLe && (
          <LienBouton href={`/api/incidents/${incident.id}/preuve`} aspect="secondaire">
            Ouvrir l’attestation (PDF)
          </LienBouton>
        )}
        <p className="mt-8">
          <a href={`/violations/declarer?signalement=${incident.id}`}>
            Des données ont pu être vues : déclarer aussi une violation
          </a>
        </p>
      </div>
    </Cadre>
  )
}
