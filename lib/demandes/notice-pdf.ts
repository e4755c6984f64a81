import { dateAvecAnnee, typo } from '@/lib/socle/format'
import { feuillePdf } from '@/lib/socle/pdf'
import { dateAParis } from '@/lib/socle/temps'

export type DonneesNotice = {
  /** Names without an article: «CPAM des Deux-Vallées», «CCAS de Vaucreux». */
  caisse: string
  partenaire: string
  /** How to reach the data protection officer: postal address, then e-mail when there is one. */
  dpo: { adresse: string; courriel: string | null }
  /** How long the caisse keeps the demande: «5 ans après la réponse». */
  conservation: string
  /** How long it keeps its files, in the same words. */
  fichiers: string
  editeeLe: Date
}

/** What is handed to the person before a partner files for them (règles du domaine, §4): one A4 page, plain words. */
export function noticeInformation({
  caisse,
  partenaire,
  dpo,
  conservation,
  fichiers,
  editeeLe,
}: DonneesNotice): Promise<Buffer> {
  const options = {
    titre: typo("Vos données : ce qu'il faut savoir"),
    sujet: typo(`Notice d'information remise par ${partenaire}`),
    pied: typo(`Notice d'information remise par ${partenaire}, ${dateAvecAnnee(dateAParis(editeeLe))}`),
    creeLe: editeeLe,
  }
  return feuillePdf(options, (feuille) => {
    const dire = (texte: string) => feuille.paragraphe(typo(texte), { corps: 10.5, avant: 3 })
    const titrer = (texte: string) => feuille.titre2(texte, { avant: 12 })
    feuille.titre1(options.titre)
    feuille.paragraphe(
      typo(
        `Avec votre accord, un professionnel (${partenaire}) écrit pour vous à votre caisse d'assurance maladie (${caisse}). ` +
          "Vous pouvez dire non, ou changer d'avis : vous ferez alors la démarche vous-même, et cela n'enlève rien à vos droits.",
      ),
      { corps: 11.5, avant: 10 },
    )
    titrer('Qui utilise vos données, et pourquoi')
    dire(
      'La caisse est responsable de vos données. Elle s’en sert pour étudier votre demande et vous répondre : c’est sa mission ' +
        "d'intérêt public (article 6, 1, e du RGPD). Les réponses sont facultatives, mais sans elles la demande ne peut pas " +
        "être étudiée. Elles viennent de vous, par ce professionnel. Rien d'autre n'en est fait : ni publicité, ni vente, ni décision prise par un ordinateur seul.",
    )
    titrer('Quelles données')
    feuille.liste(
      [
        'Votre civilité, vos nom et prénom, votre date de naissance, votre département.',
        'Comment vous joindre, si la caisse doit vous appeler ou vous recevoir.',
        'Ce qui est utile à la demande : les pièces, les messages, la réponse.',
      ].map(typo),
    )
    dire("Votre numéro de sécurité sociale n'est jamais écrit dans la demande. Il peut figurer sur une pièce.")
    titrer('Qui les voit')
    dire(
      'Les agents de la caisse chargés de la demande, et les professionnels du partenaire autorisés à la suivre. Tous sont ' +
        "tenus au secret. Chaque consultation d'un dossier laisse une trace. Vos données restent en Europe.",
    )
    titrer('Combien de temps')
    dire(`La caisse garde la demande ${conservation} et ses fichiers ${fichiers}, puis les efface.`)
    titrer('Vos droits')
    dire(
      "Vous pouvez demander à voir vos données, à les faire corriger ou effacer, à en limiter l'usage, ou vous y opposer. C'est gratuit, et la réponse vient sous un mois. " +
        'Écrivez au délégué à la protection des données de la caisse :',
    )
    feuille.paragraphe(typo([dpo.adresse, dpo.courriel].filter(Boolean).join('\n')).replaceAll('\n', ', '), {
      police: 'gras',
      corps: 10.5,
      avant: 3,
      lignes: 4,
    })
    dire(
      'Sans réponse sous un mois, ou si elle ne vous convient pas, vous pouvez vous plaindre à la CNIL : 3 place de Fontenoy, ' +
        'TSA 80715, 75334 Paris Cedex 07, ou sur cnil.fr.',
    )
  })
}
