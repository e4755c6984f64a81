import type { Contexte, Suite } from '@/lib/socle/action'

/** Puts the open demandes that nobody follows where the rules of today would; what a colleague has handed over stays there. */
export async function appliquerRoutage({ tx, acteur, maintenant }: Contexte): Promise<Suite> {
  const [ligne] = await tx.$queryRaw<{ n: number }[]>`SELECT ep_router_demandes(${maintenant}) AS n`
  const n = ligne?.n ?? 0
  return {
    vers: `/caisse/parametres/routage?rangees=${n}`,
    journal: { objetType: 'caisse', objetId: acteur.caisse?.id, caisseId: acteur.caisse?.id, details: { demandes: n } },
  }
}
