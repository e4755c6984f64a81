import { estModeleDemande, motsDuFait } from '@/lib/notifications/modeles'
import { estModeleActualite, motsDeLActualite } from '@/lib/notifications/modeles/actualites'
import { estModeleFormation, motsDeLaFormation } from '@/lib/notifications/modeles/formations'
import { avisDe, estAvis } from '@/lib/notifications/modeles/gouvernance'
import { relatif } from '@/lib/socle/format'
import { majuscule } from '@/lib/socle/francais'

const autres: Record<string, string> = {
  activation: 'Activer son compte',
  mot_de_passe: 'Identifiant et mot de passe oubliés',
  mot_de_passe_change: 'Mot de passe changé',
  resume: 'Résumé des demandes',
}

/** What a mail was for, without its reference: for those who look after addresses. */
export function libelleModele(modele: string): string {
  if (estModeleDemande(modele)) return `Sur une demande\u00a0: ${motsDuFait(modele)}`
  if (estModeleFormation(modele)) return `Sur une formation\u00a0: ${motsDeLaFormation(modele)}`
  if (estModeleActualite(modele)) return majuscule(motsDeLActualite(modele))
  if (estAvis(modele)) return majuscule(avisDe(modele).objet)
  return autres[modele] ?? 'Courriel d’avis'
}

type Sort = { etat: string; creeLe: Date; envoyeLe: Date | null; echecLe: Date | null; pasAvantLe: Date | null }

/** What became of a mail, in words: «envoyé hier à 9 h 40», «attend le prochain résumé». */
export function sortDuCourriel({ etat, creeLe, envoyeLe, echecLe, pasAvantLe }: Sort, maintenant: Date): string {
  const ecrit = `écrit ${relatif(creeLe, maintenant)}`
  switch (etat) {
    case 'envoye':
      return `envoyé ${relatif(envoyeLe ?? creeLe, maintenant)}`
    case 'echec':
      return `non distribué, ${envoyeLe ? 'revenu' : 'refusé'} ${relatif(echecLe ?? creeLe, maintenant)}`
    case 'a_grouper':
      return `attend le prochain résumé, ${ecrit}`
    case 'groupe':
      return `dit dans un résumé, ${ecrit}`
    case 'non_envoye':
      return `non envoyé, la personne ne veut pas de courriel, ${ecrit}`
    case 'retire':
      return `retiré avant son départ, ${ecrit}`
    default:
      return pasAvantLe && pasAvantLe > maintenant
        ? `part ${relatif(pasAvantLe, maintenant)}, ${ecrit}`
        : `en attente d’envoi, ${ecrit}`
  }
}
