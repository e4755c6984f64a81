import { dateEtHeure } from '@/lib/socle/format'
import { majuscule } from '@/lib/socle/francais'
import { pagesPdf } from '@/lib/socle/pdf-pages'
import { faitsDe } from '@/lib/violations/faits'
import { libellesEtat, libellesRisque, libellesSuivi, referenceViolation } from '@/lib/violations/libelles'
import type { ViolationLue } from '@/lib/violations/queries'
import { type Horloge, horlogesDe } from '@/lib/violations/regles'

/** The file of a breach, with all that its reader may see: what was declared, the clocks of each caisse, the history. Tagged PDF. */
export function dossierDeViolation(violation: ViolationLue, maintenant: Date): Promise<Buffer> {
  const reference = referenceViolation(violation.id)
  const titre = `Violation de données ${reference}`
  const options = {
    titre,
    sujet: 'Documentation d’une violation de données (RGPD, art. 33-5)',
    pied: `Violation ${reference}, dossier du ${dateEtHeure(maintenant)}`,
    creeLe: maintenant,
  }
  return pagesPdf(options, (pages) => {
    pages.titre(1, titre)
    pages.paragraphe(`Dossier établi le ${dateEtHeure(maintenant)}.`)
    pages.titre(2, 'La déclaration')
    for (const { cle, valeur } of faitsDe(violation)) pages.fait(cle, valeur)
    for (const part of violation.parts) {
      const horloges = horlogesDe(part, maintenant)
      pages.titre(2, part.caisse ?? 'Caisse')
      pages.fait('État', libellesEtat[part.etat])
      pages.fait('Risque', part.risque && libellesRisque[part.risque])
      pages.fait('Qualifiée', part.qualifieeLe && dateEtHeure(part.qualifieeLe))
      pages.fait('Connue de la caisse', dateEtHeure(part.connueLe))
      if (part.autrePartieAvant)
        pages.fait('Informer l’autre partie', enMots(part.autrePartieAvant, part.autrePartieLe, horloges.autrePartie))
      pages.fait('Notifier la CNIL (72 heures)', enMots(part.autoriteAvant, part.autoriteLe, horloges.autorite))
      pages.fait(
        'Informer les personnes',
        part.personnesLe
          ? `fait le ${dateEtHeure(part.personnesLe)}`
          : part.personnesSansObjet || part.etat === 'ecartee'
            ? 'non nécessaire'
            : 'à décider',
      )
      pages.fait('Close', part.closeLe && dateEtHeure(part.closeLe))
    }
    pages.titre(2, 'L’historique')
    pages.fait(dateEtHeure(violation.declareeLe), `Déclaration, par ${violation.declareePar ?? 'un compte supprimé'}`)
    for (const { le, type, texte, auteur, caisse } of violation.suivis)
      pages.fait(
        dateEtHeure(le),
        `${libellesSuivi[type]}${[auteur, caisse].some(Boolean) ? `, ${[auteur, caisse].filter(Boolean).join(', ')}` : ''}.\n${texte}`,
      )
    pages.paragraphe('Les dates sont à l’heure de Paris. Chaque acte est aussi au journal du portail.')
  })
}

const enMots = (avant: Date, faitLe: Date | null, { mots }: Horloge) =>
  `avant le ${dateEtHeure(avant)}. ${faitLe ? `Fait le ${dateEtHeure(faitLe)}\u00A0: ${mots}.` : `${majuscule(mots)}.`}`
