import type { z } from 'zod'
import { baseReglages } from '@/lib/reglages/adresses'
import { exigerCaisseReglee } from '@/lib/reglages/caisse-reglee'
import { comparer } from '@/lib/reglages/comparer'
import { lireReglages } from '@/lib/reglages/lire-reglages'
import type { Reglages, Section } from '@/lib/reglages/modele'
import type { reglagesSchema } from '@/lib/reglages/schema'
import { lireSection } from '@/lib/reglages/section-tapee'
import { sectionReglee } from '@/lib/reglages/sections/registre'
import type { Contexte, Suite } from '@/lib/socle/action'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'

/**
 * Saves a section of the settings. What was filed, opened or asked before keeps its dates: settings are read when an act is
 * done, and copied on what it makes.
 */
export async function enregistrerReglages(contexte: Contexte, saisie: z.output<typeof reglagesSchema>): Promise<Suite> {
  const { tx, acteur } = contexte
  const { caisseId, section } = saisie
  exigerCaisseReglee(acteur, caisseId)
  const { reglages: avant } = await lireReglages(tx, caisseId)
  const lecture = lireSection(section, saisie)
  if (lecture.erreurs) throw new ErreurMetier('saisie', undefined, lecture.erreurs)
  const apres = { ...avant, ...lecture.valeurs }
  const { lignes } = sectionReglee(section)
  const changements = comparer(lignes(avant), lignes(apres))
  await prendreVersion(tx, caisseId, saisie.version)
  if (changements.length > 0) await ecrire(tx, caisseId, section, apres)
  return {
    vers: `${baseReglages(acteur, caisseId)}?enregistre=${section}#${section}`,
    journal: {
      objetType: 'caisse',
      objetId: caisseId,
      caisseId,
      details: {
        section,
        ...Object.fromEntries(changements.map(({ cle, avant, apres }) => [cle, `${avant} → ${apres}`])),
      },
    },
  }
}

/** Refuses a change made on settings that someone has changed since, and takes their lock until the end of the transaction. */
export async function prendreVersion(tx: Transaction, caisseId: string, version: number): Promise<void> {
  const { count } = await tx.reglagesCaisse.updateMany({
    where: { caisseId, version },
    data: { version: { increment: 1 } },
  })
  if (count === 0)
    throw new ErreurMetier(
      'etat_change',
      'Les réglages de la caisse ont changé depuis que vous avez ouvert cette page. Rechargez-la : ce que vous avez saisi est gardé, comparé aux réglages d’aujourd’hui.',
    )
}

async function ecrire(tx: Transaction, caisseId: string, section: Section, reglages: Reglages): Promise<void> {
  if (section === 'services') {
    await tx.serviceCaisse.deleteMany({ where: { caisseId } })
    await tx.serviceCaisse.createMany({
      data: reglages.services.map((service, rang) => ({ caisseId, ...service, ordre: (rang + 1) * 10 })),
    })
    return
  }
  const { delais, services: _services, ...colonnes } = reglages
  await tx.reglagesCaisse.updateMany({ where: { caisseId }, data: colonnes })
  if (section !== 'delais') return
  await tx.delaiPrestation.deleteMany({ where: { caisseId } })
  await tx.delaiPrestation.createMany({
    data: Object.entries(delais).map(([prestation, regle]) => ({ caisseId, prestation, ...regle })),
  })
}
