import { z } from 'zod'
import { type CadreBrouillon, type DonneesBrouillon, lireCadreBrouillon } from '@/lib/demandes/cadre-brouillon'
import { aRelire } from '@/lib/demandes/deja-en-cours'
import { estEtape } from '@/lib/demandes/modele'
import { idSchema, personneSchema } from '@/lib/demandes/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import type { Prisma } from '@/lib/socle/prisma/client'
import { erreursParChamp } from '@/lib/socle/saisie'
import { messageNir, trouverNir } from '@/lib/socle/texte-libre'

const tailleMax = 40_000

/** A step as typed: its fields are checked by `validerEtape`, here only bounded. */
export const etapeSchema = z
  .looseObject({
    id: idSchema,
    etape: z.enum(['personne', 'besoin', 'pieces', 'verifier']),
    version: z.coerce.number().int().optional(),
    /** «Enregistrer et reprendre plus tard»: kept as it is, unchecked. */
    suite: z.literal('plus_tard').optional().catch(undefined),
  })
  .refine((saisie) => JSON.stringify(saisie).length <= tailleMax, {
    error: 'Le texte est trop long : raccourcissez-le',
  })

type EtapeTapee = z.output<typeof etapeSchema>

/** Autosave: keeps what is typed as it is, except a NIR, which is never stored. Two windows on one draft do not fight. */
export async function enregistrerBrouillon(contexte: Contexte, saisie: EtapeTapee): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const brouillon = await tx.brouillon.findFirst({ where: { id: saisie.id, compteId: acteur.compteId } })
  if (!brouillon)
    throw new ErreurMetier(
      'introuvable',
      'Ce brouillon n’existe plus : la demande a été transmise, ou le brouillon effacé.',
    )
  if (saisie.version !== undefined && saisie.version !== brouillon.version)
    throw new ErreurMetier(
      'etat_change',
      'Ce brouillon est aussi ouvert dans une autre fenêtre, ou sur un autre appareil. Continuez dans une seule des deux.',
    )
  refuserNir(champsTapes(saisie))
  const version = await ecrireEtape(contexte, brouillon, saisie)
  return {
    donnees: { enregistreLe: maintenant.toISOString(), version },
    journal: { objetType: 'brouillon', objetId: saisie.id, caisseId: brouillon.caisseId },
  }
}

/** «Continuer»: checks the step, keeps it, and goes to the next one. */
export async function validerEtape(contexte: Contexte, saisie: EtapeTapee): Promise<Suite> {
  if (saisie.suite === 'plus_tard') return { ...(await enregistrerBrouillon(contexte, saisie)), vers: '/demandes' }
  // The last step is not continued, it is transmitted.
  if (saisie.etape === 'verifier') throw new ErreurMetier('introuvable')
  const cadre = await lireCadreBrouillon(contexte, saisie.id)
  const champs = champsTapes(saisie)
  refuserNir(champs)
  const erreurs = erreursEtape(cadre, saisie.etape, champs)
  if (erreurs) throw new ErreurMetier('saisie', undefined, erreurs)
  await ecrireEtape(contexte, cadre.brouillon, saisie)
  const interruption =
    saisie.etape === 'personne' &&
    (await aRelire(contexte, { ...cadre, donnees: { ...cadre.donnees, personne: champs } }))
  const suivante = interruption ? 'deja' : (cadre.etapes[cadre.etapes.indexOf(saisie.etape) + 1] ?? 'verifier')
  return {
    vers: `/demandes/brouillon/${saisie.id}/${suivante}`,
    journal: { objetType: 'brouillon', objetId: saisie.id },
  }
}

/** Messages for the fields of a step, in their order; null when all is well. */
export function erreursEtape(
  cadre: CadreBrouillon,
  etape: string,
  champs: Record<string, unknown>,
): Record<string, string> | null {
  if (etape === 'pieces') return erreursPieces(cadre, lireAbsentes(champs))
  const schema = etape === 'personne' ? personneSchema(cadre.besoin.aujourdhui) : cadre.definition.schema(cadre.besoin)
  const lecture = schema.safeParse(champs)
  return lecture.success ? null : erreursParChamp(lecture.error)
}

/** Each required piece is there, or the person does not have it, and the reason is given. The justificatif of an urgent dossier can't be missing. */
export function erreursPieces(cadre: CadreBrouillon, absentes: Record<string, string>): Record<string, string> | null {
  const fournies = new Set(
    cadre.brouillon.pieces.filter(({ etat }) => etat !== 'infectee' && etat !== 'refusee').map(({ code }) => code),
  )
  const erreurs: Record<string, string> = {}
  for (const piece of cadre.pieces) {
    if (!piece.requise || fournies.has(piece.code)) continue
    const raison = piece.indispensable ? undefined : absentes[piece.code]
    if (raison === undefined)
      erreurs[`piece.${piece.code}`] = piece.indispensable
        ? `Ajoutez « ${piece.libelle} », ou revenez à l’étape précédente et dites que le dossier n’est pas urgent`
        : `Ajoutez « ${piece.libelle} », ou dites que la personne ne l’a pas`
    else if (!raison.trim()) erreurs[`absentes.${piece.code}`] = `Dites pourquoi « ${piece.libelle} » manque`
  }
  return Object.keys(erreurs).length ? erreurs : null
}

/** `absente.<code>` is the box «la personne ne l’a pas», `absentes.<code>` its reason. */
function lireAbsentes(champs: Record<string, unknown>): Record<string, string> {
  const coches = (champs.absente ?? {}) as Record<string, unknown>
  const raisons = (champs.absentes ?? {}) as Record<string, unknown>
  return Object.fromEntries(Object.keys(coches).map((code) => [code, String(raisons[code] ?? '')]))
}

function champsTapes(saisie: EtapeTapee): Record<string, unknown> {
  const { id: _id, etape: _etape, version: _version, suite: _suite, ...champs } = saisie
  return champs
}

/** A NIR is refused where it stands, and is stored nowhere. */
function refuserNir(champs: unknown, chemin = '', erreurs: Record<string, string> = {}): void {
  if (typeof champs === 'string') {
    const [trouve] = trouverNir(champs)
    if (trouve) erreurs[chemin] = messageNir(trouve, champs)
  } else if (typeof champs === 'object' && champs !== null) {
    for (const [nom, valeur] of Object.entries(champs)) refuserNir(valeur, chemin ? `${chemin}.${nom}` : nom, erreurs)
  }
  if (!chemin && Object.keys(erreurs).length) throw new ErreurMetier('saisie', undefined, erreurs)
}

async function ecrireEtape(
  { tx, maintenant }: Contexte,
  brouillon: { id: string; donnees: unknown; etape: string },
  saisie: EtapeTapee,
): Promise<number> {
  const avant = (brouillon.donnees ?? {}) as DonneesBrouillon
  const champs = champsTapes(saisie)
  const etape = estEtape(saisie.etape) ? saisie.etape : 'personne'
  const partie =
    etape === 'pieces'
      ? { absentes: lireAbsentes(champs) }
      : etape === 'verifier'
        ? { consentement: champs.consentement ?? {} }
        : { [etape]: champs }
  const { version } = await tx.brouillon.update({
    where: { id: brouillon.id },
    data: {
      donnees: { ...avant, ...partie } as Prisma.InputJsonObject,
      etape,
      modifieLe: maintenant,
      version: { increment: 1 },
    },
    select: { version: true },
  })
  return version
}
