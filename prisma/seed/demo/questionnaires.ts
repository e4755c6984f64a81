import { enDate } from '@/lib/socle/jour'
import { ajouterJours, dateAParis, debutDuJour } from '@/lib/socle/temps'
import type { Atelier } from '../fabriques/atelier'

type Question = { type: string; intitule: string; options?: string[]; obligatoire?: boolean }

const questions: Question[] = [
  { type: 'echelle', intitule: 'Dans l’ensemble, êtes-vous satisfait du partenariat ?' },
  {
    type: 'choix',
    intitule: 'Le délai de réponse à vos demandes vous paraît…',
    options: ['Court', 'Convenable', 'Long', 'Trop long'],
  },
  {
    type: 'plusieurs',
    intitule: 'Qu’est-ce qui vous aide le plus ?',
    options: ['Les formations', 'Les réponses écrites', 'Les rendez-vous', 'L’annuaire'],
  },
  { type: 'oui_non', intitule: 'Vos nouveaux collègues ont-ils été formés au portail ?' },
  { type: 'texte', intitule: 'Que faut-il changer en premier ?', obligatoire: false },
]

const textes = [
  'Dire dès la première réponse toutes les pièces qui manquent : les compléments successifs font perdre des semaines.',
  'Une formation courte pour les remplaçants, à distance.',
  'Rien d’urgent. Les réponses sont plus claires depuis que nous passons par le portail.',
  'Un interlocuteur nommé pour les dossiers des jeunes majeurs.',
]

/** The questionnaire of last year, with the answers of most partenaires and its results published, and the one of this year, open. */
export async function poserQuestionnaires(atelier: Atelier, caisseId: string): Promise<void> {
  const { tx, maintenant } = atelier
  const hasard = atelier.hasard.branche('questionnaires')
  const referent = await tx.compte.findUnique({ where: { identifiant: 'deuxvallees-hdesrosiers' } })
  if (!referent) return
  const aujourdhui = dateAParis(maintenant)
  const quand = (jours: number) => new Date(debutDuJour(ajouterJours(aujourdhui, jours)).getTime() + 10 * 3_600_000)
  const annee = Number(aujourdhui.slice(0, 4))
  const parts = await tx.conventionCaisse.findMany({ where: { caisseId, etat: 'en_vigueur' } })
  const gestionnaires = await tx.compte.findMany({
    where: {
      profil: 'gestionnaire',
      etat: 'actif',
      partenaireId: { in: parts.map(({ partenaireId }) => partenaireId) },
    },
    orderBy: { identifiant: 'asc' },
    distinct: ['partenaireId'],
  })

  async function poser(an: number, debut: number, duree: number, reprises?: string[]) {
    const creeLe = quand(debut - 20)
    const id = hasard.uuid(creeLe)
    const clos = debut + duree < 0
    await tx.questionnaire.create({
      data: {
        id,
        caisseId,
        annee: an,
        titre: `Votre avis sur ${an}`,
        introduction:
          'Cinq questions, cinq minutes. Vos réponses préparent le comité de pilotage et les formations de l’année qui vient.',
        etat: clos ? 'clos' : 'ouvert',
        ouvreLe: enDate(ajouterJours(aujourdhui, debut)),
        fermeLe: enDate(ajouterJours(aujourdhui, debut + duree)),
        rappels: [14, 3],
        precedentId: precedent,
        creeLe,
        creeParId: referent?.id ?? '',
        ouvertLe: quand(debut),
        ...(clos && { closLe: quand(debut + duree + 1), publieLe: quand(debut + duree + 8) }),
      },
    })
    const ids = questions.map(() => hasard.uuid(creeLe))
    await tx.questionQuestionnaire.createMany({
      data: questions.map(({ type, intitule, options = [], obligatoire = true }, rang) => ({
        id: ids[rang] ?? '',
        questionnaireId: id,
        caisseId,
        rang: rang + 1,
        type,
        intitule,
        options,
        obligatoire,
        repriseDeId: reprises?.[rang] ?? null,
      })),
    })
    return { id, ids, clos }
  }

  async function repondre(
    lu: { id: string; ids: string[] },
    compte: (typeof gestionnaires)[number],
    rang: number,
    debut: number,
    niveau: number,
  ) {
    const cle = { questionnaireId: lu.id, partenaireId: compte.partenaireId ?? '', caisseId }
    const [note, delai, aides, formes, texte] = lu.ids
    const le = quand(debut + 2 + (rang % 15))
    await tx.destinataireQuestionnaire.create({
      data: {
        ...cle,
        inviteLe: quand(debut),
        commenceLe: le,
        commenceParId: compte.id,
        modifieLe: le,
        modifieParId: compte.id,
        envoyeLe: le,
        envoyeParId: compte.id,
        version: 2,
      },
    })
    await tx.reponseQuestionnaire.create({
      data: {
        ...cle,
        valeurs: {
          [note ?? '']: Math.min(5, niveau + (rang % 3)),
          [delai ?? '']: (rang + (niveau > 2 ? 0 : 1)) % 3,
          [aides ?? '']: rang % 2 === 0 ? [0, 1] : [1, 2],
          [formes ?? '']: rang % 4 !== 3,
          ...(rang < textes.length && { [texte ?? '']: textes[rang] }),
        },
      },
    })
  }

  let precedent: string | null = null
  const passe = await poser(annee - 1, -340, 45)
  precedent = passe.id
  const enCours = await poser(annee, -6, 45, passe.ids)
  for (const [rang, compte] of gestionnaires.entries()) {
    const attendre = (questionnaireId: string, debut: number) =>
      tx.destinataireQuestionnaire.create({
        data: { questionnaireId, partenaireId: compte.partenaireId ?? '', caisseId, inviteLe: quand(debut) },
      })
    if (rang % 7 === 6) await attendre(passe.id, -340)
    else await repondre(passe, compte, rang, -340, 2)
    // The account a visitor signs in with has something to answer.
    if (rang % 2 === 0 || compte.identifiant.startsWith('vaucreux-')) await attendre(enCours.id, -6)
    else await repondre(enCours, compte, rang, -6, 3)
  }
}
