import { TableauFiches } from '@/components/administration/tableau-fiches'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { actionTerminerAbsence } from '@/lib/absences/actions'
import { periodeEnMots } from '@/lib/absences/libelles'
import type { AbsenceDeCaisse } from '@/lib/absences/queries'
import { nomComplet } from '@/lib/socle/acteur'
import { pluriel } from '@/lib/socle/format'
import { majuscule } from '@/lib/socle/francais'
import type { DateIso } from '@/lib/socle/temps'

type Props = { absences: AbsenceDeCaisse[]; moi: string; lectureFile: boolean; aujourdhui: DateIso }

/** Who is away, who stands in, and what is left in its name. */
export function TableauAbsences({ absences, moi, lectureFile, aujourdhui }: Props) {
  return (
    <TableauFiches
      legende="Absences en cours et à venir"
      colonnes={['Agent', 'Absence', 'Remplacement', 'Demandes à son nom', 'Changer']}
      lignes={absences.map((absence) => ({
        cle: absence.id,
        cellules: [
          absence.compteId === moi ? 'Vous' : nomComplet(absence.compte),
          <span key="periode">
            {majuscule(periodeEnMots(absence, aujourdhui))}
            {absence.debutLe <= aujourdhui && <span className="block text-14 text-encre-2">En cours</span>}
          </span>,
          <Remplacant key="remplacant" absence={absence} moi={moi} />,
          <Demandes key="demandes" absence={absence} moi={moi} lectureFile={lectureFile} />,
          absence.modifiable ? <Actes key="actes" absence={absence} moi={moi} aujourdhui={aujourdhui} /> : null,
        ],
      }))}
    />
  )
}

function Remplacant({ absence: { remplacant, remplacantId }, moi }: { absence: AbsenceDeCaisse; moi: string }) {
  const nom = remplacantId === moi ? 'vous' : nomComplet(remplacant)
  if (remplacant.etat === 'actif') return <>par {nom}</>
  return (
    <span className="font-[650]">
      {nom} n’est plus en activité{'\u00A0'}: nommez quelqu’un d’autre
    </span>
  )
}

function Demandes({ absence, moi, lectureFile }: { absence: AbsenceDeCaisse; moi: string; lectureFile: boolean }) {
  const { id, compte, demandes, compteId } = absence
  const adresse = `/caisse/file?vue=toutes&agent=${compteId === moi ? 'moi' : compteId}`
  if (demandes === null) return lectureFile ? <a href={adresse}>Voir ses demandes</a> : null
  if (demandes === 0) return <>aucune</>
  const mots = pluriel(demandes, 'demande ouverte', 'demandes ouvertes')
  return (
    <>
      {lectureFile ? <a href={adresse}>{mots}</a> : mots}
      <a href={`/caisse/absences/${id}/repartir`} className="block text-15">
        Remettre à prendre<span className="sr-only"> les demandes de {nomComplet(compte)}</span>
      </a>
    </>
  )
}

function Actes({ absence, moi, aujourdhui }: { absence: AbsenceDeCaisse; moi: string; aujourdhui: DateIso }) {
  const deQui = absence.compteId === moi ? 'votre absence' : `l’absence de ${nomComplet(absence.compte)}`
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <a href={`/caisse/absences/${absence.id}`} className="inline-block min-h-6">
        Modifier<span className="sr-only"> {deQui}</span>
      </a>
      <Formulaire action={actionTerminerAbsence} titrePage="Absences" cle={`absence-${absence.id}`}>
        <ChampCache name="id" valeur={absence.id} />
        <BoutonEnvoi aspect="tiers" dense enCours="Un instant…">
          {absence.debutLe < aujourdhui ? 'Terminer' : 'Retirer'}
          <span className="sr-only"> {deQui}</span>
        </BoutonEnvoi>
      </Formulaire>
    </span>
  )
}
