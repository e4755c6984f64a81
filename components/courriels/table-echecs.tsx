import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { libellesProfil } from '@/lib/comptes/libelles'
import { actionMarquerVu, actionRenvoyer } from '@/lib/notifications/actions'
import { libelleModele } from '@/lib/notifications/libelles'
import type { LigneEchec } from '@/lib/notifications/queries'
import { raisonDEchec } from '@/lib/notifications/raison'
import { nomComplet } from '@/lib/socle/acteur'
import { relatif } from '@/lib/socle/format'

const cellule = 'max-bureau:p-0! max-bureau:border-0!'

/** Whose address it is, and where it is changed. */
function titulaire({ compte, structure }: LigneEchec): { nom: string; precision: string; corriger: string | null } {
  const fiche = structure && `/caisse/partenaires/${structure.partenaire.id}`
  if (compte) {
    const profil = libellesProfil[compte.profil as keyof typeof libellesProfil].toLowerCase()
    return {
      nom: nomComplet(compte),
      precision: [profil, compte.identifiant, structure?.partenaire.nom].filter(Boolean).join(', '),
      corriger: compte.partenaireId
        ? `/caisse/partenaires/${compte.partenaireId}/comptes/${compte.id}`
        : `/caisse/parametres/comptes/${compte.id}`,
    }
  }
  if (structure)
    return {
      nom: 'Boîte partagée',
      precision: [...new Set([structure.nom, structure.partenaire.nom])].join(', '),
      corriger: `${fiche}/structures/${structure.id}`,
    }
  return { nom: 'Autre destinataire', precision: '', corriger: null }
}

/** Mails that did not arrive, latest first: whose, where, why, and what to do. Cards under 1024 px. */
export function TableEchecs({ lignes, vus, maintenant }: { lignes: LigneEchec[]; vus: boolean; maintenant: Date }) {
  return (
    <table role="table" className="tableau tableau--aere mt-4 max-bureau:block">
      <caption className="sr-only">
        {vus ? 'Courriels non distribués déjà vus' : 'Courriels non distribués à voir, le plus récent d’abord'}
      </caption>
      <thead role="rowgroup" className="max-bureau:sr-only">
        <tr role="row">
          <th role="columnheader">Destinataire</th>
          <th role="columnheader">Pourquoi</th>
          <th role="columnheader">Courriel</th>
          <th role="columnheader">{vus ? 'Vu' : 'À faire'}</th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-bureau:block max-bureau:border-t max-bureau:border-filet-2">
        {lignes.map((ligne) => (
          <Ligne key={ligne.id} ligne={ligne} maintenant={maintenant} />
        ))}
      </tbody>
    </table>
  )
}

function Ligne({ ligne, maintenant }: { ligne: LigneEchec; maintenant: Date }) {
  const { id, destinataire, modele, erreur, echecLe, vuLe, compte, structure } = ligne
  const { nom, precision, corriger } = titulaire(ligne)
  const actuelle = compte ? compte.courriel : structure?.courriel
  const corrigee = actuelle && actuelle.toLowerCase() !== destinataire.toLowerCase() ? actuelle : null
  const ferme = compte?.etat === 'inactif'
  return (
    <tr
      role="row"
      className="max-bureau:flex max-bureau:flex-col max-bureau:gap-y-1 max-bureau:border-b max-bureau:border-filet max-bureau:py-3.5"
    >
      <th role="rowheader" className={cellule}>
        <span className="block break-all">{destinataire}</span>
        <span className="block text-14 font-normal text-encre-2">
          {[nom, precision].filter(Boolean).join(', ')}
          {corrigee && `. Adresse corrigée depuis\u00a0: ${corrigee}`}
          {ferme && '. Compte inactivé'}
        </span>
      </th>
      <td role="cell" className={cellule}>
        {raisonDEchec(erreur ?? '')}
        <span className="block text-14 text-encre-2">{relatif(echecLe, maintenant)}</span>
      </td>
      <td role="cell" className={`${cellule} text-15`}>
        {libelleModele(modele)}
      </td>
      <td role="cell" className={cellule}>
        {vuLe ? (
          <span className="text-14 text-encre-2">{relatif(vuLe, maintenant)}</span>
        ) : (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            {corriger && !corrigee && !ferme && (
              <a href={corriger} className="inline-block min-h-6">
                Corriger l’adresse<span className="sr-only"> {destinataire}</span>
              </a>
            )}
            {!ferme && (
              <Formulaire action={actionRenvoyer} titrePage="Courriels non distribués" cle={`renvoyer-${id}`}>
                <ChampCache name="id" valeur={id} />
                <BoutonEnvoi aspect="secondaire" dense enCours="Envoi…">
                  Renvoyer<span className="sr-only"> à {corrigee ?? destinataire}</span>
                </BoutonEnvoi>
              </Formulaire>
            )}
            <Formulaire action={actionMarquerVu} titrePage="Courriels non distribués" cle={`vu-${id}`}>
              <ChampCache name="id" valeur={id} />
              <BoutonEnvoi aspect="tiers" dense enCours="Un instant…">
                Marquer vu<span className="sr-only">, {destinataire}</span>
              </BoutonEnvoi>
            </Formulaire>
          </div>
        )}
      </td>
    </tr>
  )
}
