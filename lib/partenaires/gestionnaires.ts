import { type CompteGere, compteAGerer } from '@/lib/habilitations/acces'
import { creerCompte } from '@/lib/habilitations/creer-compte'
import { inactiverCompte, programmerInactivation } from '@/lib/habilitations/inactiver-compte'
import { motifsInactivation } from '@/lib/habilitations/libelles'
import { modifierCompte } from '@/lib/habilitations/modifier-compte'
import { remettreLien, renvoyerActivation } from '@/lib/habilitations/remettre-lien'
import { retablirCompte } from '@/lib/habilitations/retablir-compte'
import { exigerConventionSignee } from '@/lib/partenaires/convention-signee'
import type { SaisieGestionnaire, SaisieInactivation, SaisieModificationGestionnaire } from '@/lib/partenaires/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAParis } from '@/lib/socle/temps'

/** A gestionnaire is habilité by a référent (règles du domaine, §1), within the quota of the structure. */
export async function creerGestionnaire(
  contexte: Contexte,
  { structureId, ...identite }: SaisieGestionnaire,
): Promise<Suite> {
  const structure = await contexte.tx.structure.findUnique({
    where: { id: structureId },
    select: { partenaireId: true },
  })
  if (!structure) throw new ErreurMetier('introuvable')
  await exigerConventionSignee(contexte, structure.partenaireId)
  const { id } = await creerCompte(contexte, { profil: 'gestionnaire', structureId, identite })
  return {
    vers: `${adresse({ id, partenaireId: structure.partenaireId })}?fait=cree`,
    journal: { objetType: 'compte', objetId: id, details: { profil: 'gestionnaire', structureId } },
  }
}

/** Civilité, nom, prénom, fonction, téléphone, e-mail, and nothing else (règles du domaine, §3). */
export async function modifierGestionnaire(
  contexte: Contexte,
  { compteId, version, ...identite }: SaisieModificationGestionnaire,
): Promise<Suite> {
  const compte = await gestionnaire(contexte, compteId)
  const { change } = await modifierCompte(contexte, { compteId, version, identite })
  return {
    vers: `${adresse(compte)}?fait=${change.includes('courriel') ? 'adresse' : 'modifie'}`,
    journal: journal(compte, { champs: change.join(' ') }),
  }
}

/** At once, or on a day to come where the caisse applies inactivations on the wished date (règles du domaine, §3). */
export async function inactiverGestionnaire(
  contexte: Contexte,
  { compteId, motif: code, le }: SaisieInactivation,
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const compte = await gestionnaire(contexte, compteId)
  const motif = motifsInactivation[code]
  const reglages = await tx.reglagesCaisse.findUnique({
    where: { caisseId: acteur.caisse?.id },
    select: { inactivationGestionnaire: true },
  })
  const aDate = reglages?.inactivationGestionnaire !== 'immediate' && le !== null && le !== dateAParis(maintenant)
  if (aDate) await programmerInactivation(contexte, { compteId, le, motif })
  else await inactiverCompte(contexte, { compteId, motif })
  return {
    vers: `${adresse(compte)}?fait=${aDate ? 'prevu' : 'inactive'}`,
    journal: {
      ...journal(compte, { motif: code, le: aDate ? le : null }),
      action: aDate ? 'compte.inactivation_prevue' : 'compte.inactive',
    },
  }
}

/** Brings an account back within the quota, or gives up an inactivation to come. */
export async function retablirGestionnaire(contexte: Contexte, { compteId }: { compteId: string }): Promise<Suite> {
  const compte = await gestionnaire(contexte, compteId)
  await exigerConventionSignee(contexte, compte.partenaireId)
  const { aActiver } = await retablirCompte(contexte, compteId)
  const fait = compte.etat === 'inactif' ? (aActiver ? 'retabli_lien' : 'retabli') : 'garde'
  return { vers: `${adresse(compte)}?fait=${fait}`, journal: journal(compte) }
}

export async function renvoyerLienGestionnaire(contexte: Contexte, { compteId }: { compteId: string }): Promise<Suite> {
  const compte = await gestionnaire(contexte, compteId)
  await renvoyerActivation(contexte, compteId)
  return { vers: `${adresse(compte)}?fait=renvoye`, journal: journal(compte) }
}

/** The link is in the answer and nowhere else: it is shown once. */
export async function remettreLienGestionnaire(contexte: Contexte, { compteId }: { compteId: string }): Promise<Suite> {
  const compte = await gestionnaire(contexte, compteId)
  return { donnees: { lien: await remettreLien(contexte, compteId) }, journal: journal(compte) }
}

/** A gestionnaire account of a partenaire that the caisse holds; that of a technicien is for its gestionnaires. */
async function gestionnaire(contexte: Contexte, compteId: string): Promise<CompteGere> {
  const compte = await compteAGerer(contexte, compteId)
  if (compte.profil !== 'gestionnaire') throw new ErreurMetier('introuvable')
  return compte
}

const adresse = ({ id, partenaireId }: Pick<CompteGere, 'id' | 'partenaireId'>) =>
  `/caisse/partenaires/${partenaireId}/comptes/${id}`

const journal = ({ id }: CompteGere, details: NonNullable<Suite['journal']>['details'] = {}): Suite['journal'] => ({
  objetType: 'compte',
  objetId: id,
  details,
})
