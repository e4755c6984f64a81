import { randomUUID } from 'node:crypto'
import { oublierEtat } from '@/lib/maintenance/etat'
import { enParties } from '@/lib/socle/jour'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import type { Cas, Monde, Profil } from './monde'

const seulAdministrateur: readonly Profil[] = ['administrateur']
const heureMs = 3_600_000

export function cas({ atelier: { tx }, ici }: Monde): Record<string, Cas> {
  /** Alone; `dans`: hours from now. */
  async function une(dans: number) {
    await aucune()
    const id = randomUUID()
    const debutLe = new Date(Date.now() + dans * heureMs)
    await tx.maintenance.create({
      data: {
        id,
        debutLe,
        finLe: new Date(debutLe.getTime() + 2 * heureMs),
        preavisHeures: 24,
        creeeLe: new Date(),
        creeeParId: ici.referent.id,
      },
    })
    oublierEtat()
    return { id, version: '1' }
  }
  async function aucune() {
    await tx.maintenance.deleteMany()
    oublierEtat()
  }
  const demain = (champ: string) =>
    Object.fromEntries(
      Object.entries(enParties(ajouterJours(dateAParis(new Date()), 1))).map(([partie, valeur]) => [
        `${champ}.${partie}`,
        valeur,
      ]),
    )
  // The last ones leave none that runs: the actions that follow are not refused for it.
  return {
    actionEntrerEnMaintenance: {
      permis: seulAdministrateur,
      champs: async () => {
        await aucune()
        return { duree: '60', texte: 'Essai.' }
      },
    },
    actionSortirDeMaintenance: { permis: seulAdministrateur, champs: () => une(-1) },
    actionEnregistrerMaintenance: {
      permis: seulAdministrateur,
      champs: async () => {
        await aucune()
        return {
          ...demain('debutJour'),
          ...demain('finJour'),
          debutHeure: '12 h',
          finHeure: '14 h',
          preavisHeures: '24',
          texte: '',
        }
      },
    },
    actionAnnulerMaintenance: { permis: seulAdministrateur, champs: () => une(24) },
  }
}
