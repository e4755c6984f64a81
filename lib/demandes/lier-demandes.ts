import type { z } from 'zod'
import { inscrireEvenement } from '@/lib/demandes/evenements'
import type { lierSchema } from '@/lib/demandes/schema-corrections'
import { verrouillerDemande } from '@/lib/demandes/transition'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

type Saisie = z.output<typeof lierSchema>

/** Two demandes of the caisse that are read together, whatever their state; each shows the other, to agents only. */
export async function lierDemandes(contexte: Contexte, { id, reference }: Saisie): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const demande = await verrouillerDemande(contexte, id)
  const autre = await autreDemande(contexte, demande, reference)
  const { count } = await tx.lienDemande.createMany({
    data: [
      { ...paire(demande.id, autre.id), caisseId: demande.caisseId, lieParId: acteur.compteId, lieLe: maintenant },
    ],
    skipDuplicates: true,
  })
  if (count > 0) await raconter(contexte, 'liee', demande, autre)
  return suite(demande)
}

export async function delierDemandes(contexte: Contexte, { id, reference }: Saisie): Promise<Suite> {
  const demande = await verrouillerDemande(contexte, id)
  const autre = await autreDemande(contexte, demande, reference)
  const { count } = await contexte.tx.lienDemande.deleteMany({ where: paire(demande.id, autre.id) })
  if (count > 0) await raconter(contexte, 'deliee', demande, autre)
  return suite(demande)
}

type Liee = { id: string; reference: string; caisseId: string; structureId: string }

async function autreDemande({ tx }: Contexte, demande: Liee, reference: string): Promise<Liee> {
  const autre = await tx.demande.findFirst({
    where: { reference, caisseId: demande.caisseId },
    select: { id: true, reference: true, caisseId: true, structureId: true },
  })
  if (!autre)
    throw new ErreurMetier('saisie', undefined, {
      reference: `Aucune demande de votre caisse ne porte la référence ${reference}`,
    })
  if (autre.id === demande.id)
    throw new ErreurMetier('saisie', undefined, { reference: 'C’est cette demande : écrivez la référence de l’autre' })
  return autre
}

const paire = (a: string, b: string) => (a < b ? { aId: a, bId: b } : { aId: b, bId: a })

/** In the history of both, out of sight of the partenaire: they may come from two of them. */
async function raconter(contexte: Contexte, type: 'liee' | 'deliee', a: Liee, b: Liee): Promise<void> {
  await inscrireEvenement(contexte, a, type, { reference: b.reference }, false)
  await inscrireEvenement(contexte, b, type, { reference: a.reference }, false)
}

const suite = ({ id, reference }: Liee): Suite => ({
  vers: `/caisse/demandes/${reference}#liees`,
  journal: { objetType: 'demande', objetId: id },
})
