import type { Metadata } from 'next'
import { derriereEnMots, titresDerriere } from '@/components/bilan/criteres'
import { Cadre } from '@/components/cadre/cadre'
import { Suivre } from '@/components/exports/suivre'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { FilRetour } from '@/components/ui/fil-retour'
import { Progression } from '@/components/ui/progression'
import { type ExportDemande, exportsDe } from '@/lib/exports/queries'
import { GARDE_JOURS } from '@/lib/exports/regles'
import { dateEtHeure, nombre, pluriel, taille } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Listes exportées' }

const formats: Record<string, string> = { xlsx: 'Excel', ods: 'LibreOffice', csv: 'CSV' }

export default async function Exports() {
  const acteur = await exigerActeur('liste.exporter')
  const bilan = acteur.caisse ? '/caisse/bilans' : '/bilan'
  const listes = await exportsDe(acteur, new Date())
  return (
    <Cadre acteur={acteur} entree={bilan}>
      <FilRetour href={bilan} libelle="Bilan" />
      <h1>Listes exportées</h1>
      <p className="mt-2 mb-5 text-encre-2">
        Chaque fichier s’efface {GARDE_JOURS} jours après qu’il est prêt. Personne d’autre ne peut le télécharger.
      </p>
      {listes.length === 0 ? (
        <EtatVide titre="Aucune liste">
          <p>
            Ouvrez un chiffre du bilan, puis «{'\u00A0'}Exporter toute la liste{'\u00A0'}».
          </p>
        </EtatVide>
      ) : (
        <ul className="divide-y divide-filet border-y border-filet-2">
          {listes.map((liste) => (
            <li key={liste.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4">
              <div className="min-w-0">
                <h2 className="text-17">{titresDerriere[liste.filtres.quoi]}</h2>
                <p>{derriereEnMots(liste.filtres, liste.jours)}</p>
                <p className="text-15 text-encre-2">
                  {formats[liste.format]}, demandée le {dateEtHeure(liste.demandeLe)}
                  {liste.pretLe && `, ${pluriel(liste.faits, 'ligne')}, ${taille(liste.taille ?? 0)}`}
                </p>
              </div>
              <Avancement liste={liste} />
            </li>
          ))}
        </ul>
      )}
      {listes.some(({ etat }) => etat === 'en_preparation') && <Suivre />}
    </Cadre>
  )
}

function Avancement({ liste: { id, etat, faits, total, expireLe } }: { liste: ExportDemande }) {
  if (etat === 'echec') return <p>Ce fichier n’a pas pu être fait. Demandez-le à nouveau, ou signalez-le.</p>
  if (etat === 'pret' && expireLe)
    return (
      <div>
        <LienBouton href={`/api/exports/${id}`}>Télécharger</LienBouton>
        <p className="mt-1 text-15 text-encre-2">Jusqu’au {dateEtHeure(expireLe)}</p>
      </div>
    )
  return (
    <div role="status">
      <p>
        En préparation, {nombre(faits)} sur {pluriel(total, 'ligne')}.
      </p>
      <Progression pourcent={total > 0 ? Math.round((100 * faits) / total) : 0} nom="Liste en préparation" />
      <p className="text-15">
        <a href="/exports">Voir où elle en est</a>
      </p>
    </div>
  )
}
