import { randomUUID } from 'node:crypto'
import { exigerPartenaireTenu } from '@/lib/habilitations/acces'
import { doublon } from '@/lib/habilitations/doublons'
import { identifiantVoulu, nouvelIdentifiant, prefixeDe } from '@/lib/habilitations/identifiant'
import { texteAttestation } from '@/lib/habilitations/libelles'
import { exigerPlaces, type Profil, verrouillerPlaces } from '@/lib/habilitations/places'
import { verifierCourriel } from '@/lib/habilitations/regles'
import type { Identite } from '@/lib/habilitations/schema'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAParis } from '@/lib/socle/temps'

export type NouveauCompte = {
  profil: Profil
  structureId: string
  identite: Identite
  /** The three attestations of a technicien, all ticked. */
  attestation?: boolean
}

/**
 * Creates an account and invites its holder, within the quota: a technicien by a gestionnaire of the structure, a gestionnaire
 * by a référent whose caisse holds the partenaire. Safe when several people create at once. The caller writes the journal
 * («compte.cree») through its Suite.
 */
export async function creerCompte(
  contexte: Contexte,
  { profil, structureId, identite, attestation }: NouveauCompte,
): Promise<{ id: string; identifiant: string }> {
  const { tx, maintenant } = contexte
  const structure = await structurePourCreer(contexte, profil, structureId)
  await verrouillerPlaces(tx, structureId)
  const refus =
    verifierCourriel(identite.courriel, structure.partenaire.domaines) ??
    (await doublon(tx, { structureId, profil }, identite))
  if (refus) throw new ErreurMetier('saisie', undefined, { courriel: refus })
  if (profil === 'technicien' && !attestation) {
    throw new ErreurMetier('saisie', undefined, { attestation: 'Cochez les trois attestations pour créer le compte' })
  }
  await exigerPlaces(tx, { structureId, profil, jour: dateAParis(maintenant) })
  const [cree] = await inscrire(contexte, structure, profil, [identite])
  if (!cree) throw new Error('Aucun compte n’a été créé.')
  return cree
}

/** Writes the accounts and invites their holders, once every rule has been checked. In the order given. */
export async function inscrire(
  contexte: Contexte,
  structure: StructureDuCompte,
  profil: Profil,
  identites: Identite[],
): Promise<{ id: string; identifiant: string }[]> {
  const { tx, acteur, maintenant } = contexte
  const prefixe = prefixeDe(structure.ville || structure.partenaire.ville || structure.partenaire.nom)
  const nouveaux = identites.map((identite) => ({ id: randomUUID(), identite, identifiant: '' }))
  // In one order for everybody: two imports never wait for each other's names.
  const voulu = (nouveau: { identite: Identite }) => identifiantVoulu({ prefixe, ...nouveau.identite })
  for (const nouveau of [...nouveaux].sort((a, b) => (voulu(a) < voulu(b) ? -1 : 1))) {
    nouveau.identifiant = await nouvelIdentifiant(tx, { prefixe, ...nouveau.identite })
    // The reader of a gestionnaire's row may not be its maker yet: nothing is read back.
    await tx.compte.createMany({
      data: [
        {
          id: nouveau.id,
          identifiant: nouveau.identifiant,
          profil,
          ...nouveau.identite,
          partenaireId: structure.partenaireId,
          structureId: structure.id,
          creeLe: maintenant,
          creeParId: acteur.compteId,
        },
      ],
    })
  }
  for (const { id: compteId, identite } of nouveaux) {
    if (profil === 'technicien') await garderAttestation(contexte, { id: compteId, ...identite }, structure.nom)
    await ajouterCourriel(tx, { modele: 'activation', destinataire: identite.courriel, compteId, donnees: {} })
  }
  return nouveaux.map(({ id, identifiant }) => ({ id, identifiant }))
}

/** The structure an account is made in; «introuvable» for who may not make one there. */
export async function structurePourCreer({ tx, acteur }: Contexte, profil: Profil, structureId: string) {
  const sienne = acteur.structure?.id === structureId && acteur.profil === 'gestionnaire'
  const peut = profil === 'gestionnaire' || sienne
  const structure = peut
    ? await tx.structure.findUnique({
        where: { id: structureId },
        select: {
          id: true,
          nom: true,
          ville: true,
          partenaireId: true,
          partenaire: { select: { nom: true, ville: true, domaines: true } },
        },
      })
    : null
  if (!structure) throw new ErreurMetier('introuvable')
  if (profil === 'gestionnaire') await exigerPartenaireTenu(tx, structure.partenaireId)
  return structure
}

type StructureDuCompte = Awaited<ReturnType<typeof structurePourCreer>>

/** Keeps what is attested of a technicien, word for word, with who attests and when. */
export async function garderAttestation(
  { tx, acteur, maintenant }: Contexte,
  compte: { id: string; civilite: string; nom: string; prenom: string },
  organisme: string,
): Promise<void> {
  await tx.attestationTechnicien.createMany({
    data: [
      {
        compteId: compte.id,
        attesteParId: acteur.compteId,
        attesteeLe: maintenant,
        texte: texteAttestation(compte, organisme),
      },
    ],
  })
}
