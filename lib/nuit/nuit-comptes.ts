import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import { prevenirGestionnaires, referentsAPrevenir } from '@/lib/notifications/destinataires'
import { journaliserAutomatique, retenir } from '@/lib/nuit/consigner'
import type { ActeDuCompte, SituationCompte } from '@/lib/nuit/modele'
import { actesDuCompte } from '@/lib/nuit/regles-comptes'
import { supprimerCompte } from '@/lib/nuit/supprimer-compte'
import { nomComplet } from '@/lib/socle/acteur'
import { avecTravaux, baseTravaux, type Transaction } from '@/lib/socle/base'
import { jourDe } from '@/lib/socle/jour'
import { ajouterJours, type DateIso, dateAParis, debutDuJour } from '@/lib/socle/temps'

/** Key of the last day that the night went through for the accounts. */
const cleComptes = 'vu:comptes'

type Rappel = { depuis: DateIso; motDePasseMois: number | null }

/** What holds for every account, and those that are worth a look: the active ones that nothing awaits are left out by their rules. */
export async function lireRappels(jour: DateIso): Promise<Rappel & { comptes: string[] }> {
  const base = baseTravaux()
  const [vu, parametre, comptes] = await Promise.all([
    base.acteNuit.findUnique({ where: { cle: cleComptes } }),
    base.parametre.findUnique({ where: { cle: 'mot_de_passe_mois' } }),
    base.compte.findMany({ where: { supprimeLe: null }, select: { id: true }, orderBy: { id: 'asc' } }),
  ])
  const mois = Number(parametre?.valeur)
  return {
    depuis: vu ? ajouterJours(jourDe(vu.le), 1) : jour,
    motDePasseMois: parametre && mois > 0 ? mois : null,
    comptes: comptes.map(({ id }) => id),
  }
}

export async function marquerComptesVus(jour: DateIso, maintenant: Date): Promise<void> {
  await baseTravaux().acteNuit.upsert({
    where: { cle: cleComptes },
    create: { cle: cleComptes, type: 'vu', le: new Date(jour), faitLe: maintenant },
    update: { le: new Date(jour), faitLe: maintenant },
  })
}

const colonnes = {
  id: true,
  identifiant: true,
  profil: true,
  prenom: true,
  nom: true,
  courriel: true,
  etat: true,
  creeLe: true,
  inactiveLe: true,
  partenaireId: true,
  structureId: true,
  caisseId: true,
  partenaire: { select: { nom: true } },
  authentification: { select: { motDePasseLe: true } },
  brouillons: { select: { modifieLe: true }, orderBy: { modifieLe: 'asc' }, take: 1 },
} as const

async function lireCompte(tx: Transaction, id: string) {
  return tx.compte.findFirst({ where: { id, supprimeLe: null }, select: colonnes })
}

type CompteLu = NonNullable<Awaited<ReturnType<typeof lireCompte>>>

/** What is due for one account, in one transaction. Gives the number of acts. */
export function nuitDuCompte(compteId: string, rappel: Rappel, jour: DateIso, maintenant: Date): Promise<number> {
  return avecTravaux(async (tx) => {
    const compte = await lireCompte(tx, compteId)
    if (!compte) return 0
    const faits = await tx.acteNuit.findMany({ where: { compteId }, select: { cle: true } })
    const actes = actesDuCompte(situation(compte, rappel, faits), jour)
    for (const acte of actes) {
      await faire(tx, compte, acte, jour)
      const { cle, type, le } = acte
      await retenir(tx, { cle, type, le, maintenant, compteId, partenaireId: compte.partenaireId ?? undefined })
    }
    return actes.length
  })
}

function situation(compte: CompteLu, rappel: Rappel, faits: { cle: string }[]): SituationCompte {
  const motDePasseLe = compte.authentification?.motDePasseLe
  const [brouillon] = compte.brouillons
  return {
    ...rappel,
    compteId: compte.id,
    etat: compte.etat,
    creeLe: dateAParis(compte.creeLe),
    inactiveLe: compte.inactiveLe && dateAParis(compte.inactiveLe),
    motDePasseLe: motDePasseLe ? dateAParis(motDePasseLe) : null,
    brouillonLe: brouillon ? dateAParis(brouillon.modifieLe) : null,
    faits: faits.map(({ cle }) => cle),
  }
}

async function faire(tx: Transaction, compte: CompteLu, acte: ActeDuCompte, jour: DateIso): Promise<void> {
  const { id: compteId, courriel: destinataire, prenom, identifiant, partenaireId, caisseId } = compte
  switch (acte.type) {
    case 'compte_supprime':
      if (!(await supprimerCompte(tx, compteId, debutDuJour(acte.le)))) return
      return journaliserAutomatique(tx, {
        action: 'compte.supprime',
        objetType: 'compte',
        objetId: compteId,
        partenaireId,
        caisseId,
        jour: acte.le,
        cause: 'Six mois après l’inactivation',
      })
    case 'mot_de_passe_bientot':
    case 'brouillon_bientot':
      // A night that comes after the day itself has nothing to announce.
      if (acte.limite <= jour) return
      return ajouterCourriel(tx, {
        modele: acte.type,
        destinataire,
        compteId,
        donnees: { prenom, identifiant, jour: acte.limite },
      })
    case 'lien_non_utilise':
      return rappelerLien(tx, compte)
  }
}

/** Told to those who opened the account: the gestionnaires of the structure for a technicien, the référents for a gestionnaire. */
async function rappelerLien(tx: Transaction, compte: CompteLu): Promise<void> {
  const { profil, partenaireId, structureId, identifiant, partenaire } = compte
  if (!partenaireId || !structureId) return
  const donnees = { personne: nomComplet(compte), identifiant, partenaire: partenaire?.nom }
  if (profil === 'technicien') {
    await prevenirGestionnaires(tx, { partenaireId, structureId }, 'lien_non_utilise', donnees)
    return
  }
  const lien = `/caisse/partenaires/${partenaireId}`
  for (const { id, courriel, prenom } of await referentsAPrevenir(tx, partenaireId))
    await ajouterCourriel(tx, {
      modele: 'lien_non_utilise',
      destinataire: courriel,
      compteId: id,
      donnees: { ...donnees, prenom, lien },
    })
}
