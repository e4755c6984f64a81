import { echeanceDemande } from '@/lib/demandes-habilitation/regles'
import { texteAttestation } from '@/lib/habilitations/libelles'
import type { Compte, Prisma } from '@/lib/socle/prisma/client'
import { ajouterJours, ajouterJoursOuvres, type CalendrierFerie, type DateIso, dateAParis } from '@/lib/socle/temps'
import type { Atelier } from '../fabriques/atelier'
import type { CleStructure } from './partenaires'
import { instant } from './plan'
import type { Structures } from './structures'

type Cadre = { atelier: Atelier; structures: Structures; aujourdhui: DateIso }

/** Revues: one open and half done, two late, the others signed in time. Requests: one late, one to treat, one refused. */
export async function installerHabilitations(atelier: Atelier, structures: Structures): Promise<void> {
  const cadre = {
    atelier: { ...atelier, hasard: atelier.hasard.branche('habilitations') },
    structures,
    aujourdhui: dateAParis(atelier.maintenant),
  }
  for (const [cle, jours] of Object.entries(signees)) await signer(cadre, cle as CleStructure, jours)
  for (const revue of ouvertes) await ouvrir(cadre, revue)
  for (const demande of demandes) await deposer(cadre, demande)
}

function comptesDe({ atelier, structures }: Cadre, cle: CleStructure): Promise<Compte[]> {
  return atelier.tx.compte.findMany({
    where: { structureId: structures[cle].id, etat: { not: 'inactif' } },
    orderBy: [{ profil: 'desc' }, { nom: 'asc' }, { identifiant: 'asc' }],
  })
}

/** Days since the last revue was signed. */
const signees: Partial<Record<CleStructure, number>> = {
  vaucreux: 370,
  yssoire: 401,
  leSeuil: 415,
  morvelle: 96,
  saintAubrac: 58,
  ostrevalleNord: 35,
  brevalle: 140,
  arbelle: 71,
  udccas: 120,
  tilleuls: 210,
}

async function signer(cadre: Cadre, cle: CleStructure, jours: number): Promise<void> {
  const { atelier, structures, aujourdhui } = cadre
  const { hasard, tx } = atelier
  const comptes = await comptesDe(cadre, cle)
  const gestionnaire = comptes.find(({ profil }) => profil === 'gestionnaire')
  const signeeLe = instant(hasard, ajouterJours(aujourdhui, -jours))
  const ouverteLe = instant(hasard, ajouterJours(aujourdhui, -jours - 14))
  const id = hasard.uuid(ouverteLe)
  const { id: structureId, partenaireId } = structures[cle]
  const echeanceLe = new Date(ajouterJours(aujourdhui, -jours + 16))
  const signeeParId = gestionnaire?.id
  await tx.revueHabilitation.create({
    data: { id, structureId, partenaireId, ouverteLe, echeanceLe, signeeLe, signeeParId },
  })
  const decidee = { revueId: id, decision: 'garder', decideeLe: signeeLe, decideeParId: signeeParId }
  await tx.ligneRevue.createMany({ data: comptes.map((compte) => ({ ...decidee, compteId: compte.id })) })
}

/** `echeance`: days from today, before it when negative. `faites`: lines decided so far. */
const ouvertes = [
  { cle: 'vaucreux', echeance: 19, faites: 2 / 3, relancee: undefined },
  { cle: 'yssoire', echeance: -6, faites: 0, relancee: 6 },
  { cle: 'leSeuil', echeance: -20, faites: 0, relancee: 6 },
] as const

async function ouvrir(cadre: Cadre, { cle, echeance, faites, relancee }: (typeof ouvertes)[number]): Promise<void> {
  const { atelier, structures, aujourdhui } = cadre
  const { hasard, tx } = atelier
  const comptes = await comptesDe(cadre, cle)
  const gestionnaire = comptes.find(({ profil }) => profil === 'gestionnaire')
  const ouverteLe = instant(hasard, ajouterJours(aujourdhui, echeance - 30))
  const id = hasard.uuid(ouverteLe)
  const { id: structureId, partenaireId } = structures[cle]
  await tx.revueHabilitation.create({
    data: {
      id,
      structureId,
      partenaireId,
      ouverteLe,
      echeanceLe: new Date(ajouterJours(aujourdhui, echeance)),
      relanceeLe: relancee ? new Date(ajouterJours(aujourdhui, -relancee)) : null,
    },
  })
  const decideeLe = instant(hasard, ajouterJours(aujourdhui, -2))
  const nombre = Math.floor(comptes.length * faites)
  await tx.ligneRevue.createMany({
    data: comptes.map((compte, rang) => ({
      revueId: id,
      compteId: compte.id,
      ...(rang < nombre && { decision: 'garder', decideeLe, decideeParId: gestionnaire?.id }),
    })),
  })
  const gardes = comptes.slice(0, nombre).filter(({ profil }) => profil === 'technicien')
  await tx.attestationTechnicien.createMany({
    data: gardes.map((compte) => ({
      id: hasard.uuid(decideeLe),
      compteId: compte.id,
      attesteParId: gestionnaire?.id ?? compte.id,
      attesteeLe: decideeLe,
      texte: texteAttestation(compte, structures[cle].nom),
    })),
  })
}

