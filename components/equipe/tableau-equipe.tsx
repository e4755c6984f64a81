import type { ReactNode } from 'react'
import { adresseEquipe } from '@/components/equipe/adresses'
import { RenouvelerAttestation } from '@/components/equipe/attestation'
import { EtatTechnicien } from '@/components/equipe/etat-technicien'
import { ArrowDown, ArrowUp, Clock } from '@/components/ui/icones'
import { derniereConnexion } from '@/lib/habilitations/libelles'
import type { FiltresEquipe, Technicien } from '@/lib/habilitations/queries'
import { nomComplet } from '@/lib/socle/acteur'
import { dateAvecAnnee } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

type Props = {
  techniciens: Technicien[]
  filtres: FiltresEquipe
  organisme: string
  /** The technicien whose attestation is open under its row. */
  ouvert: string | null
  maintenant: Date
}

/** The techniciens: a table from 1024 px, cards below. Roles are written since cards are no table cells. */
export function TableauEquipe({ techniciens, filtres, ...reste }: Props) {
  return (
    <table role="table" className="tableau tableau--aere max-bureau:block">
      <caption className="sr-only">Techniciens</caption>
      <thead role="rowgroup" className="max-bureau:sr-only">
        <tr role="row">
          <Entete filtres={filtres} colonne="nom">
            Technicien
          </Entete>
          <th role="columnheader">Identifiant</th>
          <th role="columnheader">Compte</th>
          <Entete filtres={filtres} colonne="connexion">
            Dernière connexion
          </Entete>
          <th role="columnheader">Attestation</th>
          <th role="columnheader">
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-bureau:block max-bureau:border-t max-bureau:border-filet-2">
        {techniciens.map((technicien) => (
          <Rangee key={technicien.id} technicien={technicien} filtres={filtres} {...reste} />
        ))}
      </tbody>
    </table>
  )
}

function Entete({
  filtres,
  colonne,
  children,
}: {
  filtres: FiltresEquipe
  colonne: 'nom' | 'connexion'
  children: ReactNode
}) {
  const croissant = filtres.tri === colonne
  const decroissant = filtres.tri === `-${colonne}`
  return (
    <th role="columnheader" aria-sort={croissant ? 'ascending' : decroissant ? 'descending' : undefined}>
      <a href={adresseEquipe(filtres, { tri: croissant ? `-${colonne}` : colonne })}>
        {children}
        {croissant && <ArrowUp />}
        {decroissant && <ArrowDown />}
      </a>
    </th>
  )
}

const cellule = 'max-bureau:p-0! max-bureau:border-0!'

function Rangee({
  technicien,
  filtres,
  organisme,
  ouvert,
  maintenant,
}: Omit<Props, 'techniciens'> & { technicien: Technicien }) {
  const { id, etat, connecteLe } = technicien
  const attestationOuverte = ouvert === id
  const aujourdhui = dateAParis(maintenant)
  const sansFilet = attestationOuverte ? 'border-b-0! pb-1!' : ''
  return (
    <>
      <tr
        role="row"
        className={`max-bureau:flex max-bureau:flex-wrap max-bureau:items-baseline max-bureau:gap-x-3 max-bureau:gap-y-1 max-bureau:py-3.5 ${attestationOuverte ? 'hover:bg-transparent!' : 'max-bureau:border-b max-bureau:border-filet'}`}
      >
        <th role="rowheader" className={`${cellule} ${sansFilet} max-bureau:w-full max-bureau:text-17`}>
          {nomComplet(technicien)}
          <span className="block text-14 font-normal text-encre-2">{technicien.fonction}</span>
        </th>
        <td role="cell" className={`${cellule} ${sansFilet} max-bureau:w-full`}>
          {technicien.identifiant}
        </td>
        <td role="cell" className={`${cellule} ${sansFilet} bureau:max-w-60`}>
          <EtatTechnicien technicien={technicien} aujourdhui={aujourdhui} />
        </td>
        <td role="cell" className={`${cellule} ${sansFilet} max-bureau:text-encre-2`}>
          {connecteLe && <span className="bureau:hidden">connexion </span>}
          {derniereConnexion(connecteLe, maintenant)}
          {!connecteLe && <span className="bureau:hidden"> connecté</span>}
        </td>
        <td role="cell" className={`${cellule} ${sansFilet} max-bureau:w-full`}>
          <Attestation technicien={technicien} filtres={filtres} ouverte={attestationOuverte} />
        </td>
        <td role="cell" className={`${cellule} ${sansFilet} whitespace-nowrap bureau:text-right`}>
          {etat === 'inactif' ? (
            <Lien href={`/equipe/${id}`} mot="Rétablir" technicien={technicien} />
          ) : (
            <>
              <Lien href={`/equipe/${id}`} mot="Modifier" technicien={technicien} />
              <Lien href={`/equipe/${id}/inactiver`} mot="Inactiver" technicien={technicien} danger />
            </>
          )}
        </td>
      </tr>
      {attestationOuverte && (
        <tr
          role="row"
          className="hover:bg-transparent! max-bureau:block max-bureau:border-b max-bureau:border-filet max-bureau:pb-3.5"
        >
          <td role="cell" colSpan={6} className={`${cellule} pt-0! max-bureau:block`}>
            <RenouvelerAttestation
              technicien={technicien}
              organisme={organisme}
              plusTard={adresseEquipe(filtres, { attester: 'non' })}
            />
          </td>
        </tr>
      )}
    </>
  )
}

function Lien({
  href,
  mot,
  technicien,
  danger,
}: {
  href: string
  mot: string
  technicien: Technicien
  danger?: boolean
}) {
  return (
    <a href={href} className={`inline-block min-h-6 ${danger ? 'ml-2.5 text-brique-700 hover:text-brique-900' : ''}`}>
      {mot}
      <span className="sr-only"> le compte de {nomComplet(technicien)}</span>
    </a>
  )
}

function Attestation({
  technicien,
  filtres,
  ouverte,
}: {
  technicien: Technicien
  filtres: FiltresEquipe
  ouverte: boolean
}) {
  const { id, attesteeLe, aRenouveler, effaceLe } = technicien
  if (effaceLe) return <span className="text-encre-2">effacé le {dateAvecAnnee(effaceLe)}</span>
  const date = attesteeLe && (
    <>
      <span className="bureau:hidden">attestation du </span>
      {dateAvecAnnee(attesteeLe)}
    </>
  )
  if (!aRenouveler) return date
  return (
    <>
      <span className="echeance echeance--bientot">
        <Clock />
        {ouverte ? (
          'à renouveler'
        ) : (
          <a href={`${adresseEquipe(filtres, { attester: id })}#attestation-${id}`} className="text-brique-700">
            {attesteeLe ? 'à renouveler' : 'à donner'}
            <span className="sr-only"> pour {nomComplet(technicien)}</span>
          </a>
        )}
      </span>
      <span className="block text-14 text-encre-2 max-bureau:inline max-bureau:pl-2">{date}</span>
    </>
  )
}
