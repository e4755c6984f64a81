import { criteresParDefaut } from '@/lib/journal/criteres'
import { intituleEvenement } from '@/lib/journal/libelles'
import { acteEnMots, auteurEnMots, lieuEnMots } from '@/lib/journal/phrase'
import {
  type LigneDuJournal,
  lireRecherche,
  lireReperes,
  lireSource,
  objetsDe,
  type Reperes,
} from '@/lib/journal/queries'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { ecrireCsv, neutraliser } from '@/lib/socle/csv'
import { dateAParis } from '@/lib/socle/temps'

/** Rows of one export: beyond, a shorter period is exported at a time. */
export const lignesExportMax = 100_000
const parLot = 2_000

const titres = [
  'Rang',
  'Date',
  'Heure',
  'Qui',
  'Identifiant',
  'Profil',
  'Ce qui s’est passé',
  'Acte',
  'Objet',
  'Où',
  'Adresse',
  'Précisions',
]

const heureAParis = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', timeStyle: 'medium' })

function enCellules(ligne: LigneDuJournal, reperes: Reperes): string[] {
  const { id, le, compteId, profil, action, objetType, objetId, adresse, details } = ligne
  return [
    String(id),
    dateAParis(le),
    heureAParis.format(le),
    auteurEnMots(ligne, reperes),
    (compteId && reperes.noms.get(compteId)?.identifiant) ?? '',
    profil ?? '',
    acteEnMots(ligne, reperes),
    `${intituleEvenement(action)} (${action})`,
    [objetType, objetId].filter(Boolean).join(' '),
    lieuEnMots(ligne, reperes),
    adresse ?? '',
    Object.keys(details).length > 0 ? JSON.stringify(details) : '',
  ].map(neutraliser)
}

/**
 * The rows of a search as CSV, a few thousand at a time: as much memory for a hundred thousand as for one. Each batch is a
 * transaction of its own, and takes up after the last rank of the one before.
 */
export function exporterJournal(
  acteur: Acteur,
  recherche: string | undefined,
  maintenant: Date,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let avant: bigint | undefined
  let restent = lignesExportMax
  const lireLot = () =>
    avecPerimetre(perimetre(acteur), async (tx) => {
      const gardee = recherche ? await lireRecherche(tx, acteur, recherche, maintenant) : null
      const criteres = gardee ?? criteresParDefaut(maintenant)
      const objets = await objetsDe(tx, criteres)
      const lignes = await lireSource(tx, acteur, { criteres, objets, avant, taille: Math.min(parLot, restent) })
      return { lignes, reperes: await lireReperes(tx, lignes) }
    })
  return new ReadableStream({
    start: (flux) => flux.enqueue(encoder.encode(`\uFEFF${ecrireCsv([titres])}`)),
    pull: async (flux) => {
      const { lignes, reperes } = await lireLot()
      if (lignes.length > 0) flux.enqueue(encoder.encode(ecrireCsv(lignes.map((ligne) => enCellules(ligne, reperes)))))
      restent -= lignes.length
      avant = lignes.at(-1)?.id
      if (lignes.length < parLot || restent === 0) flux.close()
    },
  })
}
