import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { adresseListe, FiltresListePartenaires, VuesPartenaires } from '@/components/partenaires/filtres-partenaires'
import { TableauPartenaires } from '@/components/partenaires/tableau-partenaires'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { Plus } from '@/components/ui/icones'
import { Pagination } from '@/components/ui/pagination'
import { filtresPartenairesSchema } from '@/lib/partenaires/filtres-caisse'
import { partenairesPourCaisse, taillePage } from '@/lib/partenaires/queries-caisse'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Partenaires' }

export default async function Partenaires({ searchParams }: PageProps<'/caisse/partenaires'>) {
  const acteur = await exigerActeur('partenaire.gerer')
  const filtres = filtresPartenairesSchema.parse(await searchParams)
  const maintenant = new Date()
  const { lignes, suivante, compteurs } = await partenairesPourCaisse(acteur, filtres, maintenant)
  const { apres, ...sansPage } = filtres
  return (
    <Cadre acteur={acteur} entree="/caisse/partenaires" exacte>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-4">
        <h1>Partenaires</h1>
        <LienBouton href="/caisse/partenaires/nouveau" icone={<Plus />}>
          Ajouter un partenaire
        </LienBouton>
      </div>
      <VuesPartenaires vue={filtres.vue} compteurs={compteurs} />
      <FiltresListePartenaires filtres={filtres} />
      {lignes.length > 0 ? (
        <TableauPartenaires lignes={lignes} aujourdhui={dateAParis(maintenant)} />
      ) : (
        <AucunPartenaire filtree={compteurs.tous > 0} />
      )}
      <Pagination
        suivante={
          suivante === undefined
            ? undefined
            : {
                href: adresseListe({ ...sansPage, apres: suivante }),
                libelle: `Voir les ${taillePage} partenaires suivants`,
              }
        }
        precedente={apres ? { href: adresseListe(sansPage), libelle: 'Revenir au début' } : undefined}
      />
    </Cadre>
  )
}

function AucunPartenaire({ filtree }: { filtree: boolean }) {
  return filtree ? (
    <EtatVide
      titre="Aucun partenaire ici"
      action={
        <LienBouton aspect="secondaire" href="/caisse/partenaires">
          Voir tous les partenaires
        </LienBouton>
      }
    >
      <p>Aucun ne correspond à cette vue et à ces filtres.</p>
    </EtatVide>
  ) : (
    <EtatVide
      titre="Aucun partenaire"
      action={
        <LienBouton aspect="secondaire" href="/caisse/partenaires/nouveau">
          Ajouter un partenaire
        </LienBouton>
      }
    >
      <p>Un CCAS, une association, un établissement : commencez par son numéro SIRET, puis préparez la convention.</p>
    </EtatVide>
  )
}
