import { Agent, request } from 'node:http'

export type Requete = {
  chemin: string
  cookie?: string
  corps?: Buffer
  type?: string
  /** Status of a good answer; anything else stops the measure. */
  attendu: number
  /** Start of the address a redirection leads to. */
  vers?: RegExp
}

export type Tir = { latencesMs: number[]; dureeMs: number }

type Options = {
  url: string
  concurrence: number
  /** Gives the next request, or null when there is none left. */
  suivante: () => Requete | null
  dureeMaxMs: number
}

/** Sends requests one behind the other on `concurrence` connections kept alive, to this machine only. */
export async function tirer({ url, concurrence, suivante, dureeMaxMs }: Options): Promise<Tir> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrence })
  const origine = new URL(url)
  const latencesMs: number[] = []
  const debut = performance.now()
  const file = async () => {
    while (performance.now() - debut < dureeMaxMs) {
      const requete = suivante()
      if (!requete) return
      const depart = performance.now()
      await envoyer(origine, agent, requete)
      latencesMs.push(performance.now() - depart)
    }
  }
  try {
    await Promise.all(Array.from({ length: concurrence }, file))
  } finally {
    agent.destroy()
  }
  return { latencesMs, dureeMs: performance.now() - debut }
}

function envoyer(origine: URL, agent: Agent, { chemin, cookie, corps, type, attendu, vers }: Requete): Promise<void> {
  const headers = {
    host: origine.host,
    accept: 'text/html',
    ...(cookie && { cookie }),
    ...(corps && { origin: origine.origin, 'content-type': type, 'content-length': corps.length }),
  }
  return new Promise((resoudre, rejeter) => {
    const envoi = request(
      { host: '127.0.0.1', port: origine.port, path: chemin, method: corps ? 'POST' : 'GET', headers, agent },
      (reponse) => {
        reponse.resume()
        reponse.once('error', rejeter)
        reponse.once('end', () => {
          const { statusCode, headers: recus } = reponse
          const bonne = statusCode === attendu && (!vers || vers.test(recus.location ?? ''))
          if (bonne) resoudre()
          else rejeter(new Error(`${chemin} répond ${statusCode} ${recus.location ?? ''} au lieu de ${attendu}.`))
        })
      },
    )
    envoi.once('error', rejeter)
    envoi.end(corps)
  })
}

/** Value below which lies the part `rang` (0 to 1) of the latencies. */
export function quantile(latencesMs: number[], rang: number): number {
  const triees = latencesMs.toSorted((a, b) => a - b)
  return triees[Math.min(triees.length - 1, Math.ceil(rang * triees.length) - 1)] ?? Number.NaN
}
