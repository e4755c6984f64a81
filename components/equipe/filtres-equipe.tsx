import { Bouton } from '@/components/ui/bouton'
import { FiltreListe, FiltreRecherche } from '@/components/ui/filtres'
import { Download, Upload } from '@/components/ui/icones'
import { Menu } from '@/components/ui/menu'
import type { FiltresEquipe as Filtres } from '@/lib/habilitations/queries'

const etats = [
  { valeur: 'tous', libelle: 'Tous les comptes' },
  { valeur: 'actif', libelle: 'Actifs' },
  { valeur: 'attente_activation', libelle: 'Lien non utilisé' },
  { valeur: 'a_renouveler', libelle: 'Attestation à renouveler' },
  { valeur: 'inactif', libelle: 'Inactivés' },
]

const formats = [
  { format: 'xlsx', mots: 'Excel (XLSX)' },
  { format: 'ods', mots: 'LibreOffice (ODS)' },
  { format: 'csv', mots: 'Texte (CSV)' },
]

/** Search and state of the accounts, in the address; import and export of the table beside them. */
export function FiltresEquipe({ filtres }: { filtres: Filtres }) {
  return (
    <div className="mt-9 mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <form action="/recherche" method="post" className="flex flex-wrap items-end gap-3 max-tab:w-full">
        <input type="hidden" name="page" value="equipe" />
        <FiltreRecherche nom="q" libelle="Nom ou identifiant" valeur={filtres.q} />
        <FiltreListe nom="etat" libelle="Compte" valeur={filtres.etat} options={etats} />
        {filtres.tri !== 'nom' && <input type="hidden" name="tri" value={filtres.tri} />}
        <Bouton type="submit" aspect="secondaire" dense className="min-h-10!">
          Chercher
        </Bouton>
      </form>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
        <a href="/equipe/import" className="inline-flex min-h-8 items-center gap-2 text-15">
          <Upload />
          Importer une liste
        </a>
        <Menu
          droite
          libelle={
            <>
              <Download />
              Exporter le tableau
            </>
          }
        >
          <ul>
            {formats.map(({ format, mots }) => (
              <li key={format}>
                <a href={`/api/equipe/export?format=${format}`} download>
                  {mots}
                </a>
              </li>
            ))}
          </ul>
        </Menu>
      </div>
    </div>
  )
}
