import { comparer } from '@/lib/reglages/comparer'
import { lirePortee } from '@/lib/reglages/portee'
import { saisieDesValeurs } from '@/lib/reglages/section-tapee'
import type { Valeurs } from '@/lib/reglages/sections/definition'
import {
  appliquer,
  effetsSurLePartenaire,
  lignesDuPartenaire,
  lireServicesDuPartenaire,
  servicesPartenaireSchema,
  valeursDuPartenaire,
} from '@/lib/reglages/services-partenaire'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { estId } from '@/lib/socle/identifiants'

/** Null outside the perimeter: the partenaire is not bound to the caisse, or does not exist. */
async function siLie<T>(partenaireId: string, lire: () => Promise<T>): Promise<T | null> {
  if (!estId(partenaireId)) return null
  return lire().catch((erreur: unknown) => {
    if (erreur instanceof ErreurMetier && erreur.code === 'introuvable') return null
    throw erreur
  })
}

/** What the caisse of the acteur offers to a partenaire. */
export function servicesDuPartenaire(acteur: Acteur, partenaireId: string) {
  return siLie(partenaireId, () =>
    avecPerimetre(perimetre(acteur), async (tx) => {
      const lus = await lireServicesDuPartenaire(tx, acteur.caisse?.id ?? '', partenaireId)
      return { ...lus, valeurs: valeursDuPartenaire(lus.offerts) }
    }),
  )
}

/** «Voir ce que cela change», for one partenaire. Writes nothing. */
export function verifierServicesPartenaire(acteur: Acteur, partenaireId: string, valeurs: Valeurs) {
  return siLie(partenaireId, () =>
    avecPerimetre(perimetre(acteur), async (tx) => {
      const caisseId = acteur.caisse?.id ?? ''
      const lus = await lireServicesDuPartenaire(tx, caisseId, partenaireId)
      const tapes = servicesPartenaireSchema.pick({ services: true, motifs: true }).safeParse(saisieDesValeurs(valeurs))
      const { apres, erreurs } = appliquer(lus.offerts, tapes.data ?? { services: [], motifs: [] })
      if (erreurs) return { ...lus, erreurs }
      const changements = comparer(lignesDuPartenaire(lus.offerts), lignesDuPartenaire(apres))
      const effets = effetsSurLePartenaire(lus.offerts, apres, await lirePortee(tx, caisseId, partenaireId))
      return { ...lus, erreurs: undefined, changements, effets }
    }),
  )
}
