import { echeancesDesConventions } from '@/lib/conventions/queries'
import { echecsAVoir } from '@/lib/notifications/queries'
import { situationsDeLaCaisse } from '@/lib/partenaires/situation'
import { structuresTenues } from '@/lib/revues/structures-tenues'
import { type Acteur, aDroit, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { type CalendrierFerie, dateAParis } from '@/lib/socle/temps'
import { partTypee } from '@/lib/violations/queries'

/** An activation link that nobody has used for this long is worth a word. */
const LIEN_OUBLIE_JOURS = 7
const jourMs = 86_400_000
/** Beyond, the list of its page counts them all. */
const attentesMax = 100

/** What awaits someone of a caisse today, by right: each list is short, each counts all. */
export function accueilDeLaCaisse(acteur: Acteur, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisseId = acteur.caisse?.id ?? ''
    const referent = aDroit(acteur, 'partenaire.gerer')
    return {
      aPrendre: aDroit(acteur, 'demande.voir')
        ? await tx.demande.count({ where: { caisseId, etat: 'transmise' } })
        : null,
      referent: referent ? await attentesDuReferent(tx, acteur, maintenant) : null,
      dpo: aDroit(acteur, 'violation.traiter') ? await attentesDuDpo(tx, caisseId) : null,
    }
  })
}

/** Breaches that are not closed, the nearest limit first, and the requests of persons that wait for their answer. */
async function attentesDuDpo(tx: Transaction, caisseId: string) {
  const violations = await tx.violationCaisse.findMany({
    where: { caisseId, closeLe: null },
    orderBy: [{ autoriteAvant: 'asc' }, { violationId: 'asc' }],
    take: attentesMax,
  })
  return {
    violations: violations.map(partTypee),
    droits: await tx.demandePersonne.findMany({
      where: { etat: 'ouverte' },
      select: { id: true, echeanceLe: true },
      orderBy: [{ echeanceLe: 'asc' }, { id: 'asc' }],
      take: attentesMax,
    }),
  }
}

async function attentesDuReferent(tx: Transaction, acteur: Acteur, maintenant: Date) {
  const caisseId = acteur.caisse?.id ?? ''
  const jour = dateAParis(maintenant)
  const situations = [...(await situationsDeLaCaisse(tx, caisseId, maintenant))]
  const auDelaDuQuota = situations.filter(([, { depassement }]) => depassement > 0).map(([id]) => id)
  const tenues = await structuresTenues({ tx, acteur, maintenant })
  const enRetard = await tx.revueHabilitation.findMany({
    where: { structureId: { in: tenues.map(({ id }) => id) }, signeeLe: null, echeanceLe: { lt: new Date(jour) } },
    select: { structureId: true },
  })
  const partenaire = { select: { id: true, nom: true } }
  const liens = {
    etat: 'attente_activation',
    supprimeLe: null,
    creeLe: { lt: new Date(maintenant.getTime() - LIEN_OUBLIE_JOURS * jourMs) },
    OR: [{ profil: 'gestionnaire' }, { caisseId }],
  }
  return {
    calendrier: (await tx.caisse.findUniqueOrThrow({ where: { id: caisseId }, select: { calendrier: true } }))
      .calendrier as CalendrierFerie,
    conventions: await echeancesDesConventions(tx, caisseId, jour),
    auDelaDuQuota: await tx.partenaire.findMany({
      where: { id: { in: auDelaDuQuota } },
      select: { id: true, nom: true },
      orderBy: { nom: 'asc' },
    }),
    requetes: await tx.demandeHabilitation.findMany({
      where: { caisseId, etat: 'deposee' },
      select: { id: true, type: true, echeanceLe: true, partenaire },
      orderBy: [{ echeanceLe: 'asc' }, { id: 'asc' }],
      take: 5,
    }),
    /** Training sessions that are over, whose attendance is to note. */
    formations: await tx.formation.findMany({
      where: { caisseId, etat: 'publiee', finLe: { lt: maintenant } },
      select: { id: true, theme: true },
      orderBy: [{ finLe: 'asc' }, { id: 'asc' }],
      take: attentesMax,
    }),
    /** What does not work, as it was told to the caisse. */
    dysfonctionnements: await tx.dysfonctionnement.findMany({
      where: { caisseId, national: false, etat: { not: 'resolu' } },
      select: { id: true, page: true },
      orderBy: [{ creeLe: 'asc' }, { id: 'asc' }],
      take: attentesMax,
    }),
    /** Mails of the caisse that did not arrive, not seen to yet. */
    courrielsEnEchec: await echecsAVoir(tx),
    nombreRequetes: await tx.demandeHabilitation.count({ where: { caisseId, etat: 'deposee' } }),
    incidents: await tx.signalementCompte.findMany({
      where: { traiteLe: null },
      select: { id: true, type: true, signaleLe: true, compte: { select: { partenaire } } },
      orderBy: { signaleLe: 'asc' },
      take: 5,
    }),
    /** Names of those whose revue is late, one per structure, as the follow-up of the revues lists them. */
    revuesEnRetard: tenues
      .filter(({ id }) => enRetard.some(({ structureId }) => structureId === id))
      .map(({ partenaire: { nom } }) => nom),
    liensOublies: await tx.compte.findMany({
      where: liens,
      select: { id: true, profil: true, prenom: true, nom: true, creeLe: true, partenaire },
      orderBy: { creeLe: 'asc' },
      take: 100,
    }),
  }
}
