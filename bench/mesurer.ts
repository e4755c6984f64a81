import type { Plateforme } from '@/lib/processus/plateforme'
import type { Decor } from './decor'
import { preparerDepots } from './depots'
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
  const { caisseId, agents, techniciens, references, vues } = decor
  let rang = 0
  const tour = <T>(liste: T[]): T => liste[(rang += 1) % liste.length] as T
  const lecture = (nom: string, chemin: () => string, cookie?: () => string): Cible => ({
    nom,
    preparer: async () => () => ({ chemin: chemin(), cookie: cookie?.(), attendu: 200 }),
  })
  const agent = () => tour(agents)
  const technicien = () => tour(techniciens).cookie
  const recherche = (dits: string, mots: string) =>
    lecture(`recherche, ${dits}`, () => `/caisse/recherche?q=${encodeURIComponent(mots)}`, agent)
  return {
    etalon: lecture('page nue', () => `/mesure?caisse=${caisseId}`),
    cibles: [
      lecture('file de la caisse', () => '/caisse/file', agent),
      lecture('vue enregistrée', () => `/caisse/file?vue=${tour(vues)}`, agent),
      lecture('page d’une demande', () => `/caisse/demandes/${tour(references)}`, agent),
      lecture('liste du technicien', () => '/demandes', technicien),
      {
        nom: 'recherche, référence',
        // A whole reference leads straight to its demande.
        preparer: async () => () => ({
          chemin: `/caisse/recherche?q=${tour(references)}`,
          cookie: agent(),
          attendu: 307,
          vers: /^\/caisse\/demandes\//,
        }),
      },
      recherche('nom entier', 'Kouame Elise'),
      recherche('nom mal tapé', 'Koame Elise'),
      recherche('mot des messages', 'transmettre'),
      lecture('recherche du technicien', () => '/demandes/recherche?q=Kouame', technicien),
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
