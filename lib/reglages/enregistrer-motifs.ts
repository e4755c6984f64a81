import type { z } from 'zod'
import { baseReglages } from '@/lib/reglages/adresses'
import { exigerCaisseReglee } from '@/lib/reglages/caisse-reglee'
import { comparer } from '@/lib/reglages/comparer'
import { prendreVersion } from '@/lib/reglages/enregistrer-reglages'
import { lignesDesMotifs, lireMotifs, lireMotifsTapes } from '@/lib/reglages/motifs'
import type { motifsServiceSchema } from '@/lib/reglages/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { erreursParChamp } from '@/lib/socle/saisie'

/** Hides, renames and orders the motifs of a service. Demandes and their words stay as they were filed. */
export async function enregistrerMotifs(
  contexte: Contexte,
  saisie: z.output<typeof motifsServiceSchema>,
): Promise<Suite> {
  const { tx, acteur } = contexte
  const { caisseId, service } = saisie
  exigerCaisseReglee(acteur, caisseId)
  const { motifs: avant, naturel } = await lireMotifs(tx, caisseId, service)
  const { apres, erreur } = lireMotifsTapes(avant, saisie)
  if (!apres) throw new ErreurMetier('saisie', undefined, erreursParChamp(erreur))
  await prendreVersion(tx, caisseId, saisie.version)
  // In the order of the catalogue, no place is kept: a motif added to it later finds its own.
  const deplaces = apres.some(({ id }, place) => naturel[place] !== id)
  await tx.motifCaisse.deleteMany({ where: { caisseId, motifId: { in: naturel } } })
  await tx.motifCaisse.createMany({
    data: apres.map(({ id, actif, libelle, delaiJours, seuilAlerteJours }, place) => ({
      caisseId,
      motifId: id,
      actif,
      libelle: libelle || null,
      delaiJours,
      seuilAlerteJours,
      ordre: deplaces ? (place + 1) * 10 : null,
    })),
  })
  const changements = comparer(lignesDesMotifs(avant), lignesDesMotifs(apres))
  return {
    vers: `${baseReglages(acteur, caisseId)}/motifs?enregistre=${service}#${service}`,
    journal: {
      objetType: 'caisse',
      objetId: caisseId,
      caisseId,
      details: {
        service,
        ...Object.fromEntries(changements.map(({ cle, avant, apres }) => [cle, `${avant} → ${apres}`])),
      },
    },
  }
}
