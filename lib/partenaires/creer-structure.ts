import { randomUUID } from 'node:crypto'
import { ecrireFiche, ficheAModifier } from '@/lib/partenaires/fiche'
import type { SaisieStructure } from '@/lib/partenaires/schema'
import { verifierStructure } from '@/lib/partenaires/structures'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { enDate } from '@/lib/socle/jour'

/**
 * A territorial unit more. Where there was one structure, it was the whole partenaire: it keeps its accounts and its demandes,
 * and takes a name and members of its own.
 */
export async function creerStructure(contexte: Contexte, saisie: SaisieStructure): Promise<Suite> {
  const { tx } = contexte
  const { partenaireId, version, premiere, ouvreLe, ...voulue } = saisie
  const fiche = await ficheAModifier(contexte, partenaireId)
  const [seule, ...reste] = fiche.structures
  const scission = seule && reste.length === 0
  if (scission && !premiere)
    throw new ErreurMetier('saisie', undefined, {
      'premiere.nom': 'Donnez un nom à la structure actuelle, qui garde ses comptes et ses demandes.',
    })
  const total = fiche.nombreMembres
  const autres = scission && premiere ? [{ id: seule.id, nom: premiere.nom }] : fiche.structures
  const erreurs = {
    ...(scission && premiere && verifierStructure(premiere, { autres: [], total, champ: 'premiere.' })),
    ...verifierStructure(voulue, { autres, total }),
  }
  if (Object.keys(erreurs).length > 0) throw new ErreurMetier('saisie', undefined, erreurs)

  await ecrireFiche(contexte, fiche, version)
  if (scission && premiere) await tx.structure.updateMany({ where: { id: seule.id }, data: premiere })
  const id = randomUUID()
  await tx.structure.createMany({ data: [{ id, partenaireId, ouvreLe: ouvreLe && enDate(ouvreLe), ...voulue }] })
  return {
    vers: `/caisse/partenaires/${partenaireId}#structures`,
    journal: { objetType: 'structure', objetId: id, details: { partenaireId, ouvreLe } },
  }
}
