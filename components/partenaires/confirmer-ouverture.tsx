import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Avis } from '@/components/ui/avis'
import { actionDeplacerOuverture } from '@/lib/partenaires/actions'
import type { FicheAEcrire } from '@/lib/partenaires/queries-fiche'
import { fermeLaStructure, structureOuverte } from '@/lib/partenaires/regles'
import { dateAvecAnnee, dateLongue, pluriel } from '@/lib/socle/format'
import { enParties, jourDe } from '@/lib/socle/jour'
import type { DateIso } from '@/lib/socle/temps'

type Props = {
  titre: string
  fiche: FicheAEcrire
  structure: FicheAEcrire['structures'][number]
  ouvreLe: DateIso | null
  aujourdhui: DateIso
}

/** What the new date will do to the accounts of the structure, before it is saved. */
export function ConfirmerOuverture({ titre, fiche, structure, ouvreLe, aujourdhui }: Props) {
  const avant = { ouvreLe: jourDe(structure.ouvreLe) }
  const ferme = fermeLaStructure(avant, { ouvreLe }, aujourdhui)
  const comptes = fiche.comptesOuverts[structure.id] ?? 0
  return (
    <Formulaire action={actionDeplacerOuverture} titrePage={titre} cle="confirmer">
      <h1 className="mb-6">{titre}</h1>
      <Avis
        ton={ferme ? 'chaud' : 'info'}
        className="mb-6"
        titre={ouvreLe ? `Ouverture le ${dateLongue(ouvreLe)}` : 'Ouverture avec la convention'}
      >
        {ferme && ouvreLe ? (
          <>
            <p>
              L’accès est ouvert aujourd’hui. Il se ferme tout de suite pour{' '}
              <strong>{pluriel(comptes, 'compte actif', 'comptes actifs')}</strong>, jusqu’au {dateAvecAnnee(ouvreLe)},
              à toutes les caisses du partenaire.
            </p>
            <p className="mt-2">
              Les comptes restent en place et serviront à nouveau ce jour-là. Les demandes déjà déposées restent
              traitées. Les gestionnaires sont prévenus par courriel.
            </p>
          </>
        ) : (
          <p>{effet(structureOuverte(avant, aujourdhui), structureOuverte({ ouvreLe }, aujourdhui), comptes)}</p>
        )}
      </Avis>
      <ChampCache name="id" valeur={structure.id} />
      <ChampCache name="partenaireId" valeur={fiche.id} />
      <ChampCache name="version" valeur={fiche.version} />
      {Object.entries(enParties(ouvreLe)).map(([partie, valeur]) => (
        <ChampCache key={partie} name={`ouvreLe.${partie}`} valeur={valeur} />
      ))}
      <div className="rangee-boutons">
        <BoutonEnvoi aspect={ferme ? 'danger' : 'primaire'} enCours="Enregistrement…">
          {ferme ? 'Fermer l’accès jusqu’à cette date' : 'Enregistrer la date d’ouverture'}
        </BoutonEnvoi>
        <a href={`/caisse/partenaires/${fiche.id}/structures/${structure.id}/ouverture`}>Choisir une autre date</a>
      </div>
    </Formulaire>
  )
}

function effet(etaitOuverte: boolean, seraOuverte: boolean, comptes: number): string {
  if (etaitOuverte) return 'L’accès reste ouvert\u00A0: rien ne change pour les comptes.'
  if (seraOuverte)
    return `L’accès s’ouvre tout de suite\u00A0: ${pluriel(comptes, 'compte actif a', 'comptes actifs ont')} accès aux caisses du partenaire.`
  return 'L’accès n’est pas encore ouvert\u00A0: les comptes attendent cette date.'
}
