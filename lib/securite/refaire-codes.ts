import { refaireLesCodes } from '@/lib/securite/codes-secours'
import { exigerFraicheur } from '@/lib/securite/fraicheur'
import { situationDuCompte } from '@/lib/securite/obligation'
import { prevenirTitulaire } from '@/lib/securite/prevenir'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Ten new recovery codes, shown this once; those before them end. */
export async function refaireCodes(contexte: Contexte): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  await exigerFraicheur(contexte, acteur)
  const { application, cles } = await situationDuCompte(tx, acteur)
  if (!application && cles === 0)
    throw new ErreurMetier(
      'etat_change',
      'Les codes de secours remplacent une double authentification\u00a0: mettez-en d’abord une en place.',
    )
  const codes = await refaireLesCodes(tx, acteur.compteId, maintenant)
  await prevenirTitulaire(tx, acteur, 'codes_secours_refaits')
  return { donnees: { fait: true, codes }, journal: { objetType: 'compte', objetId: acteur.compteId } }
}
