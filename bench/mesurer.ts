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
  const { caisseId, agents, techniciens, references } = decor
  let rang = 0
  const tour = <T>(liste: T[]): T => liste[(rang += 1) % liste.length] as T
  const lecture = (chemin: () => string, cookie?: () => string) => async () => () => ({
    chemin: chemin(),
    cookie: cookie?.(),
    attendu: 200,
  })
  const agent = () => tour(agents)
  return {
    etalon: { nom: 'page nue', preparer: lecture(() => `/mesure?caisse=${caisseId}`) },
    cibles: [
      { nom: 'file de la caisse', preparer: lecture(() => '/caisse/file', agent) },
      { nom: 'page d’une demande', preparer: lecture(() => `/caisse/demandes/${tour(references)}`, agent) },
      {
        nom: 'liste du technicien',
        preparer: lecture(
          () => '/demandes',
          () => tour(techniciens).cookie,
        ),
      },
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
