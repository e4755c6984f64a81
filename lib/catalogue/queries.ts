import { z } from 'zod'
import { variantesSchema } from '@/lib/catalogue/enregistrer-motif'
import { type Service, services } from '@/lib/demandes/modele'
import { exigenceNationale } from '@/lib/securite/obligation'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'

/** The national catalogue, by service, in the order of the services. */
export function catalogueNational(acteur: Acteur) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const motifs = await tx.motif.findMany({
      where: { caisseId: null },
      orderBy: [{ ordre: 'asc' }, { libelle: 'asc' }],
      include: { _count: { select: { pieces: { where: { actif: true } } } } },
    })
    return services.map((service) => ({ service, motifs: motifs.filter((motif) => motif.service === service) }))
  })
}

const porteeSchema = z.object({ ouvertes: z.number(), brouillons: z.number() })

/** A motif with its pieces, and what a change of it touches today. */
export function motifDuCatalogue(acteur: Acteur, id: string) {
  if (!estId(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const motif = await tx.motif.findFirst({
      where: { id, caisseId: null },
      include: {
        pieces: { orderBy: [{ ordre: 'asc' }, { libelle: 'asc' }] },
        reglages: { include: { caisse: { select: { nom: true } } } },
      },
    })
    if (!motif) return null
    const [rang] = await tx.$queryRaw<{ portee: unknown }[]>`SELECT ep_portee_motif(${id}::uuid) AS portee`
    const caisses = await tx.caisse.findMany({ orderBy: { nom: 'asc' }, select: { id: true, nom: true } })
    const reglage = (caisseId: string) => motif.reglages.find((ligne) => ligne.caisseId === caisseId)
    const noms = (garder: (caisseId: string) => boolean) => caisses.filter(({ id }) => garder(id)).map(({ nom }) => nom)
    return {
      ...motif,
      service: motif.service as Service,
      variantes: variantesSchema.parse(motif.variantes),
      portee: {
        ...porteeSchema.parse(rang?.portee),
        montrent: noms((caisse) => reglage(caisse)?.actif !== false),
        cachent: noms((caisse) => reglage(caisse)?.actif === false),
        renomment: noms((caisse) => Boolean(reglage(caisse)?.libelle)),
      },
    }
  })
}

export type MotifDuCatalogue = NonNullable<Awaited<ReturnType<typeof motifDuCatalogue>>>

export function attestationsNationales(acteur: Acteur) {
  return avecPerimetre(perimetre(acteur), (tx) =>
    tx.attestation.findMany({ orderBy: [{ actif: 'desc' }, { ordre: 'asc' }, { code: 'asc' }] }),
  )
}

/** National parameters, and how many passwords each interval would have changed at once. */
export function parametresNationaux(acteur: Acteur) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const motDePasse = await tx.parametre.findUnique({ where: { cle: 'mot_de_passe_mois' } })
    return {
      motDePasseMois: z
        .number()
        .nullable()
        .catch(null)
        .parse(motDePasse?.valeur ?? null),
      actifs: await tx.compte.count({ where: { etat: 'actif', supprimeLe: null } }),
      secondFacteurExige: await exigenceNationale(tx),
    }
  })
}
