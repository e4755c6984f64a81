import { piecesDemandees } from '@/lib/caisses/catalogue'
import { erreursEtape } from '@/lib/demandes/enregistrer-brouillon'
import type { Etape, Service } from '@/lib/demandes/modele'
import { brouillonAReprendre } from '@/lib/demandes/queries-depot'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { estId } from '@/lib/socle/identifiants'

export type BrouillonRepris = NonNullable<Awaited<ReturnType<typeof brouillonAReprendre>>>

/** A draft for one of its steps. `motif_ferme`: the caisse no longer offers its motif, another one must be chosen. */
export async function lireBrouillon(acteur: Acteur, id: string): Promise<BrouillonRepris | 'motif_ferme' | null> {
  try {
    return await brouillonAReprendre(acteur, id)
  } catch (erreur) {
    if (erreur instanceof ErreurMetier && erreur.code === 'etat_change') return 'motif_ferme'
    throw erreur
  }
}

/** What the first step needs of a draft, even when its motif is no longer offered. */
export function choixDuBrouillon(acteur: Acteur, id: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    if (!estId(id)) return null
    const brouillon = await tx.brouillon.findFirst({
      where: { id, compteId: acteur.compteId },
      select: {
        id: true,
        service: true,
        caisseId: true,
        motifId: true,
        variante: true,
        donnees: true,
        modifieLe: true,
      },
    })
    return brouillon && { ...brouillon, service: brouillon.service as Service }
  })
}

/** First step whose answers are still to give or to correct. */
export function etapeAReprendre(cadre: BrouillonRepris): Etape {
  const reponses = { ...cadre.donnees, pieces: absencesEnChamps(cadre.donnees.absentes ?? {}) }
  for (const etape of cadre.etapes) {
    if (etape === 'motif' || etape === 'verifier') continue
    if (erreursEtape(cadre, etape, reponses[etape] ?? {})) return etape
  }
  return 'verifier'
}

const absencesEnChamps = (absentes: Record<string, string>) => ({
  absente: Object.fromEntries(Object.keys(absentes).map((code) => [code, 'oui'])),
  absentes,
})

/** The list of pieces a filed demande was asked for, to name its files and to add what is missing. */
export function piecesDeLaDemande(
  acteur: Acteur,
  { motifId, variante, urgent }: { motifId: string; variante: string | null; urgent: boolean },
) {
  return avecPerimetre(perimetre(acteur), (tx) => piecesDemandees(tx, { motifId, variante, urgent }))
}
