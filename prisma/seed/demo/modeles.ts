import { motifNational } from '../catalogue'
import type { Atelier } from '../fabriques/atelier'

type Modele = {
  titre: string
  texte: string
  service?: string
  motif?: string
  acte?: string
  issue?: string
  usages: number
}

const salut = 'Bonjour {{prenom_du_technicien}},\n\n'
const signature = '\n\nBien cordialement,\n{{agent}}, {{caisse}}'

const modeles: Modele[] = [
  {
    titre: 'Pièces manquantes',
    texte: `${salut}Pour étudier la demande {{reference}}, il nous manque :\n{{pieces_manquantes}}\n\nDès que le dossier est complet, le délai repart.${signature}`,
    service: 'dossier',
    acte: 'complement',
    usages: 64,
  },
  {
    titre: 'Dossier bien reçu, étude en cours',
    texte: `${salut}Le dossier de {{personne}} est complet. Nous vous répondons avant le {{echeance}}.${signature}`,
    service: 'dossier',
    usages: 41,
  },
  {
    titre: 'C2S accordée',
    texte: `${salut}La demande de C2S de {{personne}} est acceptée. La personne reçoit l’attestation par courrier sous dix jours.${signature}`,
    motif: 'c2s',
    acte: 'clore',
    issue: 'accord',
    usages: 38,
  },
  {
    titre: 'Resté incomplet',
    texte: `${salut}Sans réponse à notre demande de pièces, nous fermons la demande {{reference}}. Un message de votre part la rouvrira.${signature}`,
    service: 'dossier',
    acte: 'clore',
    issue: 'incomplet',
    usages: 12,
  },
  {
    titre: 'Réponse apportée par téléphone',
    texte: `${salut}Comme convenu au téléphone, la demande {{reference}} est traitée.${signature}`,
    service: 'contact',
    acte: 'clore',
    issue: 'reponse',
    usages: 9,
  },
  {
    titre: 'Nous revenons vers vous',
    texte: `${salut}Nous vérifions ce point avec le service concerné et revenons vers vous.${signature}`,
    usages: 27,
  },
]

/** Replies that the agents of the main caisse have written once and use each week. */
export async function ecrireModeles({ tx, hasard, maintenant }: Atelier, caisseId: string): Promise<void> {
  await tx.modeleReponse.createMany({
    data: modeles.map(({ motif, service, ...modele }, rang) => ({
      ...modele,
      id: hasard.uuid(maintenant),
      caisseId,
      service: service ?? null,
      motifId: motif ? motifNational(motif).id : null,
      ordre: rang + 1,
      creeLe: new Date(maintenant.getTime() - (200 - rang) * 86_400_000),
    })),
  })
}
