import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Service } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import { verrouillerRoutage } from '@/lib/equipes/enregistrer-equipe'
import type { regleSchema } from '@/lib/equipes/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

type Saisie = z.output<typeof regleSchema>

const refus = (champ: string, message: string) => new ErreurMetier('saisie', undefined, { [champ]: message })

/** A rule for the demandes to come: a motif, a partenaire or a service, or several at once, goes to a team. */
export async function ajouterRegle(contexte: Contexte, saisie: Saisie): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const caisseId = acteur.caisse?.id ?? ''
  await verrouillerRoutage(contexte)
  const equipe = await tx.equipe.findFirst({ where: { id: saisie.equipe, caisseId, actif: true } })
  if (!equipe) throw refus('equipe', 'Cette équipe n’existe plus\u00A0: choisissez-en une autre')
  const criteres = {
    service: await serviceUtile(contexte, saisie),
    motifId: saisie.motif ?? null,
    partenaireId: await partenaireConnu(contexte, saisie.partenaire),
  }
  const deja = await tx.regleRoutage.findFirst({ where: { caisseId, ...criteres }, include: { equipe: true } })
  if (deja)
    throw refus(
      'equipe',
      deja.equipeId === equipe.id
        ? 'Cette règle existe déjà'
        : `Une règle envoie déjà la même chose à «\u00A0${deja.equipe.nom}\u00A0»\u00A0: changez son équipe dans la liste, une demande ne va qu’à une équipe`,
    )
  const id = randomUUID()
  await tx.regleRoutage.createMany({ data: [{ id, caisseId, ...criteres, equipeId: equipe.id, creeeLe: maintenant }] })
  return {
    vers: '/caisse/parametres/routage?fait=ajoutee',
    journal: {
      objetType: 'regle_routage',
      objetId: id,
      caisseId,
      details: { ...enClair(criteres), equipe: equipe.id },
    },
  }
}

/** A motif belongs to one service: said twice, it would be the same rule under another name; said otherwise, a rule for nothing. */
async function serviceUtile({ tx, acteur }: Contexte, { service, motif: id }: Saisie): Promise<Service | null> {
  if (!id) return service ?? null
  const motif = await tx.motif.findFirst({ where: { id, OR: [{ caisseId: null }, { caisseId: acteur.caisse?.id }] } })
  if (!motif) throw refus('motif', 'Ce motif n’est pas de votre catalogue')
  if (!service || motif.service === service) return null
  const { libelleCourt } = definitionDe(motif.service as Service)
  throw refus(
    'service',
    `Ce motif est du service «\u00A0${libelleCourt}\u00A0»\u00A0: aucune demande ne suivrait cette règle. Laissez le service vide`,
  )
}

async function partenaireConnu({ tx, acteur }: Contexte, id: string | undefined): Promise<string | null> {
  if (!id) return null
  const lie = await tx.conventionCaisse.findFirst({ where: { partenaireId: id, caisseId: acteur.caisse?.id ?? '' } })
  if (!lie) throw refus('partenaire', 'Ce partenaire n’a pas de convention avec votre caisse')
  return id
}

const enClair = ({ service, motifId, partenaireId }: Record<'service' | 'motifId' | 'partenaireId', string | null>) =>
  Object.fromEntries(Object.entries({ service, motif: motifId, partenaire: partenaireId }).filter(([, mot]) => mot))
