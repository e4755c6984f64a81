import { libellesRendezVous, libellesRespect, MASQUE, prestationCourte, regleDuMasque } from '@/lib/bilan/libelles'
import {
  type Bilan,
  type Compte,
  classesRespect,
  type Delai,
  type Echantillon,
  type Mesures,
  prestations,
} from '@/lib/bilan/modele'
import { part } from '@/lib/bilan/regles'
import { libellesPorteur } from '@/lib/copil/libelles'
import type { CopilLu } from '@/lib/copil/modele'
import { definitionDe, libelleIssue } from '@/lib/demandes/registre'
import type { CelluleTableur, ColonneTableur, Feuille } from '@/lib/socle/tableur'

/** A table of the bilan, the same in the spreadsheets and in the PDF. `titre`: whole; `feuille`: the name of its sheet. */
export type TableBilan = Feuille & { titre: string }

const texte = (titre: string, largeur?: number): ColonneTableur => ({ titre, largeur })
const jour = (titre: string): ColonneTableur => ({ titre, type: 'jour' })
const nombre = (titre: string): ColonneTableur => ({ titre, type: 'nombre', largeur: Math.max(12, titre.length) })

/** What is kept back is said, never left empty. */
const compte = (n: Compte): CelluleTableur => n ?? MASQUE

/** To a tenth, as the screens say it. */
const dixieme = (n: number | null): CelluleTableur => (n === null ? null : Math.round(n * 10) / 10)
const pourcent = (n: number | null): CelluleTableur => dixieme(n === null ? null : n * 100)
const delai = ({ moyenne, mediane, neufSurDix }: Delai) => [moyenne, mediane, neufSurDix].map(dixieme)

/** Every table of a bilan, those with nothing in them left out. `copil`: what both sides noted, where there is a meeting. */
export function tablesDuBilan(bilan: Bilan, echantillon: Echantillon, copil: CopilLu | null): TableBilan[] {
  return [
    presentation(bilan, echantillon),
    chiffresCles(bilan),
    volumes(bilan),
    services(bilan),
    delais(bilan),
    respect(bilan),
    resultats(bilan),
    pieces(bilan),
    rendezVous(bilan),
    blocages(bilan),
    tirage(echantillon),
    decisions(copil),
  ].filter(({ lignes }) => lignes.length > 0)
}

function presentation(
  { caisse, partenaire, periode, precedente, arreteLe, masque }: Bilan,
  { graine }: Echantillon,
): TableBilan {
  return {
    titre: 'Présentation',
    feuille: 'Présentation',
    colonnes: [
      texte('Caisse'),
      texte('Partenaire'),
      texte('Période', 24),
      jour('Du'),
      jour('Au'),
      jour('Chiffres au'),
      jour('Comparée du'),
      jour('Comparée au'),
      texte('Tirage n°', 12),
      texte('À savoir', 60),
    ],
    lignes: [
      [
        caisse.nom,
        partenaire?.nom ?? 'Tous les partenaires',
        periode.libelle,
        periode.du,
        periode.au,
        arreteLe,
        precedente.du,
        precedente.au,
        graine,
        masque ? regleDuMasque : null,
      ],
    ],
  }
}

const ensemble = ({ delais: lignes }: Mesures) => lignes.find(({ prestation }) => prestation === null)

