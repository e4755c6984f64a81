import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { estService, type Service } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import type { modeleSchema, modeleSeulSchema } from '@/lib/modeles-reponse/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'

type Saisie = z.output<typeof modeleSchema>

const change =
  'Un collègue vient de changer ce modèle\u00A0: rechargez la page, puis refaites vos corrections. Votre texte est gardé.'

export const caisseDe = ({ acteur }: Pick<Contexte, 'acteur'>): string => {
  if (!acteur.caisse) throw new ErreurMetier('introuvable')
  return acteur.caisse.id
}

/** A template of the caisse, new or changed. */
export async function enregistrerModele(contexte: Contexte, saisie: Saisie): Promise<Suite> {
  const { tx } = contexte
  const caisseId = caisseDe(contexte)
  const portee = await lirePortee(tx, caisseId, saisie.portee)
  const colonnes = {
    titre: saisie.titre,
    texte: saisie.texte,
    service: portee.motifId ? null : (portee.service ?? null),
    motifId: portee.motifId ?? null,
    acte: saisie.acte,
    issue: saisie.acte === 'clore' ? lireIssue(saisie.issue, portee.service) : null,
  }
  const id = saisie.id || randomUUID()
  if (saisie.id) await modifier(contexte, caisseId, { id, version: saisie.version }, colonnes)
  else {
    const { _max } = await tx.modeleReponse.aggregate({ where: { caisseId, actif: true }, _max: { ordre: true } })
    await tx.modeleReponse.createMany({ data: [{ id, caisseId, ...colonnes, ordre: (_max.ordre ?? 0) + 1 }] })
  }
  return {
    vers: `/caisse/modeles?enregistre=${id}#${id}`,
    journal: { objetType: 'modele_reponse', objetId: id, caisseId },
  }
}

/** The template is offered no more; the messages written with it stay. */
export async function retirerModele(contexte: Contexte, saisie: z.output<typeof modeleSeulSchema>): Promise<Suite> {
  const caisseId = caisseDe(contexte)
  await modifier(contexte, caisseId, saisie, { actif: false })
  return { vers: '/caisse/modeles', journal: { objetType: 'modele_reponse', objetId: saisie.id, caisseId } }
}

type Cle = z.output<typeof modeleSeulSchema>
type Colonnes = Parameters<Transaction['modeleReponse']['updateMany']>[0]['data']

async function modifier({ tx }: Contexte, caisseId: string, { id, version }: Cle, data: Colonnes): Promise<void> {
  const { count } = await tx.modeleReponse.updateMany({
    where: { id, caisseId, actif: true, version },
    data: { ...data, version: { increment: 1 } },
  })
  if (count > 0) return
  const existe = await tx.modeleReponse.findFirst({ where: { id, caisseId, actif: true }, select: { id: true } })
  throw existe ? new ErreurMetier('etat_change', change) : new ErreurMetier('introuvable')
}

/** The motif is one of the caisse, and gives its service. */
async function lirePortee(tx: Transaction, caisseId: string, { service, motifId }: Saisie['portee']) {
  if (!motifId) return { service }
  const motif = await tx.motif.findFirst({
    where: { id: motifId, OR: [{ caisseId: null }, { caisseId }] },
    select: { service: true },
  })
  if (!motif || !estService(motif.service))
    throw new ErreurMetier('saisie', undefined, { portee: 'Ce motif n’est plus proposé\u00A0: choisissez-en un autre' })
  return { motifId, service: motif.service as Service }
}

function lireIssue(texte: string, service: Service | undefined): string {
  const [de = '', code = ''] = texte.split('.')
  if (!service)
    throw new ErreurMetier('saisie', undefined, {
      portee: 'Un modèle qui clôt vaut pour un service ou un motif\u00A0: chaque service a ses résultats',
    })
  if (de !== service || !definitionDe(service).issues.some((issue) => issue.code === code))
    throw new ErreurMetier('saisie', undefined, {
      issue: 'Ce résultat n’est pas de ce service\u00A0: choisissez-en un de la liste de ses résultats',
    })
  return code
}
