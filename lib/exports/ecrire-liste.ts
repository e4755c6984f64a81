import { apresLigne, type LigneDerriere, lireDerriere, type RechercheDerriere } from '@/lib/bilan/derriere'
import { libellesRespect, prestationCourte } from '@/lib/bilan/libelles'
import { prestations } from '@/lib/bilan/modele'
import { libellesEtat } from '@/lib/demandes/libelles'
import { GARDE_JOURS } from '@/lib/exports/regles'
import { rechercheSchema } from '@/lib/exports/schema'
import { preparerFichier } from '@/lib/pieces-jointes/fichier-prepare'
import { avecPerimetre, baseTravaux, type Perimetre } from '@/lib/socle/base'
import type { Compte } from '@/lib/socle/prisma/client'
import { type CelluleTableur, debutCsv, ecrireTableur, type FormatTableur, rangsCsv } from '@/lib/socle/tableur'
import { dateAParis, joursEntre } from '@/lib/socle/temps'

const parLot = 2_000

const colonnes = [
  { titre: 'Référence', largeur: 18 },
  { titre: 'Motif', largeur: 44 },
  { titre: 'Prestation', largeur: 16 },
  { titre: 'Urgente', largeur: 9 },
  { titre: 'Partenaire', largeur: 36 },
  { titre: 'État', largeur: 22 },
  { titre: 'Reçue le', type: 'jour' },
  { titre: 'Répondue le', type: 'jour' },
  { titre: 'Délai (jours)', type: 'nombre' },
  { titre: 'Dont attente du partenaire (jours)', type: 'nombre' },
  { titre: 'Délai annoncé', largeur: 28 },
] as const

function enCellules(ligne: LigneDerriere, cote: 'caisse' | 'partenaire'): CelluleTableur[] {
  const { reference, objet, prestation, urgent, partenaire, etat, deposeeLe, closeLe, pause, respect } = ligne
  const depot = dateAParis(deposeeLe)
  const fin = closeLe && dateAParis(closeLe)
  const delai = fin ? joursEntre(depot, fin) : null
  const connue = prestations.find((une) => une === prestation)
  return [
    reference,
    objet,
    connue ? prestationCourte[connue] : '',
    urgent ? 'oui' : '',
    partenaire,
    libellesEtat[cote][etat],
    depot,
    fin,
    delai,
    delai === null ? null : Math.min(delai, pause),
    respect ? libellesRespect[respect] : '',
  ]
}

/** The rows its account reaches today, as if it turned the pages: an account that changed since lists less, or nothing. */
const perimetreDe = (compte: Compte, caisseId: string): Perimetre => ({
  profil: compte.profil as Perimetre['profil'],
  compteId: compte.id,
  caisseId: compte.caisseId ?? undefined,
  agentCaisseId: compte.caisseId && compte.roles.includes('agent') ? compte.caisseId : undefined,
  partenaireId: compte.partenaireId ?? undefined,
  structureId: compte.profil === 'technicien' ? (compte.structureId ?? undefined) : undefined,
  caissesOuvertes: compte.partenaireId ? [caisseId] : [],
})

/** Writes the file of a list, encrypted in the storage, and says as it goes how far it is. Safe to run twice. */
export async function ecrireListe(exportId: string, maintenant = new Date()): Promise<void> {
  const demande = await baseTravaux().export.findUnique({ where: { id: exportId }, include: { compte: true } })
  if (!demande || demande.etat !== 'en_preparation') return
  const { compte, caisseId } = demande
  await preparerFichier({
    sorte: 'liste',
    id: exportId,
    maintenant,
    gardeJours: GARDE_JOURS,
    ecrire: (avancer) => {
      if (compte.etat !== 'actif') throw new Error('compte fermé')
      const { partenaireId, ...quoi } = rechercheSchema.parse(demande.recherche)
      const recherche = { ...quoi, cible: { caisseId, partenaireId }, aujourdhui: dateAParis(demande.demandeLe) }
      const lots = lireLots(perimetreDe(compte, caisseId), recherche)
      return ecrire(demande.format as FormatTableur, lots, compte.caisseId ? 'caisse' : 'partenaire', avancer)
    },
  })
}

/** Each lot is a transaction of its own, and takes up after the last row of the one before. */
async function* lireLots(perimetre: Perimetre, recherche: RechercheDerriere): AsyncGenerator<LigneDerriere[]> {
  let apres: string | undefined
  for (;;) {
    const suite = { ...recherche, filtres: { ...recherche.filtres, apres } }
    const lignes = await avecPerimetre(perimetre, (tx) => lireDerriere(tx, suite, parLot))
    yield lignes
    const derniere = lignes.at(-1)
    if (lignes.length < parLot || !derniere) return
    apres = apresLigne(derniere)
  }
}

async function* ecrire(
  format: FormatTableur,
  lots: AsyncIterable<LigneDerriere[]>,
  cote: 'caisse' | 'partenaire',
  avancer: (lignes: number) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const toutes: CelluleTableur[][] = []
  if (format === 'csv') yield encoder.encode(debutCsv({ colonnes }))
  for await (const lot of lots) {
    const lignes = lot.map((ligne) => enCellules(ligne, cote))
    if (format === 'csv') yield encoder.encode(rangsCsv({ colonnes, lignes }))
    else toutes.push(...lignes)
    await avancer(lot.length)
  }
  if (format !== 'csv') yield ecrireTableur(format, { feuille: 'Demandes', colonnes, lignes: toutes })
}
