import { hacher } from '@/lib/comptes/hachage'
import { type CoteCompte, refusMotDePasse } from '@/lib/comptes/regles-mot-de-passe'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'

type Titulaire = {
  identifiant: string
  nom: string
  prenom: string
  courriel: string
  partenaireId: string | null
  structure: { nom: string } | null
}

export const coteDuCompte = (compte: { partenaireId: string | null }): CoteCompte =>
  compte.partenaireId ? 'partenaire' : 'caisse'

/** The hash of a password that the rules accept for this account; refuses it in words otherwise. */
export async function hacherSiAccepte(motDePasse: string, compte: Titulaire): Promise<string> {
  const motsPerso = [compte.identifiant, compte.nom, compte.prenom, compte.courriel, compte.structure?.nom ?? '']
  const refus = refusMotDePasse(motDePasse, { cote: coteDuCompte(compte), motsPerso: motsPerso.filter(Boolean) })
  if (refus) throw new ErreurMetier('saisie', undefined, { nouveauMotDePasse: refus })
  return hacher(motDePasse)
}

export async function enregistrerMotDePasse(
  tx: Transaction,
  { compteId, empreinte, maintenant }: { compteId: string; empreinte: string; maintenant: Date },
): Promise<void> {
  const secret = { motDePasseHash: empreinte, motDePasseLe: maintenant }
  await tx.authentification.upsert({ where: { compteId }, create: { compteId, ...secret }, update: secret })
}