function chiffresCles({ courant, avant, enCours }: Bilan): TableBilan {
  const ligne = (mesure: string, unite: string, de: (mesures: Mesures) => CelluleTableur): CelluleTableur[] => [
    mesure,
    unite,
    de(courant),
    de(avant),
  ]
  const comptee = (mesure: string, de: (mesures: Mesures) => Compte) =>
    ligne(mesure, 'demandes', (mesures) => compte(de(mesures)))
  const moyen = (mesure: string, de: (lu: NonNullable<ReturnType<typeof ensemble>>) => number | null) =>
    ligne(mesure, 'jours', (mesures) => {
      const lu = ensemble(mesures)
      return dixieme(lu ? de(lu) : null)
    })
  return {
    titre: 'Chiffres clés',
    feuille: 'Chiffres clés',
    colonnes: [texte('Mesure', 52), texte('Unité', 12), nombre('Période'), nombre('Période précédente')],
    lignes: [
      comptee('Demandes reçues', (m) => m.deposees),
      comptee('dont urgentes', (m) => m.urgentes),
      comptee('Demandes répondues', (m) => m.traitees),
      moyen('Délai moyen, de la réception à la réponse', ({ total }) => total.moyenne),
      moyen('Délai médian', ({ total }) => total.mediane),
      moyen('9 demandes sur 10 ont leur réponse en', ({ total }) => total.neufSurDix),
      moyen('Attente moyenne du partenaire', ({ pause }) => pause),
      comptee('Répondues hors délai', (m) => ensemble(m)?.respect.hors ?? null),
      comptee('Répondues après un complément', (m) => m.avecComplement),
      ligne('Compléments demandés', 'compléments', (m) => compte(m.complements)),
      comptee('Rouvertes après une première réponse', (m) => m.rouvertes),
      comptee('Annulées par le partenaire', (m) => m.annulees),
      comptee('Effacées sans avoir été closes', (m) => m.effacees),
      comptee('Orientées vers la Mission accompagnement santé', (m) => m.mission.total),
      comptee('Passées à une autre caisse', (m) => m.transferts.partis),
      comptee('Reçues d’une autre caisse', (m) => m.transferts.recus),
      ligne('Agents du partenaire formés', 'personnes', (m) => m.formes),
      ...(enCours
        ? (
            [
              ['Ouvertes aujourd’hui', enCours.ouvertes],
              ['dont en retard', enCours.retard],
              ['dont alerte passée', enCours.alerte],
              ['dont en attente du partenaire', enCours.attente],
            ] as const
          ).map(([mesure, n]) => [mesure, 'demandes', compte(n), null])
        : []),
    ],
  }
}

function volumes({ courant: { tranches } }: Bilan): TableBilan {
  return {
    titre: 'Demandes reçues, par prestation',
    feuille: 'Demandes reçues',
    colonnes: [
      texte('Période', 14),
      jour('Du'),
      jour('Au'),
      ...prestations.map((p) => nombre(prestationCourte[p])),
      nombre('Total'),
    ],
    lignes: tranches.map(({ libelle, du, au, parPrestation, deposees }) => [
      libelle,
      du,
      au,
      ...prestations.map((p) => compte(parPrestation[p])),
      compte(deposees),
    ]),
  }
}

function services({ courant, avant }: Bilan): TableBilan {
  return {
    titre: 'Demandes reçues, par service',
    feuille: 'Services',
    colonnes: [texte('Service', 40), nombre('Reçues'), nombre('Période précédente')],
    lignes: courant.parService.map(({ service, n }) => [
      definitionDe(service).libelleCourt,
      compte(n),
      compte(avant.parService.find((autre) => autre.service === service)?.n ?? 0),
    ]),
  }
}

/** All the tables in one, a value to a line: what a CSV can hold. */
export function enUneTable(tables: readonly TableBilan[]): Feuille {
  return {
    feuille: 'Bilan',
    colonnes: [texte('Tableau'), texte('Ligne'), texte('Colonne'), nombre('Valeur')],
    lignes: tables.flatMap(({ titre, colonnes, lignes }) =>
      lignes.flatMap((ligne, rang) =>
        colonnes
          .map(({ titre: colonne }, i) => [titre, String(ligne[0] ?? rang + 1), colonne, ligne[i] ?? null])
          .slice(1)
          .filter(([, , , valeur]) => valeur !== null),
      ),
    ),
  }
}

const prestationDite = (prestation: Mesures['delais'][number]['prestation']) =>
  prestation === null ? 'Toutes' : prestationCourte[prestation]

function delais({ courant }: Bilan): TableBilan {
  return {
    titre: 'Délais par prestation, en jours calendaires',
    feuille: 'Délais',
    colonnes: [
      texte('Prestation', 20),
      nombre('Répondues'),
      nombre('Moyenne'),
      nombre('Médiane'),
      nombre('9 sur 10'),
      nombre('Attente moyenne'),
      nombre('Côté caisse, moyenne'),
      nombre('Côté caisse, médiane'),
      nombre('Côté caisse, 9 sur 10'),
    ],
    lignes: courant.delais
      .filter(({ traitees }) => traitees !== 0)
      .map(({ prestation, traitees, total, pause, net }) => [
        prestationDite(prestation),
        compte(traitees),
        ...delai(total),
        dixieme(pause),
        ...delai(net),
      ]),
  }
}

