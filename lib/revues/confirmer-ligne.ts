import type { z } from 'zod'
import { garderAttestation } from '@/lib/habilitations/creer-compte'
import { motsDecision } from '@/lib/revues/libelles'
import { type Decision, lignesDeLaRevue } from '@/lib/revues/lignes'
import { verrouillerRevue } from '@/lib/revues/revue-ouverte'
import type { ligneSchema } from '@/lib/revues/schema'
import { nomComplet } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateEtHeure } from '@/lib/socle/format'

/**
 * Decides one line of an open revue: the account is kept, its attestations renewed, or will be inactivated by the signature.
 * Kept at once, so that a revue is done in several times, by several gestionnaires.
 */
export async function confirmerLigne(contexte: Contexte, saisie: z.output<typeof ligneSchema>): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const { id, compteId, decision } = saisie
  const revue = await verrouillerRevue(contexte, id)
  const compte = await tx.compte.findFirst({
    where: { id: compteId, structureId: revue.structureId, supprimeLe: null },
    include: { structure: { select: { nom: true } } },
  })
  if (!compte) throw new ErreurMetier('introuvable')
  if (compte.etat === 'inactif')
    throw new ErreurMetier(
      'etat_change',
      `Le compte de ${nomComplet(compte)} vient d’être inactivé\u00A0: il sort de la revue.`,
    )
  if (compte.profil === 'gestionnaire' && decision === 'inactiver')
    throw new ErreurMetier(
      'etat_change',
      'Seule la caisse inactive un compte de gestionnaire\u00A0: demandez-lui cette inactivation.',
    )
  await tx.ligneRevue.createMany({ data: [{ revueId: id, compteId }], skipDuplicates: true })
  const ligne = await tx.ligneRevue.findUniqueOrThrow({ where: { revueId_compteId: { revueId: id, compteId } } })
  const deja = (ligne.decision ?? '') as Decision | ''
  if (deja !== decision) {
    exigerLaMeme(deja, saisie, deja === saisie.vue ? null : await motsAuteur(contexte, ligne))
    const data = { decision, decideeLe: maintenant, decideeParId: acteur.compteId }
    await tx.ligneRevue.updateMany({ where: { revueId: id, compteId }, data })
    if (decision === 'garder' && compte.profil === 'technicien')
      await garderAttestation(contexte, compte, compte.structure?.nom ?? acteur.partenaire?.nom ?? '')
  }
  const lignes = await lignesDeLaRevue(tx, revue)
  const rang = lignes.findIndex((autre) => autre.compte.id === compteId)
  const suivante = [...lignes.slice(rang + 1), ...lignes.slice(0, rang)].find((autre) => !autre.decision)
  return {
    // The address differs each time: the browser goes to the next line instead of staying where it was.
    vers: `/equipe/revue/${id}?fait=${compteId}.${decision}#${suivante ? `compte-${suivante.compte.id}` : 'signer'}`,
    journal: { objetType: 'revue', objetId: id, details: { compte: compteId, decision } },
  }
}

function exigerLaMeme(deja: Decision | '', { vue }: z.output<typeof ligneSchema>, auteur: string | null): void {
  if (deja === 'demander')
    throw new ErreurMetier(
      'etat_change',
      'Une demande d’inactivation de ce compte attend la réponse de la caisse. Pour le garder, retirez d’abord la demande.',
    )
  if (deja === vue) return
  throw new ErreurMetier(
    'etat_change',
    `${auteur ?? 'Un autre gestionnaire'} a décidé entre-temps\u00A0: «\u00A0${deja ? motsDecision[deja] : 'À confirmer'}\u00A0». Rechargez la page pour relire la ligne avant de la changer.`,
  )
}

async function motsAuteur(
  { tx }: Contexte,
  { decideeParId, decideeLe }: { decideeParId: string | null; decideeLe: Date | null },
): Promise<string | null> {
  const auteur = decideeParId ? await tx.compte.findUnique({ where: { id: decideeParId } }) : null
  return auteur && decideeLe ? `${nomComplet(auteur)}, ${dateEtHeure(decideeLe)},` : null
}
