import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Avis } from '@/components/ui/avis'
import { LienBouton } from '@/components/ui/bouton'
import { FilRetour } from '@/components/ui/fil-retour'
import { EtatPart } from '@/components/violations/etat-part'
import { FaitsViolation } from '@/components/violations/faits-violation'
import { Horloges } from '@/components/violations/horloges'
import { Suivis } from '@/components/violations/suivis'
import { accueilDe, aDroit } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'
import { actionAjouterInformation } from '@/lib/violations/actions'
import { referenceViolation } from '@/lib/violations/libelles'
import { violationDe } from '@/lib/violations/queries'

const TITRE = 'Violation de données'

export const metadata: Metadata = { title: TITRE }

export default async function Violation({ params, searchParams }: PageProps<'/violations/[id]'>) {
  const acteur = await exigerActeur('violation.declarer')
  const violation = await violationDe(acteur, (await params).id)
  if (!violation) notFound()
  const { declaree, ajoutee } = await searchParams
  const maintenant = new Date()
  const ouverte = violation.parts.some(({ closeLe }) => closeLe === null)
  return (
    <Cadre acteur={acteur} entree={aDroit(acteur, 'violation.traiter') ? '/caisse/violations' : accueilDe(acteur)}>
      <FilRetour href="/violations" libelle="Violations de données" />
      <div className="max-w-180">
        <h1 className="mb-4">
          {TITRE} {referenceViolation(violation.id)}
        </h1>
        {declaree === 'oui' && (
          <Avis className="mb-6">
            C’est déclaré. Les délégués à la protection des données et les référents concernés sont prévenus. Gardez
            cette référence.
          </Avis>
        )}
        {ajoutee === 'oui' && <Avis className="mb-6">L’information est ajoutée, et la caisse en est prévenue.</Avis>}
        {violation.parts.map((part) => (
          <section key={part.caisseId} className="mb-8" aria-label={part.caisse ?? 'Caisse'}>
            <div className="flex flex-wrap items-baseline justify-between gap-4 border-b border-filet-2 pb-2.5">
              <h2>{part.caisse}</h2>
              <EtatPart part={part} />
            </div>
            <Horloges part={part} cote={violation.cote} maintenant={maintenant} />
          </section>
        ))}
        {violation.cote === 'partenaire' && violation.sienne && (
          <p className="mb-8">
            Votre organisation a aussi ses propres obligations{'\u00a0'}: parlez-en à votre délégué à la protection des
            données, qui décide s’il faut prévenir la CNIL.
          </p>
        )}
        <FaitsViolation violation={violation} />
        <h2 className="mb-3">La suite</h2>
        <Suivis suivis={violation.suivis} />
        {violation.sienne && ouverte && (
          <Formulaire
            action={actionAjouterInformation}
            titrePage={TITRE}
            cle={`information-${violation.id}`}
            className="mt-8"
          >
            <ChampCache name="id" valeur={violation.id} />
            <ChampTexteLong
              name="texte"
              label="Ajouter une information"
              aide="Ce que vous avez appris depuis, ou ce que vous avez fait."
            />
            <div className="rangee-boutons">
              <BoutonEnvoi enCours="Envoi…">Ajouter l’information</BoutonEnvoi>
            </div>
          </Formulaire>
        )}
        <p className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
          <LienBouton href={`/api/violations/${violation.id}/dossier`} aspect="secondaire">
            Ouvrir le dossier (PDF)
          </LienBouton>
          <a href={`/api/violations/${violation.id}/dossier?format=json`} className="inline-block min-h-6" download>
            Les mêmes données (JSON)
          </a>
        </p>
      </div>
    </Cadre>
  )
}
