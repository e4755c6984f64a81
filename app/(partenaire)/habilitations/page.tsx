import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { entreeHabilitations } from '@/components/demandes-habilitation/adresses'
import { TableauHabilitations } from '@/components/demandes-habilitation/tableau-partenaire'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { FilRetour } from '@/components/ui/fil-retour'
import { Pagination } from '@/components/ui/pagination'
import { demandesDeLaStructure } from '@/lib/demandes-habilitation/queries'
import { accueilDe } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Demandes sur les comptes gestionnaire' }

export default async function Habilitations({ searchParams }: PageProps<'/habilitations'>) {
  const acteur = await exigerActeur('habilitation.demander')
  const { apres } = await searchParams
  const page = typeof apres === 'string' ? apres : undefined
  const { demandes, suivante } = await demandesDeLaStructure(acteur, page)
  return (
    <Cadre acteur={acteur} entree={entreeHabilitations(acteur)}>
      <FilRetour
        href={accueilDe(acteur)}
        libelle={acteur.profil === 'gestionnaire' ? 'Votre équipe' : 'Vos demandes'}
      />
      <div className="mb-2 flex flex-wrap items-center justify-between gap-4">
        <h1>Demandes sur les comptes gestionnaire</h1>
        {demandes.length > 0 && <LienBouton href="/habilitations/nouvelle">Faire une demande</LienBouton>}
      </div>
      <p className="lecture mb-6 text-encre-2">
        La caisse crée, modifie et inactive les comptes gestionnaire, à la demande de votre structure.
      </p>
      {demandes.length > 0 ? (
        <TableauHabilitations demandes={demandes} moi={acteur.compteId} aujourdhui={dateAParis(new Date())} />
      ) : (
        <EtatVide
          titre="Aucune demande"
          action={
            <LienBouton aspect="secondaire" href="/habilitations/nouvelle">
              Faire une demande
            </LienBouton>
          }
        >
          <p>Un gestionnaire arrive, change de fonction ou s’en va : demandez-le ici, et suivez la réponse.</p>
        </EtatVide>
      )}
      <Pagination
        suivante={
          suivante
            ? {
                href: `/habilitations?${new URLSearchParams({ apres: suivante })}`,
                libelle: 'Voir les demandes plus anciennes',
              }
            : undefined
        }
        precedente={page ? { href: '/habilitations', libelle: 'Revenir au début' } : undefined}
      />
    </Cadre>
  )
}
