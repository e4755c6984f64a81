import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import { prevenirGestionnaires } from '@/lib/notifications/destinataires'
import type { ModeleGouvernance } from '@/lib/notifications/modeles/gouvernance'
import type { Contexte } from '@/lib/socle/action'
import type { DateIso } from '@/lib/socle/temps'

type ConventionDite = {
  id: string
  partenaire: { id: string; nom: string }
  caisses: { caisseId: string }[]
}
type Faits = { jour?: DateIso; motif?: string; nombre?: number }

/**
 * Tells the other side of an act: the active gestionnaires, then the référents of the convention who have no account. The other
 * caisses of the text are told at their partnership mailbox. The mails leave only if the transaction does.
 */
export async function prevenirLesParties(
  contexte: Contexte,
  convention: ConventionDite,
  modele: ModeleGouvernance,
  faits: Faits = {},
): Promise<void> {
  const { id: partenaireId, nom: partenaire } = convention.partenaire
  await prevenirGestionnaires(contexte.tx, { partenaireId, contacts: true }, modele, {
    ...faits,
    caisse: contexte.acteur.caisse?.nom,
    partenaire,
  })
  const autres = convention.caisses.filter(({ caisseId }) => caisseId !== contexte.acteur.caisse?.id)
  await prevenirCaisses(
    contexte,
    convention,
    autres.map(({ caisseId }) => caisseId),
    modele,
    faits,
  )
}

/** At the partnership mailbox of each caisse: its accounts are not known to another one. */
export async function prevenirCaisses(
  { tx, acteur }: Contexte,
  { id, partenaire }: Pick<ConventionDite, 'id' | 'partenaire'>,
  caisseIds: string[],
  modele: ModeleGouvernance,
  faits: Faits = {},
): Promise<void> {
  const boites = await tx.contactCaisse.findMany({
    where: { caisseId: { in: caisseIds }, type: 'partenariat', courriel: { not: null } },
    select: { courriel: true },
    orderBy: { id: 'asc' },
  })
  const lien = `/caisse/conventions/${id}`
  const donnees = { ...faits, caisse: acteur.caisse?.nom, partenaire: partenaire.nom, lien }
  for (const destinataire of new Set(boites.map(({ courriel }) => courriel)))
    if (destinataire) await ajouterCourriel(tx, { modele, destinataire, donnees })
}
