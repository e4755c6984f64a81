import { avecArticle } from '@/lib/socle/francais'

/** Why the record cannot be changed, and when it can. */
export function messageTenue(caisses: { nom: string }[]): string {
  const noms = caisses.map(({ nom }) => avecArticle(nom)).join(', ')
  return `Cette fiche est tenue par ${noms || 'une autre caisse'}, liée au partenaire par une convention signée. Vous pourrez la modifier quand la convention de votre caisse sera signée.`
}
