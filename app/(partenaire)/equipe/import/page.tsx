import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { CasesAttestation } from '@/components/equipe/attestation'
import { EssaiImport } from '@/components/equipe/essai-import'
import { JaugePlaces } from '@/components/equipe/jauge-places'
import { PlusDePlace } from '@/components/equipe/plus-de-place'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { Download } from '@/components/ui/icones'
import { actionImporterTechniciens } from '@/lib/habilitations/actions'
import { LIGNES_IMPORT_MAX } from '@/lib/habilitations/lire-import'
import { cadreDeCreation } from '@/lib/habilitations/queries'
import { enumerer } from '@/lib/socle/francais'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Importer une liste de techniciens'

export const metadata: Metadata = { title: TITRE }

export default async function ImporterTechniciens() {
  const acteur = await exigerActeur('equipe.gerer')
  const { domaines, places, membres } = await cadreDeCreation(acteur)
  const organisme = (acteur.structure?.unique ? acteur.partenaire?.nom : acteur.structure?.nom) ?? ''
  return (
    <Cadre acteur={acteur} entree="/equipe">
      <FilRetour href="/equipe" libelle="Votre équipe" />
      {places.libres === 0 ? (
        <>
          <h1>{TITRE}</h1>
          <PlusDePlace places={places} membres={membres} />
        </>
      ) : (
        <Formulaire action={actionImporterTechniciens} titrePage={TITRE} cle="import-techniciens">
          <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
            <h1>{TITRE}</h1>
            <JaugePlaces places={places} nom="technicien" />
          </div>
          <ol className="mt-6 mb-8 max-w-180 list-decimal space-y-2 pl-5">
            <li>
              Téléchargez le modèle{'\u00a0'}: <Modele format="xlsx" mots="Excel" />,{' '}
              <Modele format="ods" mots="LibreOffice" /> ou <Modele format="csv" mots="CSV" />.
            </li>
            <li>
              Remplissez une ligne par personne, {LIGNES_IMPORT_MAX} au plus. Les adresses se terminent par{' '}
              {enumerer(domaines.map((domaine) => `@${domaine}`)) || 'un domaine que la caisse déclare'}.
            </li>
            <li>Vérifiez le fichier{'\u00a0'}: rien n’est créé tant que vous n’avez pas relu la liste.</li>
          </ol>
          <EssaiImport>
            <CasesAttestation organisme={organisme} />
          </EssaiImport>
        </Formulaire>
      )}
    </Cadre>
  )
}

function Modele({ format, mots }: { format: string; mots: string }) {
  return (
    <a href={`/api/equipe/modele?format=${format}`} download className="whitespace-nowrap">
      <Download className="mr-1 inline align-[-0.15em]" />
      {mots}
    </a>
  )
}
