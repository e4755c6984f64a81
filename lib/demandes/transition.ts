import { inscrireEvenement, type TypeEvenement } from '@/lib/demandes/evenements'
import { libelleEtatCaisse, libelleEtatPartenaire } from '@/lib/demandes/libelles'
import type { Etat } from '@/lib/demandes/modele'
import { type Acte, actePossible } from '@/lib/demandes/regles'
import { coteDe, nomComplet } from '@/lib/socle/acteur'
import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateEtHeure } from '@/lib/socle/format'
import type { Prisma } from '@/lib/socle/prisma/client'

/** Locks a demande for the rest of the transaction and reads it as it stands now. Outside the perimeter it does not exist. */
export async function verrouillerDemande({ tx }: Contexte, id: string) {
  const [verrou] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM demande WHERE id = ${id}::uuid FOR UPDATE`
  const demande = verrou && (await tx.demande.findUnique({ where: { id }, include: { agent: true, auteur: true } }))
  if (!demande) throw new ErreurMetier('introuvable')
  if (demande.limiteeLe)
    throw new ErreurMetier(
      'etat_change',
      'Ce dossier est limité à la demande de la personne : personne n’agit dessus tant que le délégué à la protection des données n’a pas levé la limitation.',
    )
  if (demande.contenuEffaceLe)
    throw new ErreurMetier(
      'etat_change',
      'Le contenu de cette demande est effacé, au terme de sa durée de conservation\u00A0: faites une nouvelle demande.',
    )
  return { ...demande, etat: demande.etat as Etat }
}

export type DemandeVerrouillee = Awaited<ReturnType<typeof verrouillerDemande>>

/** For the acts that carry a text. */
const texteGarde = 'Votre texte est gardé : relisez la demande avant d’agir.'
const conseil: Partial<Record<Acte, string>> = {
  demander_complement: texteGarde,
  envoyer_complement: texteGarde,
  clore: texteGarde,
}

/** Refuses, in words, an act on a state that has moved on: who did what, and when. Nothing is overwritten. */
export async function exigerActe(contexte: Contexte, demande: DemandeVerrouillee, acte: Acte): Promise<void> {
  if (actePossible(acte, demande.etat)) return
  const dernier = await contexte.tx.evenement.findFirst({
    where: { demandeId: demande.id, type: { notIn: ['message', 'note'] } },
    orderBy: [{ le: 'desc' }, { id: 'desc' }],
    include: { auteur: true },
  })
  const libelle = coteDe(contexte.acteur) === 'caisse' ? libelleEtatCaisse : libelleEtatPartenaire
  const moi = dernier?.auteurId === contexte.acteur.compteId
  const auteur = moi ? ' par vous' : dernier?.auteur ? ` par ${nomComplet(dernier.auteur)}` : ''
  const quand = dernier ? `, ${dateEtHeure(dernier.le)}` : ''
  throw new ErreurMetier(
    'etat_change',
    `Cette demande est maintenant « ${libelle[demande.etat]} »${auteur}${quand}. ${conseil[acte] ?? 'Relisez-la avant d’agir.'}`,
  )
}

/** Refuses an answer written before the last message of the other side was seen. */
export function exigerVersion(demande: DemandeVerrouillee, version: number): void {
  if (demande.version === version) return
  throw new ErreurMetier(
    'etat_change',
    'La demande a changé depuis que vous l’avez ouverte : relisez les échanges ci-dessus. Votre texte est gardé.',
  )
}

/** Applies a change and its record: state, version, last change, and a row of the history. */
export async function appliquerTransition(
  contexte: Contexte,
  demande: DemandeVerrouillee,
  type: TypeEvenement,
  changements: Prisma.DemandeUncheckedUpdateInput,
  details: Prisma.InputJsonObject = {},
): Promise<void> {
  await contexte.tx.demande.update({
    where: { id: demande.id },
    data: { ...changements, version: { increment: 1 }, majLe: contexte.maintenant },
    select: { id: true },
  })
  await inscrireEvenement(contexte, demande, type, details)
}
