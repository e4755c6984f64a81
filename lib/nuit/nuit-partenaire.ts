import { partFinie } from '@/lib/conventions/acces'
import { retenir } from '@/lib/nuit/consigner'
import type { ContexteNuit } from '@/lib/nuit/contexte'
import { faireActe } from '@/lib/nuit/faire-acte'
import { phraseActe } from '@/lib/nuit/libelles'
import type { ActeDu, Situation } from '@/lib/nuit/modele'
import { actesDus } from '@/lib/nuit/regles'
import { cleVu, nommer, situer } from '@/lib/nuit/situer'
import { avecTravaux } from '@/lib/socle/base'
import { pluriel } from '@/lib/socle/format'
import type { DateIso } from '@/lib/socle/temps'

/** All that is due for a partenaire, in one transaction: done whole, or left to the next try. Gives the number of acts. */
export function nuitDuPartenaire(partenaireId: string, jour: DateIso, maintenant: Date): Promise<number> {
  return avecTravaux(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`nuit ${partenaireId}`}, 0))::text`
    const situation = await situer(tx, partenaireId, jour)
    const actes = actesDus(situation, jour)
    const contexte = { tx, partenaireId, noms: await nommer(tx, situation), revues: new Map<string, string>() }
    for (const acte of actes) {
      await faireActe(contexte, acte, estMuet(acte, actes, jour))
      await memoriser(contexte, acte, situation, maintenant)
    }
    await direLesFermetures(contexte, actes, situation, maintenant)
    await tx.acteNuit.upsert({
      where: { cle: cleVu(partenaireId) },
      create: { cle: cleVu(partenaireId), type: 'vu', le: new Date(jour), faitLe: maintenant, partenaireId },
      update: situation.depuis <= jour ? { le: new Date(jour), faitLe: maintenant } : {},
    })
    return actes.length
  }, 120_000)
}

/** The mail would come after what it announces, or a later act of the same night says it again. */
function estMuet(acte: ActeDu, actes: ActeDu[], jour: DateIso): boolean {
  const suivants = actes.slice(actes.indexOf(acte) + 1)
  if (acte.type === 'fin_annoncee')
    return acte.fin < jour || suivants.some((autre) => autre.type === 'fin_annoncee' && autre.partId === acte.partId)
  if (acte.type === 'revue_relancee')
    return suivants.some((autre) => autre.type === 'revue_relancee' && autre.revueId === acte.revueId)
  return false
}

/** For the référents, of each caisse concerned: what their word of the day will say. */
const dits = new Set<ActeDu['type']>([
  'transition',
  'fin_annoncee',
  'reconduction_annoncee',
  'structure_ouverte',
  'inactivation_retenue',
  'revue_suspension',
])

async function memoriser(
  { tx, partenaireId, noms, revues }: ContexteNuit,
  acte: ActeDu,
  { parts }: Situation,
  maintenant: Date,
): Promise<void> {
  const { type, le, caisseId } = acte
  const revue = 'revueId' in acte ? revues.get(acte.revueId) : undefined
  const cle = revue && 'revueId' in acte ? acte.cle.replace(acte.revueId, revue) : acte.cle
  // Kept for a while: it names no person.
  const mot = dits.has(type) ? `${noms.partenaire}\u00a0: ${phraseActe(acte, { ...noms, comptes: {} })}` : undefined
  const compteId = 'compteId' in acte ? acte.compteId : undefined
  await retenir(tx, { cle, type, le, maintenant, partenaireId, compteId, caisseId, mot })
  if (!mot || caisseId) return
  for (const liee of caissesVives(parts, le))
    await retenir(tx, { cle: `${cle}:${liee}`, type: 'mot', le, maintenant, partenaireId, caisseId: liee, mot })
}

const caissesVives = (parts: Situation['parts'], jour: DateIso) =>
  new Set(parts.filter((part) => !partFinie(part, jour)).map(({ caisseId }) => caisseId))

/** The last convention is over: each caisse learns how many accounts it closed, those it left first included. */
async function direLesFermetures(
  { tx, partenaireId, noms }: ContexteNuit,
  actes: ActeDu[],
  { parts }: Situation,
  maintenant: Date,
): Promise<void> {
  const fermes = actes.filter((acte) => acte.type === 'compte_ferme' && acte.cause === 'conventions')
  const [premier] = fermes
  if (!premier) return
  const { le } = premier
  const mot = `${noms.partenaire}\u00a0: la dernière convention a pris fin, ${pluriel(fermes.length, 'compte est inactivé', 'comptes sont inactivés')}.`
  for (const caisseId of new Set(parts.map((part) => part.caisseId))) {
    const cle = `comptes_fermes:${partenaireId}:${le}:${caisseId}`
    await retenir(tx, { cle, type: 'mot', le, maintenant, partenaireId, caisseId, mot })
  }
}
