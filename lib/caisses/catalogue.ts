import { z } from 'zod'
import { type Service, services } from '@/lib/demandes/modele'
import type { Transaction } from '@/lib/socle/base'
import type { Prisma } from '@/lib/socle/prisma/client'

const variantesSchema = z.array(z.object({ code: z.string(), libelle: z.string() })).catch([])

export type MotifOuvert = {
  id: string
  code: string
  libelle: string
  libelleCourt: string
  aide: string | null
  assureRequis: boolean
  demandeLiee: boolean
  /** Leads to the structured request about gestionnaire accounts instead of a demande. */
  habilitation: boolean
  urgent: boolean
  urgencePossible: boolean
  prestation: string | null
  variantes: { code: string; libelle: string }[]
  /** Delay and alert of this motif at the caisse, where they differ from those of its prestation. */
  delai: { delaiJours: number | null; seuilAlerteJours: number | null } | null
}

type Portee = { caisseId: string; partenaireId: string }

/** Services open to a partenaire at a caisse, in the order of the caisse: switched off by either setting, a service is not there. */
export async function servicesOuverts(tx: Transaction, { caisseId, partenaireId }: Portee): Promise<Service[]> {
  const [deLaCaisse, duPartenaire] = [
    await tx.serviceCaisse.findMany({ where: { caisseId }, orderBy: { ordre: 'asc' } }),
    await tx.servicePartenaire.findMany({ where: { caisseId, partenaireId } }),
  ]
  return servicesParmi(deLaCaisse, duPartenaire)
}

type ReglageService = { service: string; actif: boolean }

/** The same, from the settings of the caisse and those it has for the partenaire. */
export function servicesParmi(
  deLaCaisse: (ReglageService & { ordre: number })[],
  duPartenaire: ReglageService[],
): Service[] {
  const rang = (service: Service) =>
    deLaCaisse.find((reglage) => reglage.service === service)?.ordre ?? services.indexOf(service)
  return services
    .filter((service) => deLaCaisse.find((reglage) => reglage.service === service)?.actif ?? true)
    .filter((service) => duPartenaire.find((reglage) => reglage.service === service)?.actif ?? true)
    .sort((a, b) => rang(a) - rang(b))
}

/** Motifs of a service as the caisse shows them to a partenaire: national ones and its own, renamed, hidden and ordered. */
export async function motifsOuverts(tx: Transaction, portee: Portee & { service: Service }): Promise<MotifOuvert[]> {
  const { caisseId, partenaireId, service } = portee
  const motifs = await tx.motif.findMany({
    where: { service, actif: true, OR: [{ caisseId: null }, { caisseId }] },
    include: { reglages: { where: { caisseId } }, partenaires: { where: { caisseId, partenaireId } } },
    orderBy: { ordre: 'asc' },
  })
  return motifs
    .flatMap((motif) => motifOuvert(motif) ?? [])
    .sort((a, b) => (a.reglages[0]?.ordre ?? a.ordre) - (b.reglages[0]?.ordre ?? b.ordre))
}

/** With its settings at the caisse and those it has for the partenaire. */
export type MotifRegle = Prisma.MotifGetPayload<{ include: { reglages: true; partenaires: true } }>

/** A motif as the caisse shows it to the partenaire; null when either has hidden it. */
export function motifOuvert<M extends MotifRegle>(motif: M): (M & MotifOuvert) | null {
  const [reglage] = motif.reglages
  if (!(reglage?.actif ?? true) || !(motif.partenaires[0]?.actif ?? true)) return null
  return {
    ...motif,
    libelle: reglage?.libelle ?? motif.libelle,
    libelleCourt: reglage?.libelle ?? motif.libelleCourt,
    delai: reglage ?? null,
    variantes: variantesSchema.parse(motif.variantes),
  }
}

export type PieceDemandee = {
  code: string
  libelle: string
  aide: string | null
  requise: boolean
  /** The justificatif of an urgent dossier: without it the dossier is not urgent, so it can't be said missing. */
  indispensable?: boolean
}

/** Pieces of the list for a motif, its variante and the urgency; the justificatif of an urgent dossier is one of them. */
export async function piecesDemandees(
  tx: Transaction,
  { motifId, variante, urgent }: { motifId: string; variante: string | null; urgent: boolean },
): Promise<PieceDemandee[]> {
  const pieces = await tx.pieceAttendue.findMany({ where: { motifId, actif: true }, orderBy: { ordre: 'asc' } })
  const demandees = pieces
    .filter((piece) => piece.variantes.length === 0 || (variante !== null && piece.variantes.includes(variante)))
    .filter((piece) => piece.exigence !== 'urgence' || urgent)
    .map(({ code, libelle, aide, exigence }) => ({
      code,
      libelle,
      aide,
      requise: exigence !== 'suggeree',
      indispensable: exigence === 'urgence',
    }))
  if (!urgent || demandees.some(({ indispensable }) => indispensable)) return demandees
  // A list without its justificatif: urgency is never a box alone. A motif that is always urgent says it by itself.
  const auChoix = await tx.motif.count({ where: { id: motifId, urgencePossible: true } })
  return auChoix ? [...demandees, justificatifUrgence] : demandees
}

const justificatifUrgence: PieceDemandee = {
  code: 'justificatif_urgence',
  libelle: 'Justificatif de l’urgence',
  aide: 'Certificat médical, bulletin d’hospitalisation, prescription ou attestation de besoin de soins.',
  requise: true,
  indispensable: true,
}

/** Label of a demande: that of the motif, with its variante. */
export function objetDe(motif: Pick<MotifOuvert, 'libelleCourt' | 'variantes'>, variante: string | null): string {
  return motif.variantes.find(({ code }) => code === variante)?.libelle ?? motif.libelleCourt
}

export type AttestationDemandee = { code: string; texte: string; aide: string | null }

/** What must be attested when filing. */
export async function attestationsDemandees(
  tx: Transaction,
  { service, assureRequis }: { service: Service; assureRequis: boolean },
): Promise<AttestationDemandee[]> {
  const attestations = await tx.attestation.findMany({
    where: { actif: true, OR: [{ service: null }, { service }] },
    orderBy: { ordre: 'asc' },
  })
  return attestations.filter(({ condition }) => condition === 'toujours' || (condition === 'assure' && assureRequis))
}
