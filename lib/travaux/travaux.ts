import { z } from 'zod'
import { envoyerLiensMotDePasse } from '@/lib/comptes/envoyer-liens-mot-de-passe'
import { purgerTentatives } from '@/lib/comptes/purger-tentatives'
import { purgerBrouillons } from '@/lib/demandes/purger-brouillons'
import { purgerPresences } from '@/lib/file/purger-presences'
import { envoyerCourriel } from '@/lib/notifications/envoyer-courriel'
import { resumerCourriels } from '@/lib/notifications/resumer-courriels'
import { purgerFichiers } from '@/lib/pieces-jointes/purger-fichiers'
import { oublierMots } from '@/lib/recherche/oublier-mots'
import { rappelerRendezVous } from '@/lib/rendez-vous/rappeler'
import { logs } from '@/lib/socle/logs'
import type { NomFile } from '@/lib/travaux/files'

export type Essai = { dernierEssai: boolean }

type Travail = (donnees: unknown, essai: Essai) => Promise<unknown>

const courriel = z.object({ courrielId: z.uuid() })
const piece = z.object({ pieceId: z.uuid() })
const oubli = z.object({ courriel: z.string() })

/** What each queue runs: the payload is read, then one function of the domain is called. All may run twice. */
export const travaux: Record<NomFile, Travail> = {
  'courriel.envoyer': (donnees, essai) => envoyerCourriel(courriel.parse(donnees).courrielId, essai),
  'courriel.resumer': async () => {
    const resumes = await resumerCourriels(new Date())
    if (resumes > 0) logs.info({ resumes }, 'courriels groupés')
  },
  'compte.oubli': (donnees) => envoyerLiensMotDePasse(oubli.parse(donnees).courriel),
  'piece.analyser': async (donnees) => {
    // Decoders of images are heavy: loaded by the first file, not by the start of the worker.
    const { analyserPiece } = await import('@/lib/pieces-jointes/analyser-piece')
    await analyserPiece(piece.parse(donnees).pieceId)
  },
  nuit: async () => {
    const maintenant = new Date()
    const { executerNuit } = await import('@/lib/nuit/executer-nuit')
    const { actes, echecs } = await executerNuit(maintenant)
    logs.info({ actes, echecs }, 'nuit passée')
    await rappelerRendezVous(maintenant)
    await purgerBrouillons(maintenant)
    await purgerPresences(maintenant)
    await purgerFichiers(maintenant)
    await purgerTentatives()
    await oublierMots(maintenant)
    // Tried again, as any job: what went through is not done twice.
    if (echecs > 0) throw new Error(`${echecs} actes de la nuit sont à reprendre`)
  },
}
