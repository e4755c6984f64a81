import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Liste } from '@/components/formulaire/liste'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionEntrerEnMaintenance } from '@/lib/maintenance/actions'
import { durees } from '@/lib/maintenance/schema'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Entrer en maintenance maintenant ?'

export const metadata: Metadata = { title: 'Entrer en maintenance' }

export default async function EntrerEnMaintenance() {
  const acteur = await exigerActeur('maintenance.gerer')
  return (
    <Cadre acteur={acteur} entree="/administration/maintenances">
      <FilRetour href="/administration/maintenances" libelle="Maintenances" />
      <Formulaire
        action={actionEntrerEnMaintenance}
        titrePage={titre}
        cle="entrer-en-maintenance"
        className="max-w-160"
      >
        <h1 className="mb-4">{titre}</h1>
        <ul className="mb-6 list-disc pl-5">
          <li>
            Dès maintenant, et pour toutes les caisses, chacun peut lire le portail mais n’y enregistre plus rien.
          </li>
          <li>Ce qui est en cours de saisie reste à l’écran ; les brouillons continuent de s’enregistrer.</li>
          <li>Chaque page montre un bandeau, et l’autre canal de chaque caisse.</li>
          <li>Vous pourrez en sortir à tout moment, ou déplacer la fin.</li>
        </ul>
        <Liste
          name="duree"
          label="Durée prévue"
          aide="À la fin de cette durée, le portail se rouvre de lui-même."
          valeur="60"
          options={Object.entries(durees).map(([valeur, libelle]) => ({ valeur, libelle }))}
          vide={null}
        />
        <ChampTexteLong
          name="texte"
          label="Ce qu’il faut savoir de plus"
          aide="Lu par tous, même sans se connecter."
          optionnel
          maxLength={500}
          lignes={3}
        />
        <div className="rangee-boutons">
          <BoutonEnvoi enCours="Passage en lecture seule…">Entrer en maintenance</BoutonEnvoi>
          <a href="/administration/maintenances" className="inline-block min-h-6">
            Ne pas entrer en maintenance
          </a>
        </div>
      </Formulaire>
    </Cadre>
  )
}
