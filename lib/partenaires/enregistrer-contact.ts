import { ecrireFiche, ficheAModifier } from '@/lib/partenaires/fiche'
import type { SaisieContact } from '@/lib/partenaires/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** A référent of the convention or the DPO of the partenaire: added, or changed when it has an id. */
export async function enregistrerContact(contexte: Contexte, saisie: SaisieContact): Promise<Suite> {
  const { partenaireId, id, ...contact } = saisie
  const { tx } = contexte
  const fiche = await ficheAModifier(contexte, partenaireId)
  if (!contact.telephone && !contact.courriel)
    throw new ErreurMetier('saisie', undefined, {
      courriel: 'Donnez un téléphone ou une adresse électronique\u00A0: sans cela, ce contact ne sert à personne.',
    })
  if (id) {
    const { count } = await tx.contactPartenaire.updateMany({ where: { id, partenaireId }, data: contact })
    if (count === 0) throw new ErreurMetier('introuvable')
  } else await tx.contactPartenaire.createMany({ data: [{ partenaireId, ...contact }] })
  await ecrireFiche(contexte, fiche, fiche.version)
  return suiteDe(partenaireId)
}

export async function supprimerContact(
  contexte: Contexte,
  { partenaireId, id }: { partenaireId: string; id: string },
): Promise<Suite> {
  const fiche = await ficheAModifier(contexte, partenaireId)
  const { count } = await contexte.tx.contactPartenaire.deleteMany({ where: { id, partenaireId } })
  if (count > 0) await ecrireFiche(contexte, fiche, fiche.version)
  return suiteDe(partenaireId)
}

const suiteDe = (partenaireId: string): Suite => ({
  vers: `/caisse/partenaires/${partenaireId}#contacts`,
  journal: { objetType: 'partenaire', objetId: partenaireId },
})
