import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ResumeIncident } from '@/components/incidents/resume-incident'
import { LienBouton } from '@/components/ui/bouton'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionInactiverSignale, actionTraiterIncident } from '@/lib/incidents/actions'
import type { SuiteIncident } from '@/lib/incidents/libelles'
import { incidentDe } from '@/lib/incidents/queries'
import { suitesPossibles } from '@/lib/incidents/regles'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Signalement d’un compte'

export const metadata: Metadata = { title: TITRE }

const options: Record<SuiteIncident, { libelle: string; aide: string }> = {
  inactive: {
    libelle: 'Le compte reste inactivé',
    aide: 'Il sera supprimé six mois après. Le partenaire en est prévenu.',
  },
  retabli: {
    libelle: 'Rétablir le compte',
    aide: 'S’il reste une place. La personne reçoit un lien pour choisir un nouveau mot de passe.',
  },
  sans_suite: { libelle: 'Sans suite', aide: 'Le compte reste ouvert.' },
}

export default async function Incident({ params }: PageProps<'/caisse/incidents/[id]'>) {
  const acteur = await exigerActeur('partenaire.gerer')
  const incident = await incidentDe(acteur, (await params).id)
  if (!incident) notFound()
  const { compte, suite, id, inactiveLe } = incident
  // One's own report is decided by somebody else.
  const suites = compte.id === acteur.compteId ? [] : suitesPossibles(suite, compte.etat)
  const encoreOuvert = compte.etat !== 'inactif' && suite === null
  return (
    <Cadre acteur={acteur} entree="/caisse/partenaires">
      <FilRetour href="/caisse/incidents" libelle="Comptes signalés" />
      <div className="max-w-180">
        <h1 className="mb-6">{TITRE}</h1>
        <ResumeIncident incident={incident} />
        {encoreOuvert && (
          <Formulaire action={actionInactiverSignale} titrePage={TITRE} cle={`inactiver-${id}`} className="mb-8">
            <ChampCache name="id" valeur={id} />
            <BoutonEnvoi aspect="danger" enCours="Inactivation…">
              Inactiver ce compte tout de suite
            </BoutonEnvoi>
          </Formulaire>
        )}
        {inactiveLe && (
          <p className="mb-8">
            <LienBouton href={`/api/incidents/${id}/preuve`} aspect="secondaire">
              Ouvrir l’attestation (PDF)
            </LienBouton>
          </p>
        )}
        {encoreOuvert && (
          <Formulaire action={actionTraiterIncident} titrePage={TITRE} cle={`sans-suite-${id}`}>
            <h2 className="mb-2">Rien à fermer ?</h2>
            <p className="mb-4">Le compte reste ouvert, et le signalement est classé.</p>
            <ChampCache name="id" valeur={id} />
            <ChampCache name="suite" valeur="sans_suite" />
            <BoutonEnvoi enCours="Classement…" aspect="secondaire">
              Classer sans suite
            </BoutonEnvoi>
          </Formulaire>
        )}
        {!encoreOuvert && suites.length > 0 && (
          <Formulaire action={actionTraiterIncident} titrePage={TITRE} cle={`suite-${id}`}>
            <h2 className="mb-4">{suite === null ? 'Décider de la suite' : 'Revenir sur la décision'}</h2>
            <ChampCache name="id" valeur={id} />
            <Radios
              name="suite"
              label="Suite du signalement"
              options={suites.map((valeur) => ({ valeur, ...options[valeur] }))}
            />
            <div className="rangee-boutons">
              <BoutonEnvoi enCours="Enregistrement…">Enregistrer la décision</BoutonEnvoi>
            </div>
          </Formulaire>
        )}
        <p className="mt-8">
          <a href={`/violations/declarer?signalement=${id}`}>
            Des données ont pu être vues : déclarer aussi une violation
          </a>
        </p>
      </div>
    </Cadre>
  )
}
