import type { Metadata } from 'next'
import { TableauFiches } from '@/components/administration/tableau-fiches'
import { Cadre } from '@/components/cadre/cadre'
import { Bouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { FilRetour } from '@/components/ui/fil-retour'
import { FiltreListe, FiltreRecherche } from '@/components/ui/filtres'
import { Pagination } from '@/components/ui/pagination'
import { registreCgu, taillePageRegistre } from '@/lib/cgu/queries'
import { filtresRegistreSchema } from '@/lib/cgu/schema'
import { avecMots } from '@/lib/recherche/mots-gardes'
import { nomComplet } from '@/lib/socle/acteur'
import { dateEtHeure } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Qui a accepté quoi, et quand'
const page = '/administration/cgu/acceptations'

export const metadata: Metadata = { title: titre }

export default async function Acceptations({ searchParams }: PageProps<'/administration/cgu/acceptations'>) {
  const acteur = await exigerActeur('administrer')
  const filtres = filtresRegistreSchema.parse(await avecMots(acteur, await searchParams))
  const { lignes, suivante, versions } = await registreCgu(acteur, filtres)
  const choisis = { ...(filtres.r && { r: filtres.r }), ...(filtres.version && { version: filtres.version }) }
  const adresse = (ajouts: Record<string, string> = {}) => `${page}?${new URLSearchParams({ ...choisis, ...ajouts })}`
  const fichier = (format: string) =>
    `/api/administration/cgu/acceptations?${new URLSearchParams({ ...choisis, format })}`
  return (
    <Cadre acteur={acteur} entree="/administration/cgu">
      <FilRetour href="/administration/cgu" libelle="Conditions d’utilisation" />
      <h1 className="mb-6">{titre}</h1>
      <form action="/recherche" method="post" className="mb-4 flex flex-wrap items-end gap-3">
        <input type="hidden" name="page" value="acceptations" />
        <FiltreRecherche nom="q" libelle="Nom, identifiant ou adresse" valeur={filtres.q} />
        <FiltreListe
          nom="version"
          libelle="Version"
          valeur={filtres.version ?? ''}
          options={[
            { valeur: '', libelle: 'Toutes' },
            ...versions.map(({ id, numero }) => ({ valeur: id, libelle: `Version ${numero}` })),
          ]}
        />
        <Bouton type="submit" aspect="secondaire" dense>
          Filtrer
        </Bouton>
      </form>
      {lignes.length === 0 ? (
        <EtatVide titre="Aucune acceptation">
          <p>Personne ne correspond à cette recherche. Essayez avec moins de mots, ou une autre version.</p>
        </EtatVide>
      ) : (
        <>
          <p className="text-15">
            Exporter ce qui est filtré : <a href={fichier('xlsx')}>XLSX</a>, <a href={fichier('ods')}>ODS</a> ou{' '}
            <a href={fichier('csv')}>CSV</a>
          </p>
          <TableauFiches
            legende={titre}
            colonnes={['Personne', 'Identifiant', 'Profil', 'Version', 'Acceptée le']}
            lignes={lignes.map((ligne) => ({
              cle: `${ligne.compteId} ${ligne.numero}`,
              cellules: [
                nomComplet(ligne),
                ligne.identifiant,
                ligne.caisse ? `${ligne.profil}, ${ligne.caisse}` : ligne.profil,
                `Version ${ligne.numero}`,
                dateEtHeure(ligne.accepteeLe),
              ],
            }))}
          />
        </>
      )}
      <Pagination
        suivante={
          suivante
            ? { href: adresse({ apres: suivante }), libelle: `Voir les ${taillePageRegistre} acceptations suivantes` }
            : undefined
        }
        precedente={filtres.apres ? { href: adresse(), libelle: 'Revenir au début' } : undefined}
      />
    </Cadre>
  )
}
