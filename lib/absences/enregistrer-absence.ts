import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { periodeEnMots } from '@/lib/absences/libelles'
import { boucleDe, seChevauchent } from '@/lib/absences/regles'
import type { absenceSchema } from '@/lib/absences/schema'
import { aDroit, nomComplet } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { enDate, jourDe } from '@/lib/socle/jour'
import { ajouterJours, type DateIso, dateAParis } from '@/lib/socle/temps'

type Saisie = z.output<typeof absenceSchema>

const refus = (champ: string, message: string) => new ErreurMetier('saisie', undefined, { [champ]: message })

/** Days behind, or ahead, beyond which a year was mistyped. */
const bornesJours = { avant: 366, apres: 731 }

/**
 * Says that an agent is away, and who stands in: one's own absence, or that of any agent of the caisse for a référent. The
 * demandes stay in its name; the substitute follows them meanwhile.
 */
export async function enregistrerAbsence(contexte: Contexte, saisie: Saisie): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const caisseId = acteur.caisse?.id ?? ''
  const aujourdhui = dateAParis(maintenant)
  const { id: connue, compteId, remplacantId, debutLe, finLe } = saisie
  await verrouillerAbsences(contexte)
  const avant = connue ? await absenceATenir(contexte, connue) : null
  if (!peutTenir(contexte, avant?.compteId ?? compteId)) throw new ErreurMetier('introuvable')
  if (avant && avant.compteId !== compteId) throw new ErreurMetier('introuvable')
  exigerPeriode(saisie, aujourdhui)
  await exigerAgents(contexte, saisie)
  await exigerSansConflit(contexte, saisie, aujourdhui)
  const colonnes = {
    remplacantId,
    debutLe: enDate(debutLe),
    finLe: finLe === null ? null : enDate(finLe),
    creeeParId: acteur.compteId,
  }
  const id = connue || randomUUID()
  if (avant) await tx.absence.updateMany({ where: { id, caisseId }, data: colonnes })
  else await tx.absence.createMany({ data: [{ id, caisseId, compteId, creeeLe: maintenant, ...colonnes }] })
  return {
    vers: `/caisse/absences?fait=${avant ? 'modifiee' : 'ajoutee'}`,
    journal: { objetType: 'absence', objetId: id, caisseId, details: { compteId, remplacantId, debutLe, finLe } },
  }
}

/** Absences of a caisse are written one after the other: two colleagues cannot name each other at the same instant. */
export async function verrouillerAbsences({ tx, acteur }: Contexte): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`absences ${acteur.caisse?.id}`}))::text`
}

function peutTenir({ acteur }: Contexte, compteId: string): boolean {
  return aDroit(acteur, 'caisse.regler') || compteId === acteur.compteId
}

/** An absence that the acteur may change; anybody else’s does not exist. */
export async function absenceATenir(contexte: Contexte, id: string) {
  const { tx, acteur } = contexte
  const absence = await tx.absence.findFirst({ where: { id, caisseId: acteur.caisse?.id ?? '' } })
  if (!absence || !peutTenir(contexte, absence.compteId)) throw new ErreurMetier('introuvable')
  return { ...absence, debutLe: jourDe(absence.debutLe), finLe: jourDe(absence.finLe) }
}

function exigerPeriode({ debutLe, finLe }: Saisie, aujourdhui: DateIso): void {
  if (finLe !== null && finLe < aujourdhui)
    throw refus('finLe', 'Cette absence est déjà finie\u00A0: il n’y a plus rien à remplacer')
  if (debutLe < ajouterJours(aujourdhui, -bornesJours.avant) || debutLe > ajouterJours(aujourdhui, bornesJours.apres))
    throw refus('debutLe', 'Vérifiez l’année de cette date')
  if (finLe !== null && finLe > ajouterJours(aujourdhui, bornesJours.apres))
    throw refus('finLe', 'Vérifiez l’année de cette date, ou laissez vide si le retour n’est pas connu')
}

async function exigerAgents({ tx, acteur }: Contexte, { compteId, remplacantId }: Saisie): Promise<void> {
  if (compteId === remplacantId)
    throw refus('remplacantId', 'On ne se remplace pas soi-même\u00A0: choisissez un collègue')
  const agents = await tx.compte.findMany({
    where: {
      id: { in: [compteId, remplacantId] },
      caisseId: acteur.caisse?.id,
      etat: 'actif',
      roles: { has: 'agent' },
    },
    select: { id: true },
  })
  if (!agents.some(({ id }) => id === compteId)) throw refus('compteId', 'Choisissez un agent en activité')
  if (!agents.some(({ id }) => id === remplacantId)) throw refus('remplacantId', 'Choisissez un agent en activité')
}

/** One absence at a time, and a chain of substitutes that ends with somebody. */
async function exigerSansConflit({ tx, acteur }: Contexte, saisie: Saisie, aujourdhui: DateIso): Promise<void> {
  const lues = await tx.absence.findMany({
    where: { caisseId: acteur.caisse?.id, ...(saisie.id && { id: { not: saisie.id } }) },
    include: { compte: { select: { prenom: true, nom: true } }, remplacant: { select: { prenom: true, nom: true } } },
  })
  const autres = lues.map((absence) => ({ ...absence, debutLe: jourDe(absence.debutLe), finLe: jourDe(absence.finLe) }))
  const deja = autres.find(({ compteId, ...periode }) => compteId === saisie.compteId && seChevauchent(periode, saisie))
  if (deja)
    throw refus(
      'debutLe',
      `Une absence est déjà notée ${periodeEnMots(deja, aujourdhui)}\u00A0: modifiez-la, ou choisissez d’autres dates`,
    )
  const boucle = boucleDe(saisie, autres)
  const absente = boucle && autres.find(({ compteId }) => compteId === boucle.compteId)
  if (boucle && absente)
    throw refus(
      'remplacantId',
      `${nomComplet(absente.compte)} est aussi en absence ${periodeEnMots(boucle, aujourdhui)}, et son remplacement revient à la personne absente\u00A0: choisissez quelqu’un d’autre`,
    )
}
