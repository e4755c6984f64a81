import { z } from 'zod'
import { quotaTechniciens } from '@/lib/habilitations/regles'
import { enOuiNon, enTexte, entier, entierOuRien, ouiNon } from '@/lib/reglages/champs'
import { jours, joursOuvres, mois, selon } from '@/lib/reglages/libelles'
import type { Effet, Reglages } from '@/lib/reglages/modele'
import { nomDe, type Portee } from '@/lib/reglages/portee'
import type { DefinitionSection } from '@/lib/reglages/sections/definition'
import { revueDue, suspensionDue } from '@/lib/revues/regles'
import { dateAvecAnnee, pluriel } from '@/lib/socle/format'
import type { DateIso } from '@/lib/socle/temps'

const schema = z.object({
  delaiHabilitationJoursOuvres: entier({
    min: 1,
    max: 60,
    unite: 'jours ouvrés',
    requis: 'Indiquez le délai pour ouvrir un compte de gestionnaire',
  }),
  quotaTechniciensActif: ouiNon('Dites si le nombre de techniciens est limité'),
  inactivationGestionnaire: z.enum(['date_souhaitee', 'immediate'], {
    error: 'Choisissez quand l’inactivation d’un gestionnaire s’applique',
  }),
  preavisInactivationJours: entier({
    min: 0,
    max: 90,
    unite: 'jours',
    requis: 'Indiquez le préavis d’inactivation d’un gestionnaire',
  }),
  intervalleRevueMois: entier({
    min: 1,
    max: 60,
    unite: 'mois',
    requis: 'Indiquez l’intervalle entre deux revues',
  }),
  revueDelaiJours: entier({
    min: 1,
    max: 180,
    unite: 'jours',
    requis: 'Indiquez le temps laissé pour signer une revue',
  }),
  revueSuspensionJours: entierOuRien({ min: 1, max: 365, unite: 'jours' }),
  secondFacteurTechniciens: ouiNon('Dites si les techniciens se connectent en deux étapes'),
})

const inactivation = { date_souhaitee: 'à la date souhaitée', immediate: 'dès que la caisse applique la demande' }

function effets(avant: Reglages, apres: Reglages, portee: Portee, jour: DateIso): Effet[] {
  return [
    ...effetsDuDelai(avant, apres, portee),
    ...effetsDuQuota(avant, apres, portee),
    ...effetsDeLInactivation(avant, apres, portee),
    ...effetsDesRevues(avant, apres, portee, jour),
    ...effetsDuSecondFacteur(avant, apres, portee),
  ]
}

function effetsDuDelai(avant: Reglages, apres: Reglages, { habilitations }: Portee): Effet[] {
  if (avant.delaiHabilitationJoursOuvres === apres.delaiHabilitationJoursOuvres) return []
  if (habilitations === 0) return [{ texte: 'Aucune demande d’habilitation n’est en attente.' }]
  const demandes = pluriel(habilitations, 'demande d’habilitation en attente', 'demandes d’habilitation en attente')
  return [{ texte: `${demandes} ${selon(habilitations, 'garde son échéance', 'gardent leur échéance')}.` }]
}

function effetsDuQuota(avant: Reglages, apres: Reglages, { structures }: Portee): Effet[] {
  if (avant.quotaTechniciensActif === apres.quotaTechniciensActif) return []
  if (!apres.quotaTechniciensActif)
    return [
      {
        texte:
          'Les partenaires créent autant de comptes de techniciens qu’il leur en faut, sauf si une autre caisse conventionnée avec eux fixe un quota.',
      },
    ]
  const depassees = structures.filter(({ techniciens, membres }) => techniciens > quotaTechniciens(membres))
  if (depassees.length === 0)
    return [{ texte: 'Aucun partenaire ne dépasse le quota aujourd’hui. Les nouvelles créations y seront tenues.' }]
  return [
    {
      texte: `${pluriel(depassees.length, 'partenaire dépasse', 'partenaires dépassent')} le quota. Les comptes existants restent ouverts, mais aucun ne pourra être créé avant que leur nombre ne redescende.`,
      liste: depassees.map(
        (structure) =>
          `${nomDe(structure)} : ${pluriel(structure.techniciens, 'technicien')}, pour ${quotaTechniciens(structure.membres)} au plus`,
      ),
    },
  ]
}

function effetsDuSecondFacteur(avant: Reglages, apres: Reglages, { structures }: Portee): Effet[] {
  if (avant.secondFacteurTechniciens === apres.secondFacteurTechniciens) return []
  const techniciens = structures.reduce((somme, structure) => somme + structure.techniciens, 0)
  return [
    {
      texte: apres.secondFacteurTechniciens
        ? `À leur prochaine page, ${pluriel(techniciens, 'technicien devra', 'techniciens devront')} mettre une double authentification en place, s’ils ne l’ont pas déjà, avant de continuer. Prévenez les partenaires.`
        : 'Les techniciens ne seront plus tenus à la double authentification, sauf si une autre caisse ouverte au partenaire la demande. Ceux qui l’ont mise en place la gardent.',
    },
  ]
}

