import { Radios } from '@/components/formulaire/choix'
import type { CadreActe } from '@/components/traitement/formulaire-acte'
import { quand } from '@/lib/rendez-vous/libelles'

/** Closing a demande whose rendez-vous is still to come: kept or cancelled, whoever closes it says which. */
export function SortDuRendezVous({
  cadre: { demande },
  maintenant,
  siClose = false,
}: {
  cadre: CadreActe
  maintenant: Date
  /** The form may also leave the demande open. */
  siClose?: boolean
}) {
  const fixe = demande.rendezVous.find(({ etat, debutLe }) => etat === 'fixe' && debutLe && debutLe > maintenant)
  if (!fixe?.debutLe || !fixe.finLe) return null
  return (
    <Radios
      name="rendezVous"
      label={`${siClose ? 'Si vous closez\u00A0: le' : 'Le'} rendez-vous est fixé, ${quand({ debutLe: fixe.debutLe, finLe: fixe.finLe })}`}
      valeur="garder"
      options={[
        { valeur: 'garder', libelle: 'Le garder', aide: 'Il se tient comme prévu, la demande close.' },
        {
          valeur: 'annuler',
          libelle: 'L’annuler',
          aide: 'Son créneau se libère et les deux agendas sont prévenus aussitôt, même si vous retirez ensuite la réponse.',
        },
      ]}
    />
  )
}
