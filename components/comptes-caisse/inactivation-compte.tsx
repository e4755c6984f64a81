import { Reprise } from '@/components/equipes/reprise'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Formulaire } from '@/components/formulaire/formulaire'
import { actionInactiverCompteCaisse } from '@/lib/comptes-caisse/actions'
import type { FicheCompte } from '@/lib/comptes-caisse/queries'
import { nomComplet } from '@/lib/socle/acteur'
import { pluriel } from '@/lib/socle/format'

/** What will happen, before an account is closed. */
export function InactivationCompte({ compte, adresse }: { compte: FicheCompte; adresse: string }) {
  const titre = `Inactiver le compte de ${nomComplet(compte)} ?`
  const n = compte.demandesOuvertes
  return (
    <div className="max-w-160">
      <Formulaire action={actionInactiverCompteCaisse} titrePage="Inactiver un compte" cle={`inactiver-${compte.id}`}>
        <h1 className="mb-4">{titre}</h1>
        <ul className="mb-6 list-disc pl-5">
          <li>La personne ne peut plus se connecter ; ses sessions ouvertes se ferment à leur prochaine page.</li>
          {compte.profil === 'caisse' && (
            <li>
              {n === 0
                ? 'Aucune demande ouverte n’est à son nom.'
                : `${pluriel(n, 'demande ouverte est à son nom', 'demandes ouvertes sont à son nom')}${'\u00a0'}: ${n === 1 ? 'elle revient' : 'elles reviennent'} à prendre dans la file, sans changer de délai.`}
            </li>
          )}
          <li>Un courriel l’en informe. Son compte est effacé 6 mois plus tard ; d’ici là, vous pouvez le rétablir.</li>
        </ul>
        <ChampCache name="compteId" valeur={compte.id} />
        <ChampCache name="version" valeur={compte.version} />
        {n > 0 && <Reprise n={n} equipes={compte.equipes} />}
        <ChampTexte
          name="motif"
          label="Pourquoi ?"
          aide="Gardé avec le compte, par exemple un changement de service"
          maxLength={300}
          largeur="plein"
        />
        <div className="rangee-boutons">
          <BoutonEnvoi aspect="danger" enCours="Inactivation…">
            Inactiver le compte
          </BoutonEnvoi>
          <a href={adresse} className="inline-block min-h-6">
            Le garder ouvert
          </a>
        </div>
      </Formulaire>
    </div>
  )
}
