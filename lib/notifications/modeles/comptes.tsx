import { Bouton, Cadre, Discret, Texte, Titre } from '@/lib/notifications/modeles/cadre'

/** An account and the link made for it, when the mail leaves. */
export type CompteEtLien = { identifiant: string; profil: string; lien: string; aActiver: boolean }

const jour = 'Il sert une seule fois, pendant 24\u00a0heures.'

type Commun = { titre: string; adresse: string; prenom: string }

export function Activation({ titre, adresse, prenom, compte }: Commun & { compte: CompteEtLien }) {
  return (
    <Cadre titre={titre} adresse={adresse}>
      <Titre>Activez votre compte</Titre>
      <Texte>Bonjour {prenom},</Texte>
      <Texte>Un compte est ouvert à votre nom sur l’Espace Partenaires. Il vous reste à choisir un mot de passe.</Texte>
      <Texte>
        Votre identifiant{'\u00a0'}: <strong>{compte.identifiant}</strong>
      </Texte>
      <Bouton href={compte.lien}>Choisir mon mot de passe</Bouton>
      <Discret>
        {jour} Passé ce délai, demandez-en un autre depuis la page de connexion, «{'\u00a0'}Identifiant ou mot de passe
        oublié{'\u00a0'}».
      </Discret>
      <Discret>
        Gardez ce courriel{'\u00a0'}: il contient votre identifiant. Personne ne vous demandera votre mot de passe.
      </Discret>
    </Cadre>
  )
}

export function MotDePasse({ titre, adresse, prenom, comptes }: Commun & { comptes: CompteEtLien[] }) {
  const plusieurs = comptes.length > 1
  return (
    <Cadre titre={titre} adresse={adresse}>
      <Titre>{plusieurs ? 'Vos comptes' : 'Votre compte'}</Titre>
      <Texte>Bonjour {prenom},</Texte>
      <Texte>
        {plusieurs
          ? `Vous avez ${comptes.length} comptes avec cette adresse. Chacun a son identifiant, son mot de passe et son lien.`
          : 'Voici votre identifiant, et un lien pour choisir un nouveau mot de passe.'}
      </Texte>
      {comptes.map((compte) => (
        <div key={compte.identifiant}>
          <Texte>
            {compte.profil}, identifiant{'\u00a0'}: <strong>{compte.identifiant}</strong>
          </Texte>
          <Bouton href={compte.lien}>
            {compte.aActiver ? 'Activer' : 'Choisir un nouveau mot de passe pour'} {compte.identifiant}
          </Bouton>
        </div>
      ))}
      <Discret>
        {plusieurs
          ? 'Chaque lien sert une seule fois, pendant 24\u00a0heures.'
          : `Ce lien\u00a0: ${jour.replace('Il sert', 'il sert')}`}
      </Discret>
      <Discret>
        Vous n’avez rien demandé{'\u00a0'}? Ne faites rien{'\u00a0'}: tant qu’un lien n’a pas servi, votre mot de passe
        actuel reste le bon.
      </Discret>
    </Cadre>
  )
}

export function MotDePasseChange({ titre, adresse, prenom, identifiant }: Commun & { identifiant: string }) {
  return (
    <Cadre titre={titre} adresse={adresse}>
      <Titre>Votre mot de passe a été changé</Titre>
      <Texte>Bonjour {prenom},</Texte>
      <Texte>
        Le mot de passe du compte <strong>{identifiant}</strong> vient d’être changé. Les autres sessions de ce compte
        sont fermées.
      </Texte>
      <Texte>Si c’est vous, il n’y a rien à faire.</Texte>
      <Texte>
        Si ce n’est pas vous, prévenez tout de suite votre caisse{'\u00a0'}: elle peut fermer le compte sur-le-champ.
      </Texte>
      <Bouton href={`${adresse}/aide`}>Voir qui appeler</Bouton>
    </Cadre>
  )
}
