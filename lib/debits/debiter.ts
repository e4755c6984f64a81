import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { reseauDe } from '@/lib/comptes/regles'
import { limiteDe, limites, type NomLimite } from '@/lib/debits/limites'
import type { EvenementJournal } from '@/lib/journal/evenements'
import { lire, type Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { heure } from '@/lib/socle/format'
import { Prisma } from '@/lib/socle/prisma/client'
import { dateAParis } from '@/lib/socle/temps'

/** Tests that ask for a thousand things at once raise every bound; `verifier-env` refuses it in production. */
const largesse = () => Number(process.env.EP_DEBITS || 1)

/** What is kept says neither who nor from where. */
function cleDe(nom: NomLimite, sujet: string): string {
  return createHmac('sha256', process.env.SECRET_SESSION ?? '')
    .update(`${nom} ${sujet}`)
    .digest('base64url')
}

type Demandeur = { sujet: string; maintenant: Date; tx?: Transaction }

/**
 * Counts one more. Apart from any transaction, so that what fails counts too; inside `tx`, which already holds a connection,
 * what is undone does not count.
 * @returns seconds to wait before the next one is accepted; 0 when this one is
 */
export async function compter(nom: NomLimite, { sujet, maintenant, tx }: Demandeur): Promise<number> {
  const { nombre, secondes } = limites[nom]
  const bornes = Prisma.sql`${nombre * largesse()}::int, ${secondes}::int, ${maintenant}::timestamptz`
  const requete = Prisma.sql`SELECT ep_debiter(${cleDe(nom, reseauDe(sujet))}, ${bornes}) AS attente`
  const lignes = await (tx ? tx.$queryRaw(requete) : lire(requete))
  return z.tuple([z.object({ attente: z.number() })]).parse(lignes)[0].attente
}

/**
 * Counts one more, or refuses with the hour from which it can be asked for again.
 * @param sujet id of the account or address that is counted: see `limites`
 */
export async function debiter(nom: NomLimite, demandeur: Demandeur): Promise<void> {
  const attente = await compter(nom, demandeur)
  if (attente === 0) return
  throw new ErreurMetier(
    'trop_de_tentatives',
    enMots(limites[nom].quoi, attente, demandeur.maintenant),
    undefined,
    attente,
  )
}

/** The bound of an act, by the row it leaves in the journal; most have none. */
export async function debiterActe(
  acte: EvenementJournal | null,
  { compteId, adresse, maintenant }: { compteId: string | null; adresse: string; maintenant: Date },
): Promise<void> {
  if (!compteId) await debiter('public', { sujet: adresse, maintenant })
  const nom = acte && limiteDe[acte]
  if (nom) await debiter(nom, { sujet: (limites[nom].par === 'compte' && compteId) || adresse, maintenant })
}

function enMots(quoi: string, attente: number, maintenant: Date): string {
  // The minute after, so that the hour said is never too early.
  const reprise = new Date(maintenant.getTime() + attente * 1000 + 60_000)
  const demain = dateAParis(reprise) === dateAParis(maintenant) ? '' : ' demain'
  const quand = attente < 60 ? 'dans une minute' : `à partir de ${heure(reprise)}${demain}`
  return `Beaucoup ${quoi} en peu de temps\u00a0: une limite protège le portail et les personnes. Réessayez ${quand}.`
}
