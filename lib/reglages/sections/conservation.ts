import { z } from 'zod'
import { enTexte, entier } from '@/lib/reglages/champs'
import { mois } from '@/lib/reglages/libelles'
import type { DefinitionSection } from '@/lib/reglages/sections/definition'
import { pluriel } from '@/lib/socle/format'

const schema = z.object({
  conservationDemandeMois: entier({
    min: 1,
    max: 240,
    unite: 'mois',
    requis: 'Indiquez combien de mois une demande est gardée après sa réponse',
  }),
  // A breach is told to the authority within 72 hours: the other side can't be told later than that.
  delaiNotificationViolationHeures: entier({
    min: 1,
    max: 72,
    unite: 'heures',
    requis: 'Indiquez en combien d’heures une violation de données est annoncée à l’autre partie',
  }),
})

/** «60 mois (5 ans)». */
function duree(n: number): string {
  return n >= 12 && n % 12 === 0 ? `${mois(n)} (${pluriel(n / 12, 'an')})` : mois(n)
}

export const conservation = {
  schema,
  valeurs: (reglages) => ({
    conservationDemandeMois: enTexte(reglages.conservationDemandeMois),
    delaiNotificationViolationHeures: enTexte(reglages.delaiNotificationViolationHeures),
  }),
  lignes: (reglages) => [
    { cle: 'Une demande est gardée', valeur: `${duree(reglages.conservationDemandeMois)} après la réponse` },
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
