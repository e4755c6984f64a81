import { lignesDuTraitement, responsableEnMots } from '@/lib/conservation/libelles'
import { natures } from '@/lib/conservation/natures'
import type { Registre } from '@/lib/conservation/queries'
import { dateAvecAnnee } from '@/lib/socle/format'
import { pagesPdf } from '@/lib/socle/pdf-pages'
import type { Feuille } from '@/lib/socle/tableur'
import { dateAParis } from '@/lib/socle/temps'

/** The register as accessible pages. */
export function registreEnPdf(registre: Registre, creeLe: Date): Promise<Buffer> {
  const le = dateAvecAnnee(dateAParis(creeLe))
  const options = {
    titre: `Registre des traitements, ${registre.caisse.nom}`,
    sujet: `Registre du ${le}`,
    pied: `Registre des traitements, ${registre.caisse.nom}, ${le}`,
    creeLe,
  }
  return pagesPdf(options, (pages) => {
    pages.titre(1, 'Registre des traitements')
    for (const [cle, valeur] of responsableEnMots(registre)) pages.fait(cle, valeur)
    for (const nature of natures) {
      pages.titre(2, nature.libelle)
      for (const [cle, valeur] of lignesDuTraitement(nature, registre)) pages.fait(cle, valeur)
    }
  })
}

/** The register as a sheet: one row for each processing activity. */
export function registreEnFeuille(registre: Registre): Feuille {
  const lignes = natures.map((nature) => [
    nature.libelle,
    ...lignesDuTraitement(nature, registre).map(([, valeur]) => valeur),
  ])
  const [premiere] = natures
  const titres = premiere ? lignesDuTraitement(premiere, registre).map(([cle]) => cle) : []
  return { feuille: 'Registre', colonnes: ['Traitement', ...titres].map((titre) => ({ titre, largeur: 40 })), lignes }
}
