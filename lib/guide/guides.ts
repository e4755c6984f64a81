import { guideAdministrateur } from '@/lib/guide/administrateur'
import { guideAgent } from '@/lib/guide/agent'
import { guideDpo } from '@/lib/guide/dpo'
import { guideGestionnaire } from '@/lib/guide/gestionnaire'
import { type Guide, type ProfilDuGuide, profilsDuGuide } from '@/lib/guide/modele'
import { guideReferent } from '@/lib/guide/referent'
import { guideTechnicien } from '@/lib/guide/technicien'
import type { Habilitation } from '@/lib/socle/acteur'

export const guides: Record<ProfilDuGuide, Guide> = {
  technicien: guideTechnicien,
  gestionnaire: guideGestionnaire,
  agent: guideAgent,
  referent: guideReferent,
  dpo: guideDpo,
  administrateur: guideAdministrateur,
}

export const estProfilDuGuide = (lu: string): lu is ProfilDuGuide => profilsDuGuide.some((profil) => profil === lu)

export const adresseGuide = (profil: ProfilDuGuide) => `/guide/${profil}`

/** Guides of what an account does: one by role on the caisse side. */
export function guidesDe({ profil, roles }: Habilitation): ProfilDuGuide[] {
  return profil === 'caisse' ? profilsDuGuide.filter((guide) => roles.some((role) => role === guide)) : [profil]
}

/** Those of the people one trains or helps by phone. A technicien answers for nobody. */
export function autresGuidesDe(acteur: Habilitation): ProfilDuGuide[] {
  const aides: Record<Habilitation['profil'], readonly ProfilDuGuide[]> = {
    technicien: [],
    gestionnaire: ['technicien'],
    caisse: profilsDuGuide.filter((profil) => profil !== 'administrateur'),
    administrateur: profilsDuGuide,
  }
  const siens = guidesDe(acteur)
  return aides[acteur.profil].filter((profil) => !siens.includes(profil))
}

const estLibre = (segment: string) => segment.startsWith('[')

/** How much of a path this page or folder names; 0 where it is another one. Of two as long, the page of that very name wins. */
function precision(page: string, chemin: string): number {
  const [segments, lus] = [page.split('/'), chemin.split('/')]
  const convient = segments.every((segment, rang) => segment === lus[rang] || (estLibre(segment) && lus[rang]))
  return convient ? segments.length * 100 - segments.filter(estLibre).length : 0
}

/** The chapter about a page for what this account does there; without one, the list of its guides. */
export function aidePour(acteur: Habilitation, chemin: string): string {
  const [chapitre] = guidesDe(acteur)
    .flatMap((profil) =>
      guides[profil].chapitres.map(({ cle, pages }) => ({
        adresse: `${adresseGuide(profil)}#${cle}`,
        precision: Math.max(0, ...pages.map((page) => precision(page, chemin))),
      })),
    )
    .sort((a, b) => b.precision - a.precision)
  return chapitre?.precision ? chapitre.adresse : '/guide'
}
