import { randomUUID } from 'node:crypto'
import { messageIdDe, planifierEnvoi } from '@/lib/notifications/ajouter-courriel'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

const liste = '/caisse/courriels'

/** A mail that did not arrive has been seen to: it leaves the list of what waits. */
export async function marquerVu({ tx, maintenant }: Contexte, { id }: { id: string }): Promise<Suite> {
  const [rang] = await tx.$queryRaw<
    { vu: boolean }[]
  >`SELECT ep_courriel_vu(${id}::uuid, ${maintenant}::timestamptz) AS vu`
  if (!rang?.vu) throw new ErreurMetier('introuvable')
  return { vers: `${liste}?fait=vu`, journal: { objetType: 'courriel', objetId: id } }
}

/** Sends again a mail that did not arrive, to the address that the account or the structure has now. */
export async function renvoyerCourriel({ tx, maintenant }: Contexte, { id }: { id: string }): Promise<Suite> {
  const [echec] = await tx.$queryRaw<unknown[]>`SELECT 1 FROM ep_courriels_en_echec() WHERE id = ${id}::uuid`
  if (!echec) throw new ErreurMetier('introuvable')
  const nouveau = randomUUID()
  const [rang] = await tx.$queryRaw<{ adresse: string | null }[]>`
    SELECT ep_renvoyer_courriel(${id}::uuid, ${nouveau}::uuid, ${messageIdDe(nouveau)}, ${maintenant}::timestamptz) AS adresse`
  if (!rang?.adresse)
    throw new ErreurMetier(
      'etat_change',
      'Ce courriel ne peut pas être renvoyé : il l’a déjà été, ou le compte est fermé. Rechargez la page.',
    )
  await planifierEnvoi(tx, nouveau)
  return { vers: `${liste}?fait=renvoye`, journal: { objetType: 'courriel', objetId: id } }
}
