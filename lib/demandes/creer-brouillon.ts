import type { z } from 'zod'
import { motifsOuverts, servicesOuverts } from '@/lib/caisses/catalogue'
import { etapesDe } from '@/lib/demandes/registre'
import type { motifSchema } from '@/lib/demandes/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { enParties, jourDe } from '@/lib/socle/jour'
import type { Prisma } from '@/lib/socle/prisma/client'

/**
 * First step: organisme, motif and variante, on a new draft or on one that comes back to this step.
 * The id is drawn by the page: a double click or a replay finds the same draft.
 */
export async function choisirMotif(contexte: Contexte, saisie: z.output<typeof motifSchema>): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const { caisseId, service } = saisie
  if (!acteur.partenaire || !acteur.structure) throw new ErreurMetier('interdit')
  if (!acteur.caissesOuvertes.some(({ id }) => id === caisseId))
    throw new ErreurMetier('saisie', undefined, { caisseId: 'Choisissez l’organisme de la personne' })
  const portee = { caisseId, partenaireId: acteur.partenaire.id }
  if (!(await servicesOuverts(tx, portee)).includes(service)) throw new ErreurMetier('introuvable')
  const motif = (await motifsOuverts(tx, { ...portee, service })).find(({ id }) => id === saisie.motif)
  if (!motif) throw new ErreurMetier('saisie', undefined, { motif: 'Choisissez un motif' })
  // A structured request of its own: no draft, and nothing that an agent would read.
  if (motif.habilitation)
    return {
      vers: `/habilitations/nouvelle?caisse=${caisseId}`,
      journal: { action: 'habilitation.commencee', objetType: 'motif', objetId: motif.id, caisseId },
    }
  const variante = motif.variantes.find(({ code }) => code === saisie.variante[motif.id])?.code ?? null
  if (motif.variantes.length > 0 && !variante)
    throw new ErreurMetier('saisie', undefined, { [`variante.${motif.id}`]: 'Précisez votre demande' })

  await tx.brouillon.createMany({
    data: [
      {
        id: saisie.id,
        compteId: acteur.compteId,
        partenaireId: acteur.partenaire.id,
        structureId: acteur.structure.id,
        service,
        donnees: saisie.personneDe ? await personneReprise(contexte, saisie.personneDe) : {},
        creeLe: maintenant,
      },
    ],
    skipDuplicates: true,
  })
  const { count } = await tx.brouillon.updateMany({
    where: { id: saisie.id, compteId: acteur.compteId },
    data: { caisseId, service, motifId: motif.id, variante, modifieLe: maintenant, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('introuvable')
  const suivante = etapesDe(motif.assureRequis)[1]
  return {
    vers: `/demandes/brouillon/${saisie.id}/${suivante}`,
    journal: { objetType: 'brouillon', objetId: saisie.id, caisseId },
  }
}

/** «Autre demande pour la même personne»: never ask twice. */
async function personneReprise({ tx }: Contexte, demandeId: string): Promise<Prisma.InputJsonObject> {
  const demande = await tx.demande.findUnique({ where: { id: demandeId } })
  if (!demande?.nomNaissance || !demande.dateNaissance) return {}
  return {
    personne: {
      civilite: demande.civilite ?? '',
      nomNaissance: demande.nomNaissance,
      nomUsage: demande.nomUsage ?? '',
      prenom: demande.prenom ?? '',
      dateNaissance: enParties(jourDe(demande.dateNaissance)),
      departement: demande.departement ?? '',
    },
  }
}
