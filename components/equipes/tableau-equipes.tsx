import { TableauFiches } from '@/components/administration/tableau-fiches'
import type { equipesAGerer } from '@/lib/equipes/queries-reglages'
import { nomComplet } from '@/lib/socle/acteur'
import { pluriel } from '@/lib/socle/format'
import { enumerer } from '@/lib/socle/francais'

type Equipes = Awaited<ReturnType<typeof equipesAGerer>>

/** Teams of the caisse: who is in, what waits there. */
export function TableauEquipes({ equipes }: Pick<Equipes, 'equipes'>) {
  return (
    <TableauFiches
      legende="Équipes"
      colonnes={['Équipe', 'Membres', 'Demandes ouvertes', 'Règles de routage']}
      lignes={equipes.map(({ id, nom, membres, ouvertes, aPrendre, regles }) => ({
        cle: id,
        cellules: [
          <a key="nom" href={`/caisse/parametres/equipes/${id}`}>
            {nom}
          </a>,
          membres.length > 0 ? enumerer(membres.map(nomComplet), 'et') : 'personne en activité',
          <span key="demandes" className="chiffres">
            {ouvertes === 0 ? 'aucune' : `${ouvertes}, dont ${aPrendre} à prendre`}
          </span>,
          regles === 0 ? 'aucune' : pluriel(regles, 'règle'),
        ],
      }))}
    />
  )
}

/** What no team sees: it is not an error, and it must be known. */
export function HorsEquipe({ commune, sansEquipe }: Pick<Equipes, 'commune' | 'sansEquipe'>) {
  return (
    <ul className="mt-6 flex flex-col gap-1.5 text-15 text-encre-2">
      <li>
        {commune.ouvertes === 0
          ? 'Toutes les demandes ouvertes sont dans une équipe.'
          : `${pluriel(commune.ouvertes, 'demande ouverte est', 'demandes ouvertes sont')} dans la file commune, sans équipe, dont ${commune.aPrendre} à prendre.`}
      </li>
      {sansEquipe.length > 0 && (
        <li>
          Dans aucune équipe
          {'\u00A0'}: {enumerer(sansEquipe.map(nomComplet), 'et')}.
        </li>
      )}
    </ul>
  )
}
