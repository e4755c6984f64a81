import { periodeAnnee } from '@/lib/bilan/periode'
import { instantAParis } from '@/lib/rendez-vous/decoupe'
import { enDate } from '@/lib/socle/jour'
import { ajouterJours, type DateIso, dateAParis, estOuvre } from '@/lib/socle/temps'
import type { Atelier } from '../fabriques/atelier'

type Decision = {
  texte: string
  porteur: 'caisse' | 'partenaire' | 'ensemble'
  /** From today. */
  echeance: number | null
  faite: number | null
}

const decisions: Decision[] = [
  {
    texte: 'Former les nouveaux techniciens à la demande de C2S complète.',
    porteur: 'caisse',
    echeance: -60,
    faite: -95,
  },
  {
    texte: 'Joindre l’avis d’impôt dès le dépôt : c’est la pièce qui manque le plus souvent.',
    porteur: 'partenaire',
    echeance: null,
    faite: -120,
  },
  {
    texte: 'Relire ensemble la liste des pièces demandées pour une première AME.',
    porteur: 'ensemble',
    echeance: -20,
    faite: null,
  },
  {
    texte: 'Proposer une permanence téléphonique un matin par mois.',
    porteur: 'caisse',
    echeance: 40,
    faite: null,
  },
]

/** Two meetings of the convention of a CCAS: the one of last year, held, with decisions still to do, and the one to come. */
export async function tenirCopils(atelier: Atelier, caisseId: string): Promise<void> {
  const { tx, maintenant } = atelier
  const hasard = atelier.hasard.branche('copil')
  const compte = (identifiant: string) => tx.compte.findUnique({ where: { identifiant } })
  const [referent, gestionnaire] = [await compte('deuxvallees-hdesrosiers'), await compte('vaucreux-jthiebaut')]
  const partenaireId = gestionnaire?.partenaireId
  if (!referent || !gestionnaire || !partenaireId) return
  const aujourdhui = dateAParis(maintenant)
  const dans = (jours: number) => jourOuvre(ajouterJours(aujourdhui, jours))
  const quand = (jours: number, heure: string) => instantAParis(dans(jours), heure)
  const annee = Number(aujourdhui.slice(0, 4))
  const deBase = (an: number, jours: number) => {
    const { du, au, cle, libelle } = periodeAnnee(an)
    const creeLe = quand(jours, '09:10')
    const qui = { caisseId, partenaireId, creeLe, creeParId: referent.id }
    return { id: hasard.uuid(creeLe), du: enDate(du), au: enDate(au), periode: cle, libelle, ...qui }
  }
  await tx.copil.create({
    data: {
      ...deBase(annee - 1, -240),
      etat: 'tenu',
      prevuLe: quand(-200, '14:00'),
      lieu: 'Siège de la caisse, salle Jacques-Prévert',
      tenuLe: enDate(dans(-200)),
      presents: `${referent.prenom} ${referent.nom}, référente du partenariat\n${gestionnaire.prenom} ${gestionnaire.nom}, gestionnaire au CCAS de Vaucreux`,
      commentaireCaisse:
        'Les dossiers sont mieux préparés qu’à l’ouverture de la convention.\nLes demandes d’AME reviennent encore souvent pour un justificatif de résidence.',
      commentaireCaisseLe: quand(-215, '10:40'),
      commentaireCaisseParId: referent.id,
      commentairePartenaire:
        'Les délais ont baissé, l’équipe l’a vu.\nNous aimerions savoir plus tôt quand une pièce n’est pas lisible.',
      commentairePartenaireLe: quand(-206, '16:20'),
      commentairePartenaireParId: gestionnaire.id,
      version: 3,
      decisions: {
        create: decisions.map(({ texte, porteur, echeance, faite }, rang) => ({
          id: hasard.uuid(maintenant),
          caisseId,
          partenaireId,
          rang: rang + 1,
          texte,
          porteur,
          echeanceLe: echeance === null ? null : enDate(dans(echeance)),
          faiteLe: faite === null ? null : enDate(dans(faite)),
        })),
      },
    },
  })
  await tx.copil.create({
    data: {
      ...deBase(annee, -9),
      prevuLe: quand(18, '10:00'),
      lieu: 'CCAS de Vaucreux, salle du conseil',
      commentaireCaisse:
        'À regarder ensemble : les pièces manquantes des demandes d’AME, et les rendez-vous non honorés.',
      commentaireCaisseLe: quand(-5, '11:15'),
      commentaireCaisseParId: referent.id,
      version: 2,
    },
  })
}

function jourOuvre(jour: DateIso): DateIso {
  return estOuvre(jour, 'france') ? jour : jourOuvre(ajouterJours(jour, 1))
}
