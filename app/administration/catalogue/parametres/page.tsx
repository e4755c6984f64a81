import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { CaseACocher, Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ConservationJournal } from '@/components/journal/conservation-journal'
import { Avis } from '@/components/ui/avis'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionReglerParametres, actionReglerSecondFacteur } from '@/lib/catalogue/actions'
import { parametresNationaux } from '@/lib/catalogue/queries'
import { moisDeConservation } from '@/lib/journal/queries'
import { pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Paramètres nationaux'

export const metadata: Metadata = { title: titre }

export default async function Parametres({ searchParams }: PageProps<'/administration/catalogue/parametres'>) {
  const acteur = await exigerActeur('administrer')
  const { motDePasseMois, actifs, secondFacteurExige } = await parametresNationaux(acteur)
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
        <Formulaire
          action={actionReglerSecondFacteur}
          titrePage={titre}
          cle="second-facteur"
          className="mt-12 border-t border-filet-2 pt-8"
        >
          <h2 className="mb-4">Double authentification</h2>
          {!secondFacteurExige && (
            <Avis ton="chaud" className="mb-5">
              Elle n’est pas exigée{'\u00a0'}: un mot de passe volé suffit à ouvrir le compte d’un agent ou d’un
              gestionnaire. À réserver à une démonstration, ou à une panne, le temps de la réparer.
            </Avis>
          )}
          <Radios
            name="exige"
            label="Faut-il deux étapes pour se connecter à la caisse, comme gestionnaire ou comme administrateur ?"
            aide="Pour les techniciens, chaque caisse le règle."
            options={[
              { valeur: 'oui', libelle: 'Oui', aide: 'Qui ne l’a pas encore la met en place à sa prochaine page.' },
              { valeur: 'non', libelle: 'Non', aide: 'Qui l’a mise en place la garde, et peut la retirer.' },
            ]}
            valeur={secondFacteurExige ? 'oui' : 'non'}
          />
          <CaseACocher
            name="compris"
            label="Si je lève l’exigence, je sais que les comptes qui voient tout ne tiennent plus qu’à un mot de passe"
            aide="À cocher seulement pour répondre non. Le journal garde ce choix."
          />
          <BoutonEnvoi aspect="secondaire" enCours="Enregistrement…">
            Enregistrer ce choix
          </BoutonEnvoi>
        </Formulaire>
        <ConservationJournal mois={await moisDeConservation(acteur)} titrePage={titre} />
      </div>
    </Cadre>
  )
}
