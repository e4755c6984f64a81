import { objetDe } from '@/lib/caisses/catalogue'
import { colonnesPersonne } from '@/lib/demandes/deposer-demande'
import type { Etat } from '@/lib/demandes/modele'
import { delaiApplicable, formerReference } from '@/lib/demandes/regles'
import type { Personne } from '@/lib/demandes/schema'
import type { Transaction } from '@/lib/socle/base'
import type { Demande, Prisma } from '@/lib/socle/prisma/client'
import { dateAParis } from '@/lib/socle/temps'
import { attestationsNationales, catalogue, type MotifInstalle, motifNational } from '../catalogue'
import type { Atelier } from './atelier'
import { type CadreDetails, fabriqueDetails } from './details'
import type { Hasard } from './hasard'
import type { Depot, LignesDemande, Personnage } from './lignes'
import { fabriquePersonne } from './personne'
import { Recit } from './recit'
import { jouer } from './scenario'

export type CadreDemande = {
  caisse: { id: string; nom: string; departements?: string[] }
  structure: { id: string; partenaireId: string }
  auteur: Personnage
  /** Settings of the caisse that a demande depends on; those of the schema by default. */
  reglages?: { delaiUrgentJours: number; rendezVousRestreint: boolean; rendezVousModes: string[] }
  delais?: { prestation: string; delaiJours?: number | null; seuilAlerteJours?: number }[]
}

export type ValeursDepot = {
  deposeeLe: Date
  numero: number
  motif?: MotifInstalle | string
  variante?: string | null
  urgent?: boolean
  personne?: Personne
  details?: Record<string, unknown>
  piecesAbsentes?: { code: string; libelle: string; raison: string }[]
  liee?: { id: string; reference: string }
}

const motifsDeDemande = catalogue.filter(({ habilitation, demandeLiee }) => !habilitation && !demandeLiee)

/** What a technicien files: all that is missing is drawn, and agrees with the motif. Writes nothing. */
export function formerDepot(hasard: Hasard, cadre: CadreDemande, valeurs: ValeursDepot): Depot {
  const { caisse, structure, auteur, reglages, delais = [] } = cadre
  const { deposeeLe, numero, liee } = valeurs
  const motif =
    typeof valeurs.motif === 'string'
      ? motifNational(valeurs.motif)
      : (valeurs.motif ?? hasard.choisir(motifsDeDemande))
  const variantes = motif.variantes ?? []
  const variante = valeurs.variante ?? (variantes.length ? hasard.choisir(variantes).code : null)
  const urgent = Boolean(motif.urgent || (motif.urgencePossible && valeurs.urgent))
  const departement = caisse.departements?.[0]
  const personne = motif.assureRequis === false ? null : (valeurs.personne ?? fabriquePersonne(hasard, { departement }))
  const reference = formerReference(numero, deposeeLe)
  const besoin: CadreDetails = {
    motif,
    variante,
    personne,
    urgent,
    urgencePossible: Boolean(motif.urgencePossible),
    demandeLiee: Boolean(motif.demandeLiee),
    reference: liee?.reference,
    rendezVousRestreint: reglages?.rendezVousRestreint,
    rendezVousModes: reglages?.rendezVousModes,
    aujourdhui: dateAParis(deposeeLe),
  }
  const delai = delais.find(({ prestation }) => prestation === motif.prestation)
  return {
    id: hasard.uuid(deposeeLe),
    reference,
    caisse,
    auteur,
    deposeeLe,
    delaiJours: delaiApplicable(urgent, reglages?.delaiUrgentJours ?? 10, delai?.delaiJours ?? null),
    colonnes: {
      partenaireId: structure.partenaireId,
      structureId: structure.id,
      service: motif.service,
      motifId: motif.id,
      variante,
      objet: objetDe({ libelleCourt: motif.libelleCourt, variantes }, variante),
      prestation: motif.prestation ?? null,
      urgent,
      ...(personne && colonnesPersonne(personne)),
      details: (valeurs.details ?? fabriqueDetails(motif.service, hasard, besoin)) as Prisma.InputJsonObject,
      piecesAbsentes: valeurs.piecesAbsentes ?? [],
      attestations: personne ? attestationsNationales.map(({ code, texte }) => ({ code, texte })) : [],
      ...(personne && { consentement: 'oral', consentementLe: new Date(dateAParis(deposeeLe)) }),
      demandeLieeId: liee?.id ?? null,
      delaiOrdinaireJours: delai?.delaiJours ?? null,
      seuilAlerteJours: delai?.seuilAlerteJours ?? 5,
    },
  }
}

let numeroSuivant = 900_000

type ValeursDemande = Partial<ValeursDepot> & {
  etat?: Etat
  agent?: Personnage
  /** When the last act happened; now by default. */
  dernierActeLe?: Date
}

/**
 * A demande in any state, with the history that leads to it: events, messages, clock, receipts. Filed ten days ago by
 * default. An agent is needed for every state but «transmise» and «annulee».
 */
export async function fabriqueDemande(
  atelier: Atelier,
  cadre: CadreDemande,
  valeurs: ValeursDemande = {},
): Promise<Demande> {
  const { tx, hasard, maintenant } = atelier
  const { etat = 'transmise', agent, dernierActeLe = maintenant, ...depot } = valeurs
  const deposeeLe = depot.deposeeLe ?? new Date(dernierActeLe.getTime() - 10 * 86_400_000)
  const numero = depot.numero ?? numeroSuivant++
  const forme = formerDepot(hasard, cadre, { ...depot, deposeeLe, numero })
  const recit = new Recit(hasard, forme)
  jouer(recit, hasard, {
    etat,
    agent,
    auteur: cadre.auteur,
    service: forme.colonnes.service,
    debut: deposeeLe,
    fin: dernierActeLe,
  })
  const lignes = recit.lignes()
  await insererDemandes(tx, [lignes])
  return tx.demande.findUniqueOrThrow({ where: { id: forme.id } })
}

/** Writes demandes by the hundred: PostgreSQL takes at most 32,767 values in a statement. */
export async function insererDemandes(tx: Transaction, demandes: LignesDemande[]): Promise<void> {
  for (const lot of lots(demandes, 400)) {
    await tx.demande.createMany({ data: lot.map(({ demande }) => demande) })
    for (const data of lots(tous(lot, 'evenements'), 2_000)) await tx.evenement.createMany({ data })
    for (const data of lots(tous(lot, 'messages'), 2_000)) await tx.message.createMany({ data })
    for (const data of lots(tous(lot, 'lectures'), 2_000)) await tx.lecture.createMany({ data })
    for (const data of lots(tous(lot, 'courriels'), 2_000)) await tx.courriel.createMany({ data })
  }
}

type Suites = Omit<LignesDemande, 'demande'>

function tous<N extends keyof Suites>(lot: readonly LignesDemande[], nom: N): Suites[N][number][] {
  return lot.flatMap((lignes): Suites[N][number][] => lignes[nom])
}

export function* lots<T>(liste: readonly T[], taille: number): Generator<T[]> {
  for (let rang = 0; rang < liste.length; rang += taille) yield liste.slice(rang, rang + taille)
}
