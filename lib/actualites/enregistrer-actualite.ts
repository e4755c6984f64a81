import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { actualiteSchema } from '@/lib/actualites/schema'
import { exigerVersion, tenirActualite } from '@/lib/actualites/tenir'
import { caisseDeLaPublication, caissesChoisies } from '@/lib/publications/audience'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { envoyerTravail } from '@/lib/travaux/file'

type Saisie = z.output<typeof actualiteSchema>

/**
 * Writes an actualité, as a draft, or corrects it. Correcting one that is published says so with its day, keeps those who have read it
 * told, and writes to them again only when asked.
 */
export async function enregistrerActualite(contexte: Contexte, saisie: Saisie): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const avant = saisie.id ? await tenirActualite(contexte, saisie.id) : null
  if (avant) {
    exigerVersion(avant, saisie.version)
    if (avant.etat === 'retiree')
      throw new ErreurMetier('etat_change', 'Cette actualité est retirée : écrivez-en une autre pour la redire.')
  }
  if (saisie.finLe && saisie.finLe <= (avant?.publierLe && avant.etat === 'programmee' ? avant.publierLe : maintenant))
    throw new ErreurMetier('saisie', undefined, {
      jusquau: 'Ce jour vient avant sa publication, ou est passé : choisissez-en un autre, ou aucun.',
    })
  const colonnes = {
    genre: saisie.genre,
    titre: saisie.titre,
    texte: saisie.texte,
    caisses: caissesChoisies(acteur, saisie.caisses),
    types: saisie.types,
    profils: saisie.profils,
    epinglee: saisie.epinglee,
    finLe: saisie.finLe,
  }
  const id = avant?.id ?? randomUUID()
  const caisseId = caisseDeLaPublication(acteur)
  if (!avant) {
    await tx.actualite.createMany({
      data: [{ id, caisseId, ...colonnes, creeeLe: maintenant, creeeParId: acteur.compteId }],
    })
    return { vers: `/actualites/${id}?fait=creee`, journal: journalDe(id, caisseId) }
  }
  const enLigne = avant.etat === 'publiee'
  const corrigee = enLigne && (avant.titre !== saisie.titre || avant.texte !== saisie.texte)
  const prevenir = enLigne && saisie.prevenir
  await tx.actualite.updateMany({
    where: { id },
    data: {
      ...colonnes,
      version: { increment: 1 },
      ...(corrigee && { corrigeeLe: maintenant }),
      ...(prevenir && { aPrevenir: 'corrigee', prevenusJusqua: null }),
    },
  })
  if (prevenir) await envoyerTravail(tx, 'actualite.publier', { actualiteId: id })
  return {
    vers: `/actualites/${id}?fait=${prevenir ? 'corrigee_prevenue' : corrigee ? 'corrigee' : 'modifiee'}`,
    journal: { ...journalDe(id, caisseId), action: corrigee ? 'actualite.corrigee' : 'actualite.modifiee' },
  }
}

const journalDe = (id: string, caisseId: string | null) => ({ objetType: 'actualite', objetId: id, caisseId })
