import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { actionExporterListe } from '@/lib/exports/actions'

/** The whole list as a file, not only the page shown. `adresse`: where the list is. */
export function ExporterListe({ adresse, titrePage }: { adresse: string; titrePage: string }) {
  return (
    <details className="my-6">
      <summary>Exporter toute la liste</summary>
      <Formulaire action={actionExporterListe} titrePage={titrePage} cle="exporter-liste" className="mt-4">
        <ChampCache name="adresse" valeur={new URL(adresse, 'http://portail').search.slice(1)} />
        <Radios
          name="format"
          label="Format du fichier"
          options={[
            { valeur: 'xlsx', libelle: 'Excel' },
            { valeur: 'ods', libelle: 'LibreOffice' },
            { valeur: 'csv', libelle: 'CSV', aide: 'Pour une très longue liste.' },
          ]}
        />
        <p className="mb-4">
          Le fichier se prépare pendant que vous travaillez. Il ne contient le nom d’aucun assuré.{' '}
          <a href="/exports">Vos listes exportées</a>
        </p>
        <BoutonEnvoi enCours="Demande…">Préparer le fichier</BoutonEnvoi>
      </Formulaire>
    </details>
  )
}
