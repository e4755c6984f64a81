import type { Metadata } from 'next'
import { PendantAbsence } from '@/components/absences/pendant-absence'
import { TableauAbsences } from '@/components/absences/tableau-absences'
import { Cadre } from '@/components/cadre/cadre'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { Fait } from '@/components/ui/fait'
import { absencesDeLaCaisse, pendantAbsence } from '@/lib/absences/queries'
import { aDroit } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Absences' }

const faits = {
  ajoutee: 'L’absence est notée. Le remplacement commence et finit de lui-même aux dates dites.',
  modifiee: 'L’absence est modifiée.',
  terminee: 'L’absence est terminée depuis hier. Le remplacement s’arrête maintenant.',
  retiree: 'L’absence est retirée.',
  repartie: 'Les demandes sont à prendre dans la file.',
}

export default async function Absences({ searchParams }: PageProps<'/caisse/absences'>) {
  const acteur = await exigerActeur('absence.gerer')
  const { fait } = await searchParams
  const maintenant = new Date()
  const [absences, pendant] = [await absencesDeLaCaisse(acteur, maintenant), await pendantAbsence(acteur)]
  const agent = aDroit(acteur, 'demande.voir')
  return (
    <Cadre acteur={acteur} entree="/caisse/absences">
      <Fait fait={fait} mots={faits} />
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h1>Absences</h1>
        <LienBouton href="/caisse/absences/nouvelle">Noter une absence</LienBouton>
      </div>
      <p className="mt-2 mb-5 max-w-180">
        Un agent absent est remplacé par un collègue nommé, qui suit ses demandes et reçoit ses courriels d’avis.
        {agent &&
          aDroit(acteur, 'caisse.regler') &&
          ' Pour répartir ses demandes entre plusieurs, ouvrez-les depuis cette liste, cochez-les dans la file et attribuez-les.'}
      </p>
      {absences.length === 0 ? (
        <EtatVide titre="Personne n’est absent">
          <p>Les absences en cours et à venir de la caisse se rangent ici.</p>
        </EtatVide>
      ) : (
        <TableauAbsences
          absences={absences}
          moi={acteur.compteId}
          lectureFile={agent}
          aujourdhui={dateAParis(maintenant)}
        />
      )}
      {acteur.absence && agent && <PendantAbsence demandes={pendant} maintenant={maintenant} />}
    </Cadre>
  )
}
