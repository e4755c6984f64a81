import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The file of a document, for a référent of a caisse that is a party, or a gestionnaire of the partenaire once one has signed. */
export function documentALire(acteur: Acteur, id: string) {
  if (!uuid.test(id)) throw new ErreurMetier('introuvable')
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const document = await tx.documentConvention.findFirst({
      where: {
        id,
        ...(acteur.profil === 'gestionnaire' && { convention: { caisses: { some: { etat: { not: 'brouillon' } } } } }),
      },
      include: { pieceJointe: true },
    })
    if (!document) throw new ErreurMetier('introuvable')
    return document
  })
}

/** Documents of a convention that the caisse of the acteur is a party of, with the state of their files. */
export function documentsDe(acteur: Acteur, conventionId: string) {
  if (!uuid.test(conventionId)) throw new ErreurMetier('introuvable')
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const convention = await tx.convention.findUnique({
      where: { id: conventionId },
      select: {
        documents: { select: { id: true, type: true, pieceJointe: { select: { nomFichier: true, etat: true } } } },
      },
    })
    if (!convention) throw new ErreurMetier('introuvable')
    return convention.documents.map(({ id, type, pieceJointe }) => ({ id, type, ...pieceJointe }))
  })
}
