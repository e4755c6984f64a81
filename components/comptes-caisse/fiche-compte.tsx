import { EtatCompte } from '@/components/comptes/etat-compte'
import { rolesEnMots } from '@/components/comptes-caisse/mots'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Avis } from '@/components/ui/avis'
import { LienBouton } from '@/components/ui/bouton'
import { Fait } from '@/components/ui/fait'
import { Resume } from '@/components/ui/resume'
import {
  actionRemettreLienCaisse,
  actionRenvoyerActivationCaisse,
  actionRetablirCompteCaisse,
} from '@/lib/comptes-caisse/actions'
import type { FicheCompte } from '@/lib/comptes-caisse/queries'
import { type Acteur, nomComplet } from '@/lib/socle/acteur'
import { dateAvecAnnee, dateEtHeure, pluriel } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

const faits = {
  cree: 'Le compte est créé. Un courriel avec un lien, valable 24 heures, part à l’adresse indiquée.',
  modifie: 'Les changements sont enregistrés. Ils valent dès la prochaine page de la personne.',
  inactive: 'Le compte est inactivé. Ses sessions sont fermées.',
  retabli: 'Le compte est rétabli. Un courriel part pour choisir un nouveau mot de passe.',
  renvoye: 'Le courriel d’activation part à nouveau. Les liens précédents restent valables.',
}

const etatsCourriel: Record<string, string> = {
  a_envoyer: 'en attente d’envoi',
  envoye: 'envoyé',
  echec: 'non remis',
}

/** An account of a caisse or of the administration: who, which roles, and what can be done about it. `adresse`: its own page. */
export function VueCompte({
  acteur,
  compte,
  adresse,
  fait,
}: {
  acteur: Acteur
  compte: FicheCompte
  adresse: string
  fait: unknown
}) {
  const soi = acteur.compteId === compte.id
  const jour = (instant: Date | null) => (instant ? dateAvecAnnee(dateAParis(instant)) : 'Jamais')
  return (
    <div className="max-w-180">
      <Fait fait={fait} mots={faits} />
      <h1>{nomComplet(compte)}</h1>
      <p className="mt-2 mb-6 flex flex-wrap items-center gap-x-3 gap-y-1 text-encre-2">
        <EtatCompte etat={compte.etat} />
        {compte.caisse?.nom ?? 'Administration nationale'}
      </p>
      <Resume
        titre="Le compte"
        modifier={soi || compte.etat === 'inactif' ? undefined : `${adresse}/modifier`}
        lignes={[
          { cle: 'Identifiant', valeur: compte.identifiant },
          ...(compte.profil === 'caisse' ? [{ cle: 'Rôles', valeur: rolesEnMots(compte.roles) }] : []),
          { cle: 'Fonction', valeur: compte.fonction },
          { cle: 'Téléphone', valeur: compte.telephone ?? 'Non indiqué' },
          { cle: 'Adresse électronique', valeur: <span className="break-all">{compte.courriel}</span> },
          { cle: 'Créé le', valeur: jour(compte.creeLe) },
          { cle: 'Activé le', valeur: jour(compte.activeLe) },
          { cle: 'Dernière connexion', valeur: compte.connecteLe ? dateEtHeure(compte.connecteLe) : 'Jamais' },
          ...(compte.profil === 'caisse'
            ? [{ cle: 'À son nom', valeur: pluriel(compte.demandesOuvertes, 'demande ouverte', 'demandes ouvertes') }]
            : []),
          ...(compte.inactiveLe
            ? [{ cle: 'Inactivé le', valeur: `${jour(compte.inactiveLe)}. ${compte.motifInactivation ?? ''}` }]
            : []),
        ]}
      />
      {compte.etat === 'attente_activation' && <Activation compte={compte} />}
      {soi ? (
        <Avis>C’est votre propre compte : un autre référent, ou l’administration nationale, peut le modifier.</Avis>
      ) : compte.etat === 'inactif' ? (
        <Formulaire action={actionRetablirCompteCaisse} titrePage="Compte" cle={`retablir-${compte.id}`}>
          <ChampCache name="compteId" valeur={compte.id} />
          <BoutonEnvoi aspect="secondaire" enCours="Rétablissement…">
            Rétablir le compte
          </BoutonEnvoi>
        </Formulaire>
      ) : (
        <div className="rangee-boutons">
          <LienBouton aspect="danger" href={`${adresse}/inactiver`}>
            Inactiver le compte
          </LienBouton>
          {compte.etat === 'actif' && tient(acteur, compte) && (
            <a href={`/comptes/${compte.id}/double-authentification`} className="inline-block min-h-6">
              Réinitialiser la double authentification
            </a>
          )}
        </div>
      )}
    </div>
  )
}

/** That of a référent is undone by the administration alone. */
const tient = (acteur: Acteur, { roles }: FicheCompte) =>
  acteur.profil === 'administrateur' || !roles.includes('referent')

function Activation({ compte }: { compte: FicheCompte }) {
  return (
    <section aria-labelledby="activation" className="mb-8">
      <h2 id="activation" className="mb-2">
        Activation
      </h2>
      <ul className="mb-4">
        {compte.invitations.map(({ id, destinataire, etat, creeLe, envoyeLe, erreur }) => (
          <li key={id} className={etat === 'echec' ? 'text-brique-700' : undefined}>
            Courriel {etatsCourriel[etat] ?? etat} à <span className="break-all">{destinataire}</span>,{' '}
            {dateEtHeure(envoyeLe ?? creeLe)}
            {etat === 'echec' && erreur && ` : ${erreur}`}
          </li>
        ))}
      </ul>
      <Formulaire
        action={actionRenvoyerActivationCaisse}
        titrePage="Compte"
        cle={`renvoyer-${compte.id}`}
        className="mb-4"
      >
        <ChampCache name="compteId" valeur={compte.id} />
        <BoutonEnvoi aspect="secondaire" enCours="Envoi…">
          Renvoyer le courriel d’activation
        </BoutonEnvoi>
      </Formulaire>
      <p className="mb-2">Le courriel n’arrive pas ? Remettez un lien à la personne, par un autre moyen.</p>
      <Formulaire action={actionRemettreLienCaisse} titrePage="Compte" cle={`lien-${compte.id}`}>
        <ChampCache name="compteId" valeur={compte.id} />
        <BoutonEnvoi aspect="secondaire" enCours="Préparation…">
          Obtenir un lien à remettre
        </BoutonEnvoi>
      </Formulaire>
    </section>
  )
}
