import { periodeDe } from '@/lib/copil/lire-copil'
import { adresseDuCopil } from '@/lib/copil/regles'
import { prevenirComptes, prevenirGestionnaires, referentsAPrevenir } from '@/lib/notifications/destinataires'
import type { Contexte } from '@/lib/socle/action'
import { heure } from '@/lib/socle/format'
import type { Copil } from '@/lib/socle/prisma/client'
import { dateAParis } from '@/lib/socle/temps'

type Modele = 'copil_fixe' | 'copil_deplace' | 'copil_annule' | 'copil_tenu'

/** The gestionnaires of the partenaire: when it is held, never who comes nor what is said. */
export async function prevenirGestionnairesDuCopil({ tx }: Contexte, copil: Copil, modele: Modele): Promise<void> {
  const { nom } = await tx.caisse.findUniqueOrThrow({ where: { id: copil.caisseId }, select: { nom: true } })
  await prevenirGestionnaires(tx, { partenaireId: copil.partenaireId }, modele, {
    caisse: nom,
    lien: adresseDuCopil('partenaire', copil, periodeDe(copil)),
    ...(copil.prevuLe && { jour: dateAParis(copil.prevuLe), lignes: [heure(copil.prevuLe)] }),
  })
}

const UNE_HEURE = 3_600_000

/**
 * The référent of the convention, or every référent of the caisse where none is named. Somebody who saves its text again and again
 * sends one mail by hour.
 */
export async function prevenirReferentDuCommentaire({ tx, acteur, maintenant }: Contexte, copil: Copil): Promise<void> {
  const dernier = copil.commentairePartenaireLe
  if (dernier && maintenant.getTime() - dernier.getTime() < UNE_HEURE) return
  const { caisseId, partenaireId } = copil
  const [referents, parts] = await Promise.all([
    referentsAPrevenir(tx, partenaireId),
    tx.conventionCaisse.findMany({ where: { caisseId, partenaireId }, select: { referentId: true } }),
  ])
  const deLaCaisse = referents.filter((referent) => referent.caisseId === caisseId)
  const nommes = deLaCaisse.filter(({ id }) => parts.some(({ referentId }) => referentId === id))
  await prevenirComptes(tx, nommes.length > 0 ? nommes : deLaCaisse, 'copil_commentaire', {
    partenaire: acteur.partenaire?.nom,
    lien: adresseDuCopil('caisse', copil, periodeDe(copil)),
  })
}
