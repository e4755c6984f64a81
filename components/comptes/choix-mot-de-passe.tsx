import { DeuxColonnes } from '@/components/cadre/contenu'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampMotDePasse } from '@/components/formulaire/champ-mot-de-passe'
import { Formulaire } from '@/components/formulaire/formulaire'
import type { ActionFormulaire } from '@/lib/socle/etat-action'

/** The page a link of activation or of new password opens. Showing it consumes nothing: the button does. */
export function ChoixMotDePasse({
  action,
  titre,
  jeton,
  compte,
  bouton,
}: {
  action: ActionFormulaire
  titre: string
  jeton: string
  compte: { identifiant: string; prenom: string; nom: string; longueurMin: number }
  bouton: string
}) {
  return (
    <DeuxColonnes note={<ConseilsMotDePasse longueurMin={compte.longueurMin} />}>
      <Formulaire action={action} titrePage={titre} cle="mot-de-passe">
        <h1>{titre}</h1>
        <p className="mt-4">
          Compte de {compte.prenom} {compte.nom}. Identifiant{'\u00a0'}: <strong>{compte.identifiant}</strong>
        </p>
        <ChampCache name="jeton" valeur={jeton} />
        {/* For password managers, which then keep both together. */}
        <input
          type="text"
          autoComplete="username"
          defaultValue={compte.identifiant}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
          className="sr-only"
        />
        <ChampMotDePasse
          name="nouveauMotDePasse"
          label="Nouveau mot de passe"
          aide={`${compte.longueurMin} caractères au moins. Vous pouvez le coller.`}
          autoComplete="new-password"
          className="mt-6"
        />
        <BoutonEnvoi enCours="Enregistrement…">{bouton}</BoutonEnvoi>
      </Formulaire>
    </DeuxColonnes>
  )
}

export function ConseilsMotDePasse({ longueurMin }: { longueurMin: number }) {
  return (
    <div className="border-l border-filet-2 pl-4 text-15">
      <h2 className="text-17">Un bon mot de passe</h2>
      <ul className="mt-2 flex list-disc flex-col gap-1.5 pl-4">
        <li>{longueurMin} caractères au moins, espaces compris.</li>
        <li>Plusieurs mots sans rapport entre eux, faciles à retenir pour vous.</li>
        <li>Ni votre nom, ni celui de votre structure, ni un mot de passe déjà utilisé ailleurs.</li>
        <li>Majuscules, chiffres et signes ne sont pas exigés.</li>
      </ul>
    </div>
  )
}
