import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { baseReglages } from '@/lib/reglages/adresses'
import { exigerCaisseReglee } from '@/lib/reglages/caisse-reglee'
import { libellesTypeContact, type TypeContact, typesUniques } from '@/lib/reglages/contacts'
import { prendreVersion } from '@/lib/reglages/enregistrer-reglages'
import type { contactCaisseSchema, retirerContactSchema } from '@/lib/reglages/schema-contact'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Adds or changes a contact of the caisse: the directory, the help and the notice show it at once. */
export async function enregistrerContact(
  contexte: Contexte,
  { caisseId, version, id, type, ...saisie }: z.output<typeof contactCaisseSchema>,
): Promise<Suite> {
  const { tx, acteur } = contexte
  exigerCaisseReglee(acteur, caisseId)
  await prendreVersion(tx, caisseId, version)
  const colonnes = {
    theme: type === 'theme' || type === 'secours' ? saisie.theme : null,
    nom: saisie.nom || null,
    telephone: saisie.telephone || null,
    courriel: saisie.courriel || null,
    adresse: saisie.adresse || null,
    usage: (type === 'theme' && saisie.usage) || null,
    pourQui: (type === 'theme' && saisie.pourQui) || null,
    horaires: saisie.horaires || null,
  }
  if (id) {
    const { count } = await tx.contactCaisse.updateMany({ where: { id, caisseId, type }, data: colonnes })
    if (count === 0) throw new ErreurMetier('introuvable')
  } else {
    const deja = await tx.contactCaisse.count({ where: { caisseId, type } })
    if (deja > 0 && typesUniques.includes(type))
      throw new ErreurMetier('saisie', undefined, {
        type: `« ${libellesTypeContact[type]} » est déjà renseigné : modifiez ce contact plutôt que d’en ajouter un`,
      })
    await tx.contactCaisse.createMany({ data: [{ id: randomUUID(), caisseId, type, ordre: deja, ...colonnes }] })
  }
  return suite(contexte, caisseId, type, id ? 'modifié' : 'ajouté')
}

/** Takes a contact away. Those the partenaires and the persons can't do without are changed, never taken away. */
export async function retirerContact(
  contexte: Contexte,
  { caisseId, version, id }: z.output<typeof retirerContactSchema>,
): Promise<Suite> {
  const { tx, acteur } = contexte
  exigerCaisseReglee(acteur, caisseId)
  const contact = await tx.contactCaisse.findFirst({ where: { id, caisseId } })
  if (!contact) throw new ErreurMetier('introuvable')
  const type = contact.type as TypeContact
  if (typesUniques.includes(type) && (await tx.contactCaisse.count({ where: { caisseId, type } })) === 1)
    throw new ErreurMetier(
      'etat_change',
      `« ${libellesTypeContact[type]} » ne peut pas manquer : modifiez ce contact au lieu de le retirer.`,
    )
  await prendreVersion(tx, caisseId, version)
  await tx.contactCaisse.deleteMany({ where: { id, caisseId } })
  return suite(contexte, caisseId, type, 'retiré')
}

function suite({ acteur }: Contexte, caisseId: string, type: TypeContact, acte: string): Suite {
  return {
    vers: `${baseReglages(acteur, caisseId)}/contacts?enregistre=${type}#${type}`,
    journal: { objetType: 'caisse', objetId: caisseId, caisseId, details: { type, acte } },
  }
}
