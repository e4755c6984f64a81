import { ecrireFiche, ficheAModifier } from '@/lib/partenaires/fiche'
import type { SaisieModificationStructure } from '@/lib/partenaires/schema'
import { verifierStructure } from '@/lib/partenaires/structures'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Address, mailbox, and for a structure among several its name and members: those of a single one follow the partenaire. */
export async function modifierStructure(contexte: Contexte, saisie: SaisieModificationStructure): Promise<Suite> {
  const { id, partenaireId, version, nom, nombreMembres, ...lieu } = saisie
  const fiche = await ficheAModifier(contexte, partenaireId)
  const structure = fiche.structures.find((candidate) => candidate.id === id)
  if (!structure) throw new ErreurMetier('introuvable')
  const plusieurs = fiche.structures.length > 1
  const propre = { nom: nom ?? structure.nom, nombreMembres: nombreMembres ?? structure.nombreMembres }
  if (plusieurs) {
    const erreurs = verifierStructure({ id, ...propre }, { autres: fiche.structures, total: fiche.nombreMembres })
    if (Object.keys(erreurs).length > 0) throw new ErreurMetier('saisie', undefined, erreurs)
  }
  await ecrireFiche(contexte, fiche, version)
  await contexte.tx.structure.updateMany({
    where: { id, partenaireId },
    data: plusieurs ? { ...lieu, ...propre } : { courriel: lieu.courriel },
  })
  return {
    vers: `/caisse/partenaires/${partenaireId}#structures`,
    journal: { objetType: 'structure', objetId: id, details: { partenaireId } },
  }
}
