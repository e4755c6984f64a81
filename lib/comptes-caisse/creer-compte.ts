import { randomUUID } from 'node:crypto'
import { verrouillerComptes } from '@/lib/comptes-caisse/acces'
import { baseComptes } from '@/lib/comptes-caisse/adresses'
import { exigerCourrielLibre } from '@/lib/comptes-caisse/courriel'
import type { SaisieNouveauCompte } from '@/lib/comptes-caisse/schema'
import { nouvelIdentifiant, prefixeDe } from '@/lib/habilitations/identifiant'
import type { Identite } from '@/lib/habilitations/schema'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

type Nouveau = { profil: 'caisse' | 'administrateur'; caisseId: string | null; roles: string[]; identite: Identite }

/** An account of a caisse, by its référent or by an administrateur. */
export async function creerCompteCaisse(
  contexte: Contexte,
  { caisseId, roles, ...identite }: SaisieNouveauCompte,
): Promise<Suite> {
  const { tx, acteur } = contexte
  const siens = acteur.profil === 'administrateur' || acteur.caisse?.id === caisseId
  const caisse = siens
    ? await tx.caisse.findUnique({ where: { id: caisseId }, select: { nom: true, ville: true } })
    : null
  if (!caisse) throw new ErreurMetier('introuvable')
  const sigle = /^(CPAM|CGSS|CCSS)\b/i.exec(caisse.nom)?.[0] ?? 'caisse'
  const prefixe = prefixeDe(`${sigle} ${caisse.ville}`)
  return creer(contexte, prefixe, { profil: 'caisse', caisseId, roles, identite })
}

/** One more administrateur, by another one. */
export function creerAdministrateur(contexte: Contexte, identite: Identite): Promise<Suite> {
  return creer(contexte, 'national', { profil: 'administrateur', caisseId: null, roles: [], identite })
}

async function creer(
  contexte: Contexte,
  prefixe: string,
  { profil, caisseId, roles, identite }: Nouveau,
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  await verrouillerComptes(tx, caisseId)
  await exigerCourrielLibre(tx, { profil, caisseId, courriel: identite.courriel })
  const id = randomUUID()
  const identifiant = await nouvelIdentifiant(tx, { prefixe, ...identite })
  await tx.compte.createMany({
    data: [{ id, identifiant, profil, roles, ...identite, caisseId, creeLe: maintenant, creeParId: acteur.compteId }],
  })
  await ajouterCourriel(tx, { modele: 'activation', destinataire: identite.courriel, compteId: id, donnees: {} })
  return {
    vers: `${baseComptes(acteur, caisseId)}/${id}?fait=cree`,
    journal: { objetType: 'compte', objetId: id, caisseId, details: { profil, roles: roles.join(',') } },
  }
}
