import { journaliser } from '@/lib/journal/ecrire'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import { avecTravaux, type Transaction } from '@/lib/socle/base'

/**
 * Mails to one address, however many times the form is sent. Each link serves for a day: whoever wears these bounds out has
 * sent the owner more links than it takes to come back in.
 */
const MAX_PAR_HEURE = 3
const MAX_PAR_JOUR = 10

/** Accounts reached by «mot de passe oublié»: those that may sign in, or could once activated. */
export function comptesDuCourriel(tx: Transaction, courriel: string) {
  return tx.compte.findMany({
    where: { courriel: courriel.toLowerCase(), etat: { in: ['actif', 'attente_activation'] }, supprimeLe: null },
    orderBy: { identifiant: 'asc' },
    select: { id: true, identifiant: true, prenom: true, etat: true, profil: true },
  })
}

/** One mail for every account behind an address; none when there is no account. The links are made when it leaves. */
export async function envoyerLiensMotDePasse(courriel: string, maintenant = new Date()): Promise<void> {
  await avecTravaux(async (tx) => {
    const comptes = await comptesDuCourriel(tx, courriel)
    const [premier] = comptes
    if (!premier) return
    const destinataire = courriel.toLowerCase()
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${destinataire}, 0))::text`
    const depuis = (heures: number) => ({ gt: new Date(maintenant.getTime() - heures * 3_600_000) })
    const envoyes = (heures: number) =>
      tx.courriel.count({ where: { modele: 'mot_de_passe', destinataire, creeLe: depuis(heures) } })
    if ((await envoyes(1)) >= MAX_PAR_HEURE || (await envoyes(24)) >= MAX_PAR_JOUR) return
    await ajouterCourriel(tx, { modele: 'mot_de_passe', destinataire, compteId: premier.id, donnees: {} })
    for (const { id } of comptes) {
      await journaliser(tx, { action: 'mot_de_passe.demande', objetType: 'compte', objetId: id })
    }
  })
}
