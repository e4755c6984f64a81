import type { Service } from '@/lib/demandes/modele'
import { exigerCaisseReglee } from '@/lib/reglages/caisse-reglee'
import { comparer } from '@/lib/reglages/comparer'
import { lireReglages } from '@/lib/reglages/lire-reglages'
import { effetsDesMotifs, lignesDesMotifs, lireMotifs, lireMotifsTapes, valeursDesMotifs } from '@/lib/reglages/motifs'
import { lirePortee, total } from '@/lib/reglages/portee'
import { saisieDesValeurs } from '@/lib/reglages/section-tapee'
import type { Valeurs } from '@/lib/reglages/sections/definition'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'
import type { Motif, PieceAttendue } from '@/lib/socle/prisma/client'
import { erreursParChamp } from '@/lib/socle/saisie'

/** The motifs of every service, for the page that lists them. */
export function motifsDeLaCaisse(acteur: Acteur, caisseId: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    exigerCaisseReglee(acteur, caisseId)
    const { caisse, reglages } = await lireReglages(tx, caisseId)
    const services = []
    for (const { service, actif } of reglages.services)
      services.push({ service, actif, motifs: (await lireMotifs(tx, caisseId, service)).motifs })
    return { caisse, services }
  })
}

export function motifsAModifier(acteur: Acteur, caisseId: string, service: Service) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    exigerCaisseReglee(acteur, caisseId)
    const { caisse, version } = await lireReglages(tx, caisseId)
    const { motifs } = await lireMotifs(tx, caisseId, service)
    return { caisse, version, service, motifs, valeurs: valeursDesMotifs(motifs) }
  })
}

/** «Voir ce que cela change», for the motifs of a service. Writes nothing. */
export function verifierMotifs(
  acteur: Acteur,
  { caisseId, service, valeurs }: { caisseId: string; service: Service; valeurs: Valeurs },
) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    exigerCaisseReglee(acteur, caisseId)
    const { caisse, version } = await lireReglages(tx, caisseId)
    const { motifs: avant } = await lireMotifs(tx, caisseId, service)
    const { apres, erreur } = lireMotifsTapes(avant, saisieDesValeurs(valeurs))
    const commun = { caisse, version, service, motifs: avant }
    if (!apres) return { ...commun, erreurs: erreursParChamp(erreur) }
    const changements = comparer(lignesDesMotifs(avant), lignesDesMotifs(apres))
    const effets = effetsDesMotifs(avant, apres, await lirePortee(tx, caisseId))
    return { ...commun, erreurs: undefined, changements, effets }
  })
}

export type MotifPropre = {
  caisse: { id: string; nom: string }
  version: number
  motif: (Motif & { pieces: PieceAttendue[] }) | null
  /** Partenaires that will see it, open demandes and drafts that bear it. */
  partenaires: number
  demandes: number
  brouillons: number
}

/** One of the caisse's own motifs with its pieces, and what bears it today (null: not there); without id, what a new one will meet. */
export function motifPropre(acteur: Acteur, caisseId: string): Promise<MotifPropre>
export function motifPropre(acteur: Acteur, caisseId: string, id: string): Promise<MotifPropre | null>
export function motifPropre(acteur: Acteur, caisseId: string, id?: string): Promise<MotifPropre | null> {
  if (id !== undefined && !estId(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    exigerCaisseReglee(acteur, caisseId)
    const { caisse, version } = await lireReglages(tx, caisseId)
    const motif = id
      ? await tx.motif.findFirst({ where: { id, caisseId }, include: { pieces: { orderBy: { ordre: 'asc' } } } })
      : null
    if (id && !motif) return null
    const portee = await lirePortee(tx, caisseId)
    return {
      caisse,
      version,
      motif,
      partenaires: portee.partenaires,
      demandes: total(portee.demandes.filter(({ motifId }) => motifId === id)),
      brouillons: total(portee.brouillons.filter(({ motifId }) => motifId === id)),
    }
  })
}
