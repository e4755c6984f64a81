import { fermetureDe, finDe, type RaisonFermeture, suspensionLe } from '@/lib/conventions/acces'
import type { PartSituee } from '@/lib/conventions/parts'
import { partsDuPartenaire } from '@/lib/conventions/queries-parts'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { jourDe } from '@/lib/socle/jour'
import type { DateIso } from '@/lib/socle/temps'

type Fermee = { part: PartSituee; raison: RaisonFermeture }

/** Of several conventions with one caisse, the one that says most: what is closed today rather than what is over. */
const ordre: Record<RaisonFermeture, number> = {
  suspendue: 0,
  structure: 1,
  a_venir: 2,
  sans_convention: 3,
  terminee: 4,
}

const plusParlante = (a: Fermee, b: Fermee) =>
  ordre[a.raison] - ordre[b.raison] || ((finDe(a.part) ?? '') > (finDe(b.part) ?? '') ? -1 : 1)

/** Why each caisse bound to the partenaire is closed to the acteur, and whom to call there; those that are open are left out. */
export function accesFermes(acteur: Acteur, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const partenaireId = acteur.partenaire?.id
    if (!partenaireId) return []
    const parts = await partsDuPartenaire(tx, partenaireId)
    const structure = await tx.structure.findUnique({ where: { id: acteur.structure?.id }, select: { ouvreLe: true } })
    const ouvreLe = jourDe(structure?.ouvreLe)
    const ouvertes = new Set(acteur.caissesOuvertes.map(({ id }) => id))
    const parCaisse = Map.groupBy(
      parts.filter(({ caisseId }) => !ouvertes.has(caisseId)),
      ({ caisseId }) => caisseId,
    )
    const contacts = await tx.contactCaisse.findMany({
      where: { caisseId: { in: [...parCaisse.keys()] }, type: { in: ['support', 'partenariat'] } },
      orderBy: { ordre: 'asc' },
      select: { id: true, caisseId: true, nom: true, telephone: true, courriel: true },
    })
    return [...parCaisse].flatMap(([caisseId, siennes]) => {
      const [dite] = siennes.flatMap((part) => fermee(part, ouvreLe, maintenant)).sort(plusParlante)
      if (!dite) return []
      const { part, raison } = dite
      return [
        {
          caisse: { id: caisseId, nom: part.caisseNom },
          raison,
          effetLe: part.utilisationEffetLe,
          finLe: finDe(part),
          ouvreLe,
          motif: suspensionLe(part.suspensions, maintenant)?.motif ?? null,
          contacts: contacts.filter((contact) => contact.caisseId === caisseId),
        },
      ]
    })
  })
}

export type Fermeture = Awaited<ReturnType<typeof accesFermes>>[number]

function fermee(part: PartSituee, ouvreLe: DateIso | null, maintenant: Date): Fermee[] {
  const raison = fermetureDe(part, ouvreLe, maintenant)
  return raison ? [{ part, raison }] : []
}
