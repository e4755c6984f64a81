import type { z } from 'zod'
import { attestationsDemandees } from '@/lib/caisses/catalogue'
import { type CadreBrouillon, lireCadreBrouillon } from '@/lib/demandes/cadre-brouillon'
import { passeesOutre } from '@/lib/demandes/deja-en-cours'
import { erreursEtape, erreursPieces } from '@/lib/demandes/enregistrer-brouillon'
import { inscrireEvenement } from '@/lib/demandes/evenements'
import { prevenirPartenaire } from '@/lib/demandes/prevenir'
import {
  cleDeTri,
  clePersonne,
  delaiApplicable,
  demarrerHorloge,
  formerReference,
  normaliser,
} from '@/lib/demandes/regles'
import { consentementSchema, type Personne, personneSchema, type verifierSchema } from '@/lib/demandes/schema'
import { equipePour } from '@/lib/equipes/equipe-pour'
import { refusDuConsentement } from '@/lib/personnes/regles'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { enDate } from '@/lib/socle/jour'
import type { Prisma } from '@/lib/socle/prisma/client'
import { erreursParChamp } from '@/lib/socle/saisie'
import { dateAParis } from '@/lib/socle/temps'

/**
 * Files a draft: the demande, its files, its history and its notification in one transaction, or nothing.
 * The demande takes the id of the draft, so that a double click, a replay or a second window gives the same demande.
 */
export async function deposerDemande(contexte: Contexte, saisie: z.output<typeof verifierSchema>): Promise<Suite> {
  const { tx, acteur } = contexte
  await tx.$queryRaw`SELECT id FROM brouillon WHERE id = ${saisie.id}::uuid FOR UPDATE`
  const dejaDeposee = await tx.demande.findUnique({
    where: { id: saisie.id },
    select: { reference: true, caisseId: true },
  })
  if (dejaDeposee)
    return {
      vers: `/demandes/${dejaDeposee.reference}/confirmation`,
      journal: { objetType: 'demande', objetId: saisie.id, details: { rejouee: true } },
    }

  const cadre = await lireCadreBrouillon(contexte, saisie.id)
  const manques = await attestationsManquantes(contexte, cadre, saisie.attestations)
  const accord = lireConsentement(contexte, cadre, saisie.consentement)
  const erreurs: Record<string, string> = { ...accord.erreurs, ...manques.erreurs }
  if (Object.keys(erreurs).length > 0) throw new ErreurMetier('saisie', undefined, erreurs)
  const { personne, details: reponses } = relire(cadre)
  const reference = await ecrireDemande(contexte, cadre, personne, reponses, {
    attestations: manques.exigees,
    ...accord.colonnes,
  })
  await tx.pieceJointe.updateMany({
    where: { brouillonId: cadre.brouillon.id },
    data: {
      brouillonId: null,
      demandeId: cadre.brouillon.id,
      caisseId: cadre.caisse.id,
      structureId: cadre.brouillon.structureId,
    },
  })
  await tx.brouillon.delete({ where: { id: cadre.brouillon.id }, select: { id: true } })
  const malgre = personne ? passeesOutre(cadre.donnees, clePersonne(personne)) : 0
  const details = malgre > 0 ? { malgre } : {}
  await inscrireEvenement(contexte, { ...cadre.brouillon, caisseId: cadre.caisse.id }, 'deposee', details)
  const { id, structureId } = cadre.brouillon
  const auteur = { id: acteur.compteId, courriel: acteur.courriel, prenom: acteur.prenom, etat: 'actif' }
  const deposee = { id, reference, caisseId: cadre.caisse.id, structureId, service: cadre.service, auteur }
  await prevenirPartenaire(tx, deposee, 'demande_deposee')
  return {
    vers: `/demandes/${reference}/confirmation`,
    journal: { objetType: 'demande', objetId: cadre.brouillon.id, caisseId: cadre.caisse.id },
  }
}

/** All steps are checked again when filing: settings may have changed since they were filled in. */
function relire(cadre: CadreBrouillon): { personne: Personne | null; details: Record<string, unknown> } {
  const erreurs: Record<string, string> = {}
  const { donnees, motif } = cadre
  for (const [etape, titre] of [
    ['personne', 'La personne'],
    ['besoin', cadre.definition.titreBesoin],
  ] as const) {
    if (etape === 'personne' && !motif.assureRequis) continue
    const premiere = Object.values(erreursEtape(cadre, etape, donnees[etape] ?? {}) ?? {})[0]
    if (premiere) erreurs[`etape.${etape}`] = `${titre} : ${premiere}`
  }
  const piece = Object.values(erreursPieces(cadre, donnees.absentes ?? {}) ?? {})[0]
  if (piece) erreurs['etape.pieces'] = `Les pièces : ${piece}`
  if (Object.keys(erreurs).length) throw new ErreurMetier('saisie', undefined, erreurs)
  return {
    personne: motif.assureRequis ? personneSchema(cadre.besoin.aujourdhui).parse(donnees.personne) : null,
    details: cadre.definition.schema(cadre.besoin).parse(donnees.besoin ?? {}) as Record<string, unknown>,
  }
}

