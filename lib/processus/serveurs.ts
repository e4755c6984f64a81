import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Arrets } from './arrets'
import { type Enfant, lancerEnfant } from './enfants'

export type NomServeur = 'web' | 'travaux'

type Options = {
  env: NodeJS.ProcessEnv
  /** Folder of their logs; null to write on our own output. */
  journaux: string | null
  port: number
  dev?: boolean
  arrets: Arrets
  dire: (ligne: string) => void
}

const next = createRequire(import.meta.url).resolve('next/dist/bin/next')

/** An idle connection is closed by whoever stands in front, a reverse proxy or a browser: closed here first, the request it is about to carry fails. */
const GARDEE_MS = '75000'

/** The web server and the worker, each of which can be started, stopped, killed and started again. */
export class Serveurs {
  readonly #options: Options
  readonly #roles = new Map<NomServeur, { enfant: Enfant; voulu: boolean }>()
  #signaler: (nom: NomServeur) => void = () => {}

  /** Resolves with the name of the first one that ends without having been asked to. */
  readonly defaillance = new Promise<NomServeur>((resoudre) => {
    this.#signaler = resoudre
  })

  constructor(options: Options) {
    this.#options = options
  }

  demarrer(nom: NomServeur): void {
    const { env, journaux, arrets, dire } = this.#options
    const enfant = lancerEnfant({
      nom,
      args: this.#arguments(nom),
      env,
      journal: journaux && join(journaux, `${nom}.log`),
      surErreur: (ligne) => dire(`[${nom}] ${ligne}`),
    })
    const role = { enfant, voulu: true }
    this.#roles.set(nom, role)
    const oublier = arrets.ajouter(() => {
      role.voulu = false
      return enfant.arreter()
    })
    void enfant.fin.then(() => {
      oublier()
      if (role.voulu) this.#signaler(nom)
    })
  }

  vit(nom: NomServeur): boolean {
    return this.#roles.get(nom)?.enfant.vivant() ?? false
  }

  /** Process of a server that runs, to measure it. */
  pid(nom: NomServeur): number | undefined {
    return this.#roles.get(nom)?.enfant.pid
  }

  async arreter(nom: NomServeur): Promise<void> {
    await this.#plusVoulu(nom)?.arreter()
  }

  /** SIGKILL, as a power cut would. */
  async tuer(nom: NomServeur): Promise<void> {
    await this.#plusVoulu(nom)?.tuer()
  }

  #plusVoulu(nom: NomServeur): Enfant | undefined {
    const role = this.#roles.get(nom)
    if (role) role.voulu = false
    return role?.enfant
  }

  #arguments(nom: NomServeur): string[] {
    if (nom === 'travaux') return ['--import', 'tsx', join('lib', 'travaux', 'worker.ts')]
    const port = ['--port', String(this.#options.port)]
    return this.#options.dev ? [next, 'dev', ...port] : [next, 'start', ...port, '--keepAliveTimeout', GARDEE_MS]
  }
}
