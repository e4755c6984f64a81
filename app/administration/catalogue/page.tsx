import type { Metadata } from 'next'
import { TableauFiches } from '@/components/administration/tableau-fiches'
import { Cadre } from '@/components/cadre/cadre'
import { Badge } from '@/components/ui/badge'
import { LienBouton } from '@/components/ui/bouton'
import { Plus } from '@/components/ui/icones'
import { ListeActions } from '@/components/ui/liste-actions'
import { catalogueNational } from '@/lib/catalogue/queries'
import { definitionDe } from '@/lib/demandes/registre'
import { pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Catalogue national'

export const metadata: Metadata = { title: titre }

export default async function Catalogue() {
  const acteur = await exigerActeur('administrer')
  const services = await catalogueNational(acteur)
  return (
    <Cadre acteur={acteur} entree="/administration/catalogue" exacte>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h1>{titre}</h1>
        <LienBouton href="/administration/catalogue/nouveau" icone={<Plus />}>
          Créer un motif
        </LienBouton>
      </div>
      <p className="mt-2 max-w-180 text-15 text-encre-2">
        Ce que chaque caisse reçoit au départ. Elle peut ensuite cacher, renommer ou déplacer un motif, et ajouter les
        siens.
      </p>
      {services.map(({ service, motifs }) => (
        <section key={service} aria-labelledby={service} className="mt-9">
          <h2 id={service}>{definitionDe(service).verbe}</h2>
          <TableauFiches
            legende={definitionDe(service).verbe}
            colonnes={['Motif', 'Concerne', 'Pièces', 'État']}
            lignes={motifs.map((motif) => ({
              cle: motif.id,
              cellules: [
                <a key="motif" href={`/administration/catalogue/${motif.id}`}>
                  {motif.libelle}
                </a>,
                motif.assureRequis ? 'Un assuré' : 'Le partenariat',
                motif._count.pieces === 0 ? 'Aucune pièce' : pluriel(motif._count.pieces, 'pièce'),
                motif.actif ? (
                  'Proposé'
                ) : (
                  <Badge key="etat" ton="papier">
                    Retiré
                  </Badge>
                ),
              ],
            }))}
          />
        </section>
      ))}
      <ListeActions
        regle
        className="mt-12 max-w-160"
        liens={[
          { href: '/administration/catalogue/attestations', libelle: 'Attestations demandées au dépôt' },
          { href: '/administration/catalogue/parametres', libelle: 'Paramètres nationaux' },
        ]}
      />
    </Cadre>
  )
}
