import type { Plateforme } from '@/lib/processus/plateforme'
import type { Decor, Personne } from './decor'
import { preparerDepots } from './depots'
import { garderRecherches } from './recherches'
import { type Requete, type Tir, tirer } from './tir'

type Cible = {
  nom: string
  /** Gives what to send next; a filing has a stock of its own. */
  preparer: (concurrence: number) => Promise<() => Requete | null>
}

export type Reglages = { manches: number; dureeMs: number; concurrences: number[] }

export type Mesure = { nom: string; concurrence: number; tirs: Tir[]; etalons: Tir[] }

/**
 * Each target in turn, each time just after the yardstick: what disturbs the machine disturbs both.
 * A first pass, not counted, warms the server up.
 */
export async function mesurer(plateforme: Plateforme, decor: Decor, reglages: Reglages): Promise<Mesure[]> {
  const { url } = plateforme
  const { manches, dureeMs, concurrences } = reglages
  const { etalon, cibles } = ciblesDe(plateforme, decor)
  const tir = async (cible: Cible, concurrence: number, dureeMaxMs = dureeMs) =>
    tirer({ url, concurrence, suivante: await cible.preparer(concurrence), dureeMaxMs })
  for (const cible of [etalon, ...cibles]) await tir(cible, 8, 3_000)
  const mesures: Mesure[] = []
  for (const concurrence of concurrences) {
    const parCible = cibles.map((cible) => ({
      cible,
      mesure: { nom: cible.nom, concurrence, tirs: [], etalons: [] } as Mesure,
    }))
    for (let manche = 0; manche < manches; manche += 1) {
      for (const { cible, mesure } of parCible) {
        const suivante = await cible.preparer(concurrence)
        mesure.etalons.push(await tir(etalon, concurrence))
        mesure.tirs.push(await tirer({ url, concurrence, suivante, dureeMaxMs: dureeMs }))
      }
    }
    mesures.push(...parCible.map(({ mesure }) => mesure))
  }
  return mesures
}

function ciblesDe(plateforme: Plateforme, decor: Decor): { etalon: Cible; cibles: Cible[] } {
  const { caisseId, agents, techniciens, references, vues, partenaires } = decor
  let rang = 0
  const tour = <T>(liste: T[]): T => liste[(rang += 1) % liste.length] as T
  const lecture = (nom: string, chemin: () => string, cookie?: () => string): Cible => ({
    nom,
    preparer: async () => () => ({ chemin: chemin(), cookie: cookie?.(), attendu: 200 }),
  })
  const agent = () => tour(agents).cookie
  const recherche = (
    dits: string,
    chemin: string,
    gens: Personne[],
    mots: () => string,
    reponse: Pick<Requete, 'attendu' | 'vers'> = { attendu: 200 },
  ): Cible => ({
    nom: dits,
    // An address bears the id of the words, kept beforehand for who asks.
    preparer: async () => {
      const posees = Array.from({ length: 200 }, () => ({ ...tour(gens), mots: mots() }))
      const gardees = await garderRecherches(plateforme.urls.migration, posees)
      return () => {
        const { id, cookie } = tour(gardees)
        return { chemin: `${chemin}?r=${id}`, cookie, ...reponse }
      }
    },
  })
  const deCaisse = (dits: string, mots: string) =>
    recherche(`recherche, ${dits}`, '/caisse/recherche', agents, () => mots)
  return {
    etalon: lecture('page nue', () => `/mesure?caisse=${caisseId}`),
    cibles: [
      lecture('file de la caisse', () => '/caisse/file', agent),
      lecture('vue enregistrée', () => `/caisse/file?vue=${tour(vues)}`, agent),
      lecture('page d’une demande', () => `/caisse/demandes/${tour(references)}`, agent),
      lecture(
        'liste du technicien',
        () => '/demandes',
        () => tour(techniciens).cookie,
      ),
      // As many rows at every size; the first page of a small structure is not full.
      lecture(
        'toutes ses demandes',
        () => '/demandes/toutes',
        () => tour(techniciens).cookie,
      ),
      lecture('bilan de la caisse', () => '/caisse/bilans', agent),
      lecture('bilan d’une convention', () => `/caisse/bilans/${tour(partenaires)}`, agent),
      // A whole reference leads straight to its demande.
      recherche('recherche, référence', '/caisse/recherche', agents, () => tour(references), {
        attendu: 307,
        vers: /^\/caisse\/demandes\//,
      }),
      deCaisse('nom entier', 'Kouame Elise'),
      deCaisse('nom mal tapé', 'Koame Elise'),
      deCaisse('mot des messages', 'transmettre'),
      recherche('recherche du technicien', '/demandes/recherche', techniciens, () => 'Kouame'),
      {
        nom: 'dépôt d’une demande',
        preparer: async (concurrence) => {
          const stock = await preparerDepots(plateforme, decor, concurrence === 1 ? 40 : 160)
          return () => stock.pop() ?? null
        },
      },
    ],
  }
}
