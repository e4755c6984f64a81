import type { Atelier } from '../fabriques/atelier'
import { fabriqueCompte } from '../fabriques/compte'
import type { CleStructure } from './partenaires'
import type { Structures } from './structures'

const JOUR = 86_400_000

type Gestionnaire = {
  cle: CleStructure
  civilite: 'madame' | 'monsieur'
  prenom: string
  nom: string
  fonction: string
  identifiant: string
  /** Days ago. */
  creeLe: number
  connecteLe?: number
}

/** The CCAS of Saint-Aubrac had more members when these accounts were opened: it is over its quota, and they stay. */
const auDelaDuQuota: Gestionnaire[] = [
  {
    cle: 'saintAubrac',
    civilite: 'monsieur',
    prenom: 'Mathurin',
    nom: 'Lebreton',
    fonction: 'Responsable des aides légales',
    identifiant: 'saintaubrac-mlebreton',
    creeLe: 410,
    connecteLe: 12,
  },
  {
    cle: 'saintAubrac',
    civilite: 'madame',
    prenom: 'Édith',
    nom: 'Vasselin',
    fonction: 'Adjointe de direction',
    identifiant: 'saintaubrac-evasselin',
    creeLe: 380,
    connecteLe: 47,
  },
]

/** Invited six days ago: the link has not served, and has expired. */
const lienPerdu: Gestionnaire = {
  cle: 'ostrevalleSud',
  civilite: 'madame',
  prenom: 'Noémie',
  nom: 'Carlier-Duez',
  fonction: 'Adjointe au responsable',
  identifiant: 'ostrevalle-ncarlier',
  creeLe: 6,
}

/** What a référent has to look at among the gestionnaires of its partenaires. Last, and drawn apart. */
export async function installerGestionnaires(atelier: Atelier, structures: Structures): Promise<void> {
  const cadre = { ...atelier, hasard: atelier.hasard.branche('gestionnaires') }
  for (const gestionnaire of auDelaDuQuota) await creer(cadre, structures, gestionnaire, 'actif')
  const compte = await creer(cadre, structures, lienPerdu, 'attente_activation')
  const id = cadre.hasard.uuid(compte.creeLe)
  await cadre.tx.courriel.create({
    data: {
      id,
      messageId: `<${id}@demonstration.example>`,
      modele: 'activation',
      destinataire: compte.courriel,
      compteId: compte.id,
      objet: 'Espace Partenaires\u00a0: activez votre compte',
      etat: 'envoye',
      creeLe: compte.creeLe,
      envoyeLe: compte.creeLe,
    },
  })
}

function creer(atelier: Atelier, structures: Structures, voulu: Gestionnaire, etat: string) {
  const { cle, creeLe, connecteLe, ...personne } = voulu
  const { id: structureId, partenaireId, partenaire } = structures[cle]
  const il = (jours: number) => new Date(atelier.maintenant.getTime() - jours * JOUR)
  return fabriqueCompte(atelier, {
    ...personne,
    profil: 'gestionnaire',
    courriel: `${personne.identifiant.split('-')[1]}@${partenaire.domaine}`,
    etat,
    creeLe: il(creeLe),
    connecteLe: connecteLe === undefined ? null : il(connecteLe),
    partenaireId,
    structureId,
  })
}
