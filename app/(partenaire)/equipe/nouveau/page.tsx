import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { DeuxColonnes } from '@/components/cadre/contenu'
import { CasesAttestation } from '@/components/equipe/attestation'
import { JaugePlaces } from '@/components/equipe/jauge-places'
import { PlusDePlace } from '@/components/equipe/plus-de-place'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ChampsIdentite } from '@/components/habilitations/champs-identite'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionCreerTechnicien } from '@/lib/habilitations/actions'
import { cadreDeCreation } from '@/lib/habilitations/queries'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Ajouter un technicien'

export const metadata: Metadata = { title: TITRE }

export default async function NouveauTechnicien() {
  const acteur = await exigerActeur('equipe.gerer')
  const { domaines, places, membres } = await cadreDeCreation(acteur)
  const organisme = (acteur.structure?.unique ? acteur.partenaire?.nom : acteur.structure?.nom) ?? ''
  if (places.libres === 0)
    return (
      <Cadre acteur={acteur} entree="/equipe">
        <FilRetour href="/equipe" libelle="Votre équipe" />
        <h1>{TITRE}</h1>
        <PlusDePlace places={places} membres={membres} />
      </Cadre>
    )
  return (
    <Cadre acteur={acteur} entree="/equipe">
      <FilRetour href="/equipe" libelle="Votre équipe" />
      <DeuxColonnes
        note={
          <>
            <JaugePlaces places={places} nom="technicien" />
            <div className="border-l border-filet-2 pl-4 text-15">
              <p className="font-[650]">Déjà gestionnaire{'\u202f'}?</p>
              <p className="mt-1">
                Une personne peut être gestionnaire et technicien. Elle a alors deux comptes, deux identifiants et deux
                mots de passe, avec la même adresse si elle veut.
              </p>
            </div>
            <div className="border-l border-filet-2 pl-4 text-15">
              <p className="font-[650]">Plusieurs personnes{'\u202f'}?</p>
              <p className="mt-1">
                <a href="/equipe/import">Importez une liste</a> depuis un tableur.
              </p>
            </div>
          </>
        }
      >
        <Formulaire action={actionCreerTechnicien} titrePage={TITRE} cle="nouveau-technicien">
          <h1 className="mb-8">{TITRE}</h1>
          <ChampsIdentite domaines={domaines} />
          <h2 className="mt-10 mb-1">J’atteste que la personne</h2>
          <p className="mb-3 text-15 text-encre-2">Gardé avec votre nom et la date, à renouveler chaque année.</p>
          <CasesAttestation organisme={organisme} />
          <p className="mt-8 mb-5">
            La personne recevra un courriel avec son identifiant et un lien pour choisir son mot de passe.
          </p>
          <div className="rangee-boutons">
            <BoutonEnvoi enCours="Création…">Créer le compte</BoutonEnvoi>
            <a href="/equipe" className="inline-block min-h-6">
              Annuler
            </a>
          </div>
        </Formulaire>
      </DeuxColonnes>
    </Cadre>
  )
}
