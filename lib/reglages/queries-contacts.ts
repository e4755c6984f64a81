import { exigerCaisseReglee } from '@/lib/reglages/caisse-reglee'
import { lireReglages } from '@/lib/reglages/lire-reglages'
import { lirePortee } from '@/lib/reglages/portee'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'

/** The contacts a caisse gives, with the number of partenaires that read them. */
export function contactsDeLaCaisse(acteur: Acteur, caisseId: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    exigerCaisseReglee(acteur, caisseId)
    const { caisse, version } = await lireReglages(tx, caisseId)
    const contacts = await tx.contactCaisse.findMany({
      where: { caisseId },
      orderBy: [{ ordre: 'asc' }, { theme: 'asc' }, { nom: 'asc' }, { id: 'asc' }],
    })
    return { caisse, version, contacts, partenaires: (await lirePortee(tx, caisseId)).partenaires }
  })
}

export type ContactsDeLaCaisse = Awaited<ReturnType<typeof contactsDeLaCaisse>>

/** One of them; null when it is not there. */
export async function contactAModifier(acteur: Acteur, caisseId: string, id: string) {
  if (!estId(id)) return null
  const { contacts, ...commun } = await contactsDeLaCaisse(acteur, caisseId)
  const contact = contacts.find((candidat) => candidat.id === id)
  return contact ? { ...commun, contact } : null
}
