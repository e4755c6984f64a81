import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { contactDuPartenaireSchema, retirerContactSchema } from '@/lib/annuaire/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** The gestionnaire keeps the contacts of its partenaire; every caisse bound to it reads them. */
export async function enregistrerContact(
  { tx, acteur }: Contexte,
  { id, ...contact }: z.output<typeof contactDuPartenaireSchema>,
): Promise<Suite> {
  const partenaireId = acteur.partenaire?.id ?? ''
  if (!contact.telephone && !contact.courriel)
    throw new ErreurMetier('saisie', undefined, {
      courriel: 'Donnez un téléphone ou un courriel : sans cela, ce contact ne sert à personne',
    })
  if (id) {
    const { count } = await tx.contactPartenaire.updateMany({
      where: { id, partenaireId, ...nature(contact.type) },
      data: contact,
    })
    if (count === 0) throw new ErreurMetier('introuvable')
  } else await tx.contactPartenaire.createMany({ data: [{ id: randomUUID(), partenaireId, ...contact }] })
  return suite(partenaireId, contact.type, id ? 'modifié' : 'ajouté')
}

export async function retirerContact(
  { tx, acteur }: Contexte,
  { id }: z.output<typeof retirerContactSchema>,
): Promise<Suite> {
  const partenaireId = acteur.partenaire?.id ?? ''
  const contact = await tx.contactPartenaire.findFirst({ where: { id, partenaireId } })
  if (!contact) throw new ErreurMetier('introuvable')
  const restants = await tx.contactPartenaire.count({ where: { partenaireId, type: contact.type } })
  if (restants === 1 && contact.type !== 'theme')
    throw new ErreurMetier(
      'etat_change',
      contact.type === 'dpo'
        ? 'C’est le seul délégué à la protection des données que vos caisses peuvent joindre : modifiez-le, ou ajoutez d’abord son successeur.'
        : 'C’est le seul référent que vos caisses peuvent joindre : modifiez-le, ou ajoutez d’abord son successeur.',
    )
  await tx.contactPartenaire.deleteMany({ where: { id, partenaireId } })
  return suite(partenaireId, contact.type, 'retiré')
}

/** An address by theme stays one, and somebody to reach stays somebody. */
const nature = (type: string) => ({ type: type === 'theme' ? type : { not: 'theme' } })

const suite = (partenaireId: string, type: string, acte: string): Suite => ({
  vers: '/annuaire?enregistre=oui#votre-organisme',
  journal: { objetType: 'partenaire', objetId: partenaireId, details: { type, acte } },
})
