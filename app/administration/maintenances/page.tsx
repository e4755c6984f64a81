import type { Metadata } from 'next'
import { TableauFiches } from '@/components/administration/tableau-fiches'
import { Cadre } from '@/components/cadre/cadre'
import { MaintenanceEnCours } from '@/components/maintenance/en-cours'
import { Badge } from '@/components/ui/badge'
import { LienBouton } from '@/components/ui/bouton'
import { Fait } from '@/components/ui/fait'
import { maintenances } from '@/lib/maintenance/queries'
import { estEnCours, periodeEnMots } from '@/lib/maintenance/regles'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Maintenances'

export const metadata: Metadata = { title: titre }

const faits = {
  annoncee: 'La maintenance est annoncée.',
  modifiee: 'La maintenance est modifiée : les pages le disent dès maintenant.',
  annulee: 'La maintenance est annulée : les pages n’en parlent plus.',
  sortie: 'Le portail est rouvert : tout s’enregistre à nouveau.',
}

export default async function Maintenances({ searchParams }: PageProps<'/administration/maintenances'>) {
  const acteur = await exigerActeur('maintenance.gerer')
  const maintenant = new Date()
  const { aVenir, passees } = await maintenances(acteur, maintenant)
  const enCours = aVenir.find((fenetre) => estEnCours(fenetre, maintenant))
  const prevues = aVenir.filter((fenetre) => fenetre !== enCours)
  return (
    <Cadre acteur={acteur} entree="/administration/maintenances" exacte>
      <Fait fait={(await searchParams).fait} mots={faits} />
      {enCours && <MaintenanceEnCours lue={enCours} maintenant={maintenant} titrePage={titre} />}
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h1>{titre}</h1>
        <LienBouton href="/administration/maintenances/nouvelle" aspect={enCours ? 'secondaire' : 'primaire'}>
          Annoncer une maintenance
        </LienBouton>
      </div>
      <p className="mt-2 text-15 text-encre-2">
        Le portail se lit alors sans rien enregistrer, et chacun le sait à l’avance.
        {!enCours && (
          <>
            {' '}
            <a href="/administration/maintenances/entrer">Entrer en maintenance maintenant</a>
          </>
        )}
      </p>
      <h2 className="mt-8">Prévues</h2>
      {prevues.length === 0 ? (
        <p className="mt-2">Aucune maintenance n’est prévue.</p>
      ) : (
        <TableauFiches
          legende="Maintenances prévues"
          colonnes={['Quand', 'Ce qui est dit']}
          lignes={prevues.map(({ id, debutLe, finLe, texte }) => ({
            cle: id,
            cellules: [
              <a key="quand" href={`/administration/maintenances/${id}`}>
                {majuscule(periodeEnMots({ debutLe, finLe }))}
              </a>,
              texte || 'Les heures seulement',
            ],
          }))}
        />
      )}
      {passees.length > 0 && (
        <>
          <h2 className="mt-10">Passées</h2>
          <TableauFiches
            legende="Maintenances passées"
            colonnes={['Quand', 'État']}
            lignes={passees.map(({ id, debutLe, finLe, etat }) => ({
              cle: id,
              cellules: [
                majuscule(periodeEnMots({ debutLe, finLe })),
                <Badge key="etat" ton="discret">
                  {etat === 'annulee' ? 'Annulée' : 'Terminée'}
                </Badge>,
              ],
            }))}
          />
        </>
      )}
    </Cadre>
  )
}

const majuscule = (mots: string) => mots.charAt(0).toUpperCase() + mots.slice(1)
