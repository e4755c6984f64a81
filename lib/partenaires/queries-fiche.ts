import { partenairesDeLaCaisse } from '@/lib/partenaires/acces'
import { colonnesCompte, invitations } from '@/lib/partenaires/comptes'
import { autresCaisses, estTenu, partenaireConnu } from '@/lib/partenaires/fiche'
import { situationsDeLaCaisse } from '@/lib/partenaires/situation'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'
import { suspensionsDuPartenaire } from '@/lib/suspensions/queries'

/** What is known of a SIRET: already with this caisse, known to another one, or new. */
export function chercherSiret(acteur: Acteur, siret: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const connu = await partenaireConnu(tx, siret)
    if (!connu) return { etat: 'inconnu' as const }
    const ici = await tx.partenaire.count({ where: { AND: [partenairesDeLaCaisse(acteur), { id: connu.id }] } })
    return { etat: ici > 0 ? ('ici' as const) : ('ailleurs' as const), ...connu }
  })
}

/** The record of a partenaire for a référent, with all its page shows; null outside the perimeter. */
export async function fichePourCaisse(acteur: Acteur, id: string, maintenant = new Date()) {
  if (!estId(id)) return null
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisseId = acteur.caisse?.id ?? ''
    const fiche = await tx.partenaire.findFirst({
      where: { AND: [partenairesDeLaCaisse(acteur), { id }] },
      include: {
        structures: { orderBy: { nom: 'asc' } },
        contacts: { where: { type: { not: 'theme' } }, orderBy: [{ type: 'desc' }, { nom: 'asc' }] },
      },
    })
    const situation = (await situationsDeLaCaisse(tx, caisseId, maintenant, id)).get(id)
    if (!fiche || !situation) return null
    const comptes = await tx.compte.findMany({
      where: { partenaireId: id, supprimeLe: null },
      select: colonnesCompte,
      orderBy: [{ profil: 'asc' }, { nom: 'asc' }, { prenom: 'asc' }, { id: 'asc' }],
      take: 1_000,
    })
    const invitationDe = await invitations(tx, comptes, maintenant)
    const suspensions = (await suspensionsDuPartenaire(tx, id)).filter(
      (suspension) => suspension.caisseId === caisseId && suspension.debutLe <= maintenant,
    )
    const autre = fiche.modifieParCaisseId !== caisseId && fiche.modifieParCaisseId
    return {
      ...fiche,
      situation,
      /** A draft opens nothing, not even the names of the accounts: the database hides them. */
      comptesVisibles: situation.parts.some(({ etat }) => etat !== 'brouillon'),
      comptes: comptes.map((compte) => ({ ...compte, invitation: invitationDe(compte.id) })),
      tenu: await estTenu(tx, id),
      autres: await autresCaisses(tx, id),
      modifieeParAutre: autre
        ? ((await tx.caisse.findUnique({ where: { id: autre }, select: { nom: true } }))?.nom ?? null)
        : null,
      suspension: suspensions.find(({ finLe }) => finLe === null || finLe > maintenant) ?? null,
      suspensions,
      enAttente: {
        habilitations: await tx.demandeHabilitation.count({ where: { caisseId, partenaireId: id, etat: 'deposee' } }),
        revues: await tx.revueHabilitation.count({ where: { partenaireId: id, signeeLe: null } }),
        incidents: await tx.signalementCompte.count({ where: { partenaireId: id, suite: null } }),
      },
    }
  })
}

export type FichePartenaire = NonNullable<Awaited<ReturnType<typeof fichePourCaisse>>>
export type CompteDeFiche = FichePartenaire['comptes'][number]

/** The record alone, for the pages that change it: its structures, its contacts, whether this caisse may. */
export async function fichePourEcriture(acteur: Acteur, id: string) {
  if (!estId(id)) return null
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const fiche = await tx.partenaire.findFirst({
      where: { AND: [partenairesDeLaCaisse(acteur), { id }] },
      include: { structures: { orderBy: { nom: 'asc' } }, contacts: { where: { type: { not: 'theme' } } } },
    })
    if (!fiche) return null
    const comptes = await tx.compte.groupBy({
      by: ['structureId'],
      where: { partenaireId: id, etat: 'actif', supprimeLe: null },
      _count: true,
    })
    return {
      ...fiche,
      tenu: await estTenu(tx, id),
      autres: await autresCaisses(tx, id),
      /** Accounts that may sign in today, by structure. */
      comptesOuverts: Object.fromEntries(comptes.map(({ structureId, _count }) => [structureId ?? '', _count])),
    }
  })
}

export type FicheAEcrire = NonNullable<Awaited<ReturnType<typeof fichePourEcriture>>>
