import { demandesVisibles } from '@/lib/demandes/acces'
import { cibleDuMotif, colonnesDeLaCible } from '@/lib/demandes/cible'
import { type MotifPossible, motifsPossibles } from '@/lib/demandes/corriger-motif'
import { destinationsDe, motifsDuTransfert } from '@/lib/demandes/destinations'
import { ecrireCurseur, lireCurseur } from '@/lib/demandes/page'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { jourDe } from '@/lib/socle/jour'
import type { Demande } from '@/lib/socle/prisma/client'
import type { DateIso } from '@/lib/socle/temps'

type Corrigee = Pick<
  Demande,
  | 'id'
  | 'caisseId'
  | 'structureId'
  | 'partenaireId'
  | 'nomNaissance'
  | 'motifId'
  | 'urgent'
  | 'completeeLe'
  | 'suspendueLe'
  | 'joursSuspendus'
  | 'deposeeLe'
  | 'seuilAlerteJours'
>

/** `delai`: what the partenaire would be told there under its motif; null where that caisse does not offer the motif. */
type Destination = { id: string; nom: string; motifs: MotifPossible[]; delai: DelaiAnnonce | null }

type DelaiAnnonce = { jours: number | null; echeanceLe: DateIso | null }

/** What the form of a correction offers, read when it is open: motifs of the caisse, or the other caisses with theirs. */
export function choixDeCorrection(acteur: Acteur, demande: Corrigee, agir: string, maintenant = new Date()) {
  if (agir !== 'motif' && agir !== 'transferer' && agir !== 'orienter') return null
  return avecPerimetre(perimetre(acteur), async (tx) => {
    if (agir === 'motif') return { motifs: await motifsPossibles(tx, demande), ouvertes: [], autres: [] }
    const { ouvertes, autres } = await destinationsDe({ tx, maintenant }, demande)
    const destinations: Destination[] = []
    for (const caisse of agir === 'transferer' ? ouvertes : []) {
      const motifs = await motifsDuTransfert(tx, demande, caisse.id)
      const motif = motifs.find(({ id }) => id === demande.motifId)
      destinations.push({ ...caisse, motifs, delai: motif ? await delaiLaBas(tx, demande, caisse.id, motif) : null })
    }
    const contacts = await tx.contactCaisse.findMany({
      where: { caisseId: { in: autres.map(({ id }) => id) }, type: { in: ['partenariat', 'support'] } },
      select: { caisseId: true, type: true, nom: true, telephone: true, courriel: true },
      orderBy: [{ type: 'asc' }, { ordre: 'asc' }],
    })
    return {
      motifs: [],
      ouvertes: destinations,
      autres: autres.map((caisse) => ({
        ...caisse,
        contact: contacts.find(({ caisseId }) => caisseId === caisse.id) ?? null,
      })),
    }
  })
}

async function delaiLaBas(
  tx: Transaction,
  demande: Corrigee,
  caisseId: string,
  motif: MotifPossible,
): Promise<DelaiAnnonce> {
  const cible = colonnesDeLaCible(demande, demande.urgent, await cibleDuMotif(tx, caisseId, motif))
  return { jours: cible.delaiJours, echeanceLe: jourDe(cible.echeanceLe) }
}

export type ChoixDeCorrection = Awaited<ReturnType<typeof choixDeCorrection>>

const reference = /^\d{2}-\d{6,10}$/

/** Where a demande of the caisse has gone, for who comes back to its address; null when it never was one of this caisse. */
export function transfertDe(acteur: Acteur, cherchee: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const transfert = await tx.transfert.findFirst({
      where: { reference: reference.test(cherchee) ? cherchee : '', deCaisseId: acteur.caisse?.id },
      orderBy: { transfereeLe: 'desc' },
    })
    if (!transfert) return null
    const [vers, partenaire, par] = [
      await tx.caisse.findUnique({ where: { id: transfert.versCaisseId }, select: { nom: true } }),
      await tx.partenaire.findUnique({ where: { id: transfert.partenaireId }, select: { nom: true } }),
      await tx.compte.findUnique({ where: { id: transfert.transfereeParId }, select: { prenom: true, nom: true } }),
    ]
    return { ...transfert, vers: vers?.nom ?? '', partenaire: partenaire?.nom ?? null, par }
  })
}

export type TransfertDit = NonNullable<Awaited<ReturnType<typeof transfertDe>>>

const TAILLE_PAGE = 50

/** Demandes that left the caisse and those that came to it, latest first. */
export function transfertsDeLaCaisse(acteur: Acteur, { sens, apres }: { sens: 'partis' | 'arrives'; apres?: string }) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisseId = acteur.caisse?.id
    const curseur = lireCurseur(apres)
    const lignes = await tx.transfert.findMany({
      where: {
        ...(sens === 'partis' ? { deCaisseId: caisseId } : { versCaisseId: caisseId }),
        ...(curseur && {
          OR: [{ transfereeLe: { lt: curseur.cle } }, { transfereeLe: curseur.cle, id: { lt: curseur.id } }],
        }),
      },
      orderBy: [{ transfereeLe: 'desc' }, { id: 'desc' }],
      take: TAILLE_PAGE + 1,
    })
    const page = lignes.slice(0, TAILLE_PAGE)
    const derniere = page.at(-1)
    const [caisses, partenaires, agents, ici] = [
      await tx.caisse.findMany({
        where: { id: { in: page.flatMap(({ deCaisseId, versCaisseId }) => [deCaisseId, versCaisseId]) } },
        select: { id: true, nom: true },
      }),
      await tx.partenaire.findMany({
        where: { id: { in: page.map(({ partenaireId }) => partenaireId) } },
        select: { id: true, nom: true },
      }),
      await tx.compte.findMany({
        where: { id: { in: page.map(({ transfereeParId }) => transfereeParId) } },
        select: { id: true, prenom: true, nom: true },
      }),
      // Those that can be opened here: come, and not gone on since.
      await tx.demande.findMany({
        where: { ...demandesVisibles(acteur), id: { in: page.map(({ demandeId }) => demandeId) } },
        select: { id: true },
      }),
    ]
    const nom = (liste: { id: string; nom: string }[], id: string) => liste.find((un) => un.id === id)?.nom ?? null
    return {
      lignes: page.map((ligne) => ({
        ...ligne,
        caisse: nom(caisses, sens === 'partis' ? ligne.versCaisseId : ligne.deCaisseId) ?? '',
        partenaire: nom(partenaires, ligne.partenaireId),
        par: agents.find(({ id }) => id === ligne.transfereeParId) ?? null,
        ouvrable: ici.some(({ id }) => id === ligne.demandeId),
      })),
      suivante:
        lignes.length > TAILLE_PAGE && derniere ? ecrireCurseur({ cle: derniere.transfereeLe, id: derniere.id }) : null,
    }
  })
}
