import { hacher } from '@/lib/comptes/hachage'
import { libellesRole } from '@/lib/comptes/libelles'
import { formeCourte } from '@/lib/habilitations/identifiant'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import type { Compte } from '@/lib/socle/prisma/client'
import { type Atelier, ilYA } from '../fabriques/atelier'
import { fabriqueCompte } from '../fabriques/compte'
import type { CaisseDeDemo, NomCaisse } from './caisses'
import { agentsDeDemo, equipesDeDemo, type Fiche, madame } from './equipes'
import type { CleStructure } from './partenaires'
import type { Structures } from './structures'

/** One password for every demo account: long enough for the caisse side, measured strong, easy to type. */
export const motDePasseDemo = 'Tunnel-Brioche-Mouette-47'

/** A line of the list shown when the demo starts. */
export type CompteDeDemo = {
  identifiant: string
  motDePasse: string
  profil: string
  organisme: string
  remarque?: string
}

export type Comptes = {
  agents: Record<NomCaisse, Compte[]>
  techniciens: Record<CleStructure, Compte[]>
  /** One account per role and caisse, and those that show something particular. */
  annonces: CompteDeDemo[]
}

type Place = { sigle: string; domaine: string; profil: string; organisme: string; caisse: string }
type Creer = (
  fiche: Fiche,
  colonnes: Omit<Parameters<typeof fabriqueCompte>[1], 'identifiant' | 'courriel'>,
  place: Place,
) => Promise<Compte>

/** About fifty accounts, all with the same password. */
export async function installerComptes(
  atelier: Atelier,
  caisses: Record<NomCaisse, CaisseDeDemo>,
  structures: Structures,
): Promise<Comptes> {
  const annonces: CompteDeDemo[] = []
  const creer = await preparer(atelier, annonces)
  const agents = await installerAgents(creer, caisses)
  const techniciens = await installerEquipes(creer, structures)
  await creer(
    madame('Alix', 'Montagnac', 'Appui national'),
    { profil: 'administrateur' },
    {
      sigle: 'national',
      domaine: 'appui-national.example',
      profil: 'Administrateur',
      organisme: 'Appui national',
      caisse: '',
    },
  )
  return { agents, techniciens, annonces }
}

async function preparer(atelier: Atelier, annonces: CompteDeDemo[]): Promise<Creer> {
  const motDePasseHash = await hacher(motDePasseDemo)
  const vus = new Set<string>()
  return async (fiche, colonnes, { sigle, domaine, profil, organisme, caisse }) => {
    const { remarque, etat = 'actif', sansCgu, motDePasse = 60, ...identite } = fiche
    const court = formeCourte(fiche.prenom, fiche.nom)
    const identifiant = fiche.identifiant ?? `${sigle}-${court}`
    const attend = etat === 'attente_activation'
    const compte = await fabriqueCompte(atelier, {
      ...identite,
      ...colonnes,
      identifiant,
      courriel: fiche.courriel ?? `${court}@${domaine}`,
      etat,
      cgu: !sansCgu,
      creeLe: ilYA(atelier, attend ? 1 : 590),
      inactiveLe: etat === 'inactif' ? ilYA(atelier, 65) : null,
      motifInactivation: etat === 'inactif' ? 'Départ, ou fin de la convention.' : null,
      motDePasseHash: attend ? null : motDePasseHash,
      motDePasseLe: ilYA(atelier, motDePasse),
    })
    // The link itself is made when the mail leaves: it is valid for a day from the first start of the demo.
    if (attend)
      await ajouterCourriel(atelier.tx, {
        modele: 'activation',
        destinataire: compte.courriel,
        compteId: compte.id,
        donnees: {},
      })
    const premier = !vus.has(`${profil} ${caisse}`)
    if (etat !== 'inactif' && (premier || remarque))
      annonces.push({ identifiant, motDePasse: attend ? '(à choisir)' : motDePasseDemo, profil, organisme, remarque })
    vus.add(`${profil} ${caisse}`)
    return compte
  }
}

async function installerAgents(creer: Creer, caisses: Record<NomCaisse, CaisseDeDemo>): Promise<Comptes['agents']> {
  const agents = {} as Comptes['agents']
  for (const nom of Object.keys(agentsDeDemo) as NomCaisse[]) {
    const { sigle, fiches } = agentsDeDemo[nom]
    const { id: caisseId, nom: organisme } = caisses[nom]
    agents[nom] = []
    for (const { roles, ...fiche } of fiches) {
      const compte = await creer(
        fiche,
        { profil: 'caisse', roles, caisseId },
        {
          sigle,
          domaine: `cpam-${sigle}.example`,
          profil: roles.map((role) => libellesRole[role]).join(', '),
          organisme,
          caisse: nom,
        },
      )
      if (roles.includes('agent')) agents[nom].push(compte)
    }
  }
  return agents
}

async function installerEquipes(creer: Creer, structures: Structures): Promise<Comptes['techniciens']> {
  const techniciens = {} as Comptes['techniciens']
  for (const cle of Object.keys(equipesDeDemo) as CleStructure[]) {
    const { id: structureId, partenaireId, partenaire, nom, parts } = structures[cle]
    const lieu = { partenaireId, structureId }
    const place = {
      sigle: partenaire.sigle,
      domaine: partenaire.domaine,
      organisme: nom === partenaire.nom ? nom : `${partenaire.nom}, ${nom}`,
      caisse: parts[0]?.nomCaisse ?? '',
    }
    const equipe = equipesDeDemo[cle]
    const profil = 'gestionnaire'
    const gestionnaire = await creer(equipe.gestionnaire, { profil, ...lieu }, { ...place, profil: 'Gestionnaire' })
    techniciens[cle] = []
    for (const fiche of equipe.techniciens) {
      const colonnes = { profil: 'technicien' as const, creeParId: gestionnaire.id, ...lieu }
      techniciens[cle].push(await creer(fiche, colonnes, { ...place, profil: 'Technicien' }))
    }
  }
  return techniciens
}
