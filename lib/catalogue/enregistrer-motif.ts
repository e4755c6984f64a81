import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { codeDepuis, coderVariantes, piecesOrphelines } from '@/lib/catalogue/regles'
import type { SaisieMotif, SaisieNouveauMotif } from '@/lib/catalogue/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

export const variantesSchema = z.array(z.object({ code: z.string(), libelle: z.string() })).catch([])

/** The national motif, as an administrateur changes it: what is filed keeps its words and its target. */
export async function motifNational({ tx }: Contexte, id: string) {
  const motif = await tx.motif.findFirst({ where: { id, caisseId: null }, include: { pieces: true } })
  if (!motif) throw new ErreurMetier('introuvable')
  return motif
}

/** A new motif of a service, open to every caisse: each may hide or rename it. */
export async function creerMotif({ tx }: Contexte, { variantes, ...saisie }: SaisieNouveauMotif): Promise<Suite> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('codes du catalogue'))::text`
  exigerUrgenceCoherente(saisie)
  const connus = await tx.motif.findMany({
    where: { caisseId: null },
    select: { code: true, libelle: true, service: true },
  })
  if (connus.some(({ service, libelle }) => service === saisie.service && libelle === saisie.libelle))
    throw new ErreurMetier('saisie', undefined, { libelle: 'Un motif de ce service porte déjà ce libellé.' })
  const id = randomUUID()
  const code = codeDepuis(
    saisie.libelleCourt,
    connus.map((motif) => motif.code),
  )
  await tx.motif.create({
    data: { id, code, ...saisie, variantes: coderVariantes(variantes, []) },
    select: { id: true },
  })
  return {
    vers: `/administration/catalogue/${id}?fait=cree`,
    journal: { objetType: 'motif', objetId: id, details: { code, service: saisie.service } },
  }
}

export async function modifierMotif(contexte: Contexte, { id, version, ...saisie }: SaisieMotif): Promise<Suite> {
  const motif = await motifNational(contexte, id)
  exigerUrgenceCoherente(saisie)
  const variantes = coderVariantes(saisie.variantes, variantesSchema.parse(motif.variantes))
  const [orpheline] = piecesOrphelines(motif.pieces, variantes)
  if (orpheline !== undefined)
    throw new ErreurMetier('saisie', undefined, {
      'variantes.0.libelle': `«\u00A0${orpheline}\u00A0» n’est demandée que pour une précision que vous retirez\u00A0: changez d’abord cette pièce.`,
    })
  const { count } = await contexte.tx.motif.updateMany({
    where: { id, caisseId: null, version },
    data: { ...saisie, variantes, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('etat_change')
  return {
    vers: `/administration/catalogue/${id}?fait=modifie`,
    journal: { objetType: 'motif', objetId: id, details: { code: motif.code } },
  }
}

/** A motif is retired, never deleted: demandes, drafts and settings of caisses still point to it. */
export async function activerMotif(
  contexte: Contexte,
  { id, version, actif }: { id: string; version: number; actif: boolean },
): Promise<Suite> {
  const motif = await motifNational(contexte, id)
  const { count } = await contexte.tx.motif.updateMany({
    where: { id, caisseId: null, version, actif: !actif },
    data: { actif, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('etat_change')
  return {
    vers: `/administration/catalogue/${id}?fait=${actif ? 'active' : 'retire'}`,
    journal: { objetType: 'motif', objetId: id, details: { code: motif.code, actif } },
  }
}

function exigerUrgenceCoherente({ urgent, urgencePossible }: { urgent: boolean; urgencePossible: boolean }): void {
  if (urgent && urgencePossible)
    throw new ErreurMetier('saisie', undefined, {
      urgencePossible: 'Ce motif est déjà toujours urgent\u00A0: décochez l’une des deux cases',
    })
}
