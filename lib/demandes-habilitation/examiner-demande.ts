import type { Contenu } from '@/lib/demandes-habilitation/contenu'
import { changements, effetInactivation } from '@/lib/demandes-habilitation/regles'
import { doublon } from '@/lib/habilitations/doublons'
import { autresGestionnaires } from '@/lib/habilitations/fermer-compte'
import { type PlacesStructure, placesDeLaStructure } from '@/lib/habilitations/places'
import { verifierCourriel } from '@/lib/habilitations/regles'
import { nomComplet } from '@/lib/socle/acteur'
import type { Transaction } from '@/lib/socle/base'
import { dateLongue } from '@/lib/socle/format'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

/** What stands in the way of a request today, in words, and what applying it would do. */
export type Examen = {
  compte: Awaited<ReturnType<typeof lireCible>>
  places: PlacesStructure
  /** Each says the rule and what to do instead; empty: the request can be applied. */
  obstacles: string[]
  effets: string[]
  /** An inactivation applied on a day to come. */
  le: DateIso | null
}

export function lireCible(tx: Transaction, compteId: string | null) {
  return compteId ? tx.compte.findFirst({ where: { id: compteId, profil: 'gestionnaire', supprimeLe: null } }) : null
}

type Lecture = { tx: Transaction; maintenant: Date }

/**
 * Reads a request against the world as it stands now: seats, domains, other accounts, gestionnaires left. Shared by the page,
 * which explains, and by the act, which refuses.
 */
export async function examinerDemande({ tx, maintenant }: Lecture, demande: Contenu): Promise<Examen> {
  const jour = dateAParis(maintenant)
  const places = await placesDeLaStructure(tx, demande.structureId, jour)
  const compte = demande.type === 'creation' ? null : await lireCible(tx, demande.compteId)
  const vide: Examen = { compte, places, obstacles: [], effets: [], le: null }
  if (demande.etat !== 'deposee') return vide
  const examen =
    demande.type === 'creation'
      ? await examinerCreation(tx, demande, vide)
      : !compte || compte.etat === 'inactif'
        ? { ...vide, obstacles: ['Le compte est déjà inactivé\u00A0: il n’y a plus rien à appliquer.'] }
        : demande.type === 'modification'
          ? await examinerModification(tx, demande, { ...vide, compte })
          : await examinerInactivation(tx, demande, { ...vide, compte }, jour)
  const tenu = await partenaireTenu(tx, demande.partenaireId)
  return tenu ? examen : { ...examen, obstacles: [nonTenu, ...examen.obstacles] }
}

const nonTenu =
  'Votre caisse n’a plus de convention vivante avec ce partenaire, qui dépend d’une autre\u00A0: elle seule change ses comptes. Refusez la demande en le disant.'

async function partenaireTenu(tx: Transaction, partenaireId: string): Promise<boolean> {
  const [rang] = await tx.$queryRaw<{ tenu: boolean | null }[]>`
    SELECT ${partenaireId}::uuid = ANY (ep_partenaires_tenus()) AS tenu`
  return rang?.tenu === true
}

async function refusAdresse(tx: Transaction, demande: Contenu, sauf?: string): Promise<string[]> {
  const { identite, structureId, partenaireId } = demande
  if (!identite)
    return ['Cette demande ne dit plus de qui il s’agit\u00A0: refusez-la, et faites-en déposer une autre.']
  const partenaire = await tx.partenaire.findUniqueOrThrow({ where: { id: partenaireId }, select: { domaines: true } })
  const refus =
    verifierCourriel(identite.courriel, partenaire.domaines) ??
    (await doublon(tx, { structureId, profil: 'gestionnaire', sauf }, identite))
  return refus ? [`${identite.courriel}\u00A0: ${refus}`] : []
}

async function examinerCreation(tx: Transaction, demande: Contenu, examen: Examen): Promise<Examen> {
  const obstacles = await refusAdresse(tx, demande)
  const { gestionnaires, membres } = examen.places
  if (gestionnaires.libres === 0)
    obstacles.push(
      `Le quota est de ${gestionnaires.quota} comptes de gestionnaire pour ${membres} membres déclarés, et aucune place n’est libre. Inactivez d’abord un compte, ou mettez à jour le nombre de membres du partenaire.`,
    )
  const effets = [
    `Le compte de gestionnaire ${demande.identite ? `de ${nomComplet(demande.identite)} ` : ''}est créé.`,
    `Un courriel part à ${demande.identite?.courriel}, avec le lien pour choisir son mot de passe.`,
  ]
  return { ...examen, obstacles, effets }
}

async function examinerModification(tx: Transaction, demande: Contenu, examen: Examen): Promise<Examen> {
  const { compte } = examen
  if (!compte) return examen
  const change = demande.identite ? changements(compte, demande.identite) : []
  const adresse = change.some(({ champ }) => champ === 'courriel')
  const obstacles = adresse || !demande.identite ? await refusAdresse(tx, demande, compte.id) : []
  const effets = [
    change.length === 0
      ? 'Le compte porte déjà ces informations\u00A0: rien n’est changé.'
      : `Le compte ${compte.identifiant} est modifié comme demandé. Son identifiant ne change pas.`,
    ...(adresse
      ? [
          compte.etat === 'actif'
            ? 'L’ancienne et la nouvelle adresse en sont averties\u202F; les liens envoyés à l’ancienne ne servent plus.'
            : 'Un nouveau lien d’activation part à la nouvelle adresse.',
        ]
      : []),
  ]
  return { ...examen, obstacles, effets }
}

async function examinerInactivation(tx: Transaction, demande: Contenu, examen: Examen, jour: DateIso): Promise<Examen> {
  const { compte } = examen
  if (!compte?.structureId) return examen
  const [reglages, autres, techniciens] = [
    await tx.reglagesCaisse.findUniqueOrThrow({ where: { caisseId: demande.caisseId } }),
    await autresGestionnaires(tx, { id: compte.id, structureId: compte.structureId }),
    await tx.compte.count({
      where: { creeParId: compte.id, profil: 'technicien', structureId: compte.structureId, etat: { not: 'inactif' } },
    }),
  ]
  const le = effetInactivation(reglages.inactivationGestionnaire, demande.souhaiteeLe, jour)
  const obstacles =
    compte.etat === 'actif' && autres.length === 0
      ? [
          'C’est le dernier gestionnaire actif de la structure. Habilitez d’abord son successeur, et attendez qu’il active son compte\u00A0: cette demande pourra ensuite être appliquée.',
        ]
      : []
  const restant = autres[0] && (await tx.compte.findUnique({ where: { id: autres[0].id } }))
  const effets = [
    le
      ? `Le compte ${compte.identifiant} reste ouvert, puis se ferme le ${dateLongue(le)}.`
      : `Le compte ${compte.identifiant} est fermé tout de suite, et ses sessions avec lui.`,
    ...(techniciens > 0 && restant
      ? [
          `${techniciens === 1 ? 'Le technicien qu’il a créé garde son compte, rattaché' : `Les ${techniciens} techniciens qu’il a créés gardent leur compte, rattaché`} à ${nomComplet(restant)}.`,
        ]
      : []),
    'La personne en est avertie par courriel.',
  ]
  return { ...examen, obstacles, effets, le }
}
