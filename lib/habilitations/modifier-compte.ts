import { debiter } from '@/lib/debits/debiter'
import { compteAGerer } from '@/lib/habilitations/acces'
import { doublon } from '@/lib/habilitations/doublons'
import type { Profil } from '@/lib/habilitations/places'
import { verifierCourriel } from '@/lib/habilitations/regles'
import type { Identite } from '@/lib/habilitations/schema'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/**
 * Changes who holds an account: a gestionnaire for the techniciens of its structure, a référent for gestionnaires only (règles
 * du domaine, §3). A new address ends the links sent to the old one; an account not yet activated is invited again, otherwise
 * both addresses are told. Journal: «compte.modifie», by the caller.
 */
export async function modifierCompte(
  contexte: Contexte,
  { compteId, version, identite }: { compteId: string; version: number; identite: Identite },
): Promise<{ change: string[] }> {
  const { tx } = contexte
  const compte = await compteAGerer(contexte, compteId)
  if (contexte.acteur.profil !== 'gestionnaire' && compte.profil !== 'gestionnaire')
    throw new ErreurMetier('introuvable')
  if (compte.etat === 'inactif') {
    throw new ErreurMetier('etat_change', 'Ce compte est inactivé. Rétablissez-le avant de le modifier.')
  }
  const change = (Object.keys(identite) as (keyof Identite)[]).filter((cle) => identite[cle] !== compte[cle])
  if (change.includes('courriel')) {
    const cadre = { structureId: compte.structureId, profil: compte.profil as Profil, sauf: compteId }
    const refus = verifierCourriel(identite.courriel, compte.domaines) ?? (await doublon(tx, cadre, identite))
    if (refus) throw new ErreurMetier('saisie', undefined, { courriel: refus })
  }
  const { count } = await tx.compte.updateMany({
    where: { id: compteId, version },
    data: { ...identite, version: { increment: 1 } },
  })
  if (count === 0) {
    throw new ErreurMetier(
      'etat_change',
      'Ce compte vient d’être modifié par quelqu’un d’autre. Rechargez la page, puis recommencez.',
    )
  }
  if (change.includes('courriel')) await prevenir(contexte, compte, identite)
  return { change }
}

async function prevenir(
  { tx, maintenant }: Contexte,
  compte: { id: string; etat: string; courriel: string; identifiant: string },
  { courriel, prenom }: Identite,
): Promise<void> {
  const compteId = compte.id
  if (compte.etat === 'attente_activation') {
    await debiter('activation', { sujet: compteId, maintenant, tx })
    await ajouterCourriel(tx, { modele: 'activation', destinataire: courriel, compteId, donnees: {} })
    return
  }
  for (const destinataire of [compte.courriel, courriel]) {
    const donnees = { prenom, identifiant: compte.identifiant }
    await ajouterCourriel(tx, { modele: 'compte_adresse', destinataire, compteId, donnees })
  }
}
