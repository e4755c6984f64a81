import { limitesDe } from '@/lib/violations/regles'
import type { Atelier } from '../fabriques/atelier'
import type { Structures } from './structures'

const HEURE = 3_600_000

/** A breach that its DPO has to qualify, whose clock runs, and one that is closed. */
export async function conterViolations(atelier: Atelier, { vaucreux }: Structures): Promise<void> {
  const { tx, hasard, maintenant } = atelier
  const il = (heures: number) => new Date(maintenant.getTime() - heures * HEURE)
  const caisseId = vaucreux.parts[0]?.caisse.id
  const compte = (where: object) =>
    tx.compte.findFirst({ where: { etat: 'actif', ...where }, orderBy: { identifiant: 'asc' } })
  const declarante = await compte({ structureId: vaucreux.id, profil: 'gestionnaire' })
  const agent = await compte({ caisseId, roles: { has: 'agent' } })
  const dpo = await compte({ caisseId, roles: { has: 'dpo' } })
  if (!caisseId || !declarante || !agent || !dpo) return
  const { partenaireId } = declarante
  const reglages = await tx.reglagesCaisse.findUnique({ where: { caisseId } })
  const delaiHeures = reglages?.delaiNotificationViolationHeures ?? 24

  const recente = { id: hasard.uuid(il(20)), constateeLe: il(26), declareeLe: il(20) }
  await tx.violation.create({
    data: {
      ...recente,
      cote: 'partenaire',
      partenaireId,
      declareeParId: declarante.id,
      survenueLe: il(40),
      natures: ['confidentialite'],
      donnees: ['identite', 'coordonnees'],
      description:
        'Un tableau de suivi de 14 personnes est parti en pièce jointe à une association voisine, à la place d’une invitation.',
      personnes: 14,
      mesures: 'L’association a été appelée\u00A0: elle a effacé le courriel et l’a confirmé par écrit.',
      contact: `${declarante.prenom} ${declarante.nom}, 05 00 00 14 14`,
    },
  })
  await tx.violationCaisse.create({
    data: {
      violationId: recente.id,
      caisseId,
      declareeParId: declarante.id,
      partenaireId,
      ...limitesDe({ ...recente, cote: 'partenaire', partenaire: true, delaiHeures }),
    },
  })
  await tx.violationSuivi.create({
    data: {
      id: hasard.uuid(il(18)),
      violationId: recente.id,
      type: 'information',
      texte: 'Le destinataire avait transmis le courriel à une collègue, qui l’a effacé aussi.',
      le: il(18),
      auteurId: declarante.id,
    },
  })

  const close = { id: hasard.uuid(il(900)), constateeLe: il(902), declareeLe: il(900) }
  await tx.violation.create({
    data: {
      ...close,
      cote: 'caisse',
      partenaireId,
      declareeParId: agent.id,
      natures: ['disponibilite'],
      donnees: ['pieces'],
      description: 'Deux dossiers imprimés oubliés dans une salle de réunion, retrouvés le lendemain.',
      personnes: 2,
      mesures: 'Les dossiers sont repris et détruits.',
      contact: `${agent.prenom} ${agent.nom}`,
    },
  })
  await tx.violationCaisse.create({
    data: {
      violationId: close.id,
      caisseId,
      declareeParId: agent.id,
      partenaireId,
      ...limitesDe({ ...close, cote: 'caisse', partenaire: true, delaiHeures }),
      etat: 'averee',
      risque: 'aucun',
      qualifieeLe: il(890),
      autrePartieLe: il(889),
      autoriteSansObjet: true,
      personnesSansObjet: true,
      closeLe: il(700),
    },
  })
  const histoire = [
    [
      'qualifiee',
      890,
      'Violation avérée, pas de risque pour les personnes.\nSalle fermée à clé, aucun accès de l’extérieur.',
    ],
    ['autre_partie', 889, 'Appel au partenaire.'],
    ['autorite', 888, 'Non nécessaire.\nAucun risque pour les personnes.'],
    ['personnes', 888, 'Non nécessaire.\nAucun risque pour les personnes.'],
    ['mesure', 800, 'Impression protégée par badge demandée pour le service.'],
    ['close', 700, 'Rappel fait à l’équipe\u00A0: aucun dossier imprimé en salle de réunion.'],
  ] as const
  for (const [type, heures, texte] of histoire)
    await tx.violationSuivi.create({
      data: {
        id: hasard.uuid(il(heures)),
        violationId: close.id,
        caisseId,
        type,
        texte,
        le: il(heures),
        auteurId: dpo.id,
      },
    })
}
