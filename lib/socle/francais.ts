const masculins =
  /^(CCAS|CIAS|CHRS|CHU|CHS|CH|GIP|Centre|Comite|Conseil|Departement|Dispositif|Foyer|Groupe|Groupement|Pole|Relais|Reseau|Secours|Service|Syndicat|Tutelaire)(?!\w)/i
const feminins =
  /^(CPAM|CGSS|CCSS|CARSAT|Caisse|Collectivite|Commune|Communaute|Croix|Fondation|Mairie|Maison|Metropole|Mission|Mutuelle|Residence|Ville)(?!\w)/i
const elides =
  /^(UDCCAS|UDAF|ASE|ESAT|EHPAD|Agence|Agglomeration|Association|Atelier|Entraide|Espace|Etablissement|Hopital|Institut|Office|Organisme|Union)(?!\w)/i
const voyelle = /^[AEIOUY\u00C6\u0152]/i

const sansAccents = (nom: string) => nom.normalize('NFD').replace(/\p{M}/gu, '')

// Names of things take an article, proper names («Emmaüs») do not.
function article(nom: string): 'le' | 'la' | 'l’' | null {
  const nu = sansAccents(nom)
  if (masculins.test(nu)) return 'le'
  if (feminins.test(nu)) return 'la'
  return elides.test(nu) ? 'l’' : null
}

/** «le CCAS de Vaucreux», «la CPAM des Deux-Vallées», «l’Association Le Seuil», «Emmaüs», in a sentence. */
export function avecArticle(nom: string): string {
  const mot = article(nom)
  if (mot === null) return nom
  return mot === 'l’' ? `l’${nom}` : `${mot} ${nom}`
}

/** «du CCAS de Vaucreux», «de l’Association Les Deux Rives», «de la Maison des solidarités», «d’Emmaüs». */
export function complementDuNom(nom: string): string {
  const mot = article(nom)
  if (mot === 'le') return `du ${nom}`
  if (mot !== null) return `de ${avecArticle(nom)}`
  return /^H/i.test(nom) ? `d’${nom}` : de(nom)
}

const elision = (nom: string) => voyelle.test(sansAccents(nom))

/** «d’Idriss Benaïssa», «de Maëlle Le Gall». */
export const de = (nom: string): string => (elision(nom) ? `d’${nom}` : `de ${nom}`)

/** «qu’Idriss Benaïssa», «que Maëlle Le Gall». */
export const que = (nom: string): string => (elision(nom) ? `qu’${nom}` : `que ${nom}`)

/** «a, b ou c». */
export function enumerer(mots: string[], dernier = 'ou'): string {
  return mots.length < 2 ? (mots[0] ?? '') : `${mots.slice(0, -1).join(', ')} ${dernier} ${mots.at(-1)}`
}

/** A sentence or a name that begins a line. */
export const majuscule = (texte: string): string => texte.charAt(0).toUpperCase() + texte.slice(1)
