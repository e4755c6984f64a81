import { z } from 'zod'
import type { Service } from '@/lib/demandes/modele'
import { entier } from '@/lib/reglages/champs'
import { brouillons, demandesOuvertes, selon } from '@/lib/reglages/libelles'
import type { Effet } from '@/lib/reglages/modele'
import { type Portee, total } from '@/lib/reglages/portee'
import type { Valeurs } from '@/lib/reglages/sections/definition'
import type { Transaction } from '@/lib/socle/base'
import { texteCourt } from '@/lib/socle/champ-texte-libre'

/** A motif of a service as a caisse shows it, in its order. */
export type MotifRegle = {
  id: string
  /** Words of the national catalogue, or of the caisse for one of its own. */
  libelleDeBase: string
  /** What the caisse calls it instead; empty when it keeps the words. */
  libelle: string
  propre: boolean
  actif: boolean
}

/** The motifs of a service, national and own, hidden ones included, in the order of the caisse. */
export async function lireMotifs(tx: Transaction, caisseId: string, service: Service) {
  const motifs = await tx.motif.findMany({
    where: { service, actif: true, OR: [{ caisseId: null }, { caisseId }] },
    include: { reglages: { where: { caisseId } } },
    orderBy: [{ ordre: 'asc' }, { id: 'asc' }],
  })
  const rang = (motif: (typeof motifs)[number]) => motif.reglages[0]?.ordre ?? motif.ordre
  const naturel = motifs.map(({ id }) => id)
  const enOrdre = [...motifs].sort((a, b) => rang(a) - rang(b))
  return {
    /** Ids in the order of the catalogue. */
    naturel,
    motifs: enOrdre.map(
      ({ id, libelle, caisseId: proprietaire, reglages }): MotifRegle => ({
        id,
        libelleDeBase: libelle,
        libelle: reglages[0]?.libelle ?? '',
        propre: proprietaire !== null,
        actif: reglages[0]?.actif ?? true,
      }),
    ),
  }
}

const rang = ({ libelleDeBase }: MotifRegle) =>
  entier({ min: 1, max: 99, nom: `Rang de « ${libelleDeBase} »`, requis: 'Indiquez sa place dans la liste' })

const schemaTape = (motifs: MotifRegle[]) =>
  z.object({
    actifs: z
      .array(z.uuid(), { error: 'Laissez au moins un motif, ou fermez le service' })
      .min(1, 'Laissez au moins un motif, ou fermez le service'),
    libelle: z.record(z.string(), texteCourt({ max: 150 })).default({}),
    ordre: z.object(Object.fromEntries(motifs.map((motif) => [motif.id, rang(motif).optional()]))).default({}),
  })

/** What was typed, applied to the motifs read; throws nothing, gives the schema's errors. */
export function lireMotifsTapes(avant: MotifRegle[], tape: unknown) {
  const lecture = schemaTape(avant).safeParse(tape)
  if (!lecture.success) return { erreur: lecture.error }
  const { actifs, libelle, ordre } = lecture.data
  const place = ({ id }: MotifRegle) => ordre[id] ?? avant.findIndex((motif) => motif.id === id) + 1
  const apres = avant
    .map((motif): MotifRegle => {
      const tapee = motif.propre ? '' : (libelle[motif.id] ?? '')
      return { ...motif, actif: actifs.includes(motif.id), libelle: tapee === motif.libelleDeBase ? '' : tapee }
    })
    .sort((a, b) => place(a) - place(b))
  return { apres }
}

export function valeursDesMotifs(motifs: MotifRegle[]): Valeurs {
  return {
    'actifs[]': motifs.filter(({ actif }) => actif).map(({ id }) => id),
    ...Object.fromEntries(
      motifs.flatMap(({ id, libelle, propre }, place) => [
        ...(propre ? [] : [[`libelle.${id}`, libelle]]),
        [`ordre.${id}`, String(place + 1)],
      ]),
    ),
  }
}

/** Each motif as a line: shown under which words, at which place. */
export function lignesDesMotifs(motifs: MotifRegle[]) {
  return motifs.map(({ libelleDeBase, libelle, actif }, place) => ({
    cle: libelleDeBase,
    valeur: actif ? `${place + 1}${libelle ? `, sous le nom « ${libelle} »` : ''}` : 'caché',
  }))
}

/** Only what there is: «0 brouillon» tells nobody anything. */
function porteurs(nom: string, ...suites: (string | 0)[]): string {
  const dites = suites.filter((suite) => suite !== 0).join('\u202F; ')
  return `«\u00A0${nom}\u00A0»\u00A0: ${dites || 'aucune demande ouverte ni aucun brouillon ne le porte'}.`
}

/** Hiding a motif leaves the demandes that bear it; renaming it leaves them their words. */
export function effetsDesMotifs(avant: MotifRegle[], apres: MotifRegle[], portee: Portee): Effet[] {
  return apres.flatMap((motif): Effet[] => {
    const ancien = avant.find(({ id }) => id === motif.id)
    if (!ancien) return []
    const deposees = total(portee.demandes.filter(({ motifId }) => motifId === motif.id))
    const enCours = total(portee.brouillons.filter(({ motifId }) => motifId === motif.id))
    const nom = ancien.libelle || ancien.libelleDeBase
    if (ancien.actif && !motif.actif)
      return [
        {
          texte: porteurs(
            nom,
            deposees &&
              `${demandesOuvertes(deposees)} le ${selon(deposees, 'porte et suit son cours', 'portent et suivent leur cours')}`,
            enCours && `${brouillons(enCours)} ${selon(enCours, 'devra', 'devront')} choisir un autre motif`,
          ),
        },
      ]
    if (!ancien.actif && motif.actif) return [{ texte: `« ${nom} » est de nouveau proposé.` }]
    if (motif.actif && ancien.libelle !== motif.libelle)
      return [
        {
          texte: porteurs(
            nom,
            deposees &&
              `${demandesOuvertes(deposees)} ${selon(deposees, 'garde son intitulé', 'gardent leur intitulé')}`,
            enCours && `${brouillons(enCours)} ${selon(enCours, 'prendra', 'prendront')} le nouveau au dépôt`,
          ),
        },
      ]
    return []
  })
}
