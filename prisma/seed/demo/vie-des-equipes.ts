import { texteAttestation } from '@/lib/habilitations/libelles'
import type { Atelier } from '../fabriques/atelier'
import { fabriqueCompte } from '../fabriques/compte'
import type { Structures } from './structures'

const HEURE = 3_600_000
const JOUR = 24 * HEURE

/** Last sign-ins, from this morning to five months ago: what a gestionnaire looks at before a revue. */
const absences = [2 * HEURE, 26 * HEURE, 3 * JOUR, 36 * JOUR, 5 * HEURE, 155 * JOUR]

/**
 * What makes a team look lived in: sign-ins, attestations renewed but one, an invitation that came back. Last, so that the
 * draws of the other data stay what they are.
 */
export async function animerEquipes(atelier: Atelier, structures: Structures): Promise<void> {
  const { tx, hasard, maintenant } = atelier
  const comptes = await tx.compte.findMany({
    where: { profil: { in: ['technicien', 'gestionnaire'] }, etat: { not: 'attente_activation' } },
    orderBy: { identifiant: 'asc' },
    include: { structure: { select: { nom: true } } },
  })
  const il = (ms: number) => new Date(maintenant.getTime() - ms)
  for (const [rang, compte] of comptes.entries()) {
    const depuis = (absences[rang % absences.length] ?? 0) + (compte.etat === 'inactif' ? 70 * JOUR : 0)
    await tx.compte.update({ where: { id: compte.id }, data: { connecteLe: il(depuis) } })
    if (compte.profil !== 'technicien' || !compte.creeParId || compte.identifiant === 'vaucreux-ibenaissa') continue
    await tx.attestationTechnicien.create({
      data: {
        id: hasard.uuid(maintenant),
        compteId: compte.id,
        attesteParId: compte.creeParId,
        attesteeLe: il((30 + ((17 * rang) % 290)) * JOUR),
        texte: texteAttestation(compte, compte.structure?.nom ?? ''),
      },
    })
  }
  await inviterEnVain(atelier, structures, comptes.find(({ identifiant }) => identifiant === 'vaucreux-jthiebaut')?.id)
}

/** The address has a slip in it: the mailbox answered that it knows nobody. */
async function inviterEnVain(atelier: Atelier, { vaucreux }: Structures, creeParId = ''): Promise<void> {
  const { tx, hasard, maintenant } = atelier
  const creeLe = new Date(maintenant.getTime() - 3 * JOUR)
  const compte = await fabriqueCompte(atelier, {
    profil: 'technicien',
    civilite: 'monsieur',
    prenom: 'Gaëtan',
    nom: 'Pernelle',
    fonction: 'Agent d’accueil',
    identifiant: 'vaucreux-gpernelle',
    courriel: `gpernele@${vaucreux.partenaire.domaine}`,
    etat: 'attente_activation',
    creeLe,
    creeParId,
    partenaireId: vaucreux.partenaireId,
    structureId: vaucreux.id,
  })
  const id = hasard.uuid(creeLe)
  await tx.courriel.create({
    data: {
      id,
      messageId: `<${id}@demonstration.example>`,
      modele: 'activation',
      destinataire: compte.courriel,
      compteId: compte.id,
      objet: 'Espace Partenaires\u00a0: activez votre compte',
      etat: 'echec',
      creeLe,
      erreur: '550 5.1.1 Recipient address rejected: User unknown',
    },
  })
}
