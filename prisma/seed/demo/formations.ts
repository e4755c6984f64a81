import { instantAParis } from '@/lib/rendez-vous/decoupe'
import { enDate } from '@/lib/socle/jour'
import { ajouterJours, type DateIso, dateAParis, estOuvre } from '@/lib/socle/temps'
import type { Atelier } from '../fabriques/atelier'

type Session = {
  theme: string
  description: string
  /** From today, then the next working day. */
  jours: number
  debut: string
  fin: string
  places: number
  etat: 'brouillon' | 'publiee' | 'annulee' | 'terminee'
  lien?: string
  inscrits?: number
  attente?: number
  /** One in so many was not there. */
  absents?: number
  motifAnnulation?: string
  profils?: string[]
}

const sessions: Session[] = [
  {
    theme: 'Déposer une demande de C2S complète',
    description:
      'Les pièces à joindre selon la situation, les ressources à déclarer, les erreurs qui font perdre du temps.\nPour celles et ceux qui déposent leurs premières demandes.',
    jours: -230,
    debut: '09:30',
    fin: '12:00',
    places: 24,
    etat: 'terminee',
    inscrits: 16,
    absents: 8,
  },
  {
    theme: 'Repérer le renoncement aux soins',
    description: 'Reconnaître une personne qui renonce à se soigner, et saisir la Mission accompagnement santé.',
    jours: -95,
    debut: '14:00',
    fin: '16:30',
    places: 20,
    etat: 'terminee',
    inscrits: 12,
    absents: 6,
  },
  {
    theme: 'L’aide médicale de l’État, première demande',
    description: 'Les conditions, les justificatifs de résidence, ce qui change au renouvellement.',
    jours: -5,
    debut: '09:00',
    fin: '11:00',
    places: 15,
    etat: 'publiee',
    inscrits: 9,
  },
  {
    theme: 'Prendre en main l’Espace Partenaires',
    description: 'Déposer une demande, joindre les pièces, suivre la réponse. Venez avec vos questions.',
    jours: 13,
    debut: '09:30',
    fin: '12:00',
    places: 20,
    etat: 'publiee',
    inscrits: 8,
  },
  {
    theme: 'Les droits des jeunes majeurs qui quittent l’ASE',
    description: 'Affiliation, C2S, carte Vitale : ce qu’il faut demander, et quand.',
    jours: 22,
    debut: '14:00',
    fin: '15:30',
    places: 8,
    etat: 'publiee',
    lien: 'https://visio.cpam-deuxvallees.example/jeunes-majeurs',
    inscrits: 8,
    attente: 2,
  },
  {
    theme: 'Indemnités journalières : les cas complexes',
    description: 'Temps partiel thérapeutique, plusieurs employeurs, reprise et rechute.',
    jours: 9,
    debut: '10:00',
    fin: '12:00',
    places: 12,
    etat: 'annulee',
    inscrits: 3,
    motifAnnulation: 'La personne qui devait l’animer est absente. Une autre date sera proposée en début d’année.',
  },
  {
    theme: 'Tenir les comptes de votre équipe',
    description: 'Créer, inactiver, passer en revue : ce que l’on attend d’un gestionnaire.',
    jours: 48,
    debut: '11:00',
    fin: '12:00',
    places: 30,
    etat: 'brouillon',
    profils: ['gestionnaire'],
  },
]

const LIEU = 'Siège de la caisse, salle Jacques-Prévert'

/** Training sessions of a caisse, past and to come: one whose attendance is to note, one that is full. */
export async function proposerFormations(atelier: Atelier, caisseId: string): Promise<void> {
  const { tx, maintenant } = atelier
  const hasard = atelier.hasard.branche('formations')
  const referent = await tx.compte.findFirst({
    where: { caisseId, roles: { has: 'referent' }, etat: 'actif' },
    orderBy: { identifiant: 'asc' },
  })
  const parts = await tx.conventionCaisse.findMany({ where: { caisseId, etat: 'en_vigueur' } })
  const comptes = await tx.compte.findMany({
    where: {
      partenaireId: { in: parts.map(({ partenaireId }) => partenaireId) },
      etat: 'actif',
      profil: { in: ['technicien', 'gestionnaire'] },
    },
    orderBy: { identifiant: 'asc' },
  })
  if (!referent || comptes.length === 0) return
  // The account a visitor signs in with comes first: it has something to see.
  const vus = comptes.toSorted(
    (a, b) => Number(b.identifiant === 'vaucreux-mlegall') - Number(a.identifiant === 'vaucreux-mlegall'),
  )
  const cles = new Map(vus.map(({ id }) => [id, hasard.uuid(maintenant)]))
  for (const session of sessions) {
    const jour = jourOuvre(ajouterJours(dateAParis(maintenant), session.jours))
    const creeeLe = new Date(maintenant.getTime() + (Math.min(session.jours, 0) - 30) * 86_400_000)
    const id = hasard.uuid(creeeLe)
    const [debutLe, finLe] = [instantAParis(jour, session.debut), instantAParis(jour, session.fin)]
    const publieeLe = session.etat === 'brouillon' ? null : creeeLe
    await tx.formation.create({
      data: {
        id,
        caisseId,
        theme: session.theme,
        description: session.description,
        mode: session.lien ? 'distance' : 'sur_place',
        lieu: session.lien ? '' : LIEU,
        places: session.places,
        debutLe,
        finLe,
        inscriptionsJusquau: enDate(ajouterJours(jour, -2)),
        profils: session.profils ?? ['technicien', 'gestionnaire'],
        etat: session.etat,
        creeeLe,
        creeeParId: referent.id,
        publieeLe,
        inviteeLe: publieeLe,
        rappeleeLe: finLe < maintenant ? new Date(debutLe.getTime() - 2 * 86_400_000) : null,
        ...(session.etat === 'terminee' && { termineeLe: new Date(finLe.getTime() + 3_600_000) }),
        ...(session.motifAnnulation && {
          motifAnnulation: session.motifAnnulation,
          annuleeLe: new Date(maintenant.getTime() - 86_400_000),
        }),
        ...(session.lien && { lien: { create: { caisseId, adresse: session.lien } } }),
      },
    })
    const combien = (session.inscrits ?? 0) + (session.attente ?? 0)
    // The first account is at every session but the full one, where it still may wait.
    const depart = session.attente ? 1 : 0
    for (const [rang, compte] of vus.slice(depart, depart + combien).entries()) {
      const presente =
        session.etat === 'terminee' ? rang % (session.absents ?? combien + 1) !== (session.absents ?? 0) - 1 : null
      await tx.inscriptionFormation.create({
        data: {
          id: hasard.uuid(creeeLe),
          formationId: id,
          caisseId,
          compteId: compte.id,
          partenaireId: compte.partenaireId ?? '',
          structureId: compte.structureId ?? '',
          etat: rang < (session.inscrits ?? 0) ? 'inscrite' : 'attente',
          inscriteLe: new Date(creeeLe.getTime() + (rang + 1) * 7_200_000),
          inscriteParId: compte.id,
          presente,
          cle: presente ? cles.get(compte.id) : null,
        },
      })
    }
  }
}

function jourOuvre(jour: DateIso): DateIso {
  return estOuvre(jour, 'france') ? jour : jourOuvre(ajouterJours(jour, 1))
}
