import { z } from 'zod'
import { type DureeReglable, type Durees, dureesReglables } from '@/lib/conservation/durees'
import { enTexte, entier } from '@/lib/reglages/champs'
import { mois } from '@/lib/reglages/libelles'
import type { DefinitionSection } from '@/lib/reglages/sections/definition'
import { pluriel } from '@/lib/socle/format'

const questions: Record<DureeReglable, string> = {
  conservationDemandeMois: 'Indiquez combien de mois une demande est gardée après sa réponse',
  conservationSansReponseMois: 'Indiquez après combien de mois sans acte une demande jamais close est effacée',
  conservationFichiersMois: 'Indiquez combien de mois les fichiers d’une demande sont gardés après sa réponse',
  conservationRendezVousMois: 'Indiquez combien de mois le lieu et la raison d’un rendez-vous sont gardés',
  conservationCourrielsMois: 'Indiquez combien de mois les courriels envoyés sont gardés',
  conservationHabilitationsMois: 'Indiquez combien de mois les demandes et revues d’habilitation sont gardées',
  conservationIncidentsMois: 'Indiquez combien de mois la description d’un signalement est gardée',
  conservationConventionsMois: 'Indiquez combien de mois les documents d’une convention sont gardés après sa fin',
  conservationFormationsMois: 'Indiquez combien de mois les inscriptions à une formation sont gardées après son jour',
  conservationBibliothequeMois: 'Indiquez combien de mois un document retiré de la bibliothèque est gardé',
}

const champs = Object.fromEntries(
  Object.entries(dureesReglables).map(([nom, bornes]) => [
    nom,
    entier({ ...bornes, unite: 'mois', requis: questions[nom as DureeReglable] }),
  ]),
) as Record<DureeReglable, ReturnType<typeof entier>>

const schema = z
  .object({
    ...champs,
    // A breach is told to the authority within 72 hours: the other side can't be told later than that.
    delaiNotificationViolationHeures: entier({
      min: 1,
      max: 72,
      unite: 'heures',
      requis: 'Indiquez en combien d’heures une violation de données est annoncée à l’autre partie',
    }),
  })
  .superRefine(({ conservationFichiersMois, conservationDemandeMois }, contexte) => {
    if (conservationFichiersMois > conservationDemandeMois)
      contexte.addIssue({
        code: 'custom',
        path: ['conservationFichiersMois'],
        message: `Les fichiers partent au plus tard avec leur demande : au plus ${mois(conservationDemandeMois)}`,
      })
  })

/** «60 mois (5 ans)». */
function duree(n: number): string {
  return n >= 12 && n % 12 === 0 ? `${mois(n)} (${pluriel(n / 12, 'an')})` : mois(n)
}

const enMots: [DureeReglable, string, string][] = [
  ['conservationDemandeMois', 'Une demande est gardée', 'après la réponse'],
  ['conservationSansReponseMois', 'Une demande jamais close est effacée', 'après son dernier acte, la caisse prévenue'],
  ['conservationFichiersMois', 'Ses fichiers sont gardés', 'après la réponse'],
  ['conservationRendezVousMois', 'Lieu et raison d’un rendez-vous', 'après son jour'],
  ['conservationCourrielsMois', 'Courriels envoyés par le portail', 'après l’envoi'],
  ['conservationHabilitationsMois', 'Demandes et revues d’habilitation', 'après la décision'],
  ['conservationIncidentsMois', 'Description d’un signalement de compte', 'après la suite donnée'],
  ['conservationConventionsMois', 'Documents d’une convention', 'après sa fin'],
  ['conservationFormationsMois', 'Inscriptions et présences à une formation', 'après son jour'],
  ['conservationBibliothequeMois', 'Documents retirés de la bibliothèque', 'après leur retrait'],
]

const valeursDurees = (reglages: Durees) =>
  Object.fromEntries(enMots.map(([nom]) => [nom, enTexte(reglages[nom])])) as Record<DureeReglable, string>

export const conservation = {
  schema,
  valeurs: (reglages) => ({
    ...valeursDurees(reglages),
    delaiNotificationViolationHeures: enTexte(reglages.delaiNotificationViolationHeures),
  }),
  lignes: (reglages) => [
    ...enMots.map(([nom, cle, depuis]) => ({ cle, valeur: `${duree(reglages[nom])} ${depuis}` })),
    {
      cle: 'Violation de données',
      valeur: `annoncée à l’autre partie en ${pluriel(reglages.delaiNotificationViolationHeures, 'heure')}`,
    },
  ],
  effets: (avant, apres) => [
    ...(avant.conservationDemandeMois === apres.conservationDemandeMois
      ? []
      : [
          {
            texte: `La notice remise aux personnes dira « ${duree(apres.conservationDemandeMois)} ». Celles qui ont déjà reçu la leur ont lu « ${duree(avant.conservationDemandeMois)} ».`,
          },
        ]),
    ...(avant.delaiNotificationViolationHeures === apres.delaiNotificationViolationHeures
      ? []
      : [{ texte: 'Les violations déjà déclarées gardent leur échéance.' }]),
  ],
} satisfies DefinitionSection
