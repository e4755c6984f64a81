import { randomUUID } from 'node:crypto'
import { prevenirGestionnaires } from '@/lib/notifications/destinataires'
import { journaliserAutomatique } from '@/lib/nuit/consigner'
import type { ContexteNuit } from '@/lib/nuit/contexte'
import { causeActe } from '@/lib/nuit/libelles'
import type { Acte } from '@/lib/nuit/modele'
import { ouvrirRevue } from '@/lib/revues/ouvrir-revue'
import { relancerRevue } from '@/lib/revues/relancer-revue'
import { enDate } from '@/lib/socle/jour'
import { debutDuJour } from '@/lib/socle/temps'

export async function ouvrirLaRevue(contexte: ContexteNuit, acte: Acte<'revue_ouverte'>): Promise<void> {
  const { tx, partenaireId, revues } = contexte
  const { structureId, le } = acte
  const maintenant = debutDuJour(le)
  const ouverte = await ouvrirRevue(tx, { structureId, partenaireId, ouverteParId: null, maintenant })
  if (!ouverte) return
  revues.set(acte.cle, ouverte.id)
  await journaliserAutomatique(tx, {
    action: 'revue.ouverte',
    objetType: 'revue',
    objetId: ouverte.id,
    partenaireId,
    jour: le,
    cause: causeActe(acte),
  })
}

/** Several steps passed without a night: the last one alone writes to the gestionnaires. */
export async function relancer(
  { tx, partenaireId, revues }: ContexteNuit,
  acte: Acte<'revue_relancee'>,
  muet: boolean,
): Promise<void> {
  const id = revues.get(acte.revueId) ?? acte.revueId
  if (muet) {
    await tx.revueHabilitation.updateMany({ where: { id, signeeLe: null }, data: { relanceeLe: enDate(acte.le) } })
  } else if (!(await relancerRevue(tx, id, debutDuJour(acte.le)))) return
  await journaliserAutomatique(tx, {
    action: 'revue.relancee',
    objetType: 'revue',
    objetId: id,
    partenaireId,
    jour: acte.le,
    cause: causeActe(acte),
  })
}

/** Only the access to the caisse that has set a delay closes; its référent brings it back once the revue is signed. */
export async function suspendrePourRevue(contexte: ContexteNuit, acte: Acte<'revue_suspension'>): Promise<void> {
  const { tx, partenaireId, noms } = contexte
  const { caisseId, le } = acte
  const motif = 'La revue des habilitations n’est pas signée. Signez-la, puis prévenez la caisse.'
  const suspension = { id: randomUUID(), caisseId, partenaireId, motif, debutLe: debutDuJour(le) }
  await tx.suspension.createMany({ data: [suspension] })
  await journaliserAutomatique(tx, {
    action: 'partenaire.suspendu',
    objetType: 'partenaire',
    objetId: partenaireId,
    partenaireId,
    caisseId,
    jour: le,
    cause: causeActe(acte),
  })
  const caisse = Object.values(noms.parts).find((part) => part.caisseId === caisseId)?.caisseNom
  const donnees = { caisse, partenaire: noms.partenaire, jour: le, motif, lien: '/equipe' }
  await prevenirGestionnaires(tx, { partenaireId, contacts: true }, 'acces_suspendu', donnees)
}
