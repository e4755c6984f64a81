import { TableauFiches } from '@/components/administration/tableau-fiches'
import { EtatCompte } from '@/components/comptes/etat-compte'
import { rolesEnMots } from '@/components/comptes-caisse/mots'
import { adresseCompte } from '@/lib/comptes-caisse/adresses'
import type { CompteDeCaisse } from '@/lib/comptes-caisse/queries'
import { type Acteur, nomComplet } from '@/lib/socle/acteur'
import { dateAvecAnnee } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

/** Accounts of a caisse, or the administrateurs, who have no role. */
export function TableauComptes({
  acteur,
  legende,
  comptes,
  avecRoles = true,
}: {
  acteur: Acteur
  legende: string
  comptes: CompteDeCaisse[]
  avecRoles?: boolean
}) {
  return (
    <TableauFiches
      legende={legende}
      colonnes={['Nom', ...(avecRoles ? ['Rôles'] : []), 'Identifiant', 'Compte', 'Dernière connexion']}
      lignes={comptes.map((compte) => {
        return {
          cle: compte.id,
          cellules: [
            <span key="nom">
              <a href={adresseCompte(acteur, compte)}>{nomComplet(compte)}</a>
              <span className="block text-14 font-normal text-encre-2">{compte.fonction}</span>
            </span>,
            ...(avecRoles ? [rolesEnMots(compte.roles)] : []),
            compte.identifiant,
            <EtatCompte key="etat" etat={compte.etat} />,
            compte.connecteLe ? dateAvecAnnee(dateAParis(compte.connecteLe)) : 'Jamais connecté',
          ],
        }
      })}
    />
  )
}
