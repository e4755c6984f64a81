import { type MotifOuvert, motifsOuverts, objetDe, piecesDemandees, servicesOuverts } from '@/lib/caisses/catalogue'
import type { Etape, Service } from '@/lib/demandes/modele'
import { definitionDe, etapesDe } from '@/lib/demandes/registre'
import { cibleDe } from '@/lib/demandes/regles'
import type { CadreBesoin } from '@/lib/demandes/services/definition'
import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAParis } from '@/lib/socle/temps'

export type DonneesBrouillon = {
  personne?: Record<string, unknown>
  besoin?: Record<string, unknown>
  absentes?: Record<string, string>
  /** Fields whose writer kept words that look like health data. */
  santeGardee?: string[]
  /** Demandes in progress that were read and passed over: see `deja-en-cours.ts`. */
  deja?: unknown
}

/** A draft of the acteur with all that its steps depend on: motif, steps, pieces, settings of the caisse. */
export async function lireCadreBrouillon(
  { tx, acteur, maintenant }: Pick<Contexte, 'tx' | 'acteur' | 'maintenant'>,
  id: string,
) {
  const brouillon = await tx.brouillon.findFirst({
    where: { id, compteId: acteur.compteId },
    include: { pieces: { orderBy: { deposeeLe: 'asc' } } },
  })
  if (!brouillon?.caisseId || !brouillon.motifId) throw new ErreurMetier('introuvable')
  const { caisseId, partenaireId } = brouillon
  const service = brouillon.service as Service
  const caisse = await tx.caisse.findUnique({ where: { id: caisseId }, include: { reglages: true, delais: true } })
  const motif: MotifOuvert | undefined = (await motifsOuverts(tx, { caisseId, partenaireId, service })).find(
    (candidat) => candidat.id === brouillon.motifId,
  )
  const ouverte =
    acteur.caissesOuvertes.some((candidate) => candidate.id === caisseId) &&
    (await servicesOuverts(tx, { caisseId, partenaireId })).includes(service)
  // A draft made before its motif led elsewhere is like one whose motif is closed.
  if (!caisse?.reglages || !motif || motif.habilitation || !ouverte)
    throw new ErreurMetier(
      'etat_change',
      'La caisse ne propose plus ce motif : choisissez-en un autre, le reste de votre saisie est gardé.',
    )
  const donnees = (brouillon.donnees ?? {}) as DonneesBrouillon
  const urgent = motif.urgent || donnees.besoin?.urgent === 'oui'
  const besoin: CadreBesoin = {
    assureRequis: motif.assureRequis,
    urgencePossible: motif.urgencePossible,
    demandeLiee: motif.demandeLiee,
    rendezVousRestreint: caisse.reglages.rendezVousRestreint,
    rendezVousModes: caisse.reglages.rendezVousModes,
    aujourdhui: dateAParis(maintenant),
  }
  const etapes: Etape[] = etapesDe(motif.assureRequis)
  return {
    brouillon,
    service,
    definition: definitionDe(service),
    donnees,
    motif,
    objet: objetDe(motif, brouillon.variante),
    caisse,
    reglages: caisse.reglages,
    /** What applies without urgency. */
    cible: cibleDe(motif.delai, caisse.delais.find(({ prestation }) => prestation === motif.prestation) ?? null),
    urgent,
    besoin,
    etapes,
    pieces: await piecesDemandees(tx, { motifId: motif.id, variante: brouillon.variante, urgent }),
  }
}

export type CadreBrouillon = Awaited<ReturnType<typeof lireCadreBrouillon>>
