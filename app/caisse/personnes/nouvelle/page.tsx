import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ChampsDroit } from '@/components/personnes/champs-droit'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionEnregistrerDroit } from '@/lib/personnes/actions'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

const TITRE = 'Enregistrer la demande d’une personne'

export const metadata: Metadata = { title: TITRE }

export default async function NouveauDroit() {
  const acteur = await exigerActeur('personnes.traiter')
  return (
    <Cadre acteur={acteur} entree="/caisse/personnes">
      <FilRetour href="/caisse/personnes" libelle="Droits des personnes" />
      <Formulaire action={actionEnregistrerDroit} titrePage={TITRE} cle="nouveau-droit" className="max-w-160">
        <h1 className="mb-6">{TITRE}</h1>
        <ChampCache name="id" valeur={randomUUID()} />
        <ChampsDroit recue={dateAParis(new Date())} />
        <div className="rangee-boutons mt-8">
          <BoutonEnvoi enCours="Enregistrement…">Enregistrer la demande</BoutonEnvoi>
        </div>
      </Formulaire>
    </Cadre>
  )
}
