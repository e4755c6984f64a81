import { createHash, randomBytes } from 'node:crypto'
import { appareil } from '@/lib/comptes/libelles'
import { type AuteurJournal, journaliser } from '@/lib/journal/ecrire'
import { prevenirTitulaire } from '@/lib/securite/prevenir'
import type { Contexte, Suite } from '@/lib/socle/action'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateEtHeure } from '@/lib/socle/format'

const GARDES = 20
const OUBLI_JOURS = 400

export const nouveauJetonAppareil = () => randomBytes(32).toString('base64url')

/** By account: the same browser under two accounts leaves nothing that ties them. */
export const empreinteAppareil = (compteId: string, jeton: string) =>
  createHash('sha256').update(`${compteId} ${jeton}`).digest('hex')

export type Connexion = {
  compteId: string
  sessionId: string
  /** What the browser's cookie says; none for a sign-in that is not a browser's. */
  jeton?: string
  navigateur: string | null
  adresse: string
  maintenant: Date
  auteur: AuteurJournal
  /** Activation of the account: every device is new, and its owner is there. */
  premiere?: boolean
}

/**
 * Remembers the browser of a sign-in. One never seen for this account is told to its owner by mail, with its family and never
 * where it was. It opens nothing and closes nothing: an alert, not a right.
 */
export async function reconnaitreAppareil(tx: Transaction, connexion: Connexion): Promise<void> {
  const { compteId, sessionId, jeton, navigateur, adresse, maintenant, auteur, premiere } = connexion
  if (!jeton) return
  const empreinte = empreinteAppareil(compteId, jeton)
  const { count } = await tx.appareilConnu.updateMany({ where: { compteId, empreinte }, data: { vuLe: maintenant } })
  if (count > 0) return
  const nom = appareil(navigateur)
  const ajout = await tx.appareilConnu.createMany({
    data: [{ compteId, empreinte, navigateur: nom, premierLe: maintenant, vuLe: maintenant }],
    skipDuplicates: true,
  })
  await oublierAnciens(tx, compteId, maintenant)
  if (ajout.count === 0 || premiere) return
  const { prenom, identifiant, courriel } = await tx.compte.findUniqueOrThrow({
    where: { id: compteId },
    select: { prenom: true, identifiant: true, courriel: true },
  })
  await prevenirTitulaire(tx, { compteId, prenom, identifiant, courriel }, 'nouvelle_connexion', {
    lignes: [`${majuscule(dateEtHeure(maintenant))}, avec ${nom}.`],
  })
  await journaliser(tx, {
    action: 'connexion.nouvel_appareil',
    acteur: auteur,
    adresse,
    objetType: 'session',
    objetId: sessionId,
  })
}

const majuscule = (texte: string) => texte.replace(/^./, (lettre) => lettre.toUpperCase())

async function oublierAnciens(tx: Transaction, compteId: string, maintenant: Date): Promise<void> {
  const gardes = await tx.appareilConnu.findMany({
    where: { compteId, vuLe: { gt: new Date(maintenant.getTime() - OUBLI_JOURS * 86_400_000) } },
    orderBy: { vuLe: 'desc' },
    take: GARDES,
    select: { id: true },
  })
  await tx.appareilConnu.deleteMany({ where: { compteId, id: { notIn: gardes.map(({ id }) => id) } } })
}

/** Its next sign-in will be told as that of a new device. */
export async function oublierAppareil({ tx, acteur }: Contexte, { id }: { id: string }): Promise<Suite> {
  const { count } = await tx.appareilConnu.deleteMany({ where: { id, compteId: acteur.compteId } })
  if (count === 0) throw new ErreurMetier('introuvable', 'Cet appareil est déjà oublié.')
  return { vers: '/compte/securite#appareils', journal: { objetType: 'compte', objetId: acteur.compteId } }
}
