import type { EtatPiece, Limites } from '@/components/pieces/modele'

const nombre = (valeur: number, decimales: number) =>
  new Intl.NumberFormat('fr-FR', { maximumFractionDigits: decimales }).format(valeur)

/** «3,1 Mo», as in `lib/socle/format.ts`, which would bring the calendar rules to the browser with it. */
export function poids(octets: number): string {
  if (octets < 1000) return `${octets}\u00A0${octets < 2 ? 'octet' : 'octets'}`
  if (octets < 999_500) return `${nombre(octets / 1000, 0)}\u00A0ko`
  return `${nombre(octets / 1e6, octets < 9.95e6 ? 1 : 0)}\u00A0Mo`
}

/** Why a file need not even leave the computer; null when it may. */
export function refusAvantEnvoi(
  { name, size }: { name: string; size: number },
  utilises: number,
  { parFichier, parDemande }: Limites,
): string | null {
  const debut = `«\u00A0${name}\u00A0» est refusé\u00A0:`
  if (size === 0) return `${debut} il est vide. Enregistrez-le de nouveau, puis renvoyez-le.`
  if (size > parFichier)
    return `${debut} il pèse ${poids(size)}, et la limite est de ${poids(parFichier)} par fichier. Réduisez-le, ou envoyez-le en plusieurs fichiers.`
  if (utilises + size > parDemande)
    return `${debut} avec lui, la demande dépasserait ${poids(parDemande)}. Retirez une pièce, ou réduisez celle-ci.`
  return null
}

export const motsEtat: Record<EtatPiece, string> = {
  envoi: 'Envoi',
  refus: 'À reprendre',
  analyse: 'Analyse antivirus',
  prete: 'Prête',
  absente: 'Ne l’a pas',
  a_fournir: 'À fournir',
  facultative: 'Facultatif',
}

/** The same once the demande is filed; `close`: nothing can be sent again. */
export function motsEtatDeposee(etat: EtatPiece, close: boolean): string {
  if (etat === 'prete') return 'Jointe'
  if (etat === 'refus' && close) return 'Refusée'
  return motsEtat[etat]
}

const accord = (n: number, un: string, plusieurs: string) => `${n} ${n > 1 ? plusieurs : un}`

/** «1 est prête, 2 sont en cours d’envoi, 1 est à reprendre et 1 à fournir.» */
export function bilan(etats: EtatPiece[]): string {
  const compter = (...cherches: EtatPiece[]) => etats.filter((etat) => cherches.includes(etat)).length
  const parties = [
    [compter('prete'), 'est prête', 'sont prêtes'],
    [compter('envoi', 'analyse'), 'est en cours d’envoi', 'sont en cours d’envoi'],
    [compter('refus'), 'est à reprendre', 'sont à reprendre'],
    [compter('absente'), 'manque, et vous dites pourquoi', 'manquent, et vous dites pourquoi'],
    [compter('a_fournir'), 'est à fournir', 'sont à fournir'],
  ] as const
  const dites = parties.filter(([n]) => n > 0).map(([n, un, plusieurs]) => accord(n, un, plusieurs))
  const derniere = dites.pop()
  if (!derniere) return ''
  return `${dites.length ? `${dites.join(', ')} et ` : ''}${derniere}.`
}
