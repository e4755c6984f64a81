import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Periode } from '@/lib/bilan/modele'
import { lirePeriode } from '@/lib/bilan/periode'
import { quandCopil } from '@/lib/copil/libelles'
import { auJournal, pageDe, refuserSiChange } from '@/lib/copil/lire-copil'
import { prevenirGestionnairesDuCopil } from '@/lib/copil/prevenir'
import type { preparerSchema } from '@/lib/copil/schema'
import { instantAParis } from '@/lib/rendez-vous/decoupe'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { enDate, jourDe } from '@/lib/socle/jour'
import type { Copil } from '@/lib/socle/prisma/client'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'

type Saisie = z.output<typeof preparerSchema>

const refus = (champ: string, message: string) => new ErreurMetier('saisie', undefined, { [champ]: message })

/** Days ahead beyond which a year was mistyped. */
const DEUX_ANS = 731

/** A référent opens the COPIL of a period, or changes when and where it is held: the gestionnaires are told. */
export async function preparerCopil(contexte: Contexte, saisie: Saisie): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const caisseId = acteur.caisse?.id ?? ''
  const { partenaireId } = saisie
  const periode = await periodeDemandee(contexte, saisie)
  const cle = { caisseId, partenaireId, du: enDate(periode.du), au: enDate(periode.au) }
  const avant = await tx.copil.findUnique({ where: { caisseId_partenaireId_du_au: cle } })
  if (avant?.etat === 'tenu')
    throw new ErreurMetier('etat_change', 'Ce COPIL est tenu : rouvrez-le, en disant pourquoi, pour changer sa date.')
  if (avant)
    refuserSiChange(avant.version !== saisie.version, 'remplacerReunion', enregistree(avant), saisie.remplacerReunion)
  const prevuLe = saisie.prevuLe ? instantAParis(saisie.prevuLe, saisie.heure) : null
  exigerAVenir(prevuLe, avant, maintenant)
  const reunion = { prevuLe, lieu: saisie.lieu }
  const id = avant?.id ?? randomUUID()
  if (avant)
    await tx.copil.updateMany({
      where: { id, caisseId },
      data: { ...reunion, etat: 'preparation', version: { increment: 1 } },
    })
  else {
    const { count } = await tx.copil.createMany({
      data: [
        {
          id,
          ...cle,
          ...reunion,
          periode: periode.cle,
          libelle: periode.libelle,
          creeLe: maintenant,
          creeParId: acteur.compteId,
        },
      ],
      skipDuplicates: true,
    })
    if (count === 0)
      throw new ErreurMetier(
        'etat_change',
        'Ce COPIL vient d’être préparé par quelqu’un d’autre. Rechargez la page pour le voir.',
      )
  }
  const copil = await tx.copil.findUniqueOrThrow({ where: { id } })
  const deplace =
    avant?.prevuLe?.getTime() !== prevuLe?.getTime() || avant?.lieu !== saisie.lieu || avant?.etat === 'annule'
  if (prevuLe && deplace)
    await prevenirGestionnairesDuCopil(contexte, copil, avant?.prevuLe ? 'copil_deplace' : 'copil_fixe')
  return {
    vers: pageDe(contexte, copil, avant ? 'date' : 'prepare'),
    journal: { ...auJournal(copil), ...(avant && { action: 'copil.date' as const }) },
  }
}

/** The period of the bilan, read from its address; the partenaire has a convention with the caisse. */
async function periodeDemandee(
  { tx, acteur, maintenant }: Contexte,
  { partenaireId, adresse }: Saisie,
): Promise<Periode> {
  const parts = await tx.conventionCaisse.findMany({
    where: { caisseId: acteur.caisse?.id ?? '', partenaireId, etat: { not: 'brouillon' } },
    select: { finLe: true, convention: { select: { effetLe: true } } },
  })
  if (parts.length === 0) throw new ErreurMetier('introuvable')
  const effets = parts.flatMap(({ finLe, convention: { effetLe } }) =>
    effetLe ? [{ effetLe: jourDe(effetLe), finLe: jourDe(finLe) }] : [],
  )
  const parametres = Object.fromEntries(new URLSearchParams(adresse))
  const { periode, erreurs } = lirePeriode(parametres, dateAParis(maintenant), effets)
  if (Object.keys(erreurs).length > 0 || periode.cle !== parametres.periode)
    throw new ErreurMetier('etat_change', 'Cette période n’existe pas. Revenez au bilan, et choisissez-en une.')
  return periode
}

function exigerAVenir(prevuLe: Date | null, avant: Copil | null, maintenant: Date): void {
  if (!prevuLe || prevuLe.getTime() === avant?.prevuLe?.getTime()) return
  const jour = dateAParis(prevuLe)
  const aujourdhui = dateAParis(maintenant)
  if (jour < aujourdhui) throw refus('prevuLe', 'Ce jour est passé : choisissez un jour à venir.')
  if (prevuLe <= maintenant) throw refus('heure', 'Cette heure est passée : choisissez plus tard.')
  if (jour > ajouterJours(aujourdhui, DEUX_ANS))
    throw refus('prevuLe', 'Ce jour est dans plus de deux ans : vérifiez l’année.')
}

const enregistree = ({ etat, prevuLe, lieu, version }: Copil): string =>
  `Quelqu’un vient d’enregistrer ce COPIL (version ${version}) : ${[etat === 'annule' ? 'annulé' : prevuLe ? quandCopil(prevuLe) : 'sans date', lieu].filter(Boolean).join(', ')}. Ce que vous avez écrit est gardé ci-dessous.`
