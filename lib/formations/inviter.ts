import { prevenirDeLaFormation } from '@/lib/formations/prevenir'
import { avecTravaux, type Transaction } from '@/lib/socle/base'
import { dateAParis } from '@/lib/socle/temps'

const parLot = 100

/**
 * Writes to every account a published session is open to, as each has chosen to be written to. Safe to run twice: the last account told is
 * kept with the mails themselves. Returns how many were told.
 */
export async function inviterALaFormation(formationId: string, maintenant: Date): Promise<number> {
  let invites = 0
  for (;;) {
    const lot = await avecTravaux((tx) => inviterUnLot(tx, formationId, maintenant))
    invites += lot
    if (lot < parLot) return invites
  }
}

type Invite = { compteId: string; prenom: string; courriel: string }

async function inviterUnLot(tx: Transaction, formationId: string, maintenant: Date): Promise<number> {
  await tx.$queryRaw`SELECT id FROM formation WHERE id = ${formationId}::uuid FOR UPDATE`
  const formation = await tx.formation.findUnique({ where: { id: formationId } })
  // Cancelled, begun or wholly told meanwhile.
  if (formation?.etat !== 'publiee' || formation.inviteeLe || formation.debutLe <= maintenant) return 0
  const jour = dateAParis(maintenant)
  const lot = await tx.$queryRaw<Invite[]>`
    SELECT c.id AS "compteId", c.prenom, c.courriel FROM compte c JOIN structure s ON s.id = c."structureId"
    WHERE c.etat = 'actif' AND c."supprimeLe" IS NULL AND c.profil = ANY (${formation.profils})
      AND (${formation.inviteJusqua}::uuid IS NULL OR c.id > ${formation.inviteJusqua}::uuid)
      AND (s."ouvreLe" IS NULL OR s."ouvreLe" <= ${jour}::date)
      AND (${formation.pourTous} OR EXISTS (SELECT FROM formation_partenaire p WHERE p."formationId" = ${formationId}::uuid AND p."partenaireId" = c."partenaireId"))
      AND EXISTS (SELECT FROM convention_caisse v WHERE v."caisseId" = ${formation.caisseId}::uuid AND v."partenaireId" = c."partenaireId"
        AND v.etat IN ('en_vigueur', 'denoncee', 'mise_en_demeure') AND v."utilisationEffetLe" <= ${jour}::date AND (v."finLe" IS NULL OR v."finLe" >= ${jour}::date))
      AND NOT EXISTS (SELECT FROM suspension x WHERE x."caisseId" = ${formation.caisseId}::uuid AND x."partenaireId" = c."partenaireId"
        AND x."debutLe" <= ${maintenant} AND (x."finLe" IS NULL OR x."finLe" > ${maintenant}))
      AND NOT EXISTS (SELECT FROM inscription_formation i WHERE i."formationId" = ${formationId}::uuid AND i."compteId" = c.id)
    ORDER BY c.id LIMIT ${parLot}`
  await prevenirDeLaFormation(tx, formation, 'formation_ouverte', lot, { maintenant })
  const dernier = lot.at(-1)
  await tx.formation.update({
    where: { id: formationId },
    data: lot.length < parLot ? { inviteeLe: maintenant } : { inviteJusqua: dernier?.compteId },
    select: { id: true },
  })
  return lot.length
}
