import { intituleEvenement, libelleEvenement, objetSansReference } from '@/lib/journal/libelles'
import { pageEnMots } from '@/lib/journal/pages'
import type { LigneDuJournal, Reperes } from '@/lib/journal/queries'

/** Who did it, in words. */
export function auteurEnMots({ compteId, profil }: LigneDuJournal, { noms }: Reperes): string {
  if (compteId) return noms.get(compteId)?.nom ?? 'Un compte d’ailleurs'
  return profil === 'automatique' ? 'Le portail' : 'Quelqu’un, sans être connecté,'
}

/** What was done, as it follows the author: «a consulté la demande 26-009030». */
export function acteEnMots(ligne: LigneDuJournal, reperes: Reperes): string {
  return libelleEvenement(ligne.action).mots.replace('{objet}', () => objetEnMots(ligne, reperes))
}

function objetEnMots(ligne: LigneDuJournal, { noms, references }: Reperes): string {
  const { action, objetType, objetId, details } = ligne
  if (objetType === 'page' && objetId) {
    const mots = pageEnMots(objetId)
    const nom = mots ? `«\u00a0${mots}\u00a0»` : objetId
    return action === 'page.vue' ? nom : `la page ${nom}`
  }
  if (action === 'acces.refuse' && typeof details.acte === 'string')
    return details.acte.startsWith('/') ? details.acte : `l’acte «\u00a0${intituleEvenement(details.acte)}\u00a0»`
  const reference = objetId ? references.get(objetId) : undefined
  if (reference) return `la demande ${reference}`
  const nom = objetId ? noms.get(objetId)?.nom : undefined
  if (nom) return nom === 'Compte supprimé' ? 'un compte supprimé' : `le compte de ${nom}`
  return objetSansReference(action)
}

/** «CPAM de …», or the partenaire of who did it. */
export function lieuEnMots({ caisseId, partenaireId }: LigneDuJournal, { lieux }: Reperes): string {
  return [caisseId, partenaireId].flatMap((id) => (id && lieux.get(id)) || []).join(', ')
}
