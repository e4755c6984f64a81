import type { Nature } from '@/lib/conservation/nature'
import { naturesDesAssures } from '@/lib/conservation/natures-assures'
import { naturesDesComptes } from '@/lib/conservation/natures-comptes'
import { naturesDuPartenariat } from '@/lib/conservation/natures-partenariat'

/**
 * Every kind of personal data the portal keeps: why, for whom, how long, and which job removes it (règles du domaine, §9).
 * The settings, the purge, its preview and the register of processing activities are all read from here.
 */
export const natures: readonly Nature[] = [...naturesDesAssures, ...naturesDuPartenariat, ...naturesDesComptes]
