import type { FiltresFile } from '@/lib/demandes/filtres-file'
import type { Atelier } from '../fabriques/atelier'

/** Views that the agents of the first caisse saved: two for all, one of its own for the agent of the list of demo accounts. */
const vues: { nom: string; auteur: string; partagee: boolean; filtres: FiltresFile }[] = [
  {
    nom: 'Dossiers de la semaine',
    auteur: 'deuxvallees-ihaddad',
    partagee: true,
    filtres: { vue: 'toutes', service: 'dossier', echeance: 7 },
  },
  {
    nom: 'À prendre depuis 15 jours',
    auteur: 'deuxvallees-faubertin',
    partagee: true,
    filtres: { vue: 'a_prendre', age: 15, tri: 'recue' },
  },
  {
    nom: 'Mes messages à lire',
    auteur: 'deuxvallees-faubertin',
    partagee: false,
    filtres: { vue: 'mes_demandes', nonLus: 'oui' },
  },
]

export async function installerVues({ tx, hasard, maintenant }: Atelier): Promise<void> {
  for (const { auteur: identifiant, ...vue } of vues) {
    const auteur = await tx.compte.findFirst({ where: { identifiant, profil: 'caisse' } })
    if (!auteur?.caisseId) throw new Error(`Pas d’agent de démonstration ${identifiant}.`)
    const le = new Date(maintenant.getTime() - 20 * 86_400_000)
    await tx.vueFile.create({
      data: { id: hasard.uuid(le), caisseId: auteur.caisseId, compteId: auteur.id, creeeLe: le, ...vue },
    })
  }
}
