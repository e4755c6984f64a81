import { describe, expect, it } from 'vitest'
import { caissesDeDemo } from '@/prisma/seed/demo/caisses'
import { sources } from './sources'

/**
 * What differs from one caisse to the next is read from its settings (règles du domaine, table of the head): the product's
 * code names no caisse, and holds none of the values that they set differently.
 */
const fichiers = ['app', 'components', 'lib']
  .flatMap((dossier) => sources(dossier, /\.tsx?$/))
  // The départements and the shape of a NIR are facts of the country; the style guide shows invented examples, and the demo
  // signs in to them.
  .filter(({ chemin }) => !/^(lib\/socle\/(departements|nir)\.ts|app\/styleguide\/|lib\/processus\/)/.test(chemin))
  .map(({ chemin, texte }) => ({ chemin, texte: sansCommentaires(texte) }))

/** Comments explain with examples; code does not act on them. */
function sansCommentaires(texte: string): string {
  return texte.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

function trouver(motif: RegExp): string[] {
  return fichiers.flatMap(({ chemin, texte }) =>
    texte.split('\n').flatMap((ligne) => (motif.test(ligne) ? [`${chemin} : ${ligne.trim()}`] : [])),
  )
}

const lieux = /Seine-Maritime|Rouen|Elbeuf|Dieppe|Le Havre|\bVar\b|Toulon|Calvados|Caen\b|Roubaix|Tourcoing/

describe('no constant of one caisse', () => {
  it('no real fund, town or département of an agreement is named', () => {
    expect(trouver(lieux)).toEqual([])
  })

  it('no caisse of the demo is named, by its name nor by its code', () => {
    const noms = Object.values(caissesDeDemo).map(({ nom }) => nom.replace(/^CPAM (du|de la|des) /, ''))
    expect(trouver(new RegExp(noms.join('|')))).toEqual([])
    const codes = Object.values(caissesDeDemo).map(({ code }) => code)
    expect(trouver(new RegExp(`code\\s*[=:]=*\\s*['"](${codes.join('|')})['"]`))).toEqual([])
  })

  it('no département decides of anything', () => {
    expect(trouver(/departement\w*(\.\w+\()?\s*(===|!==|==|\(|includes\()\s*['"](\d{2,3}|2[AB])['"]/i)).toEqual([])
    expect(trouver(/(includes|has)\(\s*['"](57|67|68|76|83|14|59)['"]\s*\)/)).toEqual([])
  })

  it('no delay, notice, cure period, interval, size or quota switch stands in for a setting', () => {
    const reglages =
      'delaiJours|seuilAlerteJours|delaiUrgentJours|delaiReouvertureJours|delaiHabilitationJoursOuvres|preavisRenouvellementMois|preavisMois|preavisInactivationJours|delaiMiseEnDemeure\\w*|intervalleRevueMois|intervalleMois|revueDelaiJours|revueSuspensionJours|suspensionJours|conservationDemandeMois|delaiNotificationViolationHeures|tailleMax(Fichier|Demande)Octets'
    // A value assigned, defaulted to or compared with; 0 and 1 say «none», «at once» or «one», and belong to nobody.
    const valeur = '(?!0\\b|1\\b)\\d[\\d_]*'
    const fautes = [
      ...trouver(new RegExp(`\\b(${reglages})\\b[?]?\\s*(=|:|\\?\\?|===|!==|<=?|>=?)\\s*${valeur}\\b`)),
      ...trouver(new RegExp(`\\b(${reglages})\\b[^,;]*\\?\\?\\s*${valeur}\\b`)),
    ]
    // How near a date must be to be coloured on the home page of a référent: no agreement speaks of it.
    const accueil = /^components\/accueil\/attentes-du-referent\.tsx : .*seuilAlerteJours: 14/
    expect(fautes.filter((faute) => !accueil.test(faute))).toEqual([])
    expect(trouver(/quotaTechniciensActif\s*(\?\?|:|=)\s*(true|false)\b/)).toEqual([])
    expect(trouver(/rendezVousRestreint\s*(\?\?|:|=)\s*(true|false)\b/)).toEqual([])
  })

  it('no number of days or months that an agreement sets is kept under a name of its own', () => {
    const mots =
      'delai|preavis|mise_?en_?demeure|reouverture|habilitation|revue|urgen\\w*|seuil|alerte|renouvellement|regularisation|remede'
    const constante = new RegExp(
      `\\bconst\\s+\\w*(${mots})\\w*\\s*(:\\s*number\\s*)?=\\s*(?!0\\b|1\\b)\\d[\\d_]*\\s*$`,
      'i',
    )
    // Of the portal itself: attempts to sign in, autosave, a probe of health, the colour of a date on a page, thinking again of a message, the
    // answer of an identity provider.
    const duPortail =
      /^(lib\/comptes\/regles|lib\/socle\/sante|components\/formulaire\/enregistreur|components\/conventions\/dates|lib\/messages\/envoi|lib\/oidc\/fournisseur)\.tsx? /
    expect(trouver(constante).filter((faute) => !duPortail.test(faute))).toEqual([])
  })

  it('no sentence announces a delay written by hand', () => {
    const dites = trouver(
      /(réponse|ouvert|traité|rouvert|préavis|mise en demeure|remédier|habilitation)[^'"`<]{0,40}\b(5|10|15|30|31)(\s|\\u00A0|\u00A0)(jours|jours ouvrés)\b/i,
    ).filter((ligne) => !ligne.includes('${'))
    expect(dites).toEqual([])
  })

  it('would see one', () => {
    const lignes = [
      'const delaiC2s = 31',
      '  const jours = reglages.delaiReouvertureJours ?? 30',
      "if (departement === '76')",
    ]
    expect(/delai\w*\s*=\s*\d/.test(lignes[0] ?? '')).toBe(true)
    expect(/delaiReouvertureJours\b[^,;]*\?\?\s*\d+/.test(lignes[1] ?? '')).toBe(true)
    expect(/departement\w*\s*===\s*['"]\d{2}['"]/.test(lignes[2] ?? '')).toBe(true)
    expect(fichiers.length).toBeGreaterThan(200)
  })
})
