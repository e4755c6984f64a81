import type { Metadata } from 'next'
import { Contenu } from '@/components/cadre/contenu'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { demanderMotDePasse } from '@/lib/comptes/actions'

const titre = 'Identifiant ou mot de passe oublié'

export const metadata: Metadata = { title: titre }

export default async function MotDePasseOublie({ searchParams }: PageProps<'/mot-de-passe/oublie'>) {
  const { envoye } = await searchParams
  return <Contenu className="tab:pt-8!">{envoye ? <Envoye /> : <Demande />}</Contenu>
}

function Demande() {
  return (
    <>
      <FilRetour href="/connexion" libelle="Se connecter" />
      <Formulaire action={demanderMotDePasse} titrePage={titre} cle="oubli" className="max-w-160">
        <h1>{titre}</h1>
        <p className="mt-4">
          Nous envoyons un courriel à votre adresse professionnelle, avec l’identifiant de chacun de vos comptes et un
          lien pour choisir un nouveau mot de passe.
        </p>
        <ChampTexte
          name="courriel"
          label="Adresse électronique professionnelle"
          aide="Celle à laquelle vous recevez les courriels du portail."
          type="email"
          autoComplete="email"
          inputMode="email"
          largeur="plein"
          spellCheck={false}
          className="mt-6"
        />
        <BoutonEnvoi enCours="Envoi…">Recevoir le courriel</BoutonEnvoi>
      </Formulaire>
    </>
  )
}

function Envoye() {
  return (
    <>
      <h1>Regardez votre messagerie</h1>
      <div className="lecture mt-4 flex flex-col gap-3">
        <p>
          Si un compte correspond à cette adresse, un courriel part dans les minutes qui viennent. Il donne
          l’identifiant et un lien, valable 24{'\u00a0'}heures, pour chaque compte.
        </p>
        <p>
          Rien n’arrive{'\u202f'}? Regardez dans les indésirables, vérifiez l’adresse et{' '}
          <a href="/mot-de-passe/oublie">recommencez</a>. Sinon, votre gestionnaire ou <a href="/aide">votre caisse</a>{' '}
          peut vous aider.
        </p>
        <p>
          <a href="/connexion" className="inline-block min-h-6">
            Se connecter
          </a>
        </p>
      </div>
    </>
  )
}
