import { z } from 'zod'
import { type Acteur, aDroit, nomComplet, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'
import type { Dysfonctionnement, Prisma } from '@/lib/socle/prisma/client'
import { pageDuTicket } from '@/lib/support/libelles'
import type { EtatSupport, Gene } from '@/lib/support/modele'
import { comptesDuSupport } from '@/lib/support/prevenir'
import { suitesPossibles } from '@/lib/support/regles'
import { caissesADeclarer } from '@/lib/violations/queries'

const MIENS_MAX = 100
const RECUS_MAX = 200

const typer = <T extends Dysfonctionnement>(ticket: T) => ({
  ...ticket,
  gene: ticket.gene as Gene,
  etat: ticket.etat as EtatSupport,
})

/** The caisses one may write to; none for an administrateur, who writes to the national support. */
export function caissesAPrevenir(acteur: Acteur) {
  return avecPerimetre(perimetre(acteur), (tx) => caissesADeclarer(tx, acteur))
}

/** What one has told, the last first. */
export function mesDysfonctionnements(acteur: Acteur) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const tickets = await tx.dysfonctionnement.findMany({
      where: { compteId: acteur.compteId },
      orderBy: [{ creeLe: 'desc' }, { id: 'desc' }],
      take: MIENS_MAX,
    })
    return tickets.map(typer)
  })
}

export const vueSupportSchema = z.object({
  vue: z.enum(['ouverts', 'resolus', 'caisses']).catch('ouverts').default('ouverts'),
})
type VueSupport = z.output<typeof vueSupportSchema>['vue']

/** Those one holds; «caisses»: those that wait at the caisses, as the national support sees them. */
function cadre(acteur: Acteur, vue: VueSupport): Prisma.DysfonctionnementWhereInput {
  const tous = aDroit(acteur, 'administrer')
  const siens = tous ? { national: true } : { caisseId: acteur.caisse?.id ?? '' }
  if (vue === 'resolus') return { ...siens, etat: 'resolu' }
  if (vue === 'caisses' && tous) return { national: false, etat: { not: 'resolu' } }
  return { ...siens, etat: { not: 'resolu' } }
}

/** Tickets to see to, page by page of the portal: where most meet something comes first. */
export function ticketsRecus(acteur: Acteur, vue: VueSupport) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const tickets = await tx.dysfonctionnement.findMany({
      where: cadre(acteur, vue),
      include: { caisse: { select: { nom: true } } },
      orderBy: [{ creeLe: 'desc' }, { id: 'desc' }],
      take: RECUS_MAX,
    })
    const auteurs = await comptesDuSupport(
      tx,
      tickets.map(({ id }) => id),
      false,
    )
    const groupes = new Map<string, (ReturnType<typeof typer<(typeof tickets)[number]>> & { auteur: string })[]>()
    for (const ticket of tickets) {
      const auteur = auteurs.find(({ dysfonctionnementId }) => dysfonctionnementId === ticket.id)
      const page = pageDuTicket(ticket.page)
      const ligne = { ...typer(ticket), auteur: auteur ? `${nomComplet(auteur)}, ${auteur.organisme}` : '' }
      groupes.set(page, [...(groupes.get(page) ?? []), ligne])
    }
    return [...groupes]
      .map(([page, lignes]) => ({ page, lignes }))
      .sort((a, b) => b.lignes.length - a.lignes.length || a.page.localeCompare(b.page, 'fr'))
  })
}

export type GroupeDeTickets = Awaited<ReturnType<typeof ticketsRecus>>[number]

/** A ticket: for who wrote it, the référents of its caisse, the national support. Null for anyone else. */
export function ticketDe(acteur: Acteur, id: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    if (!estId(id)) return null
    const ticket = await tx.dysfonctionnement.findFirst({
      where: { id },
      include: { caisse: { select: { nom: true } }, echanges: { orderBy: [{ ecritLe: 'asc' }, { id: 'asc' }] } },
    })
    if (!ticket) return null
    const tient = ticket.national
      ? aDroit(acteur, 'administrer')
      : aDroit(acteur, 'partenaire.gerer') && ticket.caisseId === acteur.caisse?.id
    const [auteur] = await comptesDuSupport(tx, [id], false)
    return {
      ...typer(ticket),
      sien: ticket.compteId === acteur.compteId,
      auteur: auteur ? `${nomComplet(auteur)}, ${auteur.organisme}` : '',
      /** What the reader may do of it; nothing when the other side holds it. */
      suites: tient ? suitesPossibles(ticket) : [],
    }
  })
}

export type Ticket = NonNullable<Awaited<ReturnType<typeof ticketDe>>>
