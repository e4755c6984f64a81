import { ecrireFiche, ficheAModifier, partenaireConnu, verrouillerSiret } from '@/lib/partenaires/fiche'
import type { SaisieModification } from '@/lib/partenaires/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { pluriel } from '@/lib/socle/format'

/**
 * Changes the record shared by all the caisses. Accounts stay whatever the new number of members: the quota only stops new
 * ones. The one structure of a small partenaire follows its name and its members.
 */
export async function modifierPartenaire(
  contexte: Contexte,
  { id, version, ...identite }: SaisieModification,
): Promise<Suite> {
  const { tx } = contexte
  const fiche = await ficheAModifier(contexte, id)
  const changes = Object.entries(identite)
    .filter(([champ, valeur]) => String(fiche[champ as keyof typeof identite] ?? '') !== String(valeur ?? ''))
    .map(([champ]) => champ)
  const suite: Suite = {
    vers: `/caisse/partenaires/${id}`,
    journal: { objetType: 'partenaire', objetId: id, details: { champs: changes.join(' ') } },
  }
  if (changes.length === 0) return suite
  if (changes.includes('siret')) await exigerSiretLibre(contexte, identite.siret)
  const { structures } = fiche
  const grande = structures.length > 1 && structures.find(({ nombreMembres }) => nombreMembres > identite.nombreMembres)
  if (grande)
    throw new ErreurMetier('saisie', undefined, {
      nombreMembres: `La structure «\u00A0${grande.nom}\u00A0» déclare à elle seule ${pluriel(grande.nombreMembres, 'membre')}\u00A0: changez d’abord la sienne, ou indiquez le total du partenaire.`,
    })
  await ecrireFiche(contexte, { id, nom: identite.nom }, version, identite)
  if (structures.length === 1)
    await tx.structure.updateMany({
      where: { partenaireId: id },
      data: { nom: identite.nom, nombreMembres: identite.nombreMembres },
    })
  return suite
}

async function exigerSiretLibre({ tx }: Contexte, siret: string): Promise<void> {
  await verrouillerSiret(tx, siret)
  const connu = await partenaireConnu(tx, siret)
  if (connu)
    throw new ErreurMetier('saisie', undefined, {
      siret: `Ce SIRET est déjà celui de ${connu.nom} (${connu.ville})\u00A0: deux fiches ne peuvent pas le partager.`,
    })
}
