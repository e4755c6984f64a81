import { z } from 'zod'
import { type MotifOuvert, motifsOuverts, objetDe, piecesDemandees, servicesOuverts } from '@/lib/caisses/catalogue'
import { cibleDuMotif, colonnesDeLaCible, echeanceChange } from '@/lib/demandes/cible'
import type { Service } from '@/lib/demandes/modele'
import { prevenirAuteur } from '@/lib/demandes/prevenir'
import { detailsDeService } from '@/lib/demandes/registre'
import type { motifCorrigeSchema } from '@/lib/demandes/schema-corrections'
import {
  appliquerTransition,
  type DemandeVerrouillee,
  exigerActe,
  exigerVersion,
  verrouillerDemande,
} from '@/lib/demandes/transition'
import { equipePour } from '@/lib/equipes/equipe-pour'
import type { Contexte, Suite } from '@/lib/socle/action'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import type { Prisma } from '@/lib/socle/prisma/client'

/**
 * The demande was filed under the wrong motif, or in the wrong service: the right one gives it its words, its delay and its list of
 * pieces. The first date stays, the answers and the files too. Where nobody follows it, it is routed again.
 */
export async function corrigerMotif(contexte: Contexte, saisie: z.output<typeof motifCorrigeSchema>): Promise<Suite> {
  const { tx } = contexte
  const demande = await verrouillerDemande(contexte, saisie.id)
  await exigerActe(contexte, demande, 'corriger')
  exigerVersion(demande, saisie.version)
  const motif = (await motifsPossibles(tx, demande)).find(({ id }) => id === saisie.motif.motifId)
  if (!motif) throw new ErreurMetier('saisie', undefined, { motif: 'Choisissez un motif que la caisse propose' })
  const { variante } = saisie.motif
  exigerVariante(motif, variante)
  if (motif.id === demande.motifId && variante === demande.variante)
    throw new ErreurMetier('saisie', undefined, { motif: 'C’est déjà le motif de la demande : choisissez le bon' })
  const urgent = await urgenceApres(tx, demande, motif)
  const cible = colonnesDeLaCible(demande, urgent, await cibleDuMotif(tx, demande.caisseId, motif))
  const objet = objetDe(motif, variante)
  const lieu = { ...demande, service: motif.service, motifId: motif.id }
  await appliquerTransition(
    contexte,
    demande,
    'motif_corrige',
    {
      motifId: motif.id,
      service: motif.service,
      variante,
      objet,
      prestation: motif.prestation,
      ...cible,
      details: detailsDeService(demande.service as Service, motif.service, demande.details),
      libellesPieces: await libellesCorriges(tx, demande, { motifId: motif.id, variante, urgent }),
      ...(demande.agentId === null && { equipeId: await equipePour(tx, lieu) }),
    },
    { avant: demande.objet, apres: objet },
  )
  // The history says it; a mail is for a day that moves.
  if (echeanceChange(demande, cible)) await prevenirAuteur(contexte, demande, 'motif_corrige')
  return {
    vers: `/caisse/demandes/${demande.reference}`,
    journal: { objetType: 'demande', objetId: demande.id, details: { de: demande.motifId, a: motif.id } },
  }
}

/** An urgency declared with its justificatif stays; one that came from the motif goes with it. */
export async function urgenceApres(
  tx: Transaction,
  demande: Pick<DemandeVerrouillee, 'motifId' | 'urgent'>,
  motif: Pick<MotifOuvert, 'id' | 'urgent'>,
): Promise<boolean> {
  if (motif.id === demande.motifId) return demande.urgent
  const ancien = await tx.motif.findUniqueOrThrow({ where: { id: demande.motifId }, select: { urgent: true } })
  return motif.urgent || (demande.urgent && !ancien.urgent)
}

export type MotifPossible = MotifOuvert & { service: Service }

type Porteuse = Pick<DemandeVerrouillee, 'caisseId' | 'partenaireId' | 'nomNaissance'>

/** The motifs that the caisse offers to this partenaire, in all services; those for a person only where the demande names one. */
export async function motifsPossibles(
  tx: Transaction,
  { caisseId, partenaireId, nomNaissance }: Porteuse,
): Promise<MotifPossible[]> {
  const portee = { caisseId, partenaireId }
  const tous: MotifPossible[] = []
  for (const service of await servicesOuverts(tx, portee))
    for (const motif of await motifsOuverts(tx, { ...portee, service }))
      if (!motif.habilitation && (nomNaissance !== null || !motif.assureRequis)) tous.push({ ...motif, service })
  return tous
}

/** A motif with variantes is chosen with one of them. */
export function exigerVariante({ variantes }: Pick<MotifOuvert, 'variantes'>, variante: string | null): void {
  if (variantes.length === 0 ? variante === null : variantes.some(({ code }) => code === variante)) return
  throw new ErreurMetier('saisie', undefined, { motif: 'Choisissez le motif et sa précision' })
}

const libelles = z.array(z.object({ code: z.string(), libelle: z.string() })).catch([])

/** The list of the right motif first; the words of the pieces already received stay readable. */
export async function libellesCorriges(
  tx: Transaction,
  { libellesPieces }: Pick<DemandeVerrouillee, 'libellesPieces'>,
  motif: { motifId: string; variante: string | null; urgent: boolean },
): Promise<Prisma.InputJsonArray> {
  const nouvelles = (await piecesDemandees(tx, motif)).map(({ code, libelle }) => ({ code, libelle }))
  const codes = new Set(nouvelles.map(({ code }) => code))
  return [...nouvelles, ...libelles.parse(libellesPieces).filter(({ code }) => !codes.has(code))]
}
