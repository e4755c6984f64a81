import type { Metadata } from 'next'
import { TableauFiches } from '@/components/administration/tableau-fiches'
import { Cadre } from '@/components/cadre/cadre'
import { filtresEnMots } from '@/components/file/table-vues'
import { EtatVide } from '@/components/ui/etat-vide'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { vuesPartagees } from '@/lib/file/queries'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Vues partagées de la file'

export const metadata: Metadata = { title: titre }

const faits = { renommee: 'La vue a son nouveau nom.', retiree: 'La vue est supprimée. Les demandes ne changent pas.' }

export default async function VuesPartagees({ searchParams }: PageProps<'/caisse/parametres/vues'>) {
  const acteur = await exigerActeur('caisse.regler')
  const { fait } = await searchParams
  const { vues, choix } = await vuesPartagees(acteur)
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <FilRetour href="/caisse/parametres" libelle="Paramètres" />
      <Fait fait={fait} mots={faits} />
      <h1>{titre}</h1>
      <p className="mt-2 mb-6 max-w-180">
        Les agents enregistrent des filtres de leur file sous un nom, et peuvent les partager. Chacun change les
        siennes ; ici, vous renommez ou supprimez celles que tous voient, par exemple après un départ.
      </p>
      {vues.length === 0 ? (
        <EtatVide titre="Aucune vue partagée">Aucun agent ne partage de vue de la file pour l’instant.</EtatVide>
      ) : (
        <TableauFiches
          legende={titre}
          colonnes={['Vue', 'Ce qu’elle montre', 'Faite par', 'Changer']}
          lignes={vues.map(({ id, nom, filtres, auteur, seule }) => ({
            cle: id,
            cellules: [
              nom,
              filtresEnMots(filtres, choix),
              seule ? `${auteur}, qui n’est plus agent` : auteur,
              <a key="agir" href={`/caisse/parametres/vues/${id}`} className="inline-block min-h-6">
                Renommer ou supprimer<span className="sr-only"> la vue {nom}</span>
              </a>,
            ],
          }))}
        />
      )}
    </Cadre>
  )
}