async function attestationsManquantes({ tx }: Contexte, cadre: CadreBrouillon, donnees: Record<string, string>) {
  const exigees = await attestationsDemandees(tx, { service: cadre.service, assureRequis: cadre.motif.assureRequis })
  const manquantes = exigees.filter(({ code }) => donnees[code] !== 'oui')
  return {
    exigees: exigees.map(({ code, texte }) => ({ code, texte })),
    erreurs: Object.fromEntries(
      manquantes.map(({ code }) => [`attestations.${code}`, 'Cochez cette attestation pour transmettre la demande']),
    ),
  }
}

/** How and when the person agreed to be helped; nothing is asked where the motif concerns nobody. */
function lireConsentement({ maintenant }: Contexte, cadre: CadreBrouillon, tape: unknown) {
  if (!cadre.motif.assureRequis) return { colonnes: {}, erreurs: {} }
  const lu = consentementSchema.safeParse(tape ?? cadre.donnees.consentement ?? {})
  if (!lu.success) {
    const fautes = Object.entries(erreursParChamp(lu.error))
    return { colonnes: {}, erreurs: Object.fromEntries(fautes.map(([champ, mot]) => [`consentement.${champ}`, mot])) }
  }
  const refus = refusDuConsentement(lu.data.le, dateAParis(maintenant))
  return {
    colonnes: { consentement: lu.data.forme, consentementLe: enDate(lu.data.le) },
    erreurs: (refus ? { 'consentement.le': refus } : {}) as Record<string, string>,
  }
}

async function ecrireDemande(
  { tx, acteur, maintenant }: Contexte,
  cadre: CadreBrouillon,
  personne: Personne | null,
  details: Record<string, unknown>,
  engagements: Pick<Prisma.DemandeUncheckedCreateInput, 'attestations' | 'consentement' | 'consentementLe'>,
): Promise<string> {
  const { brouillon, motif, reglages, cible, donnees } = cadre
  const horloge = demarrerHorloge(
    delaiApplicable(cadre.urgent, reglages.delaiUrgentJours, cible.delaiJours),
    maintenant,
  )
  const [numero] = await tx.$queryRaw<{ n: bigint }[]>`SELECT nextval('demande_numero') AS n`
  const reference = formerReference(numero?.n ?? 0, maintenant)
  const absentes = cadre.pieces
    .filter(({ code, indispensable }) => !indispensable && donnees.absentes?.[code] !== undefined)
    .map(({ code, libelle }) => ({ code, libelle, raison: donnees.absentes?.[code] ?? '' }))
  await tx.demande.create({
    data: {
      id: brouillon.id,
      reference,
      caisseId: cadre.caisse.id,
      partenaireId: brouillon.partenaireId,
      structureId: brouillon.structureId,
      auteurId: acteur.compteId,
      service: cadre.service,
      motifId: motif.id,
      variante: brouillon.variante,
      objet: cadre.objet,
      prestation: motif.prestation,
      urgent: cadre.urgent,
      equipeId: await equipePour(tx, { ...brouillon, caisseId: cadre.caisse.id, motifId: motif.id }),
      ...(personne && colonnesPersonne(personne)),
      details: details as Prisma.InputJsonObject,
      libellesPieces: cadre.pieces.map(({ code, libelle }) => ({ code, libelle })),
      piecesAbsentes: absentes,
      ...engagements,
      demandeLieeId: await demandeLiee(tx, details.demandeLiee),
      deposeeLe: maintenant,
      ...horloge,
      delaiOrdinaireJours: cible.delaiJours,
      echeanceLe: horloge.echeanceLe && new Date(horloge.echeanceLe),
      // Without a threshold of the caisse, that of the schema.
      seuilAlerteJours: cible.seuilAlerteJours ?? undefined,
      triLe: cleDeTri(horloge, maintenant),
      majLe: maintenant,
    },
    select: { id: true },
  })
  return reference
}

export function colonnesPersonne({ dateNaissance, ...personne }: Personne) {
  const { prenom, nomNaissance, nomUsage } = personne
  return {
    ...personne,
    nomUsage: nomUsage || null,
    dateNaissance: new Date(dateNaissance),
    nomRecherche: normaliser(`${prenom} ${nomNaissance} ${nomUsage ?? ''}`),
    clePersonne: clePersonne({ nomNaissance, prenom, dateNaissance }),
  }
}

async function demandeLiee(tx: Contexte['tx'], reference: unknown): Promise<string | null> {
  if (typeof reference !== 'string' || !reference) return null
  const demande = await tx.demande.findUnique({ where: { reference }, select: { id: true } })
  if (!demande)
    throw new ErreurMetier('saisie', undefined, {
      'etape.besoin': `Votre message : aucune de vos demandes ne porte la référence ${reference}`,
    })
  return demande.id
}
