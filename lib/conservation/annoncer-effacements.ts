import { type DemandeDue, demandesDuGenre } from '@/lib/conservation/demandes-dues'
import { annonceJours } from '@/lib/conservation/regles'
import { prevenirComptes } from '@/lib/notifications/destinataires'
import { avecTravaux, type Transaction } from '@/lib/socle/base'
import { enDate } from '@/lib/socle/jour'
import { ajouterJours, type DateIso, dateAParis } from '@/lib/socle/temps'

const lotMax = 2_000
const lignesMax = 60

/**
 * Demandes never closed that will soon be past their time: the caisse is told, each agent of its own and the référents of all,
 * by reference only, in one mail. They go thirty days later, unless someone acts on them. Gives how many were told; beyond two
 * thousand, the next night tells the others.
 */
export function annoncerEffacements(caisseId: string, maintenant: Date): Promise<number> {
  return avecTravaux(async (tx) => {
    const demandes = await demandesDuGenre(tx, { caisseId, genre: 'a_annoncer', instant: maintenant, nombre: lotMax })
    if (demandes.length === 0) return 0
    const jour = dateAParis(maintenant)
    await tx.demande.updateMany({
      where: { id: { in: demandes.map(({ id }) => id) } },
      data: { effacementAnnonceLe: enDate(jour) },
    })
    await dire(tx, caisseId, demandes, ajouterJours(jour, annonceJours))
    return demandes.length
  })
}

async function dire(tx: Transaction, caisseId: string, demandes: DemandeDue[], jour: DateIso): Promise<void> {
  const comptes = await tx.compte.findMany({
    where: { caisseId, profil: 'caisse', etat: 'actif', supprimeLe: null },
    select: { id: true, prenom: true, courriel: true, roles: true },
    orderBy: { id: 'asc' },
  })
  for (const compte of comptes) {
    const referent = compte.roles.includes('referent')
    const siennes = referent ? demandes : demandes.filter(({ agentId }) => agentId === compte.id)
    if (siennes.length === 0) continue
    await prevenirComptes(tx, [compte], 'effacement_annonce', {
      jour,
      nombre: siennes.length,
      lignes: siennes.slice(0, lignesMax).map(({ reference }) => reference),
      lien: referent ? '/caisse/conservation?genre=delaissee' : '/caisse/file',
    })
  }
}
