import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { prevenirDeLaViolation } from '@/lib/violations/prevenir'
import { caissesADeclarer } from '@/lib/violations/queries'
import { limitesDe } from '@/lib/violations/regles'
import type { declarerSchema, informerSchema } from '@/lib/violations/schema'

/** A minute for what was typed while the clock of the browser ran, and for clocks that differ. */
const AVANCE_MS = 5 * 60_000

/**
 * Declares a breach, from either side, to each caisse it concerns: its clocks start, and those who must know are told at once. The id
 * comes from the form: sent twice, it is declared once.
 */
export async function declarerViolation(contexte: Contexte, saisie: z.output<typeof declarerSchema>): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const { id, caisses: choisies, partenaireId: designe, signalementId, ...reste } = saisie
  const faits = { ...reste, description__sante: undefined, mesures__sante: undefined }
  if (faits.constateeLe.getTime() > maintenant.getTime() + AVANCE_MS)
    throw new ErreurMetier('saisie', undefined, { constateeLe: 'Cette date n’est pas encore passée' })
  const constateeLe = new Date(Math.min(faits.constateeLe.getTime(), maintenant.getTime()))
  if (faits.survenueLe && faits.survenueLe > constateeLe)
    throw new ErreurMetier('saisie', undefined, {
      survenueLe: 'La violation n’a pas pu commencer après avoir été constatée',
    })
  const cote = acteur.partenaire ? 'partenaire' : 'caisse'
  const caisses = await caissesVisees(contexte, choisies)
  const partenaireId = acteur.partenaire?.id ?? (await partenaireVise(contexte, designe))
  const { count } = await tx.violation.createMany({
    data: [
      {
        id,
        cote,
        partenaireId,
        declareeParId: acteur.compteId,
        declareeLe: maintenant,
        constateeLe,
        survenueLe: faits.survenueLe,
        natures: [...new Set(faits.natures)],
        donnees: [...new Set(faits.donnees)],
        description: faits.description,
        personnes: faits.personnes,
        comptes: faits.comptes,
        mesures: faits.mesures,
        references: faits.references,
        contact: faits.contact,
        signalementId: await signalementVu(contexte, signalementId),
      },
    ],
    skipDuplicates: true,
  })
  const suite = { vers: `/violations/${id}?declaree=oui`, journal: { objetType: 'violation', objetId: id } }
  if (count === 0) {
    const deja = await tx.violation.findFirst({ where: { id, declareeParId: acteur.compteId }, select: { id: true } })
    if (!deja) throw new ErreurMetier('introuvable')
    return { ...suite, journal: { ...suite.journal, details: { rejouee: true } } }
  }
  await tx.violationCaisse.createMany({
    data: caisses.map(({ id: caisseId, delaiHeures }) => ({
      violationId: id,
      caisseId,
      declareeParId: acteur.compteId,
      partenaireId,
      ...limitesDe({ cote, constateeLe, declareeLe: maintenant, partenaire: partenaireId !== null, delaiHeures }),
    })),
  })
  await prevenirDeLaViolation(tx, { id, cote, sauf: acteur.compteId }, 'violation_declaree')
  return { ...suite, journal: { ...suite.journal, details: { cote, caisses: caisses.length } } }
}

async function caissesVisees({ tx, acteur }: Contexte, choisies: string[]) {
  const possibles = await caissesADeclarer(tx, acteur)
  if (possibles.length < 2) {
    if (possibles.length === 0) throw new ErreurMetier('introuvable')
    return possibles
  }
  const retenues = possibles.filter(({ id }) => choisies.includes(id))
  if (retenues.length === 0)
    throw new ErreurMetier('saisie', undefined, { caisses: 'Cochez les caisses dont des données sont concernées' })
  return retenues
}

async function partenaireVise({ tx, acteur }: Contexte, designe: string): Promise<string | null> {
  if (designe === '') return null
  const lie = await tx.conventionCaisse.findFirst({
    where: { partenaireId: designe, caisseId: acteur.caisse?.id, etat: { not: 'brouillon' } },
    select: { partenaireId: true },
  })
  if (!lie) throw new ErreurMetier('saisie', undefined, { partenaireId: 'Choisissez un partenaire de la liste' })
  return lie.partenaireId
}

/** A report is kept as the origin of a breach only by who may read it. */
async function signalementVu({ tx }: Contexte, signalementId: string): Promise<string | null> {
  if (signalementId === '') return null
  const lu = await tx.signalementCompte.findFirst({ where: { id: signalementId }, select: { id: true } })
  return lu?.id ?? null
}

/** The side that declared says what it has learnt since. Nothing already written is changed; the DPO are told. */
export async function ajouterInformation(
  contexte: Contexte,
  { id, texte }: z.output<typeof informerSchema>,
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const violation = await tx.violation.findFirst({
    where: { id },
    select: { id: true, cote: true, declareeParId: true, partenaireId: true, parts: { select: { closeLe: true } } },
  })
  const sienne =
    violation?.declareeParId === acteur.compteId ||
    (violation?.cote === 'partenaire' && violation.partenaireId === acteur.partenaire?.id)
  if (!violation || !sienne) throw new ErreurMetier('introuvable')
  if (violation.parts.every(({ closeLe }) => closeLe !== null))
    throw new ErreurMetier(
      'etat_change',
      'Cette violation est close. Pour ajouter une information, appelez le délégué à la protection des données de la caisse.',
    )
  await tx.violationSuivi.createMany({
    data: [
      { id: randomUUID(), violationId: id, type: 'information', texte, le: maintenant, auteurId: acteur.compteId },
    ],
  })
  await prevenirDeLaViolation(tx, { id, cote: 'partenaire', sauf: acteur.compteId }, 'violation_completee')
  return { vers: `/violations/${id}?ajoutee=oui`, journal: { objetType: 'violation', objetId: id } }
}
