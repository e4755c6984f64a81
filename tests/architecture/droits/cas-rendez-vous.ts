import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriqueCreneau } from '@/tests/lib/rendez-vous/monde-rendez-vous'
import type { Cas, Monde, Profil } from './monde'

const seulTechnicien: readonly Profil[] = ['technicien']
const seulAgent: readonly Profil[] = ['agent']
/** Each of them for its own caisse. */
const agents: readonly Profil[] = ['agent', 'agent d’une autre caisse']
const referents: readonly Profil[] = ['référent', 'référent d’une autre caisse']

export function cas({ atelier, ici }: Monde): Record<string, Cas> {
  const { tx } = atelier
  const caisseId = ici.caisse.id
  let rang = 2_000
  const creneau = () => fabriqueCreneau(atelier, { caisseId, agentId: ici.agent.id, heures: rang++ })
  const demande = () =>
    fabriqueDemande(atelier, ici.cadre, { agent: ici.agent, motif: 'rdv_c2s', etat: 'prise_en_charge' })

  async function propose() {
    const [{ id, structureId }, creneauId] = [await demande(), await creneau()]
    const { id: rendezVousId } = await tx.rendezVous.create({
      data: { demandeId: id, caisseId, structureId, mode: 'sur_place', etat: 'propose' },
    })
    await tx.propositionCreneau.create({ data: { rendezVousId, creneauId, caisseId, structureId } })
    return { id, creneau: creneauId }
  }
  async function passe() {
    const { id, structureId } = await demande()
    const [debutLe, finLe] = [new Date(Date.now() - 7_200_000), new Date(Date.now() - 3_600_000)]
    await tx.rendezVous.create({
      data: { demandeId: id, caisseId, structureId, mode: 'telephone', etat: 'fixe', debutLe, finLe },
    })
    return { id }
  }
  /** A day of its own for each call: nothing overlaps. */
  const jour = () => {
    const date = new Date(Date.now() + rang++ * 86_400_000)
    return {
      'du.jour': String(date.getUTCDate()),
      'du.mois': String(date.getUTCMonth() + 1),
      'du.annee': String(date.getUTCFullYear()),
    }
  }
  /** Never a public holiday nor a Sunday, which have no slot. */
  const mardi = () => {
    const date = new Date(Date.UTC(2031, 1, 4 + 7 * (rang++ % 4)))
    date.setUTCFullYear(date.getUTCFullYear() + (rang % 40))
    while (date.getUTCDay() !== 2) date.setUTCDate(date.getUTCDate() + 1)
    return {
      'du.jour': String(date.getUTCDate()),
      'du.mois': String(date.getUTCMonth() + 1),
      'du.annee': String(date.getUTCFullYear()),
    }
  }

  return {
    actionCreerPlages: {
      permis: agents,
      champs: async () => ({
        ...mardi(),
        mode: 'telephone',
        pour: 'guichet',
        matinDebut: '9h',
        matinFin: '10h',
        dureeMinutes: '30',
        capacite: '1',
      }),
    },
    actionRetirerCreneaux: {
      permis: seulAgent,
      champs: async () => {
        const id = await creneau()
        const { plageId } = await tx.creneau.findUniqueOrThrow({ where: { id } })
        return { id: plageId, 'creneaux[]': id }
      },
    },
    actionEnregistrerFermeture: { permis: referents, champs: async () => ({ libelle: 'Pont', ...jour() }) },
    actionRetirerFermeture: {
      permis: ['référent'],
      champs: async () => {
        const date = new Date(Date.UTC(2090, 0, 1 + rang++))
        const { id } = await tx.fermeture.create({ data: { caisseId, debutLe: date, finLe: date, libelle: 'Pont' } })
        return { id }
      },
    },
    actionProposerCreneaux: {
      permis: seulAgent,
      champs: async () => ({ id: (await demande()).id, 'creneaux[]': await creneau() }),
    },
    actionFixerRendezVous: {
      permis: seulAgent,
      champs: async () => ({ id: (await demande()).id, creneau: await creneau() }),
    },
    actionNoterTenu: { permis: seulAgent, champs: async () => ({ ...(await passe()), etat: 'honore' }) },
    actionAnnulerRendezVous: {
      permis: seulAgent,
      champs: async () => ({ id: (await propose()).id, raison: 'Agence fermée.' }),
    },
    actionChoisirCreneau: { permis: seulTechnicien, champs: propose },
    actionDemanderAutre: {
      permis: seulTechnicien,
      champs: async () => ({ id: (await propose()).id, autre: 'Plutôt le matin.' }),
    },
    actionRenoncerRendezVous: {
      permis: seulTechnicien,
      champs: async () => ({ id: (await propose()).id, raison: 'La personne a déménagé.' }),
    },
  }
}