type DemandePrevue = {
  cle: CleStructure
  type: 'creation' | 'modification'
  /** Working days ago. */
  depuis: number
  par: 'gestionnaire' | 'technicien'
  donnees: { prenom: string; nom: string; fonction: string; civilite: string; telephone: string }
  justification?: string
  refus?: string
}

const demandes: DemandePrevue[] = [
  {
    cle: 'ostrevalleNord',
    type: 'creation',
    depuis: 7,
    par: 'gestionnaire',
    donnees: {
      civilite: 'madame',
      prenom: 'Maud',
      nom: 'Vasseur-Lenoir',
      fonction: 'Adjointe au responsable',
      telephone: '0261910031',
    },
    justification: 'Pour que deux personnes puissent créer les comptes pendant les congés.',
  },
  {
    cle: 'vaucreux',
    type: 'modification',
    depuis: 2,
    par: 'technicien',
    donnees: {
      civilite: 'monsieur',
      prenom: 'Jean-Noël',
      nom: 'Thiébaut-Roche',
      fonction: 'Directeur de l’action sociale',
      telephone: '0261910032',
    },
    justification: 'Il a changé de fonction le mois dernier.',
  },
  {
    cle: 'saintAubrac',
    type: 'creation',
    depuis: 18,
    par: 'gestionnaire',
    donnees: { civilite: 'monsieur', prenom: 'Gaspard', nom: 'Montel', fonction: 'Stagiaire', telephone: '0261910033' },
    refus: 'Un compte gestionnaire est réservé aux salariés de la structure. Proposez une personne qui y reste.',
  },
]

async function deposer(cadre: Cadre, prevue: DemandePrevue): Promise<void> {
  const { atelier, structures, aujourdhui } = cadre
  const { hasard, tx } = atelier
  const { cle, type, depuis, par, donnees, justification, refus } = prevue
  const { id: structureId, partenaireId, partenaire, parts } = structures[cle]
  const caisse = parts[0]?.caisse
  const comptes = await comptesDe(cadre, cle)
  const gestionnaire = comptes.find(({ profil }) => profil === 'gestionnaire')
  const auteur = comptes.find(({ profil, etat }) => profil === par && etat === 'actif')
  if (!caisse || !auteur) return
  const calendrier = caisse.calendrier as CalendrierFerie
  const jour = ajouterJoursOuvres(aujourdhui, -depuis, calendrier)
  const deposeeLe = instant(hasard, jour)
  const delai = caisse.reglages?.delaiHabilitationJoursOuvres ?? 5
  const courriel =
    type === 'modification' ? gestionnaire?.courriel : `${donnees.prenom.toLowerCase()}@${partenaire.domaine}`
  const referent = refus
    ? await tx.compte.findFirst({
        where: { caisseId: caisse.id, roles: { has: 'referent' } },
        orderBy: { identifiant: 'asc' },
      })
    : null
  const data: Prisma.DemandeHabilitationCreateManyInput = {
    id: hasard.uuid(deposeeLe),
    caisseId: caisse.id,
    partenaireId,
    structureId,
    type,
    compteId: type === 'modification' ? gestionnaire?.id : null,
    donnees: { ...donnees, courriel: courriel ?? '' },
    justification,
    deposeeLe,
    deposeeParId: auteur.id,
    echeanceLe: new Date(echeanceDemande(jour, delai, calendrier)),
    ...(refus && {
      etat: 'refusee',
      motifRefus: refus,
      traiteeLe: instant(hasard, ajouterJoursOuvres(jour, 3, calendrier)),
      traiteeParId: referent?.id,
    }),
  }
  await tx.demandeHabilitation.createMany({ data: [data] })
}
