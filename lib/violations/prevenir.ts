import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import type { Transaction } from '@/lib/socle/base'
import { referenceViolation } from '@/lib/violations/libelles'

type Destinataire = {
  qualite: 'dpo' | 'referent' | 'boite' | 'partenaire'
  id: string | null
  prenom: string | null
  courriel: string
  caisseId: string | null
  nom: string | null
}

type Modele = 'violation_declaree' | 'violation_completee' | 'violation_rappel' | 'violation_limite'

type Avis = {
  id: string
  cote: 'partenaire' | 'caisse'
  /** Who has just acted knows it already. */
  sauf?: string
  /** One caisse only. */
  caisseId?: string
  motif?: string
}

/** Whom each mail is for: the partenaire is told of a breach, not of what a caisse has still to do. */
const lecteurs: Record<Modele, Destinataire['qualite'][]> = {
  violation_declaree: ['dpo', 'referent', 'boite', 'partenaire'],
  violation_completee: ['dpo', 'boite'],
  violation_rappel: ['dpo', 'boite'],
  violation_limite: ['dpo', 'referent', 'boite'],
}

/**
 * Writes at once to the DPO and the référents of the caisses, to the mailbox of their DPO and to the DPO of the partenaire: a reference and
 * where to read it, never what happened nor to whom. One mail by address.
 */
export async function prevenirDeLaViolation(
  tx: Transaction,
  { id, cote, sauf, caisseId, motif }: Avis,
  modele: Modele,
): Promise<number> {
  const connus = await tx.$queryRaw<Destinataire[]>`
    SELECT qualite, id, prenom, courriel, "caisseId", nom FROM ep_violation_a_prevenir(${id}::uuid) ORDER BY qualite, courriel, id`
  const dits = new Set<string>(connus.filter((lu) => lu.id === sauf).map(({ courriel }) => courriel.toLowerCase()))
  // Accounts first: their mail leads to the page, that of a mailbox to whom to call.
  const ordonnes = connus.toSorted((a, b) => Number(a.id === null) - Number(b.id === null))
  let envoyes = 0
  for (const lecteur of ordonnes) {
    const adresse = lecteur.courriel.toLowerCase()
    if (!lecteurs[modele].includes(lecteur.qualite) || dits.has(adresse)) continue
    if (caisseId && lecteur.caisseId !== caisseId) continue
    dits.add(adresse)
    envoyes += 1
    await ajouterCourriel(tx, {
      modele,
      destinataire: lecteur.courriel,
      compteId: lecteur.id ?? undefined,
      caisseId: lecteur.caisseId ?? undefined,
      donnees: {
        identifiant: referenceViolation(id),
        prenom: lecteur.prenom ?? undefined,
        caisse: lecteur.nom ?? undefined,
        motif: motif ?? (cote === 'partenaire' ? 'un partenaire' : 'la caisse'),
        lien: lienDe(lecteur, id),
      },
    })
  }
  return envoyes
}

function lienDe({ qualite }: Destinataire, id: string): string {
  if (qualite === 'dpo') return `/caisse/violations/${id}`
  return qualite === 'referent' ? `/violations/${id}` : '/aide'
}
