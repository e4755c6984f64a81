import { type Service, services } from '@/lib/demandes/modele'

const segment = (service: Service) => service.replace('_', '-')

/** Service named in an address, or null: `rendez-vous` → `rendez_vous`. */
export function serviceDuSegment(texte: string): Service | null {
  return services.find((service) => segment(service) === texte) ?? null
}

/** First page of a filing. `pour`: reference of the demande whose person is taken again. */
export function adresseNouvelle(service: Service, pour?: string): string {
  return `/demandes/nouvelle/${segment(service)}${pour ? `?pour=${pour}` : ''}`
}

export function adresseBrouillon(id: string, etape?: string): string {
  return `/demandes/brouillon/${id}${etape ? `/${etape}` : ''}`
}

export function adresseDemande(reference: string, page?: 'confirmation' | 'annuler' | 'courriels'): string {
  return `/demandes/${reference}${page ? `/${page}` : ''}`
}
