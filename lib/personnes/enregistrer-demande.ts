import type { z } from 'zod'
import {
  auJournal,
  exigerPasses,
  inscrireActe,
  noterActe,
  pageDuDroit,
  verrouillerDroitOuvert,
} from '@/lib/personnes/acte'
import { echeanceDuDroit, formerReferenceDroit } from '@/lib/personnes/regles'
import type { enregistrerSchema, modifierSchema } from '@/lib/personnes/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { enDate } from '@/lib/socle/jour'

type Faits = Omit<z.output<typeof modifierSchema>, 'id' | 'version'>

const colonnes = ({ type, canal, objet, prenom, nomNaissance, ...faits }: Faits) => ({
  type,
  canal,
  objet,
  prenom,
  nomNaissance,
  nomUsage: faits.nomUsage || null,
  dateNaissance: faits.dateNaissance ? enDate(faits.dateNaissance) : null,
  autresNoms: faits.autresNoms || null,
  representant: faits.representant || null,
  adresse: faits.adresse || null,
})

/** A request of a person enters the register of the caisse; its clock runs from the day it was received. */
export async function enregistrerDemande(
  contexte: Contexte,
  { id, recueLe, ...faits }: z.output<typeof enregistrerSchema>,
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const caisseId = acteur.caisse?.id
  if (!caisseId) throw new ErreurMetier('interdit')
  exigerPasses(contexte, { recueLe, dateNaissance: faits.dateNaissance })
  // Numbered one after the other at each caisse, and a double click gives one request.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`droits ${caisseId}`}, 0))::text`
  if (await tx.demandePersonne.findUnique({ where: { id }, select: { id: true } }))
    return { vers: pageDuDroit(id), journal: { ...auJournal(id), details: { rejouee: true } } }
  const debut = `P${recueLe.slice(2, 4)}-`
  const derniere = await tx.demandePersonne.findFirst({
    where: { caisseId, reference: { startsWith: debut } },
    orderBy: { reference: 'desc' },
    select: { reference: true },
  })
  const reference = formerReferenceDroit(Number(derniere?.reference.slice(debut.length) ?? 0) + 1, recueLe)
  await tx.demandePersonne.createMany({
    data: [
      {
        id,
        reference,
        caisseId,
        recueLe: enDate(recueLe),
        echeanceLe: enDate(echeanceDuDroit(recueLe, false)),
        creeLe: maintenant,
        creeParId: acteur.compteId,
        ...colonnes(faits),
      },
    ],
  })
  await inscrireActe(contexte, { id, caisseId }, 'enregistree')
  return { vers: pageDuDroit(id), journal: auJournal(id, { reference, type: faits.type }) }
}

export async function modifierDemande(contexte: Contexte, saisie: z.output<typeof modifierSchema>): Promise<Suite> {
  const { id, version, ...faits } = saisie
  const demande = await verrouillerDroitOuvert(contexte, { id, version })
  exigerPasses(contexte, { dateNaissance: faits.dateNaissance })
  await noterActe(contexte, demande, 'modifiee', colonnes(faits))
  return { vers: pageDuDroit(id), journal: auJournal(id, { reference: demande.reference }) }
}
