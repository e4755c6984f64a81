import { randomUUID } from 'node:crypto'
import { hacher } from '@/lib/comptes/hachage'
import type { Etat } from '@/lib/demandes/modele'
import type { Personne } from '@/lib/demandes/schema'
import { enParties } from '@/lib/socle/jour'
import type { Prisma } from '@/lib/socle/prisma/client'
import { dateAParis } from '@/lib/socle/temps'
import { motifNational } from '@/prisma/seed/catalogue'
import { type AtelierOuvert, ouvrirAtelier } from '@/prisma/seed/fabriques/atelier'
import { fabriqueCaisse } from '@/prisma/seed/fabriques/caisse'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriqueSaisieBesoin } from '@/prisma/seed/fabriques/details'
import { fabriqueConvention } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { fabriquePersonne, saisiePersonne } from '@/prisma/seed/fabriques/personne'

/** Opens the factories on the database of the journeys, with draws of their own. */
async function avecAtelier<T>(travail: (atelier: AtelierOuvert) => Promise<T>): Promise<T> {
  const atelier = ouvrirAtelier(process.env.E2E_ADMIN ?? '', { graine: randomUUID() })
  try {
    return await travail(atelier)
  } finally {
    await atelier.fermer()
  }
}

type Valeurs = Parameters<typeof fabriquePartenariat>[1]

/** A caisse, a partenaire under convention and their accounts, for one journey alone: no other one can be in its way. */
export function creerMonde(valeurs?: Valeurs) {
  return avecAtelier(async (atelier) => {
    const caisse = { code: await codeLibre(atelier), ...valeurs?.caisse }
    return fabriquePartenariat(atelier, { ...valeurs, caisse })
  })
}

const VOIES = 4

/** A code of three digits that no caisse has. Each worker draws from its own: two never take the same at once. */
async function codeLibre({ tx }: AtelierOuvert): Promise<string> {
  const pris = new Set((await tx.caisse.findMany({ select: { code: true } })).map(({ code }) => code))
  const voie = Number(process.env.TEST_PARALLEL_INDEX ?? 0) % VOIES
  const libres = Array.from({ length: 1_000 / VOIES }, (_, n) => String(n * VOIES + voie).padStart(3, '0'))
  const code = libres.find((possible) => !pris.has(possible))
  if (!code) throw new Error('Tous les codes de caisse sont pris.')
  return code
}

export type Monde = Awaited<ReturnType<typeof creerMonde>>

/** Another caisse where the same partenaire has access, and an agent there. */
export function creerAutreCaisse({ partenaire }: Monde) {
  return avecAtelier(async (atelier) => {
    const caisse = await fabriqueCaisse(atelier, { code: await codeLibre(atelier) })
    await fabriqueConvention(atelier, { partenaireId: partenaire.id, caisses: [{ caisseId: caisse.id }] })
    const agent = await fabriqueCompte(atelier, { profil: 'caisse', caisseId: caisse.id, roles: ['agent'] })
    return { caisse, agent }
  })
}

/** One more agent of the caisse. */
export function creerAgent({ caisse }: Monde) {
  return avecAtelier((atelier) => fabriqueCompte(atelier, { profil: 'caisse', caisseId: caisse.id, roles: ['agent'] }))
}

type ValeursCompte = Parameters<typeof fabriqueCompte>[1]

/** Somebody of the national support. */
export function creerAdministrateur() {
  return avecAtelier((atelier) => fabriqueCompte(atelier, { profil: 'administrateur' }))
}

/** One more technicien, who may sign in with this password. */
export function creerTechnicien(
  { structure }: Monde,
  { motDePasse, ...valeurs }: Partial<ValeursCompte> & { motDePasse?: string } = {},
) {
  return avecAtelier(async (atelier) =>
    fabriqueCompte(atelier, {
      profil: 'technicien',
      partenaireId: structure.partenaireId,
      structureId: structure.id,
      motDePasseHash: motDePasse && (await hacher(motDePasse)),
      ...valeurs,
    }),
  )
}

/** A demande in any state, without the steps of its filing. */
export function creerDemande(
  monde: Monde,
  valeurs: { etat?: Etat; agent?: Monde['agent']; motif?: string; urgent?: boolean; personne?: Personne } = {},
) {
  // Numbers of the journeys stay far from those that the product gives, and from each other.
  const numero = Math.floor(Math.random() * 8e7) + 1e7
  return avecAtelier((atelier) => fabriqueDemande(atelier, monde.cadre, { numero, motif: 'autre_contact', ...valeurs }))
}

/** Several at once, of these motifs in turn. */
export function creerDemandes(
  monde: Monde,
  nombre: number,
  { motifs, ...valeurs }: { etat?: Etat; agent?: Monde['agent']; motifs: string[] },
) {
  const premier = Math.floor(Math.random() * 8e7) + 1e7
  return avecAtelier(async (atelier) => {
    const demandes = []
    for (let rang = 0; rang < nombre; rang += 1) {
      const motif = motifs[rang % motifs.length]
      demandes.push(await fabriqueDemande(atelier, monde.cadre, { numero: premier + rang, motif, ...valeurs }))
    }
    return demandes
  })
}

/** A draft with all its answers, to be opened at any step. */
export function creerBrouillon(
  { caisse, structure, technicien }: Monde,
  {
    motif: code = 'autre_contact',
    variante,
    besoin,
  }: { motif?: string; variante?: string; besoin?: Record<string, unknown> } = {},
) {
  const motif = motifNational(code)
  return avecAtelier(async ({ tx, hasard }) => {
    const cadre = {
      motif,
      variante,
      personne: fabriquePersonne(hasard, { departement: '14' }),
      aujourdhui: dateAParis(new Date()),
    }
    const brouillon = await tx.brouillon.create({
      data: {
        compteId: technicien.id,
        partenaireId: structure.partenaireId,
        structureId: structure.id,
        caisseId: caisse.id,
        service: motif.service,
        motifId: motif.id,
        variante,
        etape: 'pieces',
        donnees: {
          personne: saisiePersonne(cadre.personne),
          besoin: (besoin ?? fabriqueSaisieBesoin(motif.service, hasard, cadre)) as Prisma.InputJsonObject,
          consentement: { forme: 'oral', le: enParties(cadre.aujourdhui) },
        },
      },
    })
    return { ...brouillon, adresse: (etape: string) => `/demandes/brouillon/${brouillon.id}/${etape}` }
  })
}
