import { causeActe, type Noms, phraseActe } from '@/lib/nuit/libelles'
import type { ActeDu } from '@/lib/nuit/modele'
import { actesDus } from '@/lib/nuit/regles'
import { actesDuCompte } from '@/lib/nuit/regles-comptes'
import { nommer, situer } from '@/lib/nuit/situer'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { ajouterJours, type DateIso, dateAParis, debutDuJour } from '@/lib/socle/temps'

/** Half past two, in Paris: when the nightly job runs. */
const HEURE_MS = 2.5 * 3_600_000

/** The day of the next night: today while it has not come yet, else tomorrow. */
export function prochaineNuit(maintenant: Date): DateIso {
  const jour = dateAParis(maintenant)
  return maintenant.getTime() < debutDuJour(jour).getTime() + HEURE_MS ? jour : ajouterJours(jour, 1)
}

export type ActePrevu = {
  cle: string
  partenaire: { id: string; nom: string }
  phrase: string
  cause: string
  le: DateIso
}

/** What the next night will do for the partenaires of the caisse, by the very rules of the night. */
export function previsionDeLaNuit(
  acteur: Acteur,
  maintenant = new Date(),
): Promise<{ jour: DateIso; actes: ActePrevu[] }> {
  const jour = prochaineNuit(maintenant)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisseId = acteur.caisse?.id
    const parts = await tx.conventionCaisse.findMany({
      where: { caisseId, etat: { not: 'brouillon' } },
      distinct: ['partenaireId'],
      select: { partenaireId: true },
    })
    const actes: ActePrevu[] = []
    for (const { partenaireId } of parts) {
      const situation = await situer(tx, partenaireId, jour)
      const dus = actesDus(situation, jour).filter((acte) => acte.caisseId === null || acte.caisseId === caisseId)
      const noms = await nommer(tx, situation)
      const partenaire = { id: partenaireId, nom: noms.partenaire }
      actes.push(...dus.map((acte) => prevoir(acte, noms, partenaire)))
      actes.push(...(await suppressions(tx, partenaire, jour)))
    }
    return { jour, actes: actes.sort((a, b) => (a.partenaire.nom < b.partenaire.nom ? -1 : 1)) }
  })
}

function prevoir(acte: ActeDu, noms: Noms, partenaire: ActePrevu['partenaire']): ActePrevu {
  return { cle: acte.cle, partenaire, phrase: phraseActe(acte, noms), cause: causeActe(acte), le: acte.le }
}

async function suppressions(tx: Transaction, partenaire: ActePrevu['partenaire'], jour: DateIso): Promise<ActePrevu[]> {
  const inactifs = await tx.compte.findMany({
    where: { partenaireId: partenaire.id, etat: 'inactif', supprimeLe: null },
    select: { id: true, identifiant: true, creeLe: true, inactiveLe: true },
  })
  return inactifs.flatMap(({ id, identifiant, creeLe, inactiveLe }) => {
    const situation = {
      compteId: id,
      etat: 'inactif',
      depuis: jour,
      creeLe: dateAParis(creeLe),
      inactiveLe: inactiveLe && dateAParis(inactiveLe),
      motDePasseLe: null,
      motDePasseMois: null,
      brouillonLe: null,
      faits: [],
    }
    return actesDuCompte(situation, jour).map(({ cle, le }) => ({
      cle,
      partenaire,
      phrase: `Le compte ${identifiant} est supprimé.`,
      cause: 'Six mois après l’inactivation',
      le,
    }))
  })
}
