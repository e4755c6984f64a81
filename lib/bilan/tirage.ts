import { createHash } from 'node:crypto'
import type { Periode } from '@/lib/bilan/modele'
import type { CibleBilan } from '@/lib/bilan/queries'
import { tailleEchantillon } from '@/lib/bilan/regles'

type Parametres = Record<string, string | string[] | undefined>

export type Tirage = {
  graine: string
  taille: number
  /** Words at a field, `graine` or `taille`; the draw shown is then the one by default. */
  erreurs: Record<string, string>
  /** What was typed, given back. */
  saisie: { graine: string; taille: string }
}

/** The number of the draw that both sides get without choosing: the same for the same bilan. */
export function graineParDefaut({ caisseId, partenaireId }: CibleBilan, { du, au }: Periode): string {
  return createHash('sha256').update(`${caisseId} ${partenaireId} ${du} ${au}`).digest('hex').slice(0, 4).toUpperCase()
}

const texte = (valeur: string | string[] | undefined) => (typeof valeur === 'string' ? valeur.trim() : '')

/** The draw of an address: `graine` (up to 12 letters and digits) and `taille`. */
export function lireTirage(parametres: Parametres, parDefaut: string): Tirage {
  const saisie = { graine: texte(parametres.graine).slice(0, 40), taille: texte(parametres.taille).slice(0, 10) }
  const erreurs: Record<string, string> = {}
  if (saisie.graine && !/^[A-Za-z0-9]{1,12}$/.test(saisie.graine))
    erreurs.graine = 'Écrivez le numéro du tirage avec des lettres sans accent et des chiffres, 12 au plus'
  const taille = saisie.taille ? Number(saisie.taille) : tailleEchantillon.defaut
  if (!Number.isInteger(taille) || taille < 1) erreurs.taille = 'Indiquez combien de demandes tirer, en chiffres'
  else if (taille > tailleEchantillon.max) erreurs.taille = `Tirez au plus ${tailleEchantillon.max} demandes`
  return {
    graine: erreurs.graine || !saisie.graine ? parDefaut : saisie.graine.toUpperCase(),
    taille: erreurs.taille ? tailleEchantillon.defaut : taille,
    erreurs,
    saisie,
  }
}
