import type { Metadata } from 'next'
import { Annonces } from '@/components/actualites/annonces'
import { Cadre } from '@/components/cadre/cadre'
import { AccesFerme } from '@/components/demandes/acces-ferme'
import { AucuneDemande } from '@/components/demandes/aucune-demande'
import { CeQuiAttend } from '@/components/demandes/ce-qui-attend'
import { FiltresDemandes, filtree } from '@/components/demandes/filtres-demandes'
import { enLignes } from '@/components/demandes/lignes-demandes'
import { TableauDemandes } from '@/components/demandes/tableau-demandes'
import { AvisSuspension } from '@/components/suspensions/avis-suspension'
import { ListeActions } from '@/components/ui/liste-actions'
import { Pagination } from '@/components/ui/pagination'
import { accesFermes } from '@/lib/conventions/acces-fermes'
import { adresseNouvelle } from '@/lib/demandes/adresses'
import { filtresListeSchema, taillePage } from '@/lib/demandes/liste-partenaire'
import { accueilDuTechnicien } from '@/lib/demandes/queries-partenaire'
import { definitionDe } from '@/lib/demandes/registre'
import { avecMots } from '@/lib/recherche/mots-gardes'
import type { Acteur } from '@/lib/socle/acteur'
import { pluriel } from '@/lib/socle/format'
import { complementDuNom } from '@/lib/socle/francais'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Accueil' }

export default async function Accueil({ searchParams }: PageProps<'/demandes'>) {
  const acteur = await exigerActeur('demande.suivre')
  const maintenant = new Date()
  if (acteur.caissesOuvertes.length === 0)
    return (
      <Cadre acteur={acteur} entree="/demandes" exacte>
        <h1>Votre accès est fermé</h1>
        <AccesFerme fermetures={await accesFermes(acteur, maintenant)} />
      </Cadre>
    )

  const filtres = filtresListeSchema.parse(await avecMots(acteur, await searchParams))
  const { attente, services, lignes, suivante, equipe } = await accueilDuTechnicien(acteur, filtres, maintenant)
  const titre = `Les demandes ${organisation(acteur)}`
  return (
    <Cadre acteur={acteur} entree="/demandes" exacte sansBouton>
      <AvisSuspension acteur={acteur} />
      <Annonces acteur={acteur} />
      <div className="gap-14 bureau:flex">
        <div className="min-w-0 flex-1">
          <h1>Ce qui vous attend</h1>
          <CeQuiAttend attente={attente} maintenant={maintenant} />
        </div>
        <section aria-labelledby="faire" className="flex-none max-bureau:mt-8 bureau:w-72">
          <h2 id="faire" className="mb-2.5">
            Faire une demande
          </h2>
          <ListeActions
            regle
            liens={services.map((service) => ({
              href: adresseNouvelle(service),
              libelle: definitionDe(service).verbe,
            }))}
          />
        </section>
      </div>
      <section aria-labelledby="liste" className="mt-12">
        <h2 id="liste" className="mb-4">
          {titre}
        </h2>
        <FiltresDemandes filtres={filtres} equipe={equipe} moi={acteur.compteId} page="demandes" />
        {lignes.length === 0 ? (
          <AucuneDemande filtres={filtres} filtree={filtree(filtres, 'ouvertes')} adresse="/demandes" depot />
        ) : (
          <TableauDemandes
            legende={titre}
            lignes={JSON.stringify(enLignes(lignes, acteur.compteId, dateAParis(maintenant)))}
            parEcheance={filtres.statut === 'ouvertes'}
          />
        )}
        <Pagination
          suivante={
            suivante
              ? {
                  href: `/demandes?${new URLSearchParams({ ...parametres(filtres), apres: suivante })}#liste`,
                  libelle: `Voir les ${taillePage} demandes suivantes`,
                }
              : undefined
          }
          precedente={
            filtres.apres
              ? { href: `/demandes?${new URLSearchParams(parametres(filtres))}#liste`, libelle: 'Revenir au début' }
              : undefined
          }
        />
        {lignes.length > 0 && (
          <p className="mt-4 text-15 text-encre-2">
            {pluriel(lignes.length, 'demande affichée', 'demandes affichées')}.{' '}
            <a href="/demandes/toutes">Voir toutes les demandes, closes comprises</a>
          </p>
        )}
      </section>
    </Cadre>
  )
}

function organisation({ partenaire, structure }: Acteur): string {
  const nom = complementDuNom(partenaire?.nom ?? '')
  return structure?.unique ? nom : `${nom}, ${structure?.nom}`
}

function parametres({ r, statut, par }: { r?: string; statut: string; par: string }): Record<string, string> {
  return { ...(r && { r }), statut, par }
}
