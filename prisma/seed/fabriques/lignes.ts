import type { Prisma } from '@/lib/socle/prisma/client'

export type Personnage = { id: string; prenom: string; nom: string; courriel: string }
export type Cote = 'partenaire' | 'caisse'

export type LignesDemande = {
  demande: Prisma.DemandeCreateManyInput
  evenements: Prisma.EvenementCreateManyInput[]
  messages: (Prisma.MessageCreateManyInput & { id: string })[]
  lectures: Prisma.LectureCreateManyInput[]
  courriels: Prisma.CourrielCreateManyInput[]
}

/** What is fixed when a demande is filed. */
export type Depot = {
  id: string
  reference: string
  caisse: { id: string; nom: string }
  auteur: Personnage
  delaiJours: number | null
  deposeeLe: Date
  colonnes: Omit<
    Prisma.DemandeCreateManyInput,
    'id' | 'reference' | 'caisseId' | 'auteurId' | 'delaiJours' | 'deposeeLe' | 'triLe'
  >
}
