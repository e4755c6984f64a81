import type { Metadata } from 'next'
import { ChampsMotif } from '@/components/administration/champs-motif'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Liste } from '@/components/formulaire/liste'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionCreerMotif } from '@/lib/catalogue/actions'
import { services } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Nouveau motif national'

export const metadata: Metadata = { title: titre }

export default async function NouveauMotif() {
  const acteur = await exigerActeur('administrer')
  return (
    <Cadre acteur={acteur} entree="/administration/catalogue">
      <FilRetour href="/administration/catalogue" libelle="Catalogue national" />
      <div className="max-w-160">
        <Formulaire action={actionCreerMotif} titrePage={titre} cle="motif">
          <h1 className="mb-4">{titre}</h1>
          <p className="mb-6">Toutes les caisses le proposent dès sa création ; chacune peut le cacher.</p>
          <Liste
            name="service"
            label="Service"
            largeur="plein"
            options={services.map((service) => ({ valeur: service, libelle: definitionDe(service).verbe }))}
          />
          <ChampsMotif />
          <BoutonEnvoi enCours="Création…">Créer le motif</BoutonEnvoi>
        </Formulaire>
      </div>
    </Cadre>
  )
}
