import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { HorsEquipe, TableauEquipes } from '@/components/equipes/tableau-equipes'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { equipesAGerer } from '@/lib/equipes/queries-reglages'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Équipes' }

const faits = {
  creee: 'L’équipe est créée. Pour que des demandes lui arrivent, ajoutez une règle de routage.',
  modifiee: 'L’équipe est enregistrée.',
  dissoute: 'L’équipe est dissoute.',
}

export default async function Equipes({ searchParams }: PageProps<'/caisse/parametres/equipes'>) {
  const acteur = await exigerActeur('caisse.regler')
  const { fait } = await searchParams
  const { equipes, commune, sansEquipe } = await equipesAGerer(acteur)
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <FilRetour href="/caisse/parametres" libelle="Paramètres" />
      <Fait fait={fait} mots={faits} />
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h1>Équipes</h1>
        <LienBouton href="/caisse/parametres/equipes/nouvelle">Créer une équipe</LienBouton>
      </div>
      <p className="mt-2 mb-5 max-w-180">
        Une équipe se partage une part de la file. Les <a href="/caisse/parametres/routage">règles de routage</a> disent
        ce qui lui arrive ; chaque agent voit toute la file, et la sienne d’abord.
      </p>
      {equipes.length === 0 ? (
        <EtatVide titre="Aucune équipe">
          <p>Toutes les demandes arrivent dans la file commune, où chaque agent les prend.</p>
        </EtatVide>
      ) : (
        <>
          <TableauEquipes equipes={equipes} />
          <HorsEquipe commune={commune} sansEquipe={sansEquipe} />
        </>
      )}
    </Cadre>
  )
}
