import { Clock, TriangleAlert } from '@/components/ui/icones'
import type { Horloge } from '@/lib/personnes/regles'
import { pluriel } from '@/lib/socle/format'

/** The clock of a request, in words. */
export function horlogeEnMots({ etat, jours }: Horloge): string {
  if (etat === 'repondue')
    return jours >= 0 ? 'Répondue dans le délai' : `Répondue avec ${pluriel(-jours, 'jour')} de retard`
  if (jours < 0) return `En retard de ${pluriel(-jours, 'jour')}`
  if (jours === 0) return 'Dernier jour aujourd’hui'
  return `Reste ${pluriel(jours, 'jour')}`
}

export function HorlogeDuDroit({ horloge }: { horloge: Horloge }) {
  const { etat } = horloge
  const ton = etat === 'en_retard' ? 'retard' : etat === 'proche' ? 'bientot' : 'loin'
  return (
    <span className={`echeance echeance--${ton}`}>
      {etat === 'en_retard' && <TriangleAlert />}
      {etat === 'proche' && <Clock />}
      {horlogeEnMots(horloge)}
    </span>
  )
}
