import { z } from 'zod'
import type { Service } from '@/lib/demandes/modele'
import { enTexte, entier, entierOuRien } from '@/lib/reglages/champs'
import { brouillons, demandesOuvertes, jours, selon } from '@/lib/reglages/libelles'
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
  /** Delay and alert of this motif, in calendar days, where they differ from those of its prestation: both or neither. */
  delaiJours: number | null
  seuilAlerteJours: number | null
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
        delaiJours: reglages[0]?.delaiJours ?? null,
        seuilAlerteJours: reglages[0]?.seuilAlerteJours ?? null,
      }),
    ),
  }
}

const rang = ({ libelleDeBase }: MotifRegle) =>
  entier({ min: 1, max: 99, nom: `Rang de « ${libelleDeBase} »`, requis: 'Indiquez sa place dans la liste' })

const delai = ({ libelleDeBase }: MotifRegle) =>
  entierOuRien({ min: 1, max: 365, unite: 'jours', nom: `Délai de « ${libelleDeBase} »` })
const seuil = ({ libelleDeBase }: MotifRegle) =>
  entierOuRien({ min: 0, max: 364, unite: 'jours', nom: `Alerte de « ${libelleDeBase} »` })
const parMotif = <T extends z.ZodType>(motifs: MotifRegle[], champ: (motif: MotifRegle) => T) =>
  z.object(Object.fromEntries(motifs.map((motif) => [motif.id, champ(motif)]))).prefault({} as never)

const schemaTape = (motifs: MotifRegle[]) =>
  z
    .object({
      actifs: z
        .array(z.uuid(), { error: 'Laissez au moins un motif, ou fermez le service' })
        .min(1, 'Laissez au moins un motif, ou fermez le service'),
      libelle: z.record(z.string(), texteCourt({ max: 150 })).default({}),
      ordre: z.object(Object.fromEntries(motifs.map((motif) => [motif.id, rang(motif).optional()]))).default({}),
      delai: parMotif(motifs, delai),
      seuil: parMotif(motifs, seuil),
    })
    .superRefine(({ delai, seuil }, contexte) => {
      const refuser = (champ: string[], message: string) => contexte.addIssue({ code: 'custom', path: champ, message })
      for (const { id, libelleDeBase } of motifs) {
        const [duree, alerte] = [delai[id] ?? null, seuil[id] ?? null]
        if (duree === null && alerte !== null)
          refuser(
            ['delai', id],
            `« ${libelleDeBase} » : une alerte est réglée sans délai. Indiquez le délai, ou retirez l’alerte`,
          )
        if (duree === null) continue
        if (alerte === null)
          refuser(['seuil', id], `« ${libelleDeBase} » : indiquez combien de jours avant l’échéance alerter`)
        else if (alerte >= duree)
          refuser(
            ['seuil', id],
            `« ${libelleDeBase} » : l’alerte doit venir après le dépôt. Indiquez moins de ${jours(duree)} avant l’échéance`,
          )
      }
    })

/** What was typed, applied to the motifs read; throws nothing, gives the schema's errors. */
export function lireMotifsTapes(avant: MotifRegle[], tape: unknown) {
  const lecture = schemaTape(avant).safeParse(tape)
  if (!lecture.success) return { erreur: lecture.error }
  const { actifs, libelle, ordre, delai, seuil } = lecture.data
  const place = ({ id }: MotifRegle) => ordre[id] ?? avant.findIndex((motif) => motif.id === id) + 1
  const apres = avant
    .map((motif): MotifRegle => {
      const tapee = motif.propre ? '' : (libelle[motif.id] ?? '')
      return {
        ...motif,
        actif: actifs.includes(motif.id),
        libelle: tapee === motif.libelleDeBase ? '' : tapee,
        delaiJours: delai[motif.id] ?? null,
        seuilAlerteJours: seuil[motif.id] ?? null,
      }
    })
    .sort((a, b) => place(a) - place(b))
  return { apres }
}

export function valeursDesMotifs(motifs: MotifRegle[]): Valeurs {
  return {
    'actifs[]': motifs.filter(({ actif }) => actif).map(({ id }) => id),
    ...Object.fromEntries(
      motifs.flatMap(({ id, libelle, propre, delaiJours, seuilAlerteJours }, place) => [
        ...(propre ? [] : [[`libelle.${id}`, libelle]]),
        [`ordre.${id}`, String(place + 1)],
        [`delai.${id}`, enTexte(delaiJours)],
        [`seuil.${id}`, enTexte(seuilAlerteJours)],
      ]),
    ),
  }
}

/** Each motif as a line: shown under which words, at which place. */
export function lignesDesMotifs(motifs: MotifRegle[]) {
  return motifs.map((motif, place) => {
    const { libelleDeBase, libelle, actif, delaiJours } = motif
    const montre = actif ? `${place + 1}${libelle ? `, sous le nom «\u00A0${libelle}\u00A0»` : ''}` : 'caché'
    return { cle: libelleDeBase, valeur: `${montre}${delaiJours === null ? '' : `, ${delaiEnMots(motif)}`}` }
  })
}

/** «délai 7 jours, alerte 2 jours avant», or that of the prestation. */
function delaiEnMots({ delaiJours, seuilAlerteJours }: MotifRegle): string {
  if (delaiJours === null) return 'le délai de sa prestation'
  return `délai ${jours(delaiJours)}, alerte ${seuilAlerteJours ? `${jours(seuilAlerteJours)} avant` : 'le jour même'}`
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
    const delai: Effet[] =
      delaiEnMots(ancien) === delaiEnMots(motif)
        ? []
        : [
            {
              texte: porteurs(
                nom,
                deposees &&
                  `${demandesOuvertes(deposees)} ${selon(deposees, 'garde', 'gardent')} l’échéance et l’alerte fixées à leur dépôt`,
                `les prochaines suivront ${delaiEnMots(motif)}, brouillons compris`,
              ),
            },
          ]
    if (ancien.actif && !motif.actif)
      return [
        ...delai,
        {
          texte: porteurs(
            nom,
            deposees &&
              `${demandesOuvertes(deposees)} le ${selon(deposees, 'porte et suit son cours', 'portent et suivent leur cours')}`,
            enCours && `${brouillons(enCours)} ${selon(enCours, 'devra', 'devront')} choisir un autre motif`,
          ),
        },
      ]
    if (!ancien.actif && motif.actif) return [{ texte: `« ${nom} » est de nouveau proposé.` }, ...delai]
    if (motif.actif && ancien.libelle !== motif.libelle)
      return [
        ...delai,
        {
          texte: porteurs(
            nom,
            deposees &&
              `${demandesOuvertes(deposees)} ${selon(deposees, 'garde son intitulé', 'gardent leur intitulé')}`,
            enCours && `${brouillons(enCours)} ${selon(enCours, 'prendra', 'prendront')} le nouveau au dépôt`,
          ),
        },
      ]
    return delai
  })
}
