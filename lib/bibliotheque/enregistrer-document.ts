import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { documentSchema, unSeulSchema } from '@/lib/bibliotheque/schema'
import { tenirDocument } from '@/lib/bibliotheque/tenir'
import { telechargeable } from '@/lib/pieces-jointes/vue'
import { caisseDeLaPublication, caissesChoisies } from '@/lib/publications/audience'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

type Un = z.output<typeof unSeulSchema>

const suite = (id: string, caisseId: string | null, fait: string): Suite => ({
  vers: `/bibliotheque/${id}?fait=${fait}`,
  journal: { objetType: 'document', objetId: id, caisseId },
})

/** Describes a document, as a draft without file, or changes what is said of it. */
export async function enregistrerDocument(contexte: Contexte, saisie: z.output<typeof documentSchema>): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const avant = saisie.id ? await tenirDocument(contexte, saisie.id) : null
  if (avant && avant.version !== saisie.version)
    throw new ErreurMetier('etat_change', 'Ce document a changé entre-temps. Rechargez la page pour le relire.')
  const caisseId = caisseDeLaPublication(acteur)
  const motifs = [...new Set(saisie.motifs)]
  const connus = await tx.motif.count({
    where: { id: { in: motifs }, OR: [{ caisseId: null }, ...(caisseId ? [{ caisseId }] : [])] },
  })
  if (connus < motifs.length)
    throw new ErreurMetier('saisie', undefined, { motifs: 'Un de ces motifs n’existe plus : rechargez la page.' })
  const colonnes = {
    genre: saisie.genre,
    titre: saisie.titre,
    description: saisie.description,
    theme: saisie.theme,
    services: [...new Set(saisie.services)],
    motifs,
    caisses: caissesChoisies(acteur, saisie.caisses),
    types: saisie.types,
    profils: saisie.profils,
  }
  const id = avant?.id ?? randomUUID()
  if (!avant) {
    await tx.documentBibliotheque.createMany({
      data: [{ id, caisseId, ...colonnes, creeLe: maintenant, creeParId: acteur.compteId }],
    })
    return suite(id, caisseId, 'cree')
  }
  await tx.documentBibliotheque.updateMany({ where: { id }, data: { ...colonnes, version: { increment: 1 } } })
  const { journal, ...reste } = suite(id, caisseId, 'modifie')
  return { ...reste, journal: { ...journal, action: 'bibliotheque.modifiee' } }
}

/** Puts a document that can be opened before its readers, for the first time or again. */
export async function publierDocument(contexte: Contexte, { id }: Un): Promise<Suite> {
  const { etat, versions, caisseId } = await tenirDocument(contexte, id)
  if (etat === 'publie') throw new ErreurMetier('etat_change', 'Ce document est déjà en ligne.')
  if (!versions.some(({ lien, pieceJointe }) => lien || telechargeable(pieceJointe?.etat ?? '')))
    throw new ErreurMetier(
      'etat_change',
      versions.length === 0
        ? 'Ajoutez d’abord un fichier ou un lien.'
        : 'Son fichier n’a pas encore passé l’analyse : réessayez dans un instant, ou remplacez-le s’il est refusé.',
    )
  await contexte.tx.documentBibliotheque.updateMany({
    where: { id },
    data: { etat: 'publie', publieLe: contexte.maintenant, retireLe: null, version: { increment: 1 } },
  })
  return suite(id, caisseId, 'publie')
}

/** Out of date: nobody but those who hold it finds it any more. */
export async function retirerDocument(contexte: Contexte, { id }: Un): Promise<Suite> {
  const { etat, caisseId } = await tenirDocument(contexte, id)
  if (etat !== 'publie') throw new ErreurMetier('etat_change', 'Ce document n’est pas en ligne.')
  await contexte.tx.documentBibliotheque.updateMany({
    where: { id },
    data: { etat: 'retire', retireLe: contexte.maintenant, version: { increment: 1 } },
  })
  return suite(id, caisseId, 'retire')
}

/** A draft goes, with its files. */
export async function supprimerDocument(contexte: Contexte, { id }: Un): Promise<Suite> {
  const { etat, caisseId } = await tenirDocument(contexte, id)
  if (etat !== 'brouillon')
    throw new ErreurMetier('etat_change', 'Ce document a été publié : il ne se supprime plus, il se retire.')
  await contexte.tx.documentBibliotheque.deleteMany({ where: { id, etat: 'brouillon' } })
  return { ...suite(id, caisseId, ''), vers: '/bibliotheque?vue=brouillons&fait=supprime' }
}
