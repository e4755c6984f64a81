import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { AucuneDemande } from '@/components/demandes/aucune-demande'
import { FiltresDemandes, filtree } from '@/components/demandes/filtres-demandes'
import { enLignes } from '@/components/demandes/lignes-demandes'
import { TableauDemandes } from '@/components/demandes/tableau-demandes'
import { Pagination } from '@/components/ui/pagination'
import { type FiltresListe, filtresListeSchema, taillePage } from '@/lib/demandes/liste-partenaire'
import { demandesDuPartenaire } from '@/lib/demandes/queries-partenaire'
import { avecMots } from '@/lib/recherche/mots-gardes'
import { complementDuNom } from '@/lib/socle/francais'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Toutes les demandes' }

export default async function ToutesLesDemandes({ searchParams }: PageProps<'/demandes/toutes'>) {
  const acteur = await exigerActeur('demande.suivre')
  if (acteur.caissesOuvertes.length === 0) redirect('/demandes')
  const filtres = filtresListeSchema.parse({ statut: 'toutes', ...(await avecMots(acteur, await searchParams)) })
  const { lignes, suivante, equipe } = await demandesDuPartenaire(acteur, filtres)
  const nom = complementDuNom(acteur.partenaire?.nom ?? '')
  const titre = `Les demandes ${acteur.structure?.unique ? nom : `${nom}, ${acteur.structure?.nom}`}`
  return (
    <Cadre acteur={acteur} entree="/demandes/toutes" exacte>
      <h1 className="mb-6">{titre}</h1>
      <FiltresDemandes filtres={filtres} equipe={equipe} moi={acteur.compteId} page="toutes" historique />
      {lignes.length === 0 ? (
        <AucuneDemande filtres={filtres} filtree={filtree(filtres, 'toutes')} adresse="/demandes/toutes" depot />
      ) : (
        <TableauDemandes
          legende={titre}
          lignes={JSON.stringify(enLignes(lignes, acteur.compteId, dateAParis(new Date())))}
          parEcheance={false}
        />
      )}
      <Pagination
        suivante={
          suivante
            ? { href: adresse(filtres, suivante), libelle: `Voir les ${taillePage} demandes suivantes` }
            : undefined
        }
        precedente={filtres.apres ? { href: adresse(filtres), libelle: 'Revenir au début' } : undefined}
      />
    </Cadre>
  )
}

function adresse({ r, statut, par, mois }: FiltresListe, apres?: string): string {
  const parametres = { ...(r && { r }), statut, par, ...(mois && { mois: String(mois) }), ...(apres && { apres }) }
  return `/demandes/toutes?${new URLSearchParams(parametres)}`
}
