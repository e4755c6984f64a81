import type { Acteur } from '@/lib/socle/acteur'
import type { Feuille } from '@/lib/socle/tableur'
import { donneesEnMots } from '@/lib/violations/faits'
import {
  libellesEtat,
  libellesRisque,
  motsNature,
  type NatureViolation,
  referenceViolation,
  type TypeSuivi,
} from '@/lib/violations/libelles'
import { type LigneViolation, violationsDeLaCaisse } from '@/lib/violations/queries'

const colonnes = [
  { titre: 'Référence', largeur: 12 },
  { titre: 'Déclarée le', type: 'instant' },
  { titre: 'Déclarée par', largeur: 30 },
  { titre: 'Constatée le', type: 'instant' },
  { titre: 'Survenue le', type: 'instant' },
  { titre: 'Nature', largeur: 28 },
  { titre: 'Faits', largeur: 60 },
  { titre: 'Données', largeur: 40 },
  { titre: 'Personnes', type: 'nombre' },
  { titre: 'Comptes', type: 'nombre' },
  { titre: 'Références', largeur: 30 },
  { titre: 'Mesures', largeur: 60 },
  { titre: 'État', largeur: 18 },
  { titre: 'Risque', largeur: 28 },
  { titre: 'Effets et analyse', largeur: 50 },
  { titre: 'Autre partie, avant le', type: 'instant' },
  { titre: 'Autre partie informée le', type: 'instant' },
  { titre: 'CNIL, avant le', type: 'instant' },
  { titre: 'CNIL notifiée le', type: 'instant' },
  { titre: 'Sans notification à la CNIL, parce que', largeur: 40 },
  { titre: 'Personnes informées le', type: 'instant' },
  { titre: 'Sans information des personnes, parce que', largeur: 40 },
  { titre: 'Close le', type: 'instant' },
  { titre: 'Conclusion', largeur: 50 },
] as const satisfies Feuille['colonnes']

const ecrits = ({ suivis }: LigneViolation, ...types: TypeSuivi[]) =>
  suivis.filter(({ type }) => types.includes(type)).map(({ texte }) => texte)

/** The register of all the breaches of a caisse: facts, effects and measures (RGPD, art. 33-5). */
export async function registreDesViolations(acteur: Acteur): Promise<Feuille> {
  const lignes = await violationsDeLaCaisse(acteur)
  return {
    feuille: 'Violations',
    colonnes,
    lignes: lignes
      .toSorted((a, b) => a.violation.declareeLe.getTime() - b.violation.declareeLe.getTime())
      .map((ligne) => {
        const { violation } = ligne
        return [
          referenceViolation(violation.id),
          violation.declareeLe,
          violation.cote === 'caisse' ? 'La caisse' : ligne.partenaire,
          violation.constateeLe,
          violation.survenueLe,
          violation.natures.map((nature) => motsNature[nature as NatureViolation]).join(', '),
          [violation.description, ...ecrits(ligne, 'information')].join('\n'),
          donneesEnMots(violation.donnees),
          violation.personnes,
          violation.comptes,
          violation.references,
          [violation.mesures, ...ecrits(ligne, 'mesure')].filter(Boolean).join('\n'),
          libellesEtat[ligne.etat],
          ligne.risque && libellesRisque[ligne.risque],
          ecrits(ligne, 'qualifiee').join('\n'),
          ligne.autrePartieAvant,
          ligne.autrePartieLe,
          ligne.autoriteAvant,
          ligne.autoriteLe,
          ligne.autoriteSansObjet ? (ecrits(ligne, 'autorite').at(-1) ?? null) : null,
          ligne.personnesLe,
          ligne.personnesSansObjet ? (ecrits(ligne, 'personnes').at(-1) ?? null) : null,
          ligne.closeLe,
          ligne.closeLe ? (ecrits(ligne, 'close').at(-1) ?? null) : null,
        ]
      }),
  }
}
