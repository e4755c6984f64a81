import type { Nature } from '@/lib/conservation/nature'
import type { Registre } from '@/lib/conservation/queries'
import { pluriel } from '@/lib/socle/format'

/** What a purge counts, in the order it is told: «3 demandes closes». */
export const libellesComptes: Record<string, (n: number) => string> = {
  demandes: (n) => pluriel(n, 'demande close', 'demandes closes'),
  sans_reponse: (n) => pluriel(n, 'demande jamais close', 'demandes jamais closes'),
  delaissees: (n) =>
    pluriel(n, 'demande sans acte, à annoncer ou annoncée', 'demandes sans acte, à annoncer ou annoncées'),
  fichiers: (n) => pluriel(n, 'fichier joint', 'fichiers joints'),
  rendez_vous: (n) => pluriel(n, 'lieu ou raison de rendez-vous', 'lieux ou raisons de rendez-vous'),
  courriels: (n) => pluriel(n, 'courriel envoyé', 'courriels envoyés'),
  habilitations: (n) => pluriel(n, 'demande d’habilitation', 'demandes d’habilitation'),
  incidents: (n) => pluriel(n, 'description de signalement', 'descriptions de signalement'),
  formations: (n) => pluriel(n, 'inscription à une formation', 'inscriptions à des formations'),
  questionnaires: (n) => pluriel(n, 'réponse à un questionnaire', 'réponses à des questionnaires'),
  bibliotheque: (n) => pluriel(n, 'document retiré', 'documents retirés'),
  copils: (n) => pluriel(n, 'COPIL', 'COPIL'),
  conventions: (n) => pluriel(n, 'convention terminée', 'conventions terminées'),
}

export const libellesRetenue: Record<string, string> = {
  retenue: 'Retenue',
  limitee: 'Dossier limité',
  droits: 'Exercice de droits en cours',
}

/** How long this kind is kept at this caisse. */
function dureeEnMots({ duree }: Nature, { durees, documentDisponibleJours }: Registre): string {
  if ('nationale' in duree) return duree.nationale
  if ('jours' in duree) return `${pluriel(documentDisponibleJours, 'jour')} ${duree.depuis}`
  const mois = durees[duree.reglage]
  return `${mois >= 24 && mois % 12 === 0 ? pluriel(mois / 12, 'an') : pluriel(mois, 'mois', 'mois')} ${duree.depuis}`
}

/** Whether the caisse sets it. */
const reglee = ({ duree }: Nature) => !('nationale' in duree)

const travaux: Record<Nature['travail'], string> = {
  conservation: 'Chaque nuit, conservation',
  nuit: 'Chaque nuit, actes du portail',
  'journal.nuit': 'Chaque nuit, journal',
  menage: 'Chaque heure, ménage',
  aucun: 'Rien à effacer',
}

/** One processing activity, as the register tells it: on its page, in its PDF and in its sheet. */
export function lignesDuTraitement(nature: Nature, registre: Registre): [cle: string, valeur: string][] {
  return [
    ['Données', nature.donnees],
    ['Personnes', nature.personnes],
    ['Finalité', nature.finalite],
    ['Base légale', nature.base],
    ['Destinataires', nature.destinataires],
    ['Durée', `${dureeEnMots(nature, registre)}${reglee(nature) ? ', réglée par la caisse' : ''}`],
    ['Au terme', nature.sort],
    ['Appliqué par', travaux[nature.travail]],
  ]
}

export function responsableEnMots({ caisse, dpo }: Registre): [cle: string, valeur: string][] {
  return [
    ['Organisme', `${caisse.nom}, ${caisse.adresse}, ${caisse.codePostal} ${caisse.ville}`],
    [
      'Délégué à la protection des données',
      dpo.map(({ nom, courriel, adresse }) => [nom, courriel, adresse].filter(Boolean).join(', ')).join(' ; ') ||
        'À indiquer dans les contacts de la caisse',
    ],
    ['Hébergement', 'Portail Espace Partenaires ; aucune donnée ne quitte l’Union européenne'],
    ['Sécurité', 'Fichiers chiffrés, accès limités ligne à ligne par la base, journal scellé, second facteur'],
  ]
}
