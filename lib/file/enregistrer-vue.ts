import type { z } from 'zod'
import { filtresFileSchema } from '@/lib/demandes/filtres-file'
import { aGarder } from '@/lib/file/filtres-de-vue'
import type { enregistrerVueSchema, modifierVueSchema, remplacerVueSchema } from '@/lib/file/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Saved views of one agent: more would no longer be found in their menu. */
const VUES_MAX = 30

/** «Enregistrer cette vue»: the filters in use get a name, for the agent alone or for all those of the caisse. */
export async function enregistrerVue(
  contexte: Contexte,
  saisie: z.output<typeof enregistrerVueSchema>,
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const { id, nom, partagee } = saisie
  const deja = await tx.vueFile.findUnique({ where: { id }, select: { id: true } })
  if (!deja) {
    await exigerNomLibre(contexte, id, nom)
    if ((await tx.vueFile.count({ where: { compteId: acteur.compteId } })) >= VUES_MAX)
      throw new ErreurMetier('saisie', undefined, {
        nom: `Vous avez déjà ${VUES_MAX} vues. Supprimez-en une avant d’en enregistrer une autre.`,
      })
    await tx.vueFile.createMany({
      data: [
        {
          id,
          caisseId: acteur.caisse?.id ?? '',
          compteId: acteur.compteId,
          nom,
          partagee: partagee === 'oui',
          filtres: filtresDe(saisie.filtres),
          creeeLe: maintenant,
        },
      ],
    })
  }
  return { vers: `/caisse/file?vue=${id}`, journal: trace(id) }
}

/** Renamed, shared or kept for oneself: by who made it. */
export async function modifierVue(contexte: Contexte, saisie: z.output<typeof modifierVueSchema>): Promise<Suite> {
  const { tx, acteur } = contexte
  const { id, nom, partagee } = saisie
  await exigerNomLibre(contexte, id, nom)
  const { count } = await tx.vueFile.updateMany({
    where: { id, compteId: acteur.compteId },
    data: { nom, partagee: partagee === 'oui' },
  })
  if (count === 0) throw new ErreurMetier('introuvable')
  return { vers: '/caisse/file/vues?fait=modifiee', journal: trace(id) }
}

/** The filters in use take the place of those the view had. */
export async function remplacerVue(contexte: Contexte, saisie: z.output<typeof remplacerVueSchema>): Promise<Suite> {
  const { tx, acteur } = contexte
  const { count } = await tx.vueFile.updateMany({
    where: { id: saisie.id, compteId: acteur.compteId },
    data: { filtres: filtresDe(saisie.filtres), compte: null, compteLe: null },
  })
  if (count === 0) throw new ErreurMetier('introuvable')
  return { vers: `/caisse/file?vue=${saisie.id}`, journal: trace(saisie.id) }
}

/** A view is a way to look: nothing of the demandes goes with it. */
export async function supprimerVue({ tx, acteur }: Contexte, { id }: { id: string }): Promise<Suite> {
  const { count } = await tx.vueFile.deleteMany({ where: { id, compteId: acteur.compteId } })
  if (count === 0) throw new ErreurMetier('introuvable')
  return { vers: '/caisse/file/vues?fait=supprimee', journal: trace(id) }
}

const trace = (id: string) => ({ objetType: 'vue_file', objetId: id })

const filtresDe = (adresse: string) =>
  aGarder(filtresFileSchema.parse(Object.fromEntries(new URLSearchParams(adresse))))

async function exigerNomLibre({ tx, acteur }: Contexte, id: string, nom: string): Promise<void> {
  const homonyme = await tx.vueFile.findFirst({
    where: { compteId: acteur.compteId, id: { not: id }, nom: { equals: nom, mode: 'insensitive' } },
    select: { id: true },
  })
  if (homonyme)
    throw new ErreurMetier('saisie', undefined, {
      nom: `Vous avez déjà une vue «\u00A0${nom}\u00A0». Choisissez un autre nom.`,
    })
}
