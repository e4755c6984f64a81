import { z } from 'zod'
import { journaliser } from '@/lib/journal/ecrire'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'

const instant = z.string()
const peutEtre = instant.nullable()

/** All that is kept about an account, as its holder may read and take away. Neither password nor secret. */
const mesDonneesSchema = z.object({
  identite: z.object({
    identifiant: z.string(),
    civilite: z.string(),
    prenom: z.string(),
    nom: z.string(),
    fonction: z.string(),
    telephone: z.string().nullable(),
    courriel: z.string(),
    profil: z.string(),
    roles: z.array(z.string()),
    partenaire: z.string().nullable(),
    structure: z.string().nullable(),
    caisse: z.string().nullable(),
    preferences: z.unknown(),
  }),
  vie: z.object({
    etat: z.string(),
    creeLe: instant,
    activeLe: peutEtre,
    connecteLe: peutEtre,
    motDePasseLe: peutEtre,
    secondFacteurLe: peutEtre,
  }),
  conditions: z.array(z.object({ numero: z.number(), accepteeLe: instant })),
  attestations: z.array(z.object({ texte: z.string(), le: instant, par: z.string().nullable() })),
  revues: z.array(z.object({ le: instant, decision: z.string().nullable() })),
  sessions: z.array(
    z.object({
      ouverteLe: instant,
      vueLe: instant,
      fermeeLe: peutEtre,
      adresse: z.string().nullable(),
      navigateur: z.string().nullable(),
    }),
  ),
  appareils: z.array(z.object({ navigateur: z.string().nullable(), premierLe: instant, vuLe: instant })),
  clesAcces: z.array(z.object({ nom: z.string(), creeeLe: instant, utiliseeLe: peutEtre })),
  absences: z.array(z.object({ debutLe: z.string(), finLe: z.string().nullable() })),
  travail: z.object({ demandesDeposees: z.number(), demandesSuivies: z.number(), messages: z.number() }),
  formations: z.array(
    z.object({
      theme: z.string(),
      le: instant,
      etat: z.string(),
      inscriteLe: instant,
      presente: z.boolean().nullable(),
    }),
  ),
  actualites: z.array(z.object({ titre: z.string(), lueLe: instant })),
  questionnaires: z.array(z.object({ titre: z.string(), le: instant, envoyee: z.boolean() })),
  copils: z.array(z.object({ libelle: z.string(), commenteLe: instant })),
  dysfonctionnements: z.array(
    z.object({
      le: instant,
      page: z.string().nullable(),
      activite: z.string(),
      constat: z.string(),
      navigateur: z.string().nullable(),
      precisions: z.array(z.string()),
    }),
  ),
  courriels: z.array(
    z.object({ objet: z.string().nullable(), etat: z.string(), destinataire: z.string(), le: instant }),
  ),
  journal: z.array(
    z.object({
      rang: z.number(),
      le: instant,
      action: z.string(),
      objetType: z.string().nullable(),
      objetId: z.string().nullable(),
      adresse: z.string().nullable(),
    }),
  ),
})

export type MesDonnees = z.output<typeof mesDonneesSchema>

/** One's own data, whole, and the row of the journal that says they were read. Nobody else's: the database takes no id. */
export function mesDonnees(acteur: Acteur, adresse: string): Promise<MesDonnees> {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const [rang] = await tx.$queryRaw<{ donnees: unknown }[]>`SELECT ep_mes_donnees() AS donnees`
    await journaliser(tx, {
      action: 'compte.donnees_vues',
      acteur,
      adresse,
      objetType: 'compte',
      objetId: acteur.compteId,
    })
    return mesDonneesSchema.parse({
      ...(rang?.donnees as object),
      formations: await mesFormations(tx, acteur),
      actualites: await mesLectures(tx, acteur),
      copils: await mesCommentaires(tx, acteur),
      questionnaires: await mesReponses(tx, acteur),
      dysfonctionnements: await mesSignalements(tx, acteur),
    })
  })
}

async function mesFormations(tx: Transaction, { compteId }: Acteur) {
  const inscriptions = await tx.inscriptionFormation.findMany({
    where: { compteId },
    include: { formation: { select: { theme: true, debutLe: true } } },
    orderBy: { inscriteLe: 'asc' },
  })
  return inscriptions.map(({ formation, etat, inscriteLe, presente }) => ({
    theme: formation.theme,
    le: formation.debutLe.toISOString(),
    etat,
    inscriteLe: inscriteLe.toISOString(),
    presente,
  }))
}

/** News it has opened, of those still published for it. */
async function mesLectures(tx: Transaction, { compteId }: Acteur) {
  const lectures = await tx.lectureActualite.findMany({ where: { compteId }, orderBy: { lueLe: 'asc' } })
  const actualites = await tx.actualite.findMany({
    where: { id: { in: lectures.map(({ actualiteId }) => actualiteId) } },
    select: { id: true, titre: true },
  })
  return lectures.map(({ actualiteId, lueLe }) => ({
    titre: actualites.find(({ id }) => id === actualiteId)?.titre ?? 'Actualité retirée',
    lueLe: lueLe.toISOString(),
  }))
}

/** Answers to a questionnaire that it began, changed last or sent for its organisation. */
async function mesReponses(tx: Transaction, { compteId }: Acteur) {
  const reponses = await tx.destinataireQuestionnaire.findMany({
    where: { OR: [{ commenceParId: compteId }, { modifieParId: compteId }, { envoyeParId: compteId }] },
    include: { questionnaire: { select: { titre: true } } },
    orderBy: { commenceLe: 'asc' },
  })
  return reponses.flatMap(
    ({ questionnaire: { titre }, commenceParId, commenceLe, modifieParId, modifieLe, envoyeParId, envoyeLe }) => {
      const le =
        envoyeParId === compteId ? envoyeLe : modifieParId === compteId ? modifieLe : commenceParId && commenceLe
      return le ? [{ titre, le: le.toISOString(), envoyee: envoyeParId === compteId }] : []
    },
  )
}

/** COPILs whose comment it was the last to write for its side. */
async function mesCommentaires(tx: Transaction, { compteId }: Acteur) {
  const copils = await tx.copil.findMany({
    where: { OR: [{ commentaireCaisseParId: compteId }, { commentairePartenaireParId: compteId }] },
    orderBy: { creeLe: 'asc' },
  })
  return copils.map(({ libelle, creeLe, ...copil }) => ({
    libelle,
    commenteLe: (
      (copil.commentaireCaisseParId === compteId ? copil.commentaireCaisseLe : copil.commentairePartenaireLe) ?? creeLe
    ).toISOString(),
  }))
}

/** What it told of the portal, and what it added since. */
async function mesSignalements(tx: Transaction, { compteId }: Acteur) {
  const tickets = await tx.dysfonctionnement.findMany({
    where: { compteId },
    include: { echanges: { where: { auteurId: compteId }, orderBy: { ecritLe: 'asc' } } },
    orderBy: { creeLe: 'asc' },
  })
  return tickets.map(({ creeLe, page, activite, constat, navigateur, echanges }) => ({
    le: creeLe.toISOString(),
    page,
    activite,
    constat,
    navigateur,
    precisions: echanges.map(({ texte }) => texte),
  }))
}
