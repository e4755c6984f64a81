import type { z } from 'zod'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { prevenirDuTicket } from '@/lib/support/prevenir'
import type { preciserSchema, signalerDysfonctionnementSchema } from '@/lib/support/schema'
import { caissesADeclarer } from '@/lib/violations/queries'

type Saisie = z.output<typeof signalerDysfonctionnementSchema>

/**
 * Tells what does not work: to the référents of one's caisse, of one of those of the partenaire, or, from an administrateur, to the
 * national support. The id comes from the form: sent twice, it is one ticket.
 */
export async function signalerDysfonctionnement(contexte: Contexte, saisie: Saisie): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const { id, caisseId: choisie, activite, constat, gene, incident, page, navigateur, largeur } = saisie
  const national = acteur.profil === 'administrateur'
  const caisseId = national ? null : await caissePrevenue(contexte, choisie)
  const { count } = await tx.dysfonctionnement.createMany({
    data: [
      {
        id,
        caisseId,
        compteId: acteur.compteId,
        partenaireId: acteur.partenaire?.id ?? null,
        profil: acteur.profil,
        activite,
        constat,
        gene,
        page,
        navigateur,
        largeur,
        incident: incident || null,
        creeLe: maintenant,
        dernierLe: maintenant,
        etat: national ? 'transmis' : 'nouveau',
        national,
      },
    ],
    skipDuplicates: true,
  })
  const suite = {
    vers: `/support/${id}?fait=signale`,
    journal: { objetType: 'dysfonctionnement', objetId: id, caisseId },
  }
  if (count === 0) {
    await exigerLeSien(contexte, id)
    return { ...suite, journal: { ...suite.journal, details: { rejouee: true } } }
  }
  await prevenirDuTicket(tx, acteur, id, 'support_recu')
  return { ...suite, journal: { ...suite.journal, details: { gene, page } } }
}

async function caissePrevenue({ tx, acteur }: Contexte, choisie: string): Promise<string> {
  const possibles = await caissesADeclarer(tx, acteur)
  const [seule, ...autres] = possibles
  if (!seule)
    throw new ErreurMetier(
      'etat_change',
      'Aucune caisse n’est liée à votre organisme : appelez l’une de celles que donne la page «\u00a0Qui appeler\u00a0».',
    )
  if (autres.length === 0) return seule.id
  const retenue = possibles.find(({ id }) => id === choisie)
  if (!retenue) throw new ErreurMetier('saisie', undefined, { caisseId: 'Choisissez la caisse à prévenir' })
  return retenue.id
}

/** Adds to one's own ticket; what was resolved is looked at again. */
export async function preciserDysfonctionnement(
  contexte: Contexte,
  { id, texte }: z.output<typeof preciserSchema>,
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const { caisseId } = await exigerLeSien(contexte, id)
  await tx.echangeSupport.createMany({
    data: [
      {
        id: crypto.randomUUID(),
        dysfonctionnementId: id,
        auteurId: acteur.compteId,
        cote: 'auteur',
        texte,
        ecritLe: maintenant,
      },
    ],
  })
  await prevenirDuTicket(tx, acteur, id, 'support_complete')
  return {
    vers: `/support/${id}?fait=precise`,
    journal: { objetType: 'dysfonctionnement', objetId: id, caisseId },
  }
}

async function exigerLeSien({ tx, acteur }: Contexte, id: string) {
  const ticket = await tx.dysfonctionnement.findFirst({ where: { id, compteId: acteur.compteId } })
  if (!ticket) throw new ErreurMetier('introuvable')
  return ticket
}
