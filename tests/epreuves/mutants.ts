import { sources } from '@/tests/architecture/sources'
import { controles } from './controles'

/** One check taken out of one file: what stands there, what is put in its place, and the tests that must notice. */
export type Mutant = { nom: string; chemin: string; avant: string; apres: string; rang: number; tests: string[] }

const gardes = ['tests/lib/socle/gardes.test.ts']

/** The guards that every page, route and action goes through. */
const dispositif: Omit<Mutant, 'nom' | 'rang'>[] = [
  {
    chemin: 'lib/socle/action.ts',
    avant: "if (!lu || lu.reste) throw new ErreurMetier('session_expiree')",
    apres: "if (!lu) throw new ErreurMetier('session_expiree')",
    tests: gardes,
  },
  {
    chemin: 'lib/socle/action.ts',
    avant: "if (!aDroit(acteur, droit)) throw new ErreurMetier('interdit')",
    apres: '',
    tests: gardes,
  },
  {
    chemin: 'lib/socle/action.ts',
    avant: "if (!(await origineSure())) throw new ErreurMetier('origine')",
    apres: '',
    tests: gardes,
  },
  {
    chemin: 'lib/socle/action.ts',
    avant: "entetes.get('origin') === new URL(",
    apres: "entetes.get('origin') !== new URL('http://x').origin || '' === new URL(",
    tests: gardes,
  },
  {
    chemin: 'lib/socle/action.ts',
    avant: "(pendantSecondFacteur || lu.reste !== 'second_facteur')",
    apres: 'true',
    tests: gardes,
  },
  {
    chemin: 'lib/socle/route.ts',
    avant: "if (requete.method !== 'GET' && !(await origineSure())) throw new ErreurMetier('origine')",
    apres: '',
    tests: gardes,
  },
  {
    chemin: 'lib/socle/route.ts',
    avant: "if (!lu || lu.reste) throw new ErreurMetier('session_expiree')",
    apres: "if (!lu) throw new ErreurMetier('session_expiree')",
    tests: gardes,
  },
  {
    chemin: 'lib/socle/route.ts',
    avant: "if (!aDroit(acteur, droit)) throw new ErreurMetier('introuvable')",
    apres: '',
    tests: gardes,
  },
  { chemin: 'lib/socle/session.ts', avant: 'if (!lu) redirect(', apres: 'if (false) redirect(', tests: gardes },
  { chemin: 'lib/socle/session.ts', avant: 'if (lu.reste) redirect(', apres: 'if (false) redirect(', tests: gardes },
  { chemin: 'lib/socle/session.ts', avant: 'if (!aDroit(lu.acteur, droit)) {', apres: 'if (false) {', tests: gardes },
  {
    chemin: 'lib/socle/lire-session.ts',
    avant: "if (ligne.etat !== 'actif' || !sessionVivante(ligne, maintenant)) return null",
    apres: 'if (!sessionVivante(ligne, maintenant)) return null',
    tests: gardes,
  },
  {
    chemin: 'lib/socle/lire-session.ts',
    avant: '|| !sessionVivante(ligne, maintenant)',
    apres: '',
    tests: ['tests/lib/comptes/se-connecter.test.ts'],
  },
  {
    chemin: 'lib/socle/lire-session.ts',
    avant: "if (ligne.secondFacteurInstalle && !ligne.secondFacteurLe) return 'second_facteur'",
    apres: '',
    tests: gardes,
  },
  { chemin: 'lib/socle/lire-session.ts', avant: "if (!ligne.cguAcceptee) return 'cgu'", apres: '', tests: gardes },
  {
    chemin: 'lib/socle/lire-session.ts',
    avant: "if (exige && !ligne.secondFacteurLe) return 'enrolement'",
    apres: '',
    tests: ['tests/lib/securite'],
  },
]

/** Lines that refuse for who acts, in the use cases and reads of each domain: taken out one by one. */
const lignes: { motif: RegExp; apres: string }[] = [
  {
    motif:
      /^ +(?:if \([^\n]*\) )?(?:await )?(?:exigerCaisseReglee|exigerPartenaireTenu|exigerConventionSignee|exigerFraicheur|exigerHabilitation|exigerPart|refuserSoi)\([^\n]*\)$/gm,
    apres: '',
  },
  { motif: /(?<=\bailleurs = )exigerOidc\([^\n]*\)$/gm, apres: 'null' },
  {
    motif:
      // `!acteur.caisse` alone only narrows the type of what a right has already said.
      /^ +if \((?!!acteur\.\w+(?: \|\| !acteur\.\w+)*\))[^\n]*(?:acteur|auteur|peut[A-Z]|profil|coteDe)[^\n]*\)\s+throw new ErreurMetier\('(?:introuvable|interdit)'(?:, '[^\n]*')?\)$/gm,
    apres: '',
  },
  { motif: /!aDroit\([^()]*\)/g, apres: 'false' },
  { motif: /(?<!!)aDroit\([^()]*\)/g, apres: 'true' },
]

/** Of the socle, which the guards above hold, and of what only chooses a word or an address. */
const ecartes = [/^lib\/socle\//, /^lib\/accueil\//]

/** Every check on who acts, found in the sources. */
export function mutantsDuCode(): Mutant[] {
  const duDispositif = dispositif.map((mutant) => ({ ...mutant, nom: `${mutant.chemin} : ${mutant.avant}`, rang: 0 }))
  const desDomaines = sources('lib', /\.ts$/)
    .filter(({ chemin }) => !ecartes.some((ecarte) => ecarte.test(chemin)))
    .flatMap(({ chemin, texte }) =>
      lignes.flatMap(({ motif, apres }) =>
        [...texte.matchAll(motif)].map(({ 0: avant, index }) => ({
          nom: `${chemin}:${texte.slice(0, index).split('\n').length} : ${avant.trim()}`,
          chemin,
          avant,
          apres,
          rang: texte.slice(0, index).split(avant).length - 1,
          tests: apres === 'null' ? ['tests/lib/oidc/requis.test.ts'] : testsDe(chemin),
        })),
      ),
    )
  const dansUneExpression = controles.map(([chemin, avant, apres]) => ({
    nom: `${chemin} : ${avant}`,
    chemin,
    avant,
    apres,
    rang: 0,
    tests: testsDe(chemin),
  }))
  return [...duDispositif, ...desDomaines, ...dansUneExpression]
}

/** A part that two slices share is tested with them. */
const partages: Record<string, string[]> = { publications: ['tests/lib/actualites/', 'tests/lib/bibliotheque/'] }

function testsDe(chemin: string): string[] {
  const dossier = chemin.split('/')[1] ?? ''
  return partages[dossier] ?? [`tests/lib/${dossier}/`]
}

/** The file with the check taken out. Throws when it is not there: the list is out of date. */
export function muter(texte: string, { nom, avant, apres, rang }: Mutant): string {
  const morceaux = texte.split(avant)
  if (morceaux.length < rang + 2) throw new Error(`introuvable : ${nom}`)
  return morceaux.slice(0, rang + 1).join(avant) + apres + morceaux.slice(rang + 1).join(avant)
}
