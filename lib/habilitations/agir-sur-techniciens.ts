import type { z } from 'zod'
import { compteAGerer } from '@/lib/habilitations/acces'
import { creerCompte, garderAttestation } from '@/lib/habilitations/creer-compte'
import { inactiverCompte, programmerInactivation } from '@/lib/habilitations/inactiver-compte'
import { motifsInactivation } from '@/lib/habilitations/libelles'
import { modifierCompte } from '@/lib/habilitations/modifier-compte'
import { remettreLien, renvoyerActivation } from '@/lib/habilitations/remettre-lien'
import { retablirCompte } from '@/lib/habilitations/retablir-compte'
import type {
  schemaCompte,
  schemaInactivation,
  schemaModification,
  schemaNouveau,
  schemaRenouvellement,
} from '@/lib/habilitations/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

type De<S extends z.ZodType> = z.output<S>

const journal = (id: string, reste: Suite['journal'] = {}): Suite['journal'] => ({
  objetType: 'compte',
  objetId: id,
  ...reste,
})

/** Back to the table, which says what was done of whom. */
const retour = (fait: string, id: string) => `/equipe?fait=${fait}&compte=${id}`

export async function creerTechnicien(
  contexte: Contexte,
  { attestations: _, ...identite }: De<typeof schemaNouveau>,
): Promise<Suite> {
  const structureId = contexte.acteur.structure?.id ?? ''
  const { id } = await creerCompte(contexte, { profil: 'technicien', structureId, identite, attestation: true })
  return { vers: retour('cree', id), journal: journal(id) }
}

export async function modifierTechnicien(
  contexte: Contexte,
  { id, version, ...identite }: De<typeof schemaModification>,
): Promise<Suite> {
  const { change } = await modifierCompte(contexte, { compteId: id, version, identite })
  const fait = change.includes('courriel') ? 'adresse' : 'modifie'
  return { vers: retour(fait, id), journal: journal(id, { details: { champs: change.join(' ') } }) }
}

export async function inactiverTechnicien(
  contexte: Contexte,
  { id, motif, le }: De<typeof schemaInactivation>,
): Promise<Suite> {
  const acte = { compteId: id, motif: motifsInactivation[motif] }
  if (le) {
    await programmerInactivation(contexte, { ...acte, le })
    const details = { motif, le }
    return { vers: retour('prevu', id), journal: journal(id, { action: 'compte.inactivation_prevue', details }) }
  }
  await inactiverCompte(contexte, acte)
  return { vers: retour('inactive', id), journal: journal(id, { details: { motif } }) }
}

export async function retablirTechnicien(contexte: Contexte, { id }: De<typeof schemaCompte>): Promise<Suite> {
  const { compte, aActiver } = await retablirCompte(contexte, id)
  const fait = compte.etat === 'inactif' ? (aActiver ? 'retabli_lien' : 'retabli') : 'garde'
  return { vers: retour(fait, id), journal: journal(id) }
}

export async function renouvelerAttestation(
  contexte: Contexte,
  { id }: De<typeof schemaRenouvellement>,
): Promise<Suite> {
  const compte = await compteAGerer(contexte, id)
  if (compte.etat === 'inactif') throw new ErreurMetier('etat_change', 'Ce compte est inactivé.')
  await garderAttestation(contexte, compte, compte.organisme)
  return { vers: retour('atteste', id), journal: journal(id) }
}

/** The link is shown by the page that asks for it, and kept nowhere. */
export async function donnerLien(contexte: Contexte, { id }: De<typeof schemaCompte>): Promise<Suite> {
  return { donnees: { lien: await remettreLien(contexte, id) }, journal: journal(id) }
}

export async function renvoyerCourriel(contexte: Contexte, { id }: De<typeof schemaCompte>): Promise<Suite> {
  await renvoyerActivation(contexte, id)
  return { vers: retour('renvoye', id), journal: journal(id) }
}
