import { cheminDeLaDemande, estModeleDemande, modelesDemande, motsDuFait } from '@/lib/notifications/modeles'
import { DEMANDES_LISTEES, type DonneesResume } from '@/lib/notifications/modeles/resume'

/** What the mails say, demande by demande, each thing once, in the order it happened. */
export function composerResume(
  courriels: { modele: string; donnees: unknown }[],
): Pick<DonneesResume, 'demandes' | 'autres'> {
  const parDemande = new Map<string, { lien: string; faits: Set<string> }>()
  for (const { modele, donnees } of courriels) {
    if (!estModeleDemande(modele)) continue
    const lues = modelesDemande[modele].parse(donnees)
    const deja = parDemande.get(lues.reference) ?? { lien: cheminDeLaDemande(modele, lues), faits: new Set() }
    deja.faits.add(motsDuFait(modele))
    parDemande.set(lues.reference, deja)
  }
  const toutes = [...parDemande].map(([reference, { lien, faits }]) => ({ reference, lien, faits: [...faits] }))
  return { demandes: toutes.slice(0, DEMANDES_LISTEES), autres: Math.max(0, toutes.length - DEMANDES_LISTEES) }
}
