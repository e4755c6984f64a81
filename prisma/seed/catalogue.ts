import { type Service, services } from '@/lib/demandes/modele'
import type { Transaction } from '@/lib/socle/base'
import { typo } from '@/lib/socle/format'
import { texteCgu } from './catalogue/cgu'
import { type MotifNational, motifsNationaux } from './catalogue/motifs'
import { uuidDe } from './fabriques/hasard'

export type MotifInstalle = MotifNational & { id: string; service: Service; ordre: number }

/** The national motifs with the ids they have in every installation. */
export const catalogue: MotifInstalle[] = services.flatMap((service) =>
  motifsNationaux[service].map((motif, rang) => ({
    ...motif,
    id: uuidDe(`motif ${motif.code}`),
    service,
    ordre: (rang + 1) * 10,
  })),
)

export function motifNational(code: string): MotifInstalle {
  const motif = catalogue.find((candidat) => candidat.code === code)
  if (!motif) throw new Error(`Aucun motif national ne porte le code ${code}.`)
  return motif
}

export const attestationsNationales = [
  {
    code: 'information_accord',
    condition: 'assure',
    texte: 'J’atteste que la personne est informée de cette demande et qu’elle est d’accord.',
    aide: 'Une notice d’information est à lui remettre.',
    ordre: 10,
  },
]

export const idCgu = uuidDe('cgu 1')

/** National parameters: a password lasts 12 months, a row of the journal is kept as long. */
const parametres = [
  { cle: 'mot_de_passe_mois', valeur: 12 },
  { cle: 'journal_mois', valeur: 12 },
]

/**
 * Installs the national catalogue, its parameters and the first CGU: what a portal needs before its first caisse. Adds what
 * is missing and changes nothing that is there, so that it can be run again without undoing what the administrator has set.
 * @param publieeLe when the first CGU come into force
 */
export async function installerCatalogue(tx: Transaction, publieeLe = new Date()): Promise<void> {
  await tx.motif.createMany({ data: catalogue.map(ligneMotif), skipDuplicates: true })
  await tx.pieceAttendue.createMany({ data: catalogue.flatMap(lignesPieces), skipDuplicates: true })
  await tx.attestation.createMany({ data: attestationsNationales, skipDuplicates: true })
  await tx.parametre.createMany({ data: parametres, skipDuplicates: true })
  await tx.versionCgu.createMany({
    data: [{ id: idCgu, numero: 1, texte: texteCgu, publieeLe }],
    skipDuplicates: true,
  })
}

/** For a new installation: does nothing once there is a national motif. Says whether it installed. */
export async function installerCatalogueSiVide(tx: Transaction): Promise<boolean> {
  if ((await tx.motif.count({ where: { caisseId: null } })) > 0) return false
  await installerCatalogue(tx)
  return true
}

function ligneMotif({ pieces: _pieces, ...motif }: MotifInstalle) {
  return { ...motif, aide: motif.aide && typo(motif.aide) }
}

function lignesPieces({ id: motifId, code, pieces = [] }: MotifInstalle) {
  return pieces.map((piece, rang) => ({
    ...piece,
    aide: piece.aide && typo(piece.aide),
    id: uuidDe(`piece ${code} ${piece.code}`),
    motifId,
    ordre: (rang + 1) * 10,
  }))
}
