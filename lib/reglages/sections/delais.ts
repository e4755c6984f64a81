import { z } from 'zod'
import { enTexte, entier, entierOuRien } from '@/lib/reglages/champs'
import { demandesOuvertes, jours, libellesPrestation, selon } from '@/lib/reglages/libelles'
import { type DelaiRegle, type Effet, prestations, type Reglages } from '@/lib/reglages/modele'
import { type Portee, total } from '@/lib/reglages/portee'
import type { DefinitionSection } from '@/lib/reglages/sections/definition'

type Prestation = (typeof prestations)[number]

const delai = (cle: Prestation) =>
  entierOuRien({ min: 1, max: 365, unite: 'jours', nom: `${libellesPrestation[cle]}, délai` })
const seuil = (cle: Prestation) =>
  entierOuRien({ min: 0, max: 364, unite: 'jours', nom: `${libellesPrestation[cle]}, alerte` })
const parPrestation = <T extends z.ZodType>(champ: (cle: Prestation) => T) =>
  z
    .object(Object.fromEntries(prestations.map((cle) => [cle, champ(cle)])) as Record<Prestation, T>)
    .prefault({} as never)

const schema = z
  .object({
    delai: parPrestation(delai),
    seuil: parPrestation(seuil),
    delaiUrgentJours: entier({
      min: 1,
      max: 60,
      unite: 'jours',
      requis: 'Indiquez le délai d’un dossier urgent',
    }),
    delaiReouvertureJours: entier({
      min: 0,
      max: 365,
      unite: 'jours',
      requis: 'Indiquez pendant combien de jours une demande close peut être rouverte',
    }),
  })
  .superRefine(({ delai, seuil, delaiUrgentJours }, contexte) => {
    const refuser = (champ: string[], message: string) => contexte.addIssue({ code: 'custom', path: champ, message })
    for (const prestation of prestations) {
      const nom = libellesPrestation[prestation]
      const [duree, alerte] = [delai[prestation], seuil[prestation]]
      if (duree === null && alerte !== null)
        refuser(
          ['delai', prestation],
          `${nom} : une alerte est réglée sans délai. Indiquez le délai, ou retirez l’alerte`,
        )
      if (duree === null) continue
      if (alerte === null) refuser(['seuil', prestation], `${nom} : indiquez combien de jours avant l’échéance alerter`)
      else if (alerte >= duree)
        refuser(
          ['seuil', prestation],
          `${nom} : l’alerte doit venir après le dépôt. Indiquez moins de ${jours(duree)} avant l’échéance`,
        )
      if (delaiUrgentJours > duree)
        refuser(
          ['delaiUrgentJours'],
          `Un dossier urgent attendrait plus longtemps qu’un autre : au plus ${jours(duree)}, le délai « ${nom} »`,
        )
    }
  })
  .transform(({ delai, seuil, ...reste }) => ({
    ...reste,
    delais: Object.fromEntries(
      prestations.flatMap((cle): [string, DelaiRegle][] => {
        const [delaiJours, seuilAlerteJours] = [delai[cle], seuil[cle]]
        return delaiJours === null || seuilAlerteJours === null ? [] : [[cle, { delaiJours, seuilAlerteJours }]]
      }),
    ),
  }))

const enMots = (regle: DelaiRegle | undefined) =>
  regle
    ? `${jours(regle.delaiJours)} à partir d’un dossier complet, alerte ${regle.seuilAlerteJours === 0 ? 'le jour même' : `${jours(regle.seuilAlerteJours)} avant`}`
    : 'aucun délai annoncé'

/** The target of a filed demande is frozen: only those filed from now on follow the new delays. */
function effets(avant: Reglages, apres: Reglages, { demandes, brouillons }: Portee): Effet[] {
  const changees = prestations.filter((cle) => enMots(avant.delais[cle]) !== enMots(apres.delais[cle]))
  const urgentChange = avant.delaiUrgentJours !== apres.delaiUrgentJours
  const resultat: Effet[] = []
  if (changees.length > 0 || urgentChange) {
    const gardees = total(
      demandes.filter(
        ({ prestation, urgent }) => (urgent && urgentChange) || changees.some((cle) => cle === prestation),
      ),
    )
    resultat.push({
      texte:
        gardees === 0
          ? 'Aucune demande ouverte n’est sur ces délais.'
          : `${demandesOuvertes(gardees)} sur ces délais ${selon(gardees, 'garde', 'gardent')} l’échéance et l’alerte fixées à leur dépôt.`,
    })
    resultat.push({
      texte: `Les demandes déposées à partir de maintenant suivent les nouveaux délais, brouillons compris (${total(brouillons)} en cours chez les partenaires).`,
    })
  }
  return resultat
}

export const delais = {
  schema,
  valeurs: (reglages) => ({
    ...Object.fromEntries(
      prestations.flatMap((cle) => [
        [`delai.${cle}`, enTexte(reglages.delais[cle]?.delaiJours ?? null)],
        [`seuil.${cle}`, enTexte(reglages.delais[cle]?.seuilAlerteJours ?? null)],
      ]),
    ),
    delaiUrgentJours: enTexte(reglages.delaiUrgentJours),
    delaiReouvertureJours: enTexte(reglages.delaiReouvertureJours),
  }),
  lignes: (reglages) => [
    ...prestations.map((cle) => ({ cle: libellesPrestation[cle], valeur: enMots(reglages.delais[cle]) })),
    { cle: 'Dossier urgent', valeur: `${jours(reglages.delaiUrgentJours)} au plus, avec un justificatif` },
    {
      cle: 'Réouverture d’une demande close',
      valeur:
        reglages.delaiReouvertureJours === 0
          ? 'le jour de la réponse seulement'
          : `possible pendant ${jours(reglages.delaiReouvertureJours)}`,
    },
  ],
  effets,
} satisfies DefinitionSection
