import { compteEnMots, joursEnMots, regleDuMasque } from '@/lib/bilan/libelles'
import type { Bilan, Echantillon, Tranche } from '@/lib/bilan/modele'
import { type TableBilan, tablesDuBilan } from '@/lib/bilan/tables'
import type { CopilLu } from '@/lib/copil/modele'
import { dateAvecAnnee, dateEtHeure, nombre, pluriel } from '@/lib/socle/format'
import { couleurs, propre } from '@/lib/socle/pdf-cadre'
import { type Boite, type PagesPdf, pagesPdf } from '@/lib/socle/pdf-pages'
import type { CelluleTableur, ColonneTableur } from '@/lib/socle/tableur'

/** Said in sentences at the beginning, and not in a table of one line. */
const HORS_TABLEAU = new Set(['Présentation'])

/** The bilan ready for a meeting: figures, pictures, what both sides say of them, what was decided. */
export function bilanEnPdf(
  bilan: Bilan,
  echantillon: Echantillon,
  copil: CopilLu | null,
  maintenant: Date,
  autres: readonly TableBilan[] = [],
): Promise<Buffer> {
  const { caisse, partenaire, periode, precedente, masque, encours, arreteLe, courant } = bilan
  const { lignes } = echantillon
  const qui = partenaire ? `${partenaire.nom} et ${caisse.nom}` : `${caisse.nom}, tous les partenaires`
  const quand = periode.libelle.replace(/^[A-Z]/, (initiale) => initiale.toLowerCase())
  const options = {
    titre: `Bilan, ${quand}, ${qui}`,
    sujet: 'Bilan pour le comité de pilotage de la convention',
    pied: `Bilan, ${quand}`,
    creeLe: maintenant,
  }
  return pagesPdf(options, (pages) => {
    pages.titre(1, partenaire ? 'Bilan de la convention' : 'Bilan de la caisse')
    pages.paragraphe(`${qui}. ${periode.libelle}${encours ? `, chiffres au ${dateAvecAnnee(arreteLe)}` : ''}.`)
    pages.paragraphe(
      `Comparaison\u00A0: ${precedente.libelle}. Les volumes comptent les demandes reçues dans la période\u00A0; les délais et les résultats, celles qui y ont reçu leur réponse.${masque ? ` ${regleDuMasque}` : ''}`,
    )
    if (copil) ecrireReunion(pages, copil)
    for (const table of [...tablesDuBilan(bilan, echantillon, copil), ...autres]) {
      if (HORS_TABLEAU.has(table.titre)) continue
      pages.titre(2, table.titre)
      if (table.feuille === 'Demandes reçues') dessinerVolumes(pages, courant.tranches)
      if (table.feuille === 'Échantillon') direTirage(pages, echantillon)
      ecrireTable(pages, table)
      // Who does not read demandes has the figures of the draw all the same, as on the screen.
      if (table.feuille === 'Délais' && lignes.length > 0 && lignes.every(({ reference }) => reference === null)) {
        pages.titre(3, 'Échantillon')
        direTirage(pages, echantillon)
      }
    }
  })
}

function ecrireReunion(pages: PagesPdf, copil: CopilLu): void {
  pages.titre(2, 'Comité de pilotage')
  if (copil.tenuLe) pages.fait('Tenu le', dateAvecAnnee(copil.tenuLe))
  else if (copil.prevuLe) pages.fait('Prévu', dateEtHeure(copil.prevuLe))
  pages.fait('Lieu', copil.lieu)
  pages.fait('Présents', copil.presents)
  if (copil.commentaireCaisse) {
    pages.titre(3, 'Ce qu’en dit la caisse')
    pages.paragraphe(copil.commentaireCaisse)
  }
  if (copil.commentairePartenaire) {
    pages.titre(3, 'Ce qu’en dit le partenaire')
    pages.paragraphe(copil.commentairePartenaire)
  }
}

function direTirage(pages: PagesPdf, { graine, population, lignes, total, net, hors }: Echantillon): void {
  const attente = total.moyenne === null || net.moyenne === null ? null : total.moyenne - net.moyenne
  pages.paragraphe(
    `${pluriel(lignes.length, 'demande tirée', 'demandes tirées')} parmi les ${compteEnMots(population)} répondues dans la période, tirage n°\u00A0${graine}\u00A0: le même numéro redonne le même tirage. Moyenne\u00A0: ${joursEnMots(total.moyenne)}, dont ${joursEnMots(attente)} en attente du partenaire. Hors délai\u00A0: ${compteEnMots(hors)}.`,
  )
}

function ecrireTable(pages: PagesPdf, { colonnes, lignes }: TableBilan): void {
  // Days of the bars are said by their name.
  const gardees = colonnes.flatMap((colonne, rang) =>
    colonne.type === 'jour' && ['Du', 'Au'].includes(colonne.titre) ? [] : [{ colonne, rang }],
  )
  pages.tableau(
    gardees.map(({ colonne: { titre, type, largeur = 14 } }) => ({
      titre,
      nombre: type === 'nombre',
      part: type === 'nombre' || type === 'jour' ? 12 : Math.min(Math.max(largeur, 14), 40),
    })),
    lignes.map((ligne) => gardees.map(({ colonne, rang }) => enMots(ligne[rang] ?? null, colonne))),
  )
}

function enMots(valeur: CelluleTableur, { type }: ColonneTableur): string {
  if (valeur === null) return ''
  if (typeof valeur === 'number') return nombre(valeur)
  return type === 'jour' && typeof valeur === 'string' ? valeur.split('-').reverse().join('/') : String(valeur)
}

const HAUTEUR = 120

/** Bars of what was received; a count kept back has no bar, and says so. */
function dessinerVolumes(pages: PagesPdf, tranches: readonly Tranche[]): void {
  if (tranches.length < 2) return
  const max = Math.max(...tranches.map(({ deposees }) => deposees ?? 0))
  if (max === 0) return
  const dit = tranches.map(({ libelle, deposees }) => `${libelle}\u00A0: ${compteEnMots(deposees)}`).join(', ')
  pages.figure(`Demandes reçues. ${dit}.`, HAUTEUR, (document, { x, y, largeur, hauteur }: Boite) => {
    const pas = largeur / tranches.length
    const plein = hauteur - 30
    for (const [rang, { libelle, deposees }] of tranches.entries()) {
      const haute = ((deposees ?? 0) / max) * plein
      const gauche = x + rang * pas
      document.rect(gauche + pas * 0.15, y + 14 + plein - haute, pas * 0.7, haute).fill(couleurs.bleu700)
      const options = { width: pas, align: 'center' as const, lineBreak: false }
      document
        .font('gras', 9)
        .fillColor(couleurs.encre)
        .text(propre(compteEnMots(deposees)), gauche, y + plein - haute, options)
      document
        .font('regulier', 9)
        .fillColor(couleurs.encre2)
        .text(propre(libelle), gauche, y + hauteur - 12, options)
    }
    document
      .moveTo(x, y + 14 + plein)
      .lineTo(x + largeur, y + 14 + plein)
      .lineWidth(0.75)
      .stroke(couleurs.filet)
  })
}
