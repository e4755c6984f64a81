import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import { messageTenue } from '@/lib/partenaires/fiche-mots'
import type { Contexte } from '@/lib/socle/action'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import type { Prisma } from '@/lib/socle/prisma/client'

/** What is known of a SIRET in the whole portal, whichever caisse brought it. */
export async function partenaireConnu(tx: Transaction, siret: string) {
  const [connu] = await tx.$queryRaw<
    { id: string; nom: string; ville: string }[]
  >`SELECT * FROM ep_partenaire_connu(${siret})`
  return connu ?? null
}

/** Two caisses that enter one SIRET at the same time come one after the other. */
export async function verrouillerSiret(tx: Transaction, siret: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`siret ${siret}`}, 0))::text`
}

/**
 * Whether the caisse may write the record: bound by a live convention, or alone with it. While its own part is only a draft
 * and another caisse is bound, the record is in the hands of that one.
 */
export async function estTenu(tx: Transaction, partenaireId: string): Promise<boolean> {
  const [rang] = await tx.$queryRaw<{ tenu: boolean }[]>`
    SELECT coalesce(${partenaireId}::uuid = ANY (ep_partenaires_tenus()), false) AS tenu`
  return rang?.tenu ?? false
}

/** Names of the other caisses bound to the partenaire; nothing else is known of them. */
export async function autresCaisses(tx: Transaction, partenaireId: string): Promise<{ id: string; nom: string }[]> {
  const [rang] = await tx.$queryRaw<{ ids: string[] | null }[]>`SELECT ep_caisses_liees(${partenaireId}::uuid) AS ids`
  return tx.caisse.findMany({
    where: { id: { in: rang?.ids ?? [] } },
    select: { id: true, nom: true },
    orderBy: { nom: 'asc' },
  })
}

/** The record of a partenaire to be written by this caisse, with its structures; refused when another caisse holds it. */
export async function ficheAModifier({ tx }: Contexte, id: string) {
  const structures = { orderBy: [{ nom: 'asc' as const }, { id: 'asc' as const }] }
  const fiche = await tx.partenaire.findUnique({ where: { id }, include: { structures } })
  if (!fiche) throw new ErreurMetier('introuvable')
  if (!(await estTenu(tx, id))) throw new ErreurMetier('etat_change', messageTenue(await autresCaisses(tx, id)))
  return fiche
}

/** Writes the record if nobody did since it was read, says which caisse did it, and tells the référents of the others. */
export async function ecrireFiche(
  { tx, acteur, maintenant }: Contexte,
  { id, nom }: { id: string; nom: string },
  version: number,
  data: Prisma.PartenaireUpdateManyMutationInput = {},
): Promise<void> {
  const { count } = await tx.partenaire.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 }, modifieLe: maintenant, modifieParCaisseId: acteur.caisse?.id },
  })
  if (count === 0)
    throw new ErreurMetier(
      'etat_change',
      'Cette fiche a été modifiée entre-temps, par un collègue ou par une autre caisse. Rechargez la page\u00A0: vous verrez ce qui a changé avant de recommencer.',
    )
  const referents = await tx.$queryRaw<{ id: string; prenom: string; courriel: string }[]>`
    SELECT * FROM ep_referents_lies(${id}::uuid)`
  for (const { id: compteId, prenom, courriel } of referents)
    await ajouterCourriel(tx, {
      modele: 'partenaire_modifie',
      destinataire: courriel,
      compteId,
      donnees: { prenom, caisse: acteur.caisse?.nom, partenaire: nom, lien: `/caisse/partenaires/${id}` },
    })
}
