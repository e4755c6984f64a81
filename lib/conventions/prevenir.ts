import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
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
  await prevenirPartenaire(contexte, convention, modele, faits)
  const autres = convention.caisses.filter(({ caisseId }) => caisseId !== contexte.acteur.caisse?.id)
  await prevenirCaisses(
    contexte,
    convention,
    autres.map(({ caisseId }) => caisseId),
    modele,
    faits,
  )
}

async function prevenirPartenaire(
  { tx, acteur }: Contexte,
  { partenaire }: ConventionDite,
  modele: ModeleGouvernance,
  faits: Faits,
): Promise<void> {
  const donnees = { ...faits, caisse: acteur.caisse?.nom, partenaire: partenaire.nom }
  const gestionnaires = await tx.compte.findMany({
    where: { partenaireId: partenaire.id, profil: 'gestionnaire', etat: 'actif', supprimeLe: null },
    select: { id: true, courriel: true, prenom: true },
    orderBy: { id: 'asc' },
  })
  const dits = new Set<string>()
  for (const { id, courriel, prenom } of gestionnaires) {
    if (dits.has(courriel)) continue
    dits.add(courriel)
    await ajouterCourriel(tx, { modele, destinataire: courriel, compteId: id, donnees: { ...donnees, prenom } })
  }
  const contacts = await tx.contactPartenaire.findMany({
    where: { partenaireId: partenaire.id, type: 'referent', courriel: { not: null } },
    select: { courriel: true },
    orderBy: { id: 'asc' },
  })
  for (const { courriel } of contacts) {
    if (!courriel || dits.has(courriel)) continue
    dits.add(courriel)
    await ajouterCourriel(tx, { modele, destinataire: courriel, donnees: { ...donnees, lien: '/aide' } })
  }
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
