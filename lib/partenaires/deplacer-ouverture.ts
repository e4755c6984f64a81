import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import { prevenirGestionnaires } from '@/lib/notifications/destinataires'
import { ecrireFiche, ficheAModifier } from '@/lib/partenaires/fiche'
import { fermeLaStructure } from '@/lib/partenaires/regles'
import type { SaisieOuverture } from '@/lib/partenaires/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { enDate, jourDe } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

/**
 * Moves the day from which the accounts of a structure have access, at every caisse. A day to come on a structure that is
 * already open takes the access away until then: its gestionnaires are told.
 */
export async function deplacerOuverture(contexte: Contexte, saisie: SaisieOuverture): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const { id, partenaireId, version, ouvreLe } = saisie
  const fiche = await ficheAModifier(contexte, partenaireId)
  const structure = fiche.structures.find((candidate) => candidate.id === id)
  if (!structure) throw new ErreurMetier('introuvable')
  const avant = jourDe(structure.ouvreLe)
  const ferme = fermeLaStructure({ ouvreLe: avant }, { ouvreLe }, dateAParis(maintenant))
  const comptes = await comptesOuverts(tx, id)
  if (avant !== ouvreLe) {
    await ecrireFiche(contexte, fiche, version)
    await tx.structure.updateMany({ where: { id, partenaireId }, data: { ouvreLe: ouvreLe && enDate(ouvreLe) } })
  }
  if (ferme && ouvreLe) {
    const modele = 'structure_ouverture_reportee'
    const donnees = { caisse: acteur.caisse?.nom, partenaire: structure.nom, jour: ouvreLe }
    await prevenirGestionnaires(tx, { partenaireId, structureId: id }, modele, donnees)
    if (structure.courriel) await ajouterCourriel(tx, { modele, destinataire: structure.courriel, donnees })
  }
  return {
    vers: `/caisse/partenaires/${partenaireId}#structures`,
    journal: { objetType: 'structure', objetId: id, details: { partenaireId, avant, ouvreLe, ferme, comptes } },
  }
}

/** Accounts that may sign in today, of both profiles. */
function comptesOuverts(tx: Transaction, structureId: string): Promise<number> {
  return tx.compte.count({ where: { structureId, etat: 'actif', supprimeLe: null } })
}
