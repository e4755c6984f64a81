import { type MotifRegle, motifOuvert, objetDe, piecesDemandees, servicesParmi } from '@/lib/caisses/catalogue'
import type { Etape, Service } from '@/lib/demandes/modele'
import { colonnesPiece } from '@/lib/demandes/parties-demande'
import { definitionDe, etapesDe } from '@/lib/demandes/registre'
import { cibleDe } from '@/lib/demandes/regles'
import type { CadreBesoin } from '@/lib/demandes/services/definition'
import type { Acteur } from '@/lib/socle/acteur'
import type { Contexte } from '@/lib/socle/action'
import type { Transaction } from '@/lib/socle/base'
import { dater } from '@/lib/socle/dater'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { Prisma, type ServiceCaisse, type ServicePartenaire } from '@/lib/socle/prisma/client'
import { dateAParis } from '@/lib/socle/temps'

export type DonneesBrouillon = {
  personne?: Record<string, unknown>
  besoin?: Record<string, unknown>
  absentes?: Record<string, string>
  /** How and when the person agreed, as typed on the last step. */
  consentement?: unknown
  /** Demandes in progress that were read and passed over: see `deja-en-cours.ts`. */
  deja?: unknown
}

/** A draft of the acteur with all that its steps depend on: motif, steps, pieces, settings of the caisse. */
export async function lireCadreBrouillon(
  { tx, acteur, maintenant }: Pick<Contexte, 'tx' | 'acteur' | 'maintenant'>,
  id: string,
) {
  const lu = await lireBrouillon(tx, acteur, id)
  if (!lu?.caisseId || !lu.motifId) throw new ErreurMetier('introuvable')
  const { caisse, motif: regle, services, servicesPartenaire, ...brouillon } = lu
  const service = brouillon.service as Service
  const motif = regle && motifOuvert(regle)
  const ouverte =
    acteur.caissesOuvertes.some((candidate) => candidate.id === brouillon.caisseId) &&
    servicesParmi(services, servicesPartenaire).includes(service)
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

type Lu = Prisma.BrouillonGetPayload<{ include: { pieces: { omit: { cleEnveloppee: true } } } }> & {
  caisse: Prisma.CaisseGetPayload<{ include: { reglages: true; delais: true } }> | null
  motif: MotifRegle | null
  services: ServiceCaisse[]
  servicesPartenaire: ServicePartenaire[]
}

/** A draft and the settings it depends on, in one read: they are asked for at each step, and again when it is filed. */
async function lireBrouillon(tx: Transaction, acteur: Acteur, id: string): Promise<Lu | null> {
  const lignes = (colonnes: Prisma.Sql) => Prisma.sql`SELECT coalesce(json_agg(x), '[]') FROM (SELECT ${colonnes}) x`
  const [rang] = await tx.$queryRaw<{ brouillon: object; autour: object }[]>`
    WITH b AS MATERIALIZED (SELECT * FROM brouillon WHERE id = ${id}::uuid AND "compteId" = ${acteur.compteId}::uuid)
    SELECT row_to_json(b) AS brouillon, json_build_object(
      'pieces', (${lignes(Prisma.sql`${colonnesPiece} FROM piece_jointe p WHERE p."brouillonId" = b.id ORDER BY p."deposeeLe"`)}),
      'caisse', (SELECT row_to_json(c) FROM (
        SELECT c.*, (SELECT row_to_json(r) FROM reglages_caisse r WHERE r."caisseId" = c.id) AS reglages,
          (${lignes(Prisma.sql`* FROM delai_prestation WHERE "caisseId" = c.id`)}) AS delais
        FROM caisse c WHERE c.id = b."caisseId") c),
      'motif', (SELECT row_to_json(m) FROM (
        SELECT m.*, (${lignes(Prisma.sql`* FROM motif_caisse WHERE "motifId" = m.id AND "caisseId" = b."caisseId"`)}) AS reglages,
          (${lignes(Prisma.sql`* FROM motif_partenaire
            WHERE "motifId" = m.id AND "caisseId" = b."caisseId" AND "partenaireId" = b."partenaireId"`)}) AS partenaires
        FROM motif m
        WHERE m.id = b."motifId" AND m.service = b.service AND m.actif AND (m."caisseId" IS NULL OR m."caisseId" = b."caisseId")) m),
      'services', (${lignes(Prisma.sql`* FROM service_caisse WHERE "caisseId" = b."caisseId"`)}),
      'servicesPartenaire', (${lignes(Prisma.sql`* FROM service_partenaire
        WHERE "caisseId" = b."caisseId" AND "partenaireId" = b."partenaireId"`)})
    ) AS autour FROM b`
  return rang ? dater<Lu>({ ...rang.brouillon, ...rang.autour }) : null
}

export type CadreBrouillon = Awaited<ReturnType<typeof lireCadreBrouillon>>
