import type { z } from 'zod'
import { lireContenu } from '@/lib/demandes-habilitation/contenu'
import { accuserReception, prevenirCaisse } from '@/lib/demandes-habilitation/prevenir'
import { echeanceDemande, refusDateSouhaitee, type TypeDemande } from '@/lib/demandes-habilitation/regles'
import type { creationSchema, inactivationSchema, modificationSchema } from '@/lib/demandes-habilitation/schema'
import {
  cibleDe,
  exigerChangement,
  exigerIdentite,
  exigerPlace,
  exigerSuccesseur,
} from '@/lib/demandes-habilitation/verifier-depot'
import type { Identite } from '@/lib/habilitations/schema'
import { reporterSurRevue } from '@/lib/revues/reporter-demande'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateLongue } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { type CalendrierFerie, type DateIso, dateAParis } from '@/lib/socle/temps'

type Depot = {
  id: string
  caisseId: string
  type: TypeDemande
  compteId?: string
  donnees?: Identite
  justification: string
  souhaiteeLe?: DateIso
}

export async function demanderCreation(
  contexte: Contexte,
  { id, caisseId, justification, justification__sante: _, ...identite }: z.output<typeof creationSchema>,
): Promise<Suite> {
  const cadre = await lireCadre(contexte, id, caisseId)
  if (cadre.rejouee) return cadre.rejouee
  await exigerIdentite(contexte, cadre, identite)
  await exigerPlace(contexte, cadre.structureId)
  return deposer(contexte, cadre, { id, caisseId, type: 'creation', donnees: identite, justification })
}

export async function demanderModification(
  contexte: Contexte,
  { id, caisseId, compteId, justification, justification__sante: _, ...identite }: z.output<typeof modificationSchema>,
): Promise<Suite> {
  const cadre = await lireCadre(contexte, id, caisseId)
  if (cadre.rejouee) return cadre.rejouee
  const compte = await cibleDe(contexte, compteId)
  exigerChangement(compte, identite)
  if (identite.courriel !== compte.courriel) await exigerIdentite(contexte, cadre, identite, compteId)
  return deposer(contexte, cadre, { id, caisseId, type: 'modification', compteId, donnees: identite, justification })
}

export async function demanderInactivation(
  contexte: Contexte,
  { id, caisseId, compteId, justification, souhaiteeLe }: z.output<typeof inactivationSchema>,
): Promise<Suite> {
  const cadre = await lireCadre(contexte, id, caisseId)
  if (cadre.rejouee) return cadre.rejouee
  const compte = await cibleDe(contexte, compteId)
  if (compte.inactivationPrevueLe)
    throw new ErreurMetier(
      'etat_change',
      `La fermeture de ce compte est déjà prévue le ${dateLongue(jourDe(compte.inactivationPrevueLe))}.`,
    )
  const preavis = cadre.reglages.preavisInactivationJours
  const refus = refusDateSouhaitee(souhaiteeLe, dateAParis(contexte.maintenant), preavis)
  if (refus) throw new ErreurMetier('saisie', undefined, { souhaiteeLe: motsRefusDate(refus, cadre.caisse, preavis) })
  await exigerSuccesseur(contexte, compte)
  const suite = await deposer(contexte, cadre, {
    id,
    caisseId,
    type: 'inactivation',
    compteId,
    justification,
    souhaiteeLe,
  })
  await reporterSurRevue(contexte, compteId, true)
  return suite
}

function motsRefusDate(
  refus: NonNullable<ReturnType<typeof refusDateSouhaitee>>,
  caisse: string,
  preavis: number,
): string {
  if (refus.raison === 'lointaine') return 'Ce jour est dans plus d’un an\u00A0: vérifiez l’année'
  return `La ${caisse} demande ${preavis}\u00A0jours de préavis\u00A0: le premier jour possible est le ${dateLongue(refus.premiere)}`
}

/** What every request hangs on: an open caisse, its clock, the structure of who asks. `rejouee`: this very request is filed already. */
async function lireCadre({ tx, acteur }: Contexte, id: string, caisseId: string) {
  const { partenaire, structure } = acteur
  const ouverte = acteur.caissesOuvertes.find((caisse) => caisse.id === caisseId)
  const caisse = await tx.caisse.findUnique({ where: { id: caisseId }, include: { reglages: true } })
  if (!partenaire || !structure || !ouverte || !caisse?.reglages) throw new ErreurMetier('introuvable')
  const deja = await tx.demandeHabilitation.findFirst({ where: { id, deposeeParId: acteur.compteId } })
  return {
    rejouee:
      deja &&
      ({
        vers: `/habilitations/${id}`,
        journal: { objetType: 'habilitation', objetId: id, details: { rejouee: true } },
      } as Suite),
    caisse: caisse.nom,
    calendrier: caisse.calendrier as CalendrierFerie,
    reglages: caisse.reglages,
    partenaireId: partenaire.id,
    structureId: structure.id,
  }
}

type Cadre = Awaited<ReturnType<typeof lireCadre>>

async function deposer(contexte: Contexte, cadre: Cadre, depot: Depot): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const { partenaireId, structureId, calendrier, reglages } = cadre
  const { id, caisseId, type, donnees = {}, souhaiteeLe, justification, compteId } = depot
  const echeanceLe = echeanceDemande(dateAParis(maintenant), reglages.delaiHabilitationJoursOuvres, calendrier)
  const { count } = await tx.demandeHabilitation.createMany({
    data: [
      {
        id,
        caisseId,
        partenaireId,
        structureId,
        type,
        compteId,
        donnees,
        justification: justification || null,
        souhaiteeLe: souhaiteeLe && new Date(souhaiteeLe),
        deposeeLe: maintenant,
        deposeeParId: acteur.compteId,
        echeanceLe: new Date(echeanceLe),
      },
    ],
    skipDuplicates: true,
  })
  // An index keeps one waiting request of a kind for an account.
  if (count === 0)
    throw new ErreurMetier(
      'etat_change',
      'Une demande de ce genre attend déjà une réponse pour ce compte. Retirez-la avant d’en faire une autre, ou attendez la réponse de la caisse.',
    )
  const demande = lireContenu(await tx.demandeHabilitation.findUniqueOrThrow({ where: { id } }))
  await accuserReception(contexte, demande)
  await prevenirCaisse(tx, demande, 'habilitation_a_traiter')
  return {
    vers: `/habilitations/${id}?transmise=1`,
    journal: { objetType: 'habilitation', objetId: id, caisseId, details: { type, compte: compteId ?? null } },
  }
}
