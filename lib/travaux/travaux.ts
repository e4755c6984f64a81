import { z } from 'zod'
import { publierEtPrevenir, suivreActualites } from '@/lib/actualites/suivre-actualites'
import { demanderConfirmations } from '@/lib/annuaire/demander-confirmations'
import { rassemblerBilan } from '@/lib/bilan/rassembler'
import { envoyerLiensMotDePasse } from '@/lib/comptes/envoyer-liens-mot-de-passe'
import { purgerTentatives } from '@/lib/comptes/purger-tentatives'
import { oublierDebits } from '@/lib/debits/oublier-debits'
import { purgerBrouillons } from '@/lib/demandes/purger-brouillons'
import { purgerPresences } from '@/lib/file/purger-presences'
import { inviterALaFormation } from '@/lib/formations/inviter'
import { suivreFormations } from '@/lib/formations/suivre-formations'
import { ancrer } from '@/lib/journal/ancres'
import { nuitDuJournal } from '@/lib/journal/nuit'
import { envoyerCourriel } from '@/lib/notifications/envoyer-courriel'
import { resumerCourriels } from '@/lib/notifications/resumer-courriels'
import { oublierRetours } from '@/lib/oidc/entrer'
import { expirerFichiersPrepares } from '@/lib/pieces-jointes/fichier-prepare'
import { purgerFichiers } from '@/lib/pieces-jointes/purger-fichiers'
import { suivreQuestionnaire, suivreQuestionnaires } from '@/lib/questionnaires/suivre-questionnaires'
import { oublierRecherches } from '@/lib/recherche/mots-gardes'
import { oublierMots } from '@/lib/recherche/oublier-mots'
import { rappelerRendezVous } from '@/lib/rendez-vous/rappeler'
import { evaluerSignaux } from '@/lib/signaux/evaluer'
import { avecTravaux } from '@/lib/socle/base'
import { logs } from '@/lib/socle/logs'
import { envoyerTravail } from '@/lib/travaux/file'
import type { NomFile } from '@/lib/travaux/files'
import { rappelerViolations } from '@/lib/violations/rappeler'

export type Essai = { dernierEssai: boolean }

type Travail = (donnees: unknown, essai: Essai) => Promise<unknown>

const courriel = z.object({ courrielId: z.uuid() })
const piece = z.object({ pieceId: z.uuid() })
const copie = z.object({ exportId: z.uuid() })
const formation = z.object({ formationId: z.uuid() })
const actualite = z.object({ actualiteId: z.uuid() })
const questionnaire = z.object({ questionnaireId: z.uuid() })
const passage = z.object({ passage: z.number().optional() })
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
  'personne.exporter': async (donnees) => {
    const { exporterPersonne } = await import('@/lib/personnes/exporter')
    await exporterPersonne(copie.parse(donnees).exportId)
  },
  'liste.exporter': async (donnees) => {
    const { ecrireListe } = await import('@/lib/exports/ecrire-liste')
    await ecrireListe(copie.parse(donnees).exportId)
  },
  'formation.inviter': async (donnees) => {
    const invites = await inviterALaFormation(formation.parse(donnees).formationId, new Date())
    logs.info({ invites }, 'invitations à une formation')
  },
  'actualite.publier': async (donnees) => {
    const prevenus = await publierEtPrevenir(actualite.parse(donnees).actualiteId, new Date())
    logs.info({ prevenus }, 'actualité publiée')
  },
  'questionnaire.suivre': async (donnees) => {
    const ecrits = await suivreQuestionnaire(questionnaire.parse(donnees).questionnaireId, new Date())
    if (ecrits > 0) logs.info({ ecrits }, 'partenaires avertis d’un questionnaire')
  },
  'journal.ancrer': async () => {
    const rang = await ancrer(new Date())
    if (rang === null) logs.warn('le journal n’est pas ancré : JOURNAL_ANCRES est absente')
  },
  'journal.nuit': () => nuitDuJournal(new Date()),
  signaux: async (donnees) => {
    const levees = await evaluerSignaux(new Date())
    if (levees > 0) logs.info({ levees }, 'signaux levés')
    // The clock of the jobs beats once a minute: twenty seconds are soon enough to say it within one.
    if (passage.parse(donnees).passage) return
    await avecTravaux(async (tx) => {
      for (const secondes of [20, 40])
        await envoyerTravail(tx, 'signaux', { passage: secondes }, { startAfter: secondes })
    })
  },
  menage: async () => {
    const maintenant = new Date()
    await oublierRecherches(maintenant)
    await oublierDebits(maintenant)
    await rappelerViolations(maintenant)
    await suivreFormations(maintenant)
    await suivreQuestionnaires(maintenant)
    await suivreActualites(maintenant)
    await avecTravaux((tx) => oublierRetours(tx, maintenant))
  },
  conservation: async () => {
    const maintenant = new Date()
    const { appliquerConservation } = await import('@/lib/conservation/appliquer-conservation')
    const { caisses, echecs } = await appliquerConservation(maintenant)
    logs.info({ caisses: Object.keys(caisses).length, echecs }, 'conservation appliquée')
    await purgerFichiers(maintenant)
    if (echecs > 0) throw new Error(`${echecs} effacements sont à reprendre`)
  },
  nuit: async () => {
    const maintenant = new Date()
    const { executerNuit } = await import('@/lib/nuit/executer-nuit')
    const { actes, echecs } = await executerNuit(maintenant)
    logs.info({ actes, echecs }, 'nuit passée')
    await rappelerRendezVous(maintenant)
    await demanderConfirmations(maintenant)
    await purgerBrouillons(maintenant)
    await purgerPresences(maintenant)
    await expirerFichiersPrepares(maintenant)
    await purgerFichiers(maintenant)
    await purgerTentatives()
    await oublierMots(maintenant)
    await rassemblerBilan()
    // Tried again, as any job: what went through is not done twice.
    if (echecs > 0) throw new Error(`${echecs} actes de la nuit sont à reprendre`)
  },
}
