import { prevenirComptes } from '@/lib/notifications/destinataires'
import { retenir } from '@/lib/nuit/consigner'
import { avecTravaux, type Transaction } from '@/lib/socle/base'
import { dateAvecAnnee } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import type { DateIso } from '@/lib/socle/temps'

const LIGNES_MAX = 60

/**
 * One mail a day to each référent of a caisse, when something is new: what the night did, mises en demeure whose cure period has
 * passed (each day, until somebody decides), requests that have just become late. Gives whether there was one.
 */
export function direLeMot(caisseId: string, jour: DateIso, maintenant: Date): Promise<boolean> {
  return avecTravaux(async (tx) => {
    const cle = `mot:${caisseId}:${jour}`
    if (await tx.acteNuit.findUnique({ where: { cle } })) return false
    const actes = await tx.acteNuit.findMany({
      where: { caisseId, mot: { not: null }, ditLe: null },
      orderBy: [{ le: 'asc' }, { cle: 'asc' }],
    })
    const lignes = [
      ...new Set(actes.map(({ mot }) => mot ?? '')),
      ...(await misesEnDemeure(tx, caisseId, jour)),
      ...(await demandesEnRetard(tx, caisseId, jour, maintenant)),
    ]
    if (lignes.length === 0) return false
    const referents = await tx.compte.findMany({
      where: { caisseId, roles: { has: 'referent' }, etat: 'actif', supprimeLe: null },
      select: { id: true, prenom: true, courriel: true },
      orderBy: { id: 'asc' },
    })
    await prevenirComptes(tx, referents, 'mot_du_jour', { lignes: borner(lignes) })
    await tx.acteNuit.updateMany({
      where: { cle: { in: actes.map((acte) => acte.cle) } },
      data: { ditLe: new Date(jour) },
    })
    await retenir(tx, { cle, type: 'mot_du_jour', le: jour, maintenant })
    return true
  })
}

function borner(lignes: string[]): string[] {
  if (lignes.length <= LIGNES_MAX) return lignes
  return [...lignes.slice(0, LIGNES_MAX - 1), `Et ${lignes.length - LIGNES_MAX + 1} autres, dans le portail.`]
}

async function misesEnDemeure(tx: Transaction, caisseId: string, jour: DateIso): Promise<string[]> {
  const parts = await tx.conventionCaisse.findMany({
    where: {
      caisseId,
      etat: 'mise_en_demeure',
      miseEnDemeureEcheanceLe: { lt: new Date(jour) },
      OR: [{ finLe: null }, { causeFin: { not: 'resiliation' } }],
    },
    select: { miseEnDemeureEcheanceLe: true, convention: { select: { partenaire: { select: { nom: true } } } } },
    orderBy: { miseEnDemeureEcheanceLe: 'asc' },
  })
  return parts.map(
    ({ miseEnDemeureEcheanceLe, convention }) =>
      `${convention.partenaire.nom}\u00a0: le délai de la mise en demeure est passé depuis le ${dateAvecAnnee(jourDe(miseEnDemeureEcheanceLe) ?? jour)}. Dites si le point est réglé, ou mettez fin à la convention\u00a0: rien ne se ferme sans votre décision.`,
  )
}

async function demandesEnRetard(tx: Transaction, caisseId: string, jour: DateIso, maintenant: Date): Promise<string[]> {
  const retards = await tx.demandeHabilitation.findMany({
    where: { caisseId, etat: 'deposee', echeanceLe: { lt: new Date(jour) } },
    select: { id: true, echeanceLe: true, partenaireId: true, partenaire: { select: { nom: true } } },
    orderBy: [{ echeanceLe: 'asc' }, { id: 'asc' }],
  })
  const lignes: string[] = []
  for (const { id, echeanceLe, partenaireId, partenaire } of retards) {
    const le = jourDe(echeanceLe)
    if (await retenir(tx, { cle: `habilitation_tard:${id}`, type: 'habilitation_tard', le, maintenant, partenaireId }))
      lignes.push(
        `${partenaire.nom}\u00a0: une demande d’habilitation attendait une réponse avant le ${dateAvecAnnee(le)}.`,
      )
  }
  return lignes
}
