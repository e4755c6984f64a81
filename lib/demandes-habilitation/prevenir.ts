import type { Contenu } from '@/lib/demandes-habilitation/contenu'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import { prevenirComptes, prevenirGestionnaires } from '@/lib/notifications/destinataires'
import type { DonneesGouvernance } from '@/lib/notifications/modeles/avis/commun'
import type { Contexte } from '@/lib/socle/action'
import type { Transaction } from '@/lib/socle/base'

type Demande = Pick<Contenu, 'id' | 'caisseId' | 'partenaireId' | 'structureId' | 'deposeeParId' | 'echeanceLe'>

async function noms(tx: Transaction, { caisseId, partenaireId }: Demande): Promise<DonneesGouvernance> {
  const [caisse, partenaire] = [
    await tx.caisse.findUniqueOrThrow({ where: { id: caisseId }, select: { nom: true } }),
    await tx.partenaire.findUniqueOrThrow({ where: { id: partenaireId }, select: { nom: true } }),
  ]
  return { caisse: caisse.nom, partenaire: partenaire.nom }
}

/** Tells the caisse: its partnership mailbox, and the référent of the convention where one is named. */
export async function prevenirCaisse(
  tx: Transaction,
  demande: Demande,
  modele: 'habilitation_a_traiter' | 'habilitation_retiree',
): Promise<void> {
  const { caisseId, partenaireId } = demande
  const boites = await tx.contactCaisse.findMany({
    where: { caisseId, type: 'partenariat', courriel: { not: null } },
    select: { courriel: true },
    orderBy: { ordre: 'asc' },
    take: 1,
  })
  const parts = await tx.conventionCaisse.findMany({
    where: { caisseId, partenaireId, referentId: { not: null } },
    select: { referentId: true },
  })
  const referents = await tx.compte.findMany({
    where: { id: { in: parts.map(({ referentId }) => referentId ?? '') }, etat: 'actif' },
    select: { id: true, prenom: true, courriel: true },
  })
  const donnees = {
    ...(await noms(tx, demande)),
    jour: demande.echeanceLe,
    lien: `/caisse/habilitations/${demande.id}`,
  }
  for (const { courriel } of boites)
    if (courriel) await ajouterCourriel(tx, { modele, destinataire: courriel, donnees })
  await prevenirComptes(tx, referents, modele, donnees)
}

/** Acknowledges to the asker; the gestionnaires of the structure know of what a technicien asks about their accounts. */
export async function accuserReception({ tx, acteur }: Contexte, demande: Demande): Promise<void> {
  const donnees = { ...(await noms(tx, demande)), jour: demande.echeanceLe, lien: `/habilitations/${demande.id}` }
  await ajouterCourriel(tx, {
    modele: 'habilitation_deposee',
    destinataire: acteur.courriel,
    compteId: acteur.compteId,
    donnees: { ...donnees, prenom: acteur.prenom },
  })
  if (acteur.profil === 'gestionnaire') return
  await prevenirGestionnaires(tx, demande, 'habilitation_equipe', donnees)
}

/** Tells who asked what became of it; if that account is closed, the gestionnaires of the structure. */
export async function prevenirDemandeur(
  tx: Transaction,
  demande: Demande,
  modele: 'habilitation_appliquee' | 'habilitation_refusee',
  suite: Pick<DonneesGouvernance, 'jour' | 'motif'> = {},
): Promise<void> {
  const auteur = await tx.compte.findFirst({
    where: { id: demande.deposeeParId, etat: 'actif' },
    select: { id: true, prenom: true, courriel: true },
  })
  const donnees = { ...(await noms(tx, demande)), ...suite, lien: `/habilitations/${demande.id}` }
  if (auteur) await prevenirComptes(tx, [auteur], modele, donnees)
  else await prevenirGestionnaires(tx, demande, modele, donnees)
}