function effetsDeLInactivation(avant: Reglages, apres: Reglages, { inactivations, habilitations }: Portee): Effet[] {
  const change =
    avant.inactivationGestionnaire !== apres.inactivationGestionnaire ||
    avant.preavisInactivationJours !== apres.preavisInactivationJours
  if (!change) return []
  return [
    {
      texte:
        inactivations === 0
          ? 'Aucune inactivation de gestionnaire n’est déjà prévue.'
          : `${pluriel(inactivations, 'inactivation déjà prévue garde sa date', 'inactivations déjà prévues gardent leur date')}.`,
    },
    ...(habilitations > 0
      ? [{ texte: 'Les demandes d’habilitation en attente suivront le nouveau réglage quand vous les appliquerez.' }]
      : []),
  ]
}

function effetsDesRevues(avant: Reglages, apres: Reglages, { structures }: Portee, jour: DateIso): Effet[] {
  const resultat: Effet[] = []
  const ouvertes = structures.filter(({ revueOuverte }) => revueOuverte !== null)
  if (avant.intervalleRevueMois !== apres.intervalleRevueMois) {
    const due = (intervalle: number) =>
      structures.filter(
        ({ revueOuverte, signeeLe, premierCompteLe, autreIntervalle }) =>
          revueOuverte === null &&
          revueDue(signeeLe, premierCompteLe, Math.min(intervalle, autreIntervalle ?? intervalle), jour),
      )
    const dejaDues = due(avant.intervalleRevueMois)
    const nouvelles = due(apres.intervalleRevueMois).filter((structure) => !dejaDues.includes(structure))
    resultat.push(
      nouvelles.length > 0
        ? {
            texte: `${pluriel(nouvelles.length, 'revue devient due', 'revues deviennent dues')} : elles s’ouvriront la nuit prochaine, avec ${jours(apres.revueDelaiJours)} pour signer.`,
            liste: nouvelles.map(
              (structure) =>
                `${nomDe(structure)} : ${structure.signeeLe ? `dernière revue signée le ${dateAvecAnnee(structure.signeeLe)}` : 'jamais revue'}`,
            ),
          }
        : { texte: 'Aucune revue de plus ne devient due aujourd’hui.' },
    )
  }
  if (avant.revueDelaiJours !== apres.revueDelaiJours || avant.intervalleRevueMois !== apres.intervalleRevueMois)
    resultat.push({
      texte:
        ouvertes.length === 0
          ? 'Aucune revue n’est ouverte en ce moment.'
          : `${pluriel(ouvertes.length, 'revue ouverte garde son échéance', 'revues ouvertes gardent leur échéance')}.`,
    })
  if (avant.revueSuspensionJours !== apres.revueSuspensionJours) {
    const suspendues = ouvertes.filter(
      ({ revueOuverte }) => revueOuverte !== null && suspensionDue(revueOuverte, apres.revueSuspensionJours, jour),
    )
    if (apres.revueSuspensionJours === null)
      resultat.push({
        texte:
          'Aucun partenaire ne sera suspendu pour une revue non signée. Les suspensions déjà faites se lèvent à la main.',
      })
    else
      resultat.push(
        suspendues.length > 0
          ? {
              texte: `${pluriel(suspendues.length, 'partenaire sera suspendu', 'partenaires seront suspendus')} la nuit prochaine, si sa revue n’est pas signée d’ici là.`,
              liste: suspendues.map(
                (structure) =>
                  `${nomDe(structure)} : à signer avant le ${dateAvecAnnee(structure.revueOuverte ?? jour)}`,
              ),
            }
          : { texte: 'Aucun partenaire ne serait suspendu aujourd’hui.' },
      )
  }
  return resultat
}

export const habilitations = {
  schema,
  valeurs: (reglages) => ({
    delaiHabilitationJoursOuvres: enTexte(reglages.delaiHabilitationJoursOuvres),
    quotaTechniciensActif: enOuiNon(reglages.quotaTechniciensActif),
    inactivationGestionnaire: reglages.inactivationGestionnaire,
    preavisInactivationJours: enTexte(reglages.preavisInactivationJours),
    intervalleRevueMois: enTexte(reglages.intervalleRevueMois),
    revueDelaiJours: enTexte(reglages.revueDelaiJours),
    revueSuspensionJours: enTexte(reglages.revueSuspensionJours),
    secondFacteurTechniciens: enOuiNon(reglages.secondFacteurTechniciens),
  }),
  lignes: (reglages) => [
    {
      cle: 'Compte de gestionnaire',
      valeur: `ouvert, modifié ou fermé en ${joursOuvres(reglages.delaiHabilitationJoursOuvres)}`,
    },
    {
      cle: 'Nombre de techniciens',
      valeur: reglages.quotaTechniciensActif ? 'limité selon le nombre de membres du partenaire' : 'non limité',
    },
    {
      cle: 'Inactivation d’un gestionnaire',
      valeur: `${inactivation[reglages.inactivationGestionnaire as keyof typeof inactivation]}, demandée ${jours(reglages.preavisInactivationJours)} avant`,
    },
    {
      cle: 'Revue d’habilitation',
      valeur: `tous les ${mois(reglages.intervalleRevueMois)}, ${jours(reglages.revueDelaiJours)} pour la signer`,
    },
    {
      cle: 'Revue non signée',
      valeur:
        reglages.revueSuspensionJours === null
          ? 'rappels seulement, jamais de suspension'
          : `partenaire suspendu ${jours(reglages.revueSuspensionJours)} après l’échéance`,
    },
    {
      cle: 'Connexion des techniciens',
      valeur: reglages.secondFacteurTechniciens ? 'double authentification exigée' : 'double authentification au choix',
    },
  ],
  effets,
} satisfies DefinitionSection
