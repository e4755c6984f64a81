import { z } from 'zod'
import { demandesVisibles } from '@/lib/demandes/acces'
import { type CadreBrouillon, lireCadreBrouillon } from '@/lib/demandes/cadre-brouillon'
import type { Etat } from '@/lib/demandes/modele'
import { clePersonne } from '@/lib/demandes/regles'
import { personneSchema } from '@/lib/demandes/schema'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { estId } from '@/lib/socle/identifiants'
import type { Prisma } from '@/lib/socle/prisma/client'

const MONTREES_MAX = 10

/** What was read and passed over, for this person and this motif: not asked again, but for a demande that was not there. */
const dejaSchema = z
  .object({ cle: z.string(), motifId: z.string(), ids: z.array(z.string()) })
  .nullable()
  .catch(null)

/**
 * Open demandes of the technicien's own structure for the person of a draft, those of the same motif first. Those of other
 * partenaires are out of reach, in the database too.
 */
async function dejaEnCours(
  tx: Transaction,
  acteur: Acteur,
  { donnees, motif, besoin }: Pick<CadreBrouillon, 'donnees' | 'motif' | 'besoin'>,
) {
  const personne = personneSchema(besoin.aujourdhui).safeParse(donnees.personne)
  if (!motif.assureRequis || !personne.success) return null
  const cle = clePersonne(personne.data)
  const trouvees = await tx.demande.findMany({
    where: { ...demandesVisibles(acteur), clePersonne: cle, ouverte: true },
    select: {
      id: true,
      reference: true,
      objet: true,
      etat: true,
      motifId: true,
      deposeeLe: true,
      auteurId: true,
      auteur: { select: { prenom: true, nom: true } },
      caisse: { select: { nom: true } },
    },
    orderBy: { deposeeLe: 'desc' },
    take: 50,
  })
  const rang = ({ motifId }: { motifId: string }) => (motifId === motif.id ? 0 : 1)
  return {
    cle,
    personne: personne.data,
    demandes: trouvees
      .sort((a, b) => rang(a) - rang(b))
      .slice(0, MONTREES_MAX)
      .map((demande) => ({ ...demande, etat: demande.etat as Etat, memeMotif: demande.motifId === motif.id })),
  }
}

/** Whether the technicien must read what is in progress before going on. */
export async function aRelire({ tx, acteur }: Contexte, cadre: CadreBrouillon): Promise<boolean> {
  const trouve = await dejaEnCours(tx, acteur, cadre)
  if (!trouve) return false
  const passe = dejaSchema.parse(cadre.donnees.deja)
  const connues = passe?.cle === trouve.cle && passe.motifId === cadre.motif.id ? passe.ids : []
  return trouve.demandes.some(({ id }) => !connues.includes(id))
}

/** The interruption page of a draft; null when nothing is in progress, or the draft is not theirs. */
export function lireDejaEnCours(acteur: Acteur, id: string, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    if (!estId(id)) return null
    try {
      const cadre = await lireCadreBrouillon({ tx, acteur, maintenant }, id)
      const trouve = await dejaEnCours(tx, acteur, cadre)
      return trouve && trouve.demandes.length > 0 ? { ...trouve, cadre } : null
    } catch (erreur) {
      if (erreur instanceof ErreurMetier) return null
      throw erreur
    }
  })
}

export type DejaEnCours = NonNullable<Awaited<ReturnType<typeof lireDejaEnCours>>>

/** «Continuer quand même»: the draft remembers what was read, and the history of the demande will say it. */
export async function continuerQuandMeme(contexte: Contexte, { id }: { id: string }): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const cadre = await lireCadreBrouillon(contexte, id)
  const trouve = await dejaEnCours(tx, acteur, cadre)
  if (trouve) {
    const deja = { cle: trouve.cle, motifId: cadre.motif.id, ids: trouve.demandes.map((demande) => demande.id) }
    await tx.brouillon.update({
      where: { id: cadre.brouillon.id },
      data: {
        donnees: { ...cadre.donnees, deja } as Prisma.InputJsonObject,
        modifieLe: maintenant,
        version: { increment: 1 },
      },
      select: { id: true },
    })
  }
  return {
    vers: `/demandes/brouillon/${id}/${cadre.etapes[cadre.etapes.indexOf('personne') + 1] ?? 'verifier'}`,
    journal: { objetType: 'brouillon', objetId: id, details: { deja: trouve?.demandes.length ?? 0 } },
  }
}

/** For the history: how many demandes in progress were passed over for the person finally named. */
export function passeesOutre(donnees: CadreBrouillon['donnees'], cle: string): number {
  const passe = dejaSchema.parse(donnees.deja)
  return passe?.cle === cle ? passe.ids.length : 0
}
