import { demandeVisible } from '@/lib/demandes/acces'
import type { DonneesAccuse } from '@/lib/demandes/accuse-pdf'
import { identiteComplete } from '@/lib/demandes/libelles'
import type { Service } from '@/lib/demandes/modele'
import type { DonneesNotice } from '@/lib/demandes/notice-pdf'
import { definitionDe } from '@/lib/demandes/registre'
import { type Acteur, nomComplet, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateLongue, pluriel } from '@/lib/socle/format'
import { estId } from '@/lib/socle/identifiants'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'

/** What the acknowledgement of a demande says: what was received, as it was received. */
export function accuseDe(acteur: Acteur, reference: string): Promise<DonneesAccuse & { id: string; caisseId: string }> {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const demande = await tx.demande.findFirst({
      where: demandeVisible(acteur, reference),
      include: { caisse: true, partenaire: true, auteur: true, pieces: { orderBy: { deposeeLe: 'asc' } } },
    })
    if (!demande || demande.limiteeLe) throw new ErreurMetier('introuvable')
    const { deposeeLe, delaiJours } = demande
    return {
      id: demande.id,
      caisseId: demande.caisseId,
      reference,
      caisse: demande.caisse.nom,
      partenaire: demande.partenaire.nom,
      service: definitionDe(demande.service as Service).libelle,
      motif: demande.objet,
      recueLe: deposeeLe,
      personne: identiteComplete(demande),
      deposeePar: nomComplet(demande.auteur),
      pieces: demande.pieces.filter((piece) => piece.deposeeLe <= deposeeLe).map(({ nomFichier }) => nomFichier),
      delai: delaiJours === null ? null : `${pluriel(delaiJours, 'jour')} à partir d’un dossier complet`,
      reponseAvant: delaiJours === null ? null : dateLongue(ajouterJours(dateAParis(deposeeLe), delaiJours)),
    }
  })
}

const duree = (mois: number) => (mois % 12 === 0 ? pluriel(mois / 12, 'an') : `${mois}\u00A0mois`)

/** What the notice to hand over says: the caisse, its DPO, and how long it keeps a demande. */
export function noticeDe(acteur: Acteur, caisseId: string, maintenant: Date): Promise<DonneesNotice> {
  const ouverte = acteur.caissesOuvertes.some(({ id }) => id === caisseId)
  if (!estId(caisseId) || !ouverte) throw new ErreurMetier('introuvable')
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisse = await tx.caisse.findUnique({
      where: { id: caisseId },
      include: { reglages: true, contacts: { where: { type: 'dpo' }, orderBy: { ordre: 'asc' } } },
    })
    if (!caisse?.reglages) throw new ErreurMetier('introuvable')
    const [dpo] = caisse.contacts
    const adresseCaisse = `${caisse.nom}, délégué à la protection des données, ${caisse.adresse}, ${caisse.codePostal} ${caisse.ville}`
    return {
      caisse: caisse.nom,
      partenaire: acteur.partenaire?.nom ?? '',
      dpo: { adresse: dpo?.adresse ?? adresseCaisse, courriel: dpo?.courriel ?? null },
      conservation: `${duree(caisse.reglages.conservationDemandeMois)} après la réponse`,
      fichiers: duree(caisse.reglages.conservationFichiersMois),
      editeeLe: maintenant,
    }
  })
}
