import { type Etape, type Service, services } from '@/lib/demandes/modele'
import { contact } from '@/lib/demandes/services/contact'
import type { CadreBesoin, DefinitionService, LigneResume } from '@/lib/demandes/services/definition'
import { document } from '@/lib/demandes/services/document'
import { dossier } from '@/lib/demandes/services/dossier'
import { rendezVous } from '@/lib/demandes/services/rendez-vous'
import { signalement } from '@/lib/demandes/services/signalement'
import type { Prisma } from '@/lib/socle/prisma/client'

const registre = { dossier, signalement, rendez_vous: rendezVous, document, contact } satisfies Record<
  Service,
  DefinitionService
>

export function definitionDe(service: Service): DefinitionService {
  return registre[service]
}

/** Steps of a filing: a motif about the partnership asks for nobody. */
export function etapesDe(assureRequis: boolean): Etape[] {
  return assureRequis
    ? ['motif', 'personne', 'besoin', 'pieces', 'verifier']
    : ['motif', 'besoin', 'pieces', 'verifier']
}

/** Answers given in another service stay as they were typed, and remember which form they answered. */
export function detailsDeService(de: Service, a: Service, details: unknown): Prisma.InputJsonObject {
  const { serviceDuFormulaire, ...reponses } = (details ?? {}) as Prisma.JsonObject
  const rempli = serviceDuFormulaire ?? de
  return { ...reponses, ...(rempli !== a && { serviceDuFormulaire: rempli }) } as Prisma.InputJsonObject
}

/** Answers kept on a demande, put into words. Answers of an older shape are shown as far as they can be read. */
export function resumeDe(service: Service, details: unknown): LigneResume[] {
  const { serviceDuFormulaire } = (details ?? {}) as { serviceDuFormulaire?: unknown }
  const rempli = services.find((candidat) => candidat === serviceDuFormulaire) ?? service
  try {
    return definitionDe(rempli).resume(details)
  } catch {
    const { serviceDuFormulaire: _, ...reponses } = (details ?? {}) as Record<string, unknown>
    return Object.entries(reponses).map(([libelle, valeur]) => ({
      libelle,
      valeur: String(valeur),
    }))
  }
}

export function libelleIssue(service: Service, code: string | null): string | null {
  return definitionDe(service).issues.find((issue) => issue.code === code)?.libelle ?? code
}

export type { CadreBesoin, LigneResume }
