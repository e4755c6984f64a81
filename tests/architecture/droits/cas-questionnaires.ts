import { randomUUID } from 'node:crypto'
import { enDate, enParties } from '@/lib/socle/jour'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import type { Cas, Monde, Profil } from './monde'

const seulReferent: readonly Profil[] = ['référent']

export function cas({ atelier: { tx }, ici }: Monde): Record<string, Cas> {
  const [caisseId, partenaireId] = [ici.caisse.id, ici.partenaire.id]
  const aujourdhui = dateAParis(new Date())
  let annee = 2030
  /** A questionnaire of a year of its own, with two questions; sent, it waits for the answer of the partenaire. */
  async function questionnaire(etat: 'brouillon' | 'programme' | 'ouvert' | 'clos') {
    annee += 1
    const id = randomUUID()
    const [ouvert, question] = [etat === 'ouvert' || etat === 'clos', randomUUID()]
    await tx.questionnaire.create({
      data: {
        id,
        caisseId,
        annee,
        titre: 'Essai',
        etat,
        ouvreLe: enDate(ajouterJours(aujourdhui, 1)),
        fermeLe: enDate(ajouterJours(aujourdhui, 30)),
        rappels: [],
        creeLe: new Date(),
        creeParId: ici.referent.id,
        ouvertLe: ouvert ? new Date() : null,
        closLe: etat === 'clos' ? new Date() : null,
        questions: {
          create: [question, randomUUID()].map((cle, rang) => ({
            id: cle,
            caisseId,
            rang,
            type: 'texte',
            intitule: 'Essai ?',
            options: [],
            obligatoire: false,
          })),
        },
        ...(ouvert && { destinataires: { create: { partenaireId, caisseId, inviteLe: new Date() } } }),
      },
    })
    return { id, question }
  }
  const date = (nom: string, jours: number) =>
    Object.fromEntries(
      Object.entries(enParties(ajouterJours(aujourdhui, jours))).map(([cle, valeur]) => [`${nom}.${cle}`, valeur]),
    )
  const unSeul = (etat: Parameters<typeof questionnaire>[0]): Cas => ({
    permis: seulReferent,
    champs: async () => ({ id: (await questionnaire(etat)).id }),
  })
  const reponse: Cas = {
    permis: ['gestionnaire'],
    champs: async () => {
      const { id, question } = await questionnaire('ouvert')
      return { id, version: '0', [`r.${question}`]: 'Un avis.', suite: 'plus_tard' }
    },
  }
  return {
    actionEnregistrerQuestionnaire: {
      // A new one, each at its caisse.
      permis: ['référent', 'référent d’une autre caisse'],
      champs: async () => {
        await tx.questionnaire.deleteMany({ where: { titre: 'Neuf' } })
        return {
          id: '',
          annee: aujourdhui.slice(0, 4),
          titre: 'Neuf',
          anonyme: 'non',
          ...date('ouvreLe', 10),
          ...date('fermeLe', 40),
          rappels: '7',
        }
      },
    },
    actionEcrireQuestion: {
      permis: seulReferent,
      champs: async () => ({
        questionnaireId: (await questionnaire('brouillon')).id,
        version: '1',
        type: 'oui_non',
        intitule: 'Une autre ?',
      }),
    },
    actionDeplacerQuestion: {
      permis: seulReferent,
      champs: async () => ({ id: (await questionnaire('brouillon')).question, sens: 'bas' }),
    },
    actionRetirerQuestion: {
      permis: seulReferent,
      champs: async () => ({ id: (await questionnaire('brouillon')).question }),
    },
    actionSupprimerQuestionnaire: unSeul('brouillon'),
    actionProgrammerEnvoi: unSeul('brouillon'),
    actionAnnulerEnvoi: unSeul('programme'),
    actionProlongerQuestionnaire: {
      permis: seulReferent,
      champs: async () => ({
        id: (await questionnaire('ouvert')).id,
        version: '1',
        ...date('fermeLe', 50),
        rappels: '',
      }),
    },
    actionCloreQuestionnaire: unSeul('ouvert'),
    actionRelancer: unSeul('ouvert'),
    actionPublierResultats: {
      permis: seulReferent,
      champs: async () => ({ id: (await questionnaire('clos')).id, publier: 'oui' }),
    },
    actionGarderReponse: reponse,
    actionEnregistrerReponse: reponse,
    actionEnvoyerReponse: {
      permis: ['gestionnaire'],
      champs: async () => {
        const { id } = await questionnaire('ouvert')
        const cle = { questionnaireId: id, partenaireId }
        await tx.destinataireQuestionnaire.updateMany({
          where: cle,
          data: { commenceLe: new Date(), commenceParId: ici.gestionnaire.id, version: 1 },
        })
        await tx.reponseQuestionnaire.create({ data: { ...cle, caisseId, valeurs: {} } })
        return { id, version: '1' }
      },
    },
  }
}
