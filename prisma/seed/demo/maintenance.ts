import { instantAParis } from '@/lib/rendez-vous/decoupe'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import { type Atelier, ilYA } from '../fabriques/atelier'

/** One announced for next week, whose banner stands three days before; one that is over. */
export async function annoncerMaintenance(atelier: Atelier): Promise<void> {
  const { tx, hasard, maintenant } = atelier
  const auteur = await tx.compte.findFirstOrThrow({
    where: { profil: 'administrateur' },
    orderBy: { identifiant: 'asc' },
    select: { id: true },
  })
  const heures = (jours: number, debut: string, fin: string) => {
    const jour = ajouterJours(dateAParis(maintenant), jours)
    return { debutLe: instantAParis(jour, debut), finLe: instantAParis(jour, fin) }
  }
  await tx.maintenance.createMany({
    data: [
      {
        id: hasard.uuid(ilYA(atelier, 40)),
        ...heures(-33, '12:30', '13:15'),
        texte: '',
        preavisHeures: 168,
        creeeLe: ilYA(atelier, 40),
        creeeParId: auteur.id,
      },
      {
        id: hasard.uuid(ilYA(atelier, 1)),
        ...heures(8, '12:30', '14:00'),
        texte: 'Nous changeons de machine. Les courriels partiront à la reprise.',
        preavisHeures: 72,
        creeeLe: ilYA(atelier, 1),
        creeeParId: auteur.id,
      },
    ],
  })
}
