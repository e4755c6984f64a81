import { z } from 'zod'
import { type CopilEntier, type DecisionLue, etatsCopil, porteurs } from '@/lib/copil/modele'
import { adresseDuCopil, periodeDuCopil } from '@/lib/copil/regles'
import { type Acteur, coteDe, nomComplet, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { enDate, jourDe } from '@/lib/socle/jour'
import type { Prisma } from '@/lib/socle/prisma/client'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

type CibleCopil = { caisseId: string; partenaireId: string; du: DateIso; au: DateIso }

const etat = z.enum(etatsCopil)
const porteur = z.enum(porteurs)

const avecDecisions = { decisions: { orderBy: { rang: 'asc' } } } satisfies Prisma.CopilInclude

type Ligne = Prisma.CopilGetPayload<{ include: typeof avecDecisions }>

function decisionLue({ id, texte, ...decision }: Ligne['decisions'][number]): DecisionLue {
  return {
    id,
    texte,
    porteur: porteur.parse(decision.porteur),
    echeanceLe: jourDe(decision.echeanceLe),
    faiteLe: jourDe(decision.faiteLe),
  }
}

const copilLu = (ligne: Ligne, noms: Map<string, string>): CopilEntier => ({
  id: ligne.id,
  etat: etat.parse(ligne.etat),
  prevuLe: ligne.prevuLe,
  tenuLe: jourDe(ligne.tenuLe),
  lieu: ligne.lieu,
  presents: ligne.presents,
  commentaireCaisse: ligne.commentaireCaisse,
  commentaireCaisseLe: ligne.commentaireCaisseLe,
  commentaireCaissePar: noms.get(ligne.commentaireCaisseParId ?? '') ?? null,
  commentairePartenaire: ligne.commentairePartenaire,
  commentairePartenaireLe: ligne.commentairePartenaireLe,
  commentairePartenairePar: noms.get(ligne.commentairePartenaireParId ?? '') ?? null,
  motifReouverture: ligne.motifReouverture,
  version: ligne.version,
  decisions: ligne.decisions.map(decisionLue),
})

/** The COPIL of a bilan, for either side; null while the caisse has not prepared one, or outside of the perimeter. */
export function copilDuBilan(
  acteur: Acteur,
  { caisseId, partenaireId, du, au }: CibleCopil,
): Promise<CopilEntier | null> {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const ligne = await tx.copil.findUnique({
      where: { caisseId_partenaireId_du_au: { caisseId, partenaireId, du: enDate(du), au: enDate(au) } },
      include: avecDecisions,
    })
    if (!ligne) return null
    const auteurs = [ligne.commentaireCaisseParId, ligne.commentairePartenaireParId].filter((id) => id !== null)
    const comptes = await tx.compte.findMany({
      where: { id: { in: auteurs } },
      select: { id: true, prenom: true, nom: true },
    })
    return copilLu(ligne, new Map(comptes.map((compte) => [compte.id, nomComplet(compte)])))
  })
}

/** Names of both sides; null where the partenaire has no convention with the caisse, or is out of reach. */
export async function partiesDuCopil(
  acteur: Acteur,
  { caisseId, partenaireId }: { caisseId: string; partenaireId: string },
): Promise<{ caisse: string; partenaire: string } | null> {
  const part = await avecPerimetre(perimetre(acteur), (tx) =>
    tx.conventionCaisse.findFirst({
      where: { caisseId, partenaireId },
      select: { caisse: { select: { nom: true } }, convention: { select: { partenaire: { select: { nom: true } } } } },
    }),
  )
  return part && { caisse: part.caisse.nom, partenaire: part.convention.partenaire.nom }
}

export type DecisionAFaire = DecisionLue & { libelle: string; adresse: string }

/** What earlier meetings decided and nobody has noted as done, the oldest first. `sauf`: the COPIL that is looked at. */
export async function decisionsAFaire(
  acteur: Acteur,
  { caisseId, partenaireId, sauf }: { caisseId: string; partenaireId: string; sauf?: string },
): Promise<DecisionAFaire[]> {
  const lignes = await avecPerimetre(perimetre(acteur), (tx) =>
    tx.decisionCopil.findMany({
      where: { caisseId, partenaireId, faiteLe: null, copil: { etat: 'tenu', id: { not: sauf } } },
      include: { copil: true },
      orderBy: [{ copil: { tenuLe: 'asc' } }, { rang: 'asc' }],
      take: 200,
    }),
  )
  return lignes.map(({ copil, ...decision }) => {
    const periode = lirePeriode(copil)
    return {
      ...decisionLue(decision),
      libelle: periode.libelle,
      adresse: adresseDuCopil(coteDe(acteur), copil, periode),
    }
  })
}

const lirePeriode = ({ du, au, periode, libelle }: { du: Date; au: Date; periode: string; libelle: string }) =>
  periodeDuCopil({ du: jourDe(du), au: jourDe(au), periode, libelle })

export type CopilDate = {
  caisseId: string
  caisse: string
  le: DateIso
  tenu: boolean
  libelle: string
  adresse: string
}

/** The meetings with a partenaire that have a day, held or to come, as far as the acteur reaches. */
export async function copilsDates(tx: Transaction, acteur: Acteur, partenaireId: string): Promise<CopilDate[]> {
  const copils = await tx.copil.findMany({
    where: { partenaireId, etat: { not: 'annule' } },
    include: { caisse: { select: { nom: true } } },
    orderBy: { du: 'asc' },
  })
  return copils.flatMap(({ caisse, ...copil }) => {
    const tenu = copil.etat === 'tenu'
    const le = tenu ? jourDe(copil.tenuLe) : copil.prevuLe && dateAParis(copil.prevuLe)
    const periode = lirePeriode(copil)
    const adresse = adresseDuCopil(coteDe(acteur), copil, periode)
    return le ? [{ caisseId: copil.caisseId, caisse: caisse.nom, le, tenu, libelle: periode.libelle, adresse }] : []
  })
}

/** What a calendar is told of a meeting. Null outside of the perimeter, or where no meeting is to come. */
export function copilDuCalendrier(acteur: Acteur, id: string) {
  if (!z.uuid().safeParse(id).success) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const copil = await tx.copil.findUnique({
      where: { id },
      include: { caisse: { select: { nom: true } }, partenaire: { select: { nom: true } } },
    })
    if (!copil?.prevuLe || copil.etat !== 'preparation') return null
    return { ...copil, prevuLe: copil.prevuLe, adresse: adresseDuCopil(coteDe(acteur), copil, lirePeriode(copil)) }
  })
}
