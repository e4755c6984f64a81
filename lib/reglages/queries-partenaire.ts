import { z } from 'zod'
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

const exigerId = (id: string) => {
  if (!z.uuid().safeParse(id).success) throw new ErreurMetier('introuvable')
}

/** What the caisse of the acteur offers to a partenaire. */
export function servicesDuPartenaire(acteur: Acteur, partenaireId: string) {
  exigerId(partenaireId)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const lus = await lireServicesDuPartenaire(tx, acteur.caisse?.id ?? '', partenaireId)
    return { ...lus, valeurs: valeursDuPartenaire(lus.offerts) }
  })
}

/** «Voir ce que cela change», for one partenaire. Writes nothing. */
export function verifierServicesPartenaire(acteur: Acteur, partenaireId: string, valeurs: Valeurs) {
  exigerId(partenaireId)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisseId = acteur.caisse?.id ?? ''
    const lus = await lireServicesDuPartenaire(tx, caisseId, partenaireId)
    const tapes = servicesPartenaireSchema.pick({ services: true, motifs: true }).safeParse(saisieDesValeurs(valeurs))
    const { apres, erreurs } = appliquer(lus.offerts, tapes.data ?? { services: [], motifs: [] })
    if (erreurs) return { ...lus, erreurs }
    const changements = comparer(lignesDuPartenaire(lus.offerts), lignesDuPartenaire(apres))
    const effets = effetsSurLePartenaire(lus.offerts, apres, await lirePortee(tx, caisseId, partenaireId))
    return { ...lus, erreurs: undefined, changements, effets }
  })
}
