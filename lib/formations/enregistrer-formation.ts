import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { prevenirDeLaFormation } from '@/lib/formations/prevenir'
import type { formationSchema } from '@/lib/formations/schema'
import { type FormationTenue, lecteursDe, promouvoirAttente, tenirSaFormation } from '@/lib/formations/tenir'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { pluriel } from '@/lib/socle/format'
import { enDate } from '@/lib/socle/jour'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'

type Saisie = z.output<typeof formationSchema>

const refus = (champ: string, message: string) => new ErreurMetier('saisie', undefined, { [champ]: message })

/** Days ahead beyond which a year was mistyped. */
const DEUX_ANS = 731

/** A référent prepares a session, as a draft that nobody else sees, or changes it, whoever is registered being told. */
export async function enregistrerFormation(contexte: Contexte, saisie: Saisie): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const caisseId = acteur.caisse?.id ?? ''
  const avant = saisie.id ? await tenirSaFormation(contexte, saisie.id) : null
  if (avant) exigerModifiable(avant, saisie, maintenant)
  exigerAVenir(saisie, maintenant)
  if (avant && saisie.places < avant.inscrits)
    throw refus(
      'places',
      `${pluriel(avant.inscrits, 'personne est inscrite', 'personnes sont inscrites')} : gardez au moins ${pluriel(avant.inscrits, 'place')}.`,
    )
  await exigerPartenaires(contexte, saisie)
  const id = avant?.id ?? randomUUID()
  const change = avant?.etat === 'publiee' && bouge(avant, saisie)
  const colonnes = {
    theme: saisie.theme,
    description: saisie.description,
    mode: saisie.mode,
    lieu: saisie.lieu,
    places: saisie.places,
    debutLe: saisie.debutLe,
    finLe: saisie.finLe,
    inscriptionsJusquau: enDate(saisie.inscriptionsJusquau),
    pourTous: saisie.audience === 'tous',
    profils: saisie.profils,
  }
  if (avant)
    await tx.formation.updateMany({
      where: { id, caisseId },
      data: {
        ...colonnes,
        version: { increment: 1 },
        ...(change && { rappeleeLe: null }),
      },
    })
  else
    await tx.formation.createMany({
      data: [{ id, caisseId, ...colonnes, etat: 'brouillon', creeeLe: maintenant, creeeParId: acteur.compteId }],
    })
  await ecrireAudience(contexte, id, saisie)
  await ecrireLien(contexte, id, saisie)
  if (change) await prevenirDuChangement(contexte, id)
  if (avant?.etat === 'publiee') await promouvoirAttente(tx, id, maintenant)
  return {
    vers: `/caisse/formations/${id}?fait=${avant ? 'modifiee' : 'creee'}`,
    journal: {
      objetType: 'formation',
      objetId: id,
      caisseId,
      ...(avant && { action: 'formation.modifiee' }),
      details: { places: saisie.places },
    },
  }
}

function exigerModifiable(avant: FormationTenue, { version }: Saisie, maintenant: Date): void {
  if (avant.etat === 'annulee')
    throw new ErreurMetier('etat_change', 'Cette session est annulée : créez-en une autre pour la proposer à nouveau.')
  if (avant.etat === 'terminee')
    throw new ErreurMetier('etat_change', 'Les présences de cette session sont notées : elle ne change plus.')
  if (avant.etat === 'publiee' && avant.debutLe <= maintenant)
    throw new ErreurMetier('etat_change', 'Cette session a commencé : notez les présences, ou annulez-la.')
  if (version !== avant.version)
    throw new ErreurMetier(
      'etat_change',
      'Cette session a été modifiée entre-temps. Rechargez la page pour voir ce qui a changé.',
    )
}

function exigerAVenir({ jour, debutLe, inscriptionsJusquau }: Saisie, maintenant: Date): void {
  const aujourdhui = dateAParis(maintenant)
  if (jour < aujourdhui) throw refus('jour', 'Ce jour est passé : choisissez un jour à venir.')
  if (debutLe <= maintenant) throw refus('debut', 'Cette heure est passée : choisissez plus tard.')
  if (jour > ajouterJours(aujourdhui, DEUX_ANS))
    throw refus('jour', 'Ce jour est dans plus de deux ans : vérifiez l’année.')
  if (inscriptionsJusquau < aujourdhui)
    throw refus('inscriptionsJusquau', 'Ce jour est passé : personne ne pourrait s’inscrire.')
}

/** Only those bound to the caisse by a convention that is not over. */
async function exigerPartenaires({ tx, acteur }: Contexte, { partenaires }: Saisie): Promise<void> {
  const lies = await tx.conventionCaisse.findMany({
    where: {
      caisseId: acteur.caisse?.id ?? '',
      partenaireId: { in: partenaires },
      etat: { notIn: ['brouillon', 'resiliee', 'echue'] },
    },
    distinct: ['partenaireId'],
    select: { partenaireId: true },
  })
  if (lies.length < partenaires.length)
    throw refus('partenaires', 'Un des partenaires choisis n’a plus de convention avec votre caisse : retirez-le.')
}

async function ecrireAudience({ tx, acteur }: Contexte, formationId: string, { partenaires }: Saisie): Promise<void> {
  await tx.formationPartenaire.deleteMany({ where: { formationId, partenaireId: { notIn: partenaires } } })
  await tx.formationPartenaire.createMany({
    data: partenaires.map((partenaireId) => ({ formationId, partenaireId, caisseId: acteur.caisse?.id ?? '' })),
    skipDuplicates: true,
  })
}

async function ecrireLien({ tx, acteur }: Contexte, formationId: string, { lien }: Saisie): Promise<void> {
  await tx.lienFormation.deleteMany({ where: { formationId } })
  if (lien)
    await tx.lienFormation.createMany({ data: [{ formationId, caisseId: acteur.caisse?.id ?? '', adresse: lien }] })
}

/** What stands in a calendar is no longer true. */
const bouge = (avant: FormationTenue, { debutLe, finLe, mode, lieu }: Saisie): boolean =>
  avant.debutLe.getTime() !== debutLe.getTime() ||
  avant.finLe.getTime() !== finLe.getTime() ||
  avant.mode !== mode ||
  avant.lieu !== lieu

async function prevenirDuChangement({ tx, maintenant }: Contexte, id: string): Promise<void> {
  const formation = await tx.formation.findUniqueOrThrow({ where: { id } })
  const inscrits = await lecteursDe(tx, id, 'inscrite')
  await prevenirDeLaFormation(tx, formation, 'formation_deplacee', inscrits, { methode: 'REQUEST', maintenant })
  await prevenirDeLaFormation(tx, formation, 'formation_deplacee', await lecteursDe(tx, id, 'attente'), { maintenant })
}
