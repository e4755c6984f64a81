import { z } from 'zod'
import { enTexte, entier, entierOuRien } from '@/lib/reglages/champs'
import { jours, mois } from '@/lib/reglages/libelles'
import type { DefinitionSection } from '@/lib/reglages/sections/definition'
import { pluriel } from '@/lib/socle/format'

const delai = (quoi: string) =>
  entier({
    min: 0,
    max: 365,
    unite: 'jours',
    requis: `Indiquez le délai de mise en demeure ${quoi} (0 : effet immédiat)`,
  })

const schema = z.object({
  preavisRenouvellementMois: entierOuRien({ min: 1, max: 11, unite: 'mois' }),
  delaiMiseEnDemeureJours: delai('de la convention'),
  delaiMiseEnDemeurePortailJours: delai('de la convention d’utilisation du portail'),
  intervalleAnnuaireMois: entier({
    min: 1,
    max: 60,
    unite: 'mois',
    requis: 'Indiquez tous les combien de mois chacun confirme son annuaire',
  }),
})

const regularisation = (n: number) => (n === 0 ? 'effet immédiat' : `${jours(n)} pour y remédier`)

export const conventions = {
  schema,
  valeurs: (reglages) => ({
    preavisRenouvellementMois: enTexte(reglages.preavisRenouvellementMois),
    delaiMiseEnDemeureJours: enTexte(reglages.delaiMiseEnDemeureJours),
    delaiMiseEnDemeurePortailJours: enTexte(reglages.delaiMiseEnDemeurePortailJours),
    intervalleAnnuaireMois: enTexte(reglages.intervalleAnnuaireMois),
  }),
  lignes: (reglages) => [
    {
      cle: 'Préavis avant un renouvellement tacite',
      valeur:
        reglages.preavisRenouvellementMois === null ? 'aucun préavis prévu' : mois(reglages.preavisRenouvellementMois),
    },
    { cle: 'Mise en demeure, convention', valeur: regularisation(reglages.delaiMiseEnDemeureJours) },
    { cle: 'Mise en demeure, portail', valeur: regularisation(reglages.delaiMiseEnDemeurePortailJours) },
    {
      cle: 'Annuaire confirmé',
      valeur: `tous les ${mois(reglages.intervalleAnnuaireMois)}, par la caisse et par chaque partenaire`,
    },
  ],
  effets: (avant, apres, { partenaires, misesEnDemeure }) => [
    ...(avant.preavisRenouvellementMois === apres.preavisRenouvellementMois
      ? []
      : [
          {
            texte: `${pluriel(partenaires, 'partenaire garde le préavis écrit dans sa convention', 'partenaires gardent le préavis écrit dans leur convention')}. Le nouveau préavis est proposé dans les conventions créées ensuite.`,
          },
        ]),
    ...(avant.intervalleAnnuaireMois === apres.intervalleAnnuaireMois
      ? []
      : [
          {
            texte:
              'Dès la prochaine nuit, ceux dont l’annuaire n’est pas confirmé depuis ce temps reçoivent un courriel. Un partenaire de plusieurs caisses suit l’intervalle le plus court.',
          },
        ]),
    ...(avant.delaiMiseEnDemeureJours === apres.delaiMiseEnDemeureJours &&
    avant.delaiMiseEnDemeurePortailJours === apres.delaiMiseEnDemeurePortailJours
      ? []
      : [
          {
            texte:
              misesEnDemeure === 0
                ? 'Aucune mise en demeure n’est en cours.'
                : `${pluriel(misesEnDemeure, 'mise en demeure en cours garde son échéance', 'mises en demeure en cours gardent leur échéance')}.`,
          },
        ]),
  ],
} satisfies DefinitionSection
