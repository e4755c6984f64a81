import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { CaseACocher, Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Liste } from '@/components/formulaire/liste'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionEnregistrerAttestation } from '@/lib/catalogue/actions'
import { attestationsNationales } from '@/lib/catalogue/queries'
import { services } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Une attestation' }

export default async function Attestation({ params }: PageProps<'/administration/catalogue/attestations/[code]'>) {
  const acteur = await exigerActeur('administrer')
  const { code } = await params
  const attestation = (await attestationsNationales(acteur)).find((candidate) => candidate.code === code)
  if (!attestation && code !== 'nouvelle') notFound()
  const retour = '/administration/catalogue/attestations'
  const titre = attestation ? 'Modifier une attestation' : 'Nouvelle attestation'
  return (
    <Cadre acteur={acteur} entree="/administration/catalogue">
      <FilRetour href={retour} libelle="Attestations" />
      <div className="max-w-160">
        <Formulaire action={actionEnregistrerAttestation} titrePage={titre} cle={`attestation-${code}`}>
          <h1 className="mb-4">{titre}</h1>
          <p className="mb-6">
            Elle vaut dans toutes les caisses, dès le prochain dépôt. Les demandes déjà déposées gardent leurs mots.
          </p>
          {attestation && <ChampCache name="code" valeur={attestation.code} />}
          <ChampTexteLong
            name="texte"
            label="Ce que la personne atteste"
            lignes={3}
            maxLength={500}
            valeur={attestation?.texte}
          />
          <ChampTexte
            name="aide"
            label="Aide"
            optionnel
            maxLength={400}
            largeur="plein"
            valeur={attestation?.aide ?? ''}
          />
          <Radios
            name="condition"
            label="Quand est-elle demandée ?"
            valeur={attestation?.condition}
            options={[
              { valeur: 'assure', libelle: 'Quand la demande concerne un assuré' },
              { valeur: 'toujours', libelle: 'À chaque dépôt' },
            ]}
          />
          <Liste
            name="service"
            label="Service"
            optionnel
            largeur="plein"
            vide="Tous les services"
            valeur={attestation?.service ?? ''}
            options={services.map((service) => ({ valeur: service, libelle: definitionDe(service).verbe }))}
          />
          <ChampTexte
            name="ordre"
            label="Rang"
            inputMode="numeric"
            largeur="court"
            maxLength={4}
            valeur={String(attestation?.ordre ?? 100)}
          />
          {attestation && <CaseACocher name="actif" label="Demander cette attestation" cochee={attestation.actif} />}
          <div className="rangee-boutons">
            <BoutonEnvoi enCours="Enregistrement…">Enregistrer l’attestation</BoutonEnvoi>
            <a href={retour} className="inline-block min-h-6">
              Annuler
            </a>
          </div>
        </Formulaire>
      </div>
    </Cadre>
  )
}
