import type { Etape, Service } from '@/lib/demandes/modele'
import { contact } from '@/lib/demandes/services/contact'
import type { CadreBesoin, DefinitionService, LigneResume } from '@/lib/demandes/services/definition'
import { document } from '@/lib/demandes/services/document'
import { dossier } from '@/lib/demandes/services/dossier'
import { rendezVous } from '@/lib/demandes/services/rendez-vous'
import { signalement } from '@/lib/demandes/services/signalement'

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

/** Answers kept on a demande, put into words. Answers of an older shape are shown as far as they can be read. */
export function resumeDe(service: Service, details: unknown): LigneResume[] {
  try {
    return definitionDe(service).resume(details)
  } catch {
    return Object.entries((details ?? {}) as Record<string, unknown>).map(([libelle, valeur]) => ({
      libelle,
      valeur: String(valeur),
    }))
  }
}

export function libelleIssue(service: Service, code: string | null): string | null {
  return definitionDe(service).issues.find((issue) => issue.code === code)?.libelle ?? code
}

export type { CadreBesoin, LigneResume }
