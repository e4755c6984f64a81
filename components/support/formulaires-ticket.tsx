import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { actionPreciserDysfonctionnement, actionTraiterDysfonctionnement } from '@/lib/support/actions'
import { libellesSuite } from '@/lib/support/libelles'
import type { Ticket } from '@/lib/support/queries'

type Props = { ticket: Ticket; titrePage: string }

/** For who wrote it: to add what was learned, or that it happens again. */
export function PreciserTicket({ ticket: { id, etat }, titrePage }: Props) {
  return (
    <Formulaire action={actionPreciserDysfonctionnement} titrePage={titrePage} cle={`precision-${id}`} className="mt-8">
      <ChampCache name="id" valeur={id} />
      <ChampTexteLong
        name="texte"
        label={etat === 'resolu' ? 'Cela recommence ? Dites-le' : 'Ajouter une précision'}
        lignes={3}
        aide={etat === 'resolu' ? 'Le signalement sera rouvert.' : 'Sans nom d’assuré.'}
      />
      <div className="rangee-boutons">
        <BoutonEnvoi enCours="Envoi…">Envoyer la précision</BoutonEnvoi>
      </div>
    </Formulaire>
  )
}

/** For the side that holds it. The answer is read by who wrote the ticket. */
export function TraiterTicket({ ticket: { id, version, suites }, titrePage }: Props) {
  return (
    <Formulaire
      action={actionTraiterDysfonctionnement}
      titrePage={titrePage}
      cle={`suite-${id}-${version}`}
      className="mt-8"
    >
      <ChampCache name="id" valeur={id} />
      <ChampCache name="version" valeur={version} />
      <ChampTexteLong
        name="texte"
        label="Votre réponse"
        aide="La personne la lit dans le portail, et un courriel la prévient."
      />
      <Radios
        name="suite"
        label="Et ensuite ?"
        valeur="repondre"
        options={suites.map((valeur) => ({ valeur, libelle: libellesSuite[valeur] }))}
      />
      <div className="rangee-boutons">
        <BoutonEnvoi enCours="Envoi…">Enregistrer la suite</BoutonEnvoi>
      </div>
    </Formulaire>
  )
}
