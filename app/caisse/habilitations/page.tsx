import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { TableauDemandesCaisse } from '@/components/demandes-habilitation/tableau-caisse'
import { SeulPartenaire } from '@/components/partenaires/seul-partenaire'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { Onglets } from '@/components/ui/onglets'
import { Pagination } from '@/components/ui/pagination'
import { demandesDeLaCaisse, taillePage, vueSchema } from '@/lib/demandes-habilitation/queries-caisse'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Habilitations' }

const ADRESSE = '/caisse/habilitations'

function adresse(vue: string, partenaire?: string, apres?: string): string {
  const recherche = new URLSearchParams({
    ...(vue === 'traitees' && { vue }),
    ...(partenaire && { partenaire }),
    ...(apres && { apres }),
  })
  return recherche.size > 0 ? `${ADRESSE}?${recherche}` : ADRESSE
}

export default async function HabilitationsDeLaCaisse({ searchParams }: PageProps<'/caisse/habilitations'>) {
  const acteur = await exigerActeur('partenaire.gerer')
  const filtres = vueSchema.parse(await searchParams)
  const maintenant = new Date()
  const { demandes, suivante, partenaire, nombre, enRetard } = await demandesDeLaCaisse(acteur, filtres, maintenant)
  const traitees = filtres.vue === 'traitees'
  return (
    <Cadre acteur={acteur} entree="/caisse/habilitations" exacte>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-4">
        <h1>Demandes sur les comptes gestionnaire</h1>
        <LienBouton aspect="secondaire" href="/caisse/revues">
          Voir les revues d’habilitation
        </LienBouton>
      </div>
      <Onglets
        nom="Vues de la liste"
        onglets={[
          {
            href: adresse('a_traiter', filtres.partenaire),
            libelle: 'À traiter',
            compte: nombre,
            courant: !traitees,
            chaud: enRetard > 0,
          },
          { href: adresse('traitees', filtres.partenaire), libelle: 'Traitées', courant: traitees },
        ]}
      />
      {partenaire && <SeulPartenaire partenaire={partenaire} tout={adresse(filtres.vue)} />}
      {demandes.length > 0 ? (
        <TableauDemandesCaisse demandes={demandes} traitees={traitees} aujourdhui={dateAParis(maintenant)} />
      ) : (
        <div className="mt-6">
          <EtatVide
            titre={traitees ? 'Aucune demande traitée' : 'Aucune demande à traiter'}
            action={
              <LienBouton aspect="secondaire" href="/caisse/partenaires">
                Voir les partenaires
              </LienBouton>
            }
          >
            <p>Les partenaires demandent ici la création, la modification ou l’inactivation de leurs gestionnaires.</p>
          </EtatVide>
        </div>
      )}
      <Pagination
        suivante={
          suivante
            ? {
                href: adresse(filtres.vue, filtres.partenaire, suivante),
                libelle: `Voir les ${taillePage} demandes suivantes`,
              }
            : undefined
        }
        precedente={
          filtres.apres ? { href: adresse(filtres.vue, filtres.partenaire), libelle: 'Revenir au début' } : undefined
        }
      />
    </Cadre>
  )
}
