import { type Acteur, nomComplet, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** A page says again that it is open every half minute; after four silences nobody is there. */
const PRESENCE_MS = 2 * 60_000

export type Present = { nom: string; ecrit: boolean }

/** Who has not spoken since is no longer there. */
export const presentDepuis = (maintenant: Date) => new Date(maintenant.getTime() - PRESENCE_MS)

/** Says that an agent has a demande on the screen. Opening the page says it too, without a word on writing. */
export async function signalerPresence(
  tx: Transaction,
  { compteId, caisse }: Acteur,
  { demandeId, ecrit = false, maintenant }: { demandeId: string; ecrit?: boolean; maintenant: Date },
): Promise<void> {
  await tx.$executeRaw`INSERT INTO presence ("demandeId", "compteId", "caisseId", ecrit, "vuLe")
    VALUES (${demandeId}::uuid, ${compteId}::uuid, ${caisse?.id}::uuid, ${ecrit}, ${maintenant})
    ON CONFLICT ("demandeId", "compteId") DO UPDATE SET ecrit = excluded.ecrit, "vuLe" = excluded."vuLe"`
}

/** Colleagues who have a demande on the screen, who writes first. */
export async function presents(
  tx: Transaction,
  { compteId }: Acteur,
  demandeId: string,
  maintenant: Date,
): Promise<Present[]> {
  const lignes = await tx.presence.findMany({
    where: { demandeId, compteId: { not: compteId }, vuLe: { gt: presentDepuis(maintenant) } },
    select: { ecrit: true, compte: { select: { prenom: true, nom: true } } },
    orderBy: [{ ecrit: 'desc' }, { compteId: 'asc' }],
  })
  return lignes.map(({ ecrit, compte }) => ({ nom: nomComplet(compte), ecrit }))
}

/** One word of an open page, and who else is there. `part`: the page is being left. Without a word: who is there, only. */
export function echangerPresence(
  acteur: Acteur,
  reference: string,
  mot: { ecrit: boolean; part: boolean } | null,
  maintenant: Date,
): Promise<Present[]> {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const demande = await tx.demande.findFirst({
      where: { reference, caisseId: acteur.caisse?.id },
      select: { id: true },
    })
    if (!demande) throw new ErreurMetier('introuvable')
    if (mot?.part) {
      await tx.presence.deleteMany({ where: { demandeId: demande.id, compteId: acteur.compteId } })
      return []
    }
    if (mot) await signalerPresence(tx, acteur, { demandeId: demande.id, ecrit: mot.ecrit, maintenant })
    return presents(tx, acteur, demande.id, maintenant)
  })
}
