import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { compterDerriere, filtresDerriereSchema } from '@/lib/bilan/derriere'
import { lirePeriode, tranchesDe } from '@/lib/bilan/periode'
import { ciblePour, conventionsDe } from '@/lib/bilan/queries'
import { EN_PREPARATION_MAX, lignesMax } from '@/lib/exports/regles'
import type { exporterListeSchema } from '@/lib/exports/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { nombre } from '@/lib/socle/format'
import { estId } from '@/lib/socle/identifiants'
import { dateAParis } from '@/lib/socle/temps'
import { envoyerTravail } from '@/lib/travaux/file'

/** Asks for the list behind a figure as a file: written by the worker, ready some moments later. */
export async function demanderListe(
  { tx, acteur, maintenant }: Contexte,
  { adresse, format }: z.output<typeof exporterListeSchema>,
): Promise<Suite> {
  const parametres = Object.fromEntries(new URLSearchParams(adresse))
  const id = (nom: 'partenaire' | 'caisse') => (estId(parametres[nom] ?? '') ? parametres[nom] : undefined)
  const cible = ciblePour(acteur, { partenaireId: id('partenaire') ?? null, caisseId: id('caisse') })
  if (!cible) throw new ErreurMetier('introuvable')
  const aujourdhui = dateAParis(maintenant)
  const { periode } = lirePeriode(parametres, aujourdhui, await conventionsDe(acteur, cible))
  const filtres = { ...filtresDerriereSchema.parse(parametres), apres: undefined }
  const { du, au } = (filtres.tranche !== undefined && tranchesDe(periode)[filtres.tranche]) || periode
  const total = await compterDerriere(tx, { cible, filtres, jours: { du, au }, aujourdhui })
  if (total > lignesMax[format])
    throw new ErreurMetier('saisie', undefined, {
      format:
        format === 'csv'
          ? `Cette liste a ${nombre(total)} demandes, un fichier en prend ${nombre(lignesMax.csv)}. Choisissez une période plus courte.`
          : `Cette liste a ${nombre(total)} demandes, ce format en prend ${nombre(lignesMax[format])}. Choisissez CSV, ou une période plus courte.`,
    })
  if ((await tx.export.count({ where: { etat: 'en_preparation' } })) >= EN_PREPARATION_MAX)
    throw new ErreurMetier(
      'etat_change',
      `Vous avez déjà ${EN_PREPARATION_MAX} listes en préparation. Attendez que l’une d’elles soit prête.`,
    )
  const exportId = randomUUID()
  await tx.export.createMany({
    data: [
      {
        id: exportId,
        compteId: acteur.compteId,
        caisseId: cible.caisseId,
        format,
        recherche: { partenaireId: cible.partenaireId, filtres, jours: { du, au } },
        total,
        demandeLe: maintenant,
      },
    ],
  })
  await envoyerTravail(tx, 'liste.exporter', { exportId })
  return {
    vers: '/exports',
    journal: { objetType: 'caisse', objetId: cible.caisseId, details: { exportId, format, quoi: filtres.quoi, total } },
  }
}
