import { emetteur } from '@/lib/actualites/libelles'
import { journaliser } from '@/lib/journal/ecrire'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import { avecTravaux, baseTravaux, type Transaction } from '@/lib/socle/base'
import { consignerIncident } from '@/lib/socle/logs'
import { dateAParis } from '@/lib/socle/temps'

const parLot = 100

/** What was to be published, or to be told, and was not: after a stop of the worker. Safe to run twice. */
export async function suivreActualites(maintenant: Date): Promise<void> {
  const dues = await baseTravaux().actualite.findMany({
    where: {
      OR: [
        { etat: 'programmee', publierLe: { lte: maintenant } },
        { etat: 'publiee', aPrevenir: { not: null } },
      ],
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  for (const { id } of dues) {
    try {
      await publierEtPrevenir(id, maintenant)
    } catch (erreur) {
      consignerIncident(erreur, `actualité ${id}`)
    }
  }
}

/**
 * Publishes an actualité whose time has come, then writes to those it is for, as each has chosen to be written to. Safe to run twice: the
 * last account told is kept with the mails themselves. Returns how many were told.
 */
export async function publierEtPrevenir(id: string, maintenant: Date): Promise<number> {
  await avecTravaux((tx) => publierSiDue(tx, id, maintenant))
  let prevenus = 0
  for (;;) {
    const lot = await avecTravaux((tx) => prevenirUnLot(tx, id, maintenant))
    prevenus += lot
    if (lot < parLot) return prevenus
  }
}

async function publierSiDue(tx: Transaction, id: string, maintenant: Date): Promise<void> {
  const [publiee] = await tx.$queryRaw<{ caisseId: string | null }[]>`
    UPDATE actualite SET etat = 'publiee', "publieeLe" = ${maintenant}, "aPrevenir" = CASE WHEN courriel THEN 'publiee' END, version = version + 1
    WHERE id = ${id}::uuid AND etat = 'programmee' AND "publierLe" <= ${maintenant} RETURNING "caisseId"`
  if (!publiee) return
  await journaliser(tx, {
    action: 'actualite.publiee',
    profil: 'automatique',
    objetType: 'actualite',
    objetId: id,
    caisseId: publiee.caisseId,
  })
}

type Lecteur = { compteId: string; prenom: string; courriel: string }

async function prevenirUnLot(tx: Transaction, id: string, maintenant: Date): Promise<number> {
  await tx.$queryRaw`SELECT id FROM actualite WHERE id = ${id}::uuid FOR UPDATE`
  const actualite = await tx.actualite.findUnique({ where: { id }, include: { caisse: { select: { nom: true } } } })
  // Withdrawn, past its end or wholly told meanwhile.
  if (actualite?.etat !== 'publiee' || !actualite.aPrevenir || (actualite.finLe && actualite.finLe <= maintenant))
    return 0
  const jour = dateAParis(maintenant)
  const { caisseId, caisses } = actualite
  const lot = await tx.$queryRaw<Lecteur[]>`
    SELECT c.id AS "compteId", c.prenom, c.courriel FROM actualite a JOIN compte c ON ep_adressee(a, c) LEFT JOIN structure s ON s.id = c."structureId"
    WHERE a.id = ${id}::uuid AND c.etat = 'actif' AND c."supprimeLe" IS NULL AND c.id <> a."creeeParId"
      AND (${actualite.prevenusJusqua}::uuid IS NULL OR c.id > ${actualite.prevenusJusqua}::uuid)
      AND (c."partenaireId" IS NULL OR ((s."ouvreLe" IS NULL OR s."ouvreLe" <= ${jour}::date)
        AND EXISTS (SELECT FROM convention_caisse v WHERE v."partenaireId" = c."partenaireId"
          AND (v."caisseId" = ${caisseId}::uuid OR (${caisseId}::uuid IS NULL AND (cardinality(${caisses}::uuid[]) = 0 OR v."caisseId" = ANY (${caisses}::uuid[]))))
          AND v.etat IN ('en_vigueur', 'denoncee', 'mise_en_demeure') AND v."utilisationEffetLe" <= ${jour}::date AND (v."finLe" IS NULL OR v."finLe" >= ${jour}::date)
          AND NOT EXISTS (SELECT FROM suspension x WHERE x."caisseId" = v."caisseId" AND x."partenaireId" = v."partenaireId"
            AND x."debutLe" <= ${maintenant} AND (x."finLe" IS NULL OR x."finLe" > ${maintenant})))))
    ORDER BY c.id LIMIT ${parLot}`
  for (const { compteId, prenom, courriel } of lot)
    await ajouterCourriel(tx, {
      modele: actualite.aPrevenir === 'corrigee' ? 'actualite_corrigee' : 'actualite_publiee',
      destinataire: courriel,
      compteId,
      caisseId: caisseId ?? undefined,
      porteSurId: id,
      donnees: { id, genre: actualite.genre, titre: actualite.titre, de: emetteur(actualite.caisse), prenom },
    })
  await tx.actualite.update({
    where: { id },
    data: lot.length < parLot ? { aPrevenir: null, prevenusJusqua: null } : { prevenusJusqua: lot.at(-1)?.compteId },
    select: { id: true },
  })
  return lot.length
}