function respect({ courant }: Bilan): TableBilan {
  return {
    titre: 'Délai annoncé tenu ou dépassé, par prestation',
    feuille: 'Délai annoncé',
    colonnes: [
      texte('Prestation', 20),
      ...classesRespect.map((classe) => nombre(libellesRespect[classe])),
      nombre('Dans le délai (%)'),
    ],
    lignes: courant.delais
      .filter(({ traitees }) => traitees !== 0)
      .map(({ prestation, respect: { tot, alerte, hors, sans } }) => {
        const dans = tot === null || alerte === null ? null : tot + alerte
        const annonces = dans === null || hors === null ? null : dans + hors
        return [prestationDite(prestation), ...[tot, alerte, hors, sans].map(compte), pourcent(part(dans, annonces))]
      }),
  }
}

function resultats({ courant: { issues } }: Bilan): TableBilan {
  return {
    titre: 'Résultats des demandes répondues',
    feuille: 'Résultats',
    colonnes: [texte('Service', 32), texte('Résultat', 44), nombre('Nombre')],
    lignes: issues.flatMap(({ service, lignes }) =>
      lignes
        .filter(({ n }) => n !== 0)
        .map(({ issue, n }) => [definitionDe(service).libelleCourt, libelleIssue(service, issue), compte(n)]),
    ),
  }
}

function pieces({ courant }: Bilan): TableBilan {
  return {
    titre: 'Pièces qui manquent le plus souvent',
    feuille: 'Pièces manquantes',
    colonnes: [texte('Pièce manquante', 60), nombre('Demandes')],
    lignes: courant.pieces.map(({ libelle, n }) => [libelle, compte(n)]),
  }
}

function rendezVous({ courant: { rendezVous: lus } }: Bilan): TableBilan {
  return {
    titre: 'Rendez-vous',
    feuille: 'Rendez-vous',
    colonnes: [texte('Rendez-vous', 32), nombre('Nombre')],
    lignes:
      lus.total === 0
        ? []
        : (['honore', 'manque', 'annule', 'fixe'] as const).map((etat) => [
            libellesRendezVous[etat],
            compte(lus[etat]),
          ]),
  }
}

function blocages({ motifs }: Bilan): TableBilan {
  return {
    titre: 'Ce qui bloque, par motif',
    feuille: 'Ce qui bloque',
    colonnes: [
      texte('Motif', 44),
      texte('Service', 28),
      nombre('Répondues'),
      nombre('Hors délai'),
      nombre('Avec complément'),
      nombre('Délai moyen'),
      nombre('dont attente'),
    ],
    lignes: motifs.map(({ libelle, service, traitees, hors, complements, joursTotal, joursPause }) => [
      libelle,
      definitionDe(service).libelleCourt,
      traitees,
      hors,
      complements,
      dixieme(joursTotal / traitees),
      dixieme(joursPause / traitees),
    ]),
  }
}

function tirage({ lignes }: Echantillon): TableBilan {
  return {
    titre: 'Échantillon',
    feuille: 'Échantillon',
    colonnes: [
      texte('Référence', 14),
      texte('Prestation', 18),
      jour('Reçue le'),
      jour('Répondue le'),
      texte('Délai annoncé', 26),
      nombre('Attente'),
      nombre('Délai'),
    ],
    lignes: lignes
      .filter(({ reference }) => reference !== null)
      .map(({ reference, prestation, deposeeLe, closeLe, pause, total, respect: classe }) => [
        reference,
        prestationCourte[prestation],
        deposeeLe,
        closeLe,
        libellesRespect[classe],
        pause,
        total,
      ]),
  }
}

function decisions(copil: CopilLu | null): TableBilan {
  return {
    titre: 'Décisions',
    feuille: 'Décisions',
    colonnes: [texte('Décision', 60), texte('Par', 16), jour('Pour le'), jour('Faite le')],
    lignes: (copil?.decisions ?? []).map(({ texte: dite, porteur, echeanceLe, faiteLe }) => [
      dite,
      libellesPorteur[porteur],
      echeanceLe,
      faiteLe,
    ]),
  }
}
