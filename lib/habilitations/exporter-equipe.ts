import { libellesEtatCompte } from '@/lib/comptes/libelles'
import { libellesChamps } from '@/lib/habilitations/libelles'
import { equipeDeLaStructure, filtresEquipeSchema } from '@/lib/habilitations/queries'
import type { Acteur } from '@/lib/socle/acteur'
import type { CelluleTableur, Feuille } from '@/lib/socle/tableur'

const commun = [
  { titre: 'Nom' },
  { titre: 'Prénom' },
  { titre: 'Fonction' },
  { titre: 'Téléphone', largeur: 16 },
  { titre: 'Courriel', largeur: 36 },
  { titre: 'Identifiant' },
  { titre: 'Profil', largeur: 14 },
  { titre: 'Compte', largeur: 18 },
  { titre: 'Créé le', type: 'instant' },
  { titre: 'Activé le', type: 'instant' },
  { titre: 'Dernière connexion', type: 'instant' },
  { titre: 'Attestation du', type: 'jour' },
  { titre: 'À renouveler', largeur: 12 },
  { titre: 'Inactivé le', type: 'instant' },
  { titre: 'Effacé le', type: 'jour' },
] as const satisfies Feuille['colonnes']

const espace = (telephone: string | null) => telephone?.replace(/(\d{2})(?=\d)/g, '$1 ') ?? null

/** The whole team of a structure: its techniciens, then its gestionnaires. */
export async function equipeEnTableau(acteur: Acteur, maintenant: Date): Promise<Feuille> {
  const filtres = filtresEquipeSchema.parse({})
  const { tous, gestionnaires } = await equipeDeLaStructure(acteur, filtres, maintenant)
  const lignes: CelluleTableur[][] = tous.map((t) => [
    t.nom,
    t.prenom,
    t.fonction,
    espace(t.telephone),
    t.courriel,
    t.identifiant,
    'Technicien',
    libellesEtatCompte[t.etat] ?? t.etat,
    t.creeLe,
    t.activeLe,
    t.connecteLe,
    t.attesteeLe,
    t.aRenouveler ? 'oui' : 'non',
    t.inactiveLe,
    t.effaceLe,
  ])
  for (const g of gestionnaires) {
    const { nom, prenom, fonction, identifiant, etat, connecteLe, inactiveLe } = g
    const compte = ['Gestionnaire', libellesEtatCompte[etat] ?? etat, null, null, connecteLe]
    lignes.push([nom, prenom, fonction, null, null, identifiant, ...compte, null, '', inactiveLe, null])
  }
  return { feuille: 'Équipe', colonnes: commun, lignes }
}

/** The headings an import expects, with a line to replace. */
export const modeleImport: Feuille = {
  feuille: 'Techniciens',
  colonnes: Object.values(libellesChamps).map((titre) => ({ titre, largeur: titre === 'Courriel' ? 36 : 20 })),
  lignes: [],
}
