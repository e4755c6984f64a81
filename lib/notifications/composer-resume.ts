import { cheminDeLaDemande, estModeleDemande, modelesDemande, motsDuFait } from '@/lib/notifications/modeles'
import {
  actualite,
  cheminDeLActualite,
  estModeleActualite,
  motsDeLActualite,
} from '@/lib/notifications/modeles/actualites'
import {
  cheminDeLaFormation,
  estModeleFormation,
  formation,
  motsDeLaFormation,
} from '@/lib/notifications/modeles/formations'
import { DEMANDES_LISTEES, type DonneesResume } from '@/lib/notifications/modeles/resume'

/** What the mails say, demande by demande, each thing once, in the order it happened. */
export function composerResume(
  courriels: { modele: string; donnees: unknown }[],
): Pick<DonneesResume, 'demandes' | 'annonces' | 'autres'> {
  const parDemande = new Map<string, { lien: string; faits: Set<string> }>()
  const annonces = new Map<string, { libelle: string; faits: Set<string> }>()
  for (const { modele, donnees } of courriels) {
    if (estModeleFormation(modele)) {
      const lue = formation.parse(donnees)
      const lien = cheminDeLaFormation(lue)
      const deja = annonces.get(lien) ?? { libelle: `Formation «\u00a0${lue.theme}\u00a0»`, faits: new Set() }
      deja.faits.add(motsDeLaFormation(modele))
      annonces.set(lien, deja)
    }
    if (estModeleActualite(modele)) {
      const lue = actualite.parse(donnees)
      const lien = cheminDeLActualite(lue)
      const deja = annonces.get(lien) ?? { libelle: `Actualité «\u00a0${lue.titre}\u00a0»`, faits: new Set() }
      deja.faits.add(motsDeLActualite(modele))
      annonces.set(lien, deja)
    }
    if (!estModeleDemande(modele)) continue
    const lues = modelesDemande[modele].parse(donnees)
    const deja = parDemande.get(lues.reference) ?? { lien: cheminDeLaDemande(modele, lues), faits: new Set() }
    deja.faits.add(motsDuFait(modele))
    parDemande.set(lues.reference, deja)
  }
  const toutes = [...parDemande].map(([reference, { lien, faits }]) => ({ reference, lien, faits: [...faits] }))
  return {
    demandes: toutes.slice(0, DEMANDES_LISTEES),
    annonces: [...annonces].map(([lien, { libelle, faits }]) => ({ libelle, lien, faits: [...faits] })),
    autres: Math.max(0, toutes.length - DEMANDES_LISTEES),
  }
}
