import type { EtatAction } from '@/lib/socle/etat-action'

export type EtatEnregistreur = {
  /** `session`: signed out meanwhile. `refus`: the server said no, with words. `echec`: it could not be reached. */
  statut: 'repos' | 'enregistre' | 'echec' | 'refus' | 'session'
  /** ISO instant of the last save. */
  a?: string
  message?: string
}

type Options = {
  lire: () => FormData
  envoyer: (donnees: FormData) => Promise<EtatAction>
  surEtat: (etat: EtatEnregistreur) => void
  /** The version the server now holds, to send with the next save. */
  surVersion: (version: string) => void
}

/** Milliseconds of silence before a save. */
export const DELAI = 1200
/** Milliseconds between two tries while the network is cut; the last one repeats. */
export const ATTENTES = [2000, 5000, 15_000, 30_000]

/**
 * Saves what is typed, one request at a time: a slow network never lets an older text overtake a newer one.
 * `suspendre` waits for the save in flight, since a submission with the version of before it would be refused.
 */
export function creerEnregistreur({ lire, envoyer, surEtat, surVersion }: Options) {
  let minuterie: ReturnType<typeof setTimeout> | undefined
  let enVol: Promise<void> | null = null
  let sale = false
  let suspendu = false
  let arrete = false
  let echecs = 0

  function programmer(delai: number) {
    clearTimeout(minuterie)
    if (!suspendu && !arrete) minuterie = setTimeout(maintenant, delai)
  }

  async function passer() {
    sale = false
    let etat: EtatAction
    try {
      etat = await envoyer(lire())
    } catch {
      sale = true
      surEtat({ statut: 'echec' })
      programmer(ATTENTES[Math.min(echecs++, ATTENTES.length - 1)] ?? DELAI)
      return
    }
    echecs = 0
    const donnees = (etat.donnees ?? {}) as { version?: unknown; enregistreLe?: unknown }
    if (donnees.version !== undefined) surVersion(String(donnees.version))
    if (etat.code === 'session_expiree') {
      sale = true
      surEtat({ statut: 'session' })
    } else if (etat.code || etat.ok === false || etat.erreurs) {
      // Another tab or another person wrote meanwhile: saving again would erase their text.
      arrete = etat.code === 'etat_change'
      surEtat({ statut: 'refus', message: etat.message })
    } else {
      const a = typeof donnees.enregistreLe === 'string' ? donnees.enregistreLe : new Date().toISOString()
      surEtat({ statut: 'enregistre', a })
    }
    if (sale && etat.code !== 'session_expiree') programmer(DELAI)
  }

  function maintenant() {
    clearTimeout(minuterie)
    if (!sale || suspendu || arrete || enVol) return
    enVol = passer().finally(() => {
      enVol = null
    })
  }

  return {
    /** Something was typed. */
    saisi() {
      sale = true
      if (!enVol) programmer(DELAI)
    },
    /** Saves at once: the page is being hidden, the network is back. */
    maintenant,
    async suspendre() {
      suspendu = true
      clearTimeout(minuterie)
      await enVol
    },
    reprendre() {
      suspendu = false
      if (sale) programmer(DELAI)
    },
    detruire() {
      arrete = true
      clearTimeout(minuterie)
    },
  }
}

export type Enregistreur = ReturnType<typeof creerEnregistreur>
