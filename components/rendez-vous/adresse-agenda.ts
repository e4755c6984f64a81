import type { FiltresAgenda } from '@/lib/rendez-vous/queries'

/** The agenda on another week, under the same filters. */
export function adresseAgenda({ semaine, qui, ou }: FiltresAgenda): string {
  const parametres = new URLSearchParams({
    ...(semaine && { semaine }),
    ...(qui === 'tous' && { qui }),
    ...(ou && { ou }),
  })
  return `/caisse/rendez-vous${parametres.size > 0 ? `?${parametres}` : ''}`
}
