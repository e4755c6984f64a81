import { MASQUE, regleDuMasque } from '@/lib/bilan/libelles'
import type { TableBilan } from '@/lib/bilan/tables'
import { libellesSituation, libellesType } from '@/lib/questionnaires/libelles'
import type { ResultatsDeLaCaisse } from '@/lib/questionnaires/queries-caisse'

const pourcent = (part: number | null) => (part === null ? null : Math.round(part * 1000) / 10)
const dixieme = (n: number | null) => (n === null ? null : Math.round(n * 10) / 10)

type Exportes = Pick<
  ResultatsDeLaCaisse,
  'titre' | 'annee' | 'anonyme' | 'situation' | 'ouvreLe' | 'fermeLe' | 'resultats' | 'destinataires'
>

/** The results to take away: how many answered, each question, the free texts, who answered. */
export function tablesDesResultats({
  titre,
  annee,
  anonyme,
  situation,
  ouvreLe,
  fermeLe,
  resultats: { participation, questions, masque, anneeAvant },
  destinataires,
}: Exportes): [TableBilan, ...TableBilan[]] {
  const table = (nom: string, colonnes: TableBilan['colonnes'], lignes: TableBilan['lignes']): TableBilan => ({
    titre: nom,
    feuille: nom,
    colonnes,
    lignes,
  })
  const avant = anneeAvant ? `Part en ${anneeAvant}, en %` : null
  return [
    table(
      'Questionnaire',
      [
        { titre: 'Titre', largeur: 40 },
        { titre: 'Année', type: 'nombre' },
        { titre: 'État' },
        { titre: 'Ouvert le', type: 'jour' },
        { titre: 'Dernier jour', type: 'jour' },
        { titre: 'Partenaires interrogés', type: 'nombre', largeur: 22 },
        { titre: 'Réponses', type: 'nombre' },
        { titre: 'Taux de réponse, en %', type: 'nombre', largeur: 22 },
        { titre: 'À savoir', largeur: 60 },
      ],
      [
        [
          titre,
          annee,
          libellesSituation[situation],
          ouvreLe,
          fermeLe,
          participation.invites,
          participation.envoyees,
          pourcent(participation.invites > 0 ? participation.envoyees / participation.invites : null),
          [anonyme ? 'Réponses anonymes.' : 'Réponses nominatives.', ...(masque ? [regleDuMasque] : [])].join(' '),
        ],
      ],
    ),
    table(
      'Résultats',
      [
        { titre: 'Question', largeur: 60 },
        { titre: 'Type', largeur: 30 },
        { titre: 'Réponse', largeur: 40 },
        { titre: 'Nombre', type: 'nombre' },
        { titre: 'Part, en %', type: 'nombre' },
        ...(avant ? [{ titre: avant, type: 'nombre' as const, largeur: 20 }] : []),
      ],
      questions.flatMap(({ intitule, type, lignes, moyenne, moyenneAvant }) => [
        ...lignes.map(({ libelle, n, part, partAvant }) => [
          intitule,
          libellesType[type],
          libelle,
          n ?? MASQUE,
          pourcent(part),
          ...(avant ? [pourcent(partAvant)] : []),
        ]),
        ...(moyenne === null
          ? []
          : [
              [
                intitule,
                libellesType[type],
                moyenneAvant === null
                  ? 'Moyenne'
                  : `Moyenne (${anneeAvant} : ${String(dixieme(moyenneAvant)).replace('.', ',')})`,
                dixieme(moyenne),
                null,
              ],
            ]),
      ]),
    ),
    table(
      'Textes',
      [
        { titre: 'Question', largeur: 60 },
        { titre: 'Texte', largeur: 80 },
        { titre: 'Partenaire', largeur: 40 },
      ],
      questions.flatMap(({ intitule, textes }) => textes.map(({ texte, de }) => [intitule, texte, de])),
    ),
    table(
      'Participation',
      [
        { titre: 'Partenaire', largeur: 40 },
        { titre: 'Réponse envoyée le', type: 'instant' },
      ],
      destinataires.map(({ nom, envoyeLe }) => [nom, envoyeLe]),
    ),
  ]
}

/** What a CSV can hold: the results, then the texts, in one table. */
export function enUneFeuille([, resultats, textes]: readonly TableBilan[]): TableBilan {
  const colonnes = [...(resultats?.colonnes ?? []), { titre: 'Partenaire', largeur: 40 }]
  const vides = Array.from({ length: colonnes.length - 4 }, () => null)
  return {
    titre: 'Résultats',
    feuille: 'Résultats',
    colonnes,
    lignes: [
      ...(resultats?.lignes ?? []),
      ...(textes?.lignes ?? []).map(([question, texte, de]) => [
        question ?? null,
        libellesType.texte,
        texte ?? null,
        ...vides,
        de ?? null,
      ]),
    ],
  }
}
