import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionReglerParametres } from '@/lib/catalogue/actions'
import { parametresNationaux } from '@/lib/catalogue/queries'
import { pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Paramètres nationaux'

export const metadata: Metadata = { title: titre }

export default async function Parametres({ searchParams }: PageProps<'/administration/catalogue/parametres'>) {
  const acteur = await exigerActeur('administrer')
  const { motDePasseMois, actifs } = await parametresNationaux(acteur)
  return (
    <Cadre acteur={acteur} entree="/administration/catalogue">
      <FilRetour href="/administration/catalogue" libelle="Catalogue national" />
      <Fait fait={(await searchParams).fait} mots={{ regle: 'Le paramètre est enregistré.' }} />
      <div className="max-w-160">
        <Formulaire action={actionReglerParametres} titrePage={titre} cle="parametres">
          <h1 className="mb-6">{titre}</h1>
          <ChampTexte
            name="dureeMois"
            label="Durée d’un mot de passe, en mois"
            aide={`De 1 à 36. Vaut pour ${pluriel(actifs, 'compte actif', 'comptes actifs')} : qui a un mot de passe plus ancien le change à sa prochaine page.`}
            inputMode="numeric"
            largeur="court"
            maxLength={3}
            valeur={motDePasseMois === null ? '' : String(motDePasseMois)}
          />
          <BoutonEnvoi enCours="Enregistrement…">Enregistrer</BoutonEnvoi>
        </Formulaire>
      </div>
    </Cadre>
  )
}
