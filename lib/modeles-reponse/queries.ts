import { type Service, services } from '@/lib/demandes/modele'
import { type ActeModele, actesModele } from '@/lib/modeles-reponse/libelles'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'
import { type ModeleReponse, Prisma } from '@/lib/socle/prisma/client'

/** Templates offered on one page: more are found by narrowing them to a service or a motif. */
const PROPOSES = 30

const colonnes = {
  id: true,
  titre: true,
  texte: true,
  service: true,
  motifId: true,
  acte: true,
  issue: true,
  usages: true,
  version: true,
} satisfies Prisma.ModeleReponseSelect

const acteDe = (texte: string): ActeModele => actesModele.find((acte) => acte === texte) ?? 'repondre'

/**
 * Templates for a demande `d`: those of its motif first, then of its service, then the others; the most used first in each.
 * See `enModeles`.
 */
export const modelesSql = Prisma.sql`(SELECT coalesce(json_agg(m), '[]') FROM (
  SELECT id, titre, texte, service, "motifId", acte, issue, usages, version, ordre FROM modele_reponse
  WHERE "caisseId" = d."caisseId" AND actif
    AND ("motifId" = d."motifId" OR ("motifId" IS NULL AND (service = d.service OR service IS NULL)))
  ORDER BY "motifId" NULLS LAST, service NULLS LAST, usages DESC, ordre, titre LIMIT ${PROPOSES}) m)`

type ModeleLu = Pick<ModeleReponse, keyof typeof colonnes | 'ordre'>

export const enModeles = (modeles: ModeleLu[]) => modeles.map((modele) => ({ ...modele, acte: acteDe(modele.acte) }))

export type ModelePropose = ReturnType<typeof enModeles>[number]

/** All templates of the caisse in its order, or those that a demande of one service is offered. */
export function modelesDeLaCaisse(acteur: Acteur, service?: Service) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const modeles = await tx.modeleReponse.findMany({
      where: {
        caisseId: acteur.caisse?.id,
        actif: true,
        ...(service && { OR: [{ service }, { motif: { service } }, { service: null, motifId: null }] }),
      },
      select: { ...colonnes, motif: { select: { libelleCourt: true, service: true } } },
      orderBy: [{ ordre: 'asc' }, { titre: 'asc' }, { id: 'asc' }],
    })
    return modeles.map((modele) => ({ ...modele, acte: acteDe(modele.acte) }))
  })
}

export type ModeleDeCaisse = Awaited<ReturnType<typeof modelesDeLaCaisse>>[number]

/** One template to change (`null` outside the perimeter), or an empty one, with the motifs it may be for. */
export function modeleAModifier(acteur: Acteur, id: string | null) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    if (id !== null && !estId(id)) return null
    const caisseId = acteur.caisse?.id ?? ''
    const modele = id
      ? await tx.modeleReponse.findFirst({ where: { id, caisseId, actif: true }, select: colonnes })
      : null
    if (id && !modele) return null
    const motifs = await tx.motif.findMany({
      where: { OR: [{ actif: true, OR: [{ caisseId: null }, { caisseId }] }, { id: modele?.motifId ?? caisseId }] },
      select: {
        id: true,
        service: true,
        libelleCourt: true,
        reglages: { where: { caisseId }, select: { libelle: true, actif: true } },
      },
      orderBy: { ordre: 'asc' },
    })
    return {
      modele: modele && { ...modele, acte: acteDe(modele.acte) },
      motifs: motifs
        .filter(({ id: motif, reglages }) => (reglages[0]?.actif ?? true) || motif === modele?.motifId)
        .sort((a, b) => services.indexOf(a.service as Service) - services.indexOf(b.service as Service))
        .map(({ id: motif, service, libelleCourt, reglages }) => ({
          id: motif,
          service: service as Service,
          libelle: reglages[0]?.libelle ?? libelleCourt,
        })),
    }
  })
}

export type ModeleAModifier = NonNullable<Awaited<ReturnType<typeof modeleAModifier>>>
