import type { Etape } from '@/lib/demandes/modele'
import type { Compte, Prisma } from '@/lib/socle/prisma/client'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import { type MotifInstalle, motifNational } from '../catalogue'
import type { Atelier } from '../fabriques/atelier'
import { fabriqueSaisieBesoin } from '../fabriques/details'
import { fabriquePersonne, saisiePersonne } from '../fabriques/personne'
import type { Comptes } from './comptes'
import type { CleStructure } from './partenaires'
import { instant } from './plan'
import type { Structures } from './structures'

type Prevu = { cle: CleStructure; qui: number; motif: string; variante?: string; etape: Etape; jours: number }

/** Drafts at every step, of every age: the oldest is purged in a few days. */
const prevus: Prevu[] = [
  { cle: 'vaucreux', qui: 0, motif: 'ame', variante: 'premiere', etape: 'besoin', jours: 24 },
  { cle: 'vaucreux', qui: 0, motif: 'rdv_c2s', etape: 'personne', jours: 1 },
  { cle: 'vaucreux', qui: 1, motif: 'c2s', variante: 'renouvellement', etape: 'pieces', jours: 3 },
  { cle: 'vaucreux', qui: 2, motif: 'formation', etape: 'motif', jours: 2 },
  { cle: 'morvelle', qui: 0, motif: 'puma', etape: 'pieces', jours: 5 },
  { cle: 'morvelle', qui: 1, motif: 'dossier_complexe', variante: 'ij', etape: 'besoin', jours: 9 },
  { cle: 'saintAubrac', qui: 0, motif: 'aide_financiere', etape: 'personne', jours: 12 },
  { cle: 'ostrevalleNord', qui: 0, motif: 'autre_etude', variante: 'adresse', etape: 'besoin', jours: 1 },
  { cle: 'yssoire', qui: 0, motif: 'notification', etape: 'besoin', jours: 7 },
  { cle: 'tilleuls', qui: 0, motif: 'mission_accompagnement', etape: 'besoin', jours: 4 },
  { cle: 'tilleuls', qui: 1, motif: 'ame', variante: 'renouvellement', etape: 'motif', jours: 18 },
]

export async function installerBrouillons(atelier: Atelier, structures: Structures, comptes: Comptes): Promise<void> {
  const hasard = atelier.hasard.branche('brouillons')
  const aujourdhui = dateAParis(atelier.maintenant)
  const data = prevus.map(({ cle, qui, motif: code, variante, etape, jours }): Prisma.BrouillonCreateManyInput => {
    const { id: structureId, partenaireId, parts } = structures[cle]
    const compte = comptes.techniciens[cle][qui] as Compte
    const caisse = parts[0]?.caisse
    const motif: MotifInstalle = motifNational(code)
    const personne = code === 'ame' && cle === 'vaucreux' ? peron : fabriquePersonne(hasard, { departement: '14' })
    const modifieLe = instant(hasard, ajouterJours(aujourdhui, -jours))
    const { reglages } = caisse ?? {}
    const besoin = fabriqueSaisieBesoin(motif.service, hasard, {
      motif,
      variante,
      personne,
      aujourdhui,
      rendezVousRestreint: reglages?.rendezVousRestreint,
      urgencePossible: motif.urgencePossible,
    })
    return {
      id: hasard.uuid(modifieLe),
      compteId: compte.id,
      partenaireId,
      structureId,
      caisseId: caisse?.id,
      service: motif.service,
      motifId: motif.id,
      variante,
      etape,
      donnees: {
        ...(etape !== 'motif' && motif.assureRequis !== false && { personne: saisiePersonne(personne) }),
        ...((etape === 'besoin' || etape === 'pieces') && { besoin: besoin as Prisma.InputJsonObject }),
      },
      creeLe: modifieLe,
      modifieLe,
    }
  })
  await atelier.tx.brouillon.createMany({ data })
}

const peron = {
  civilite: 'monsieur' as const,
  prenom: 'Loïc',
  nomNaissance: 'Péron',
  nomUsage: '',
  dateNaissance: '1990-08-19',
  departement: '14',
}
