import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { delaiApplicable, demarrerHorloge, type Horloge, joursAttendus, suspendreHorloge } from '@/lib/demandes/regles'
import { dateAParis } from '@/lib/socle/temps'
import { motifNational } from '@/prisma/seed/catalogue'
import type { Hasard } from '@/prisma/seed/fabriques/hasard'
import type { Histoire } from './oracle-bilan'
import type { Fait } from './oracle-horloges'

const MINUTE = 60_000
const codes = [
  'puma',
  'c2s',
  'ame',
  'aide_financiere',
  'mission_accompagnement',
  'dossier_complexe',
  'rdv_c2s',
  'attestation_droits',
]
const issues = ['accord', 'refus', 'mission_accompagnement', 'orientation']
const pieces = ['attestation_hebergement', 'identite', 'ressources']

export type CaisseContee = { id: string; delais: Record<string, number>; urgentJours: number; agentId: string }
export type PartenaireConte = { id: string; structureId: string; auteurId: string }

type Monde = { client: pg.Client; hasard: Hasard; caisses: CaisseContee[]; partenaires: PartenaireConte[]; fin: Date }

/** One demande told act after act to the database, as the portal writes it, and to the oracle, which shares nothing with it. */
export async function conterHistoire(
  { client, hasard, caisses, partenaires, fin }: Monde,
  rang: number,
): Promise<Histoire> {
  const partenaire = hasard.choisir(partenaires)
  let caisse = hasard.choisir(caisses)
  const jour = Date.parse('2024-01-01T00:00:00Z') + hasard.entier(0, 729) * 86_400_000
  // One in three around a midnight of Paris.
  const depot = new Date(jour + (hasard.chance(0.3) ? hasard.entier(1290, 1439) : hasard.entier(0, 1439)) * MINUTE)
  let motif = motifNational(hasard.choisir(codes))
  let urgent = hasard.chance(0.12)
  const absentes = pieces.filter(() => hasard.chance(0.15))
  const ordinaire = () => caisse.delais[motif.prestation ?? ''] ?? null
  const delai = () => delaiApplicable(urgent, caisse.urgentJours, ordinaire())
  let horloge: Horloge = demarrerHorloge(delai(), depot)
  const cible = () => ({ urgent, ordinaire: ordinaire(), urgentJours: caisse.urgentJours })
  const faits: Fait[] = [{ type: 'depot', le: depot, ...cible() }]
  const id = randomUUID()
  const histoire: Histoire = {
    caisse: caisse.id,
    partenaire: partenaire.id,
    service: motif.service,
    prestation: motif.prestation ?? '',
    mission: motif.code === 'mission_accompagnement',
    motif: motif.id,
    urgent,
    pieces: absentes,
    depot,
    faits,
    complements: 0,
    reouvertures: 0,
    close: null,
    rendezVous: [],
    transferts: [],
  }
  await client.query('BEGIN')
  await client.query(
    `INSERT INTO demande (id, reference, "caisseId", "partenaireId", "structureId", "auteurId", service, "motifId", objet, prestation, urgent, "piecesAbsentes",
      "deposeeLe", "completeeLe", "delaiJours", "echeanceLe", "seuilAlerteJours", "triLe") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'Essai', $9, $10, $11, $12, $12, $13, $14, 5, $12)`,
    [
      id,
      `B-${rang}`,
      caisse.id,
      partenaire.id,
      partenaire.structureId,
      partenaire.auteurId,
      motif.service,
      motif.id,
      motif.prestation ?? null,
      urgent,
      JSON.stringify(absentes.map((code) => ({ code, libelle: code, raison: 'Perdue.' }))),
      depot,
      horloge.delaiJours,
      horloge.echeanceLe,
    ],
  )
  let etat = 'prise_en_charge'
  let instant = depot
  const noter = (type: string, details = {}) =>
    client.query(
      `INSERT INTO evenement (id, "demandeId", "caisseId", "structureId", type, le, cote, details) VALUES ($1, $2, $3, $4, $5, $6, 'caisse', $7)`,
      [randomUUID(), id, caisse.id, partenaire.structureId, type, instant, JSON.stringify(details)],
    )
  const ecrire = (colonnes: Record<string, unknown>) => {
    const noms = Object.keys(colonnes)
    return client.query(`UPDATE demande SET ${noms.map((nom, i) => `"${nom}" = $${i + 2}`).join(', ')} WHERE id = $1`, [
      id,
      ...Object.values(colonnes),
    ])
  }
  const ecrireHorloge = (autres: Record<string, unknown>) => {
    const { completeeLe, suspendueLe, joursSuspendus, delaiJours, echeanceLe } = horloge
    return ecrire({ completeeLe, suspendueLe, joursSuspendus, delaiJours, echeanceLe, ...autres })
  }
  if (hasard.chance(0.04)) {
    instant = new Date(depot.getTime() + hasard.entier(1, 3_000) * MINUTE)
    await ecrire({ etat: 'annulee', ouverte: false, closeLe: instant })
    histoire.close = { le: instant, etat: 'annulee', issue: null }
  } else
    for (let acte = hasard.entier(1, 8); acte > 0; acte -= 1) {
      instant = new Date(instant.getTime() + hasard.entier(1, 17_280) * MINUTE)
      if (instant >= fin) break
      const type =
        acte === 1
          ? 'clore'
          : hasard.choisir(['complement', 'recu', 'retire', 'motif', 'transfert', 'urgence', 'clore', 'rouvrir'])
      const ouverte = histoire.close === null
      if (type === 'complement' && ouverte && etat !== 'attente_complement') {
        horloge = suspendreHorloge(horloge, instant)
        etat = 'attente_complement'
        const demandees = hasard.chance(0.5) ? [hasard.choisir(pieces)] : []
        await ecrireHorloge({ etat })
        await noter('complement_demande', { pieces: demandees })
        faits.push({ type: 'complement', le: instant })
        histoire.complements += 1
        histoire.pieces = [...new Set([...histoire.pieces, ...demandees])]
      } else if (type === 'retire' && ouverte && etat !== 'attente_complement') {
        // Asked, then withdrawn with its message: it never was.
        const message = randomUUID()
        await noter('complement_demande', {
          message,
          pieces: [hasard.choisir(pieces.filter((code) => !histoire.pieces.includes(code)).concat('justificatif'))],
        })
        await noter('message_retire', { acte: 'complement_demande', message })
      } else if (type === 'recu' && etat === 'attente_complement' && ouverte) {
        horloge = demarrerHorloge(horloge.delaiJours, instant, horloge)
        etat = 'prise_en_charge'
        await ecrireHorloge({ etat })
        faits.push({ type: 'recu', le: instant })
      } else if ((type === 'motif' || type === 'urgence' || type === 'transfert') && ouverte) {
        if (type === 'motif') motif = motifNational(hasard.choisir(codes))
        if (type === 'urgence') urgent = !urgent
        if (type === 'transfert') {
          const vers = caisses.find(({ id: autre }) => autre !== caisse.id) ?? caisse
          histoire.transferts.push({ de: caisse.id, vers: vers.id, le: instant })
          await client.query(
            `INSERT INTO transfert (id, "demandeId", reference, "deCaisseId", "versCaisseId", "partenaireId", raison, "transfereeLe", "transfereeParId")
             VALUES ($1, $2, $3, $4, $5, $6, 'Essai', $7, $8)`,
            [randomUUID(), id, `B-${rang}`, caisse.id, vers.id, partenaire.id, instant, caisse.agentId],
          )
          await client.query('UPDATE rendez_vous SET "caisseId" = $2 WHERE "demandeId" = $1', [id, vers.id])
          for (const r of histoire.rendezVous) r.caisse = vers.id
          caisse = vers
        }
        const jours = delai()
        const court = horloge.suspendueLe === null && horloge.completeeLe !== null && jours !== null
        const echeanceLe = court && horloge.completeeLe ? demarrerHorloge(jours, horloge.completeeLe).echeanceLe : null
        horloge = { ...horloge, delaiJours: jours, echeanceLe }
        await ecrireHorloge({
          caisseId: caisse.id,
          motifId: motif.id,
          service: motif.service,
          prestation: motif.prestation ?? null,
          urgent,
        })
        faits.push({ type: 'cible', le: instant, ...cible() })
      } else if (type === 'clore' && ouverte) {
        horloge = { ...horloge, suspendueLe: null, joursSuspendus: joursAttendus(horloge, dateAParis(instant)) }
        etat = 'traitee'
        const issue = hasard.choisir(issues)
        await ecrireHorloge({ etat, ouverte: false, closeLe: instant, issue })
        faits.push({ type: 'clore', le: instant })
        histoire.close = { le: instant, etat: 'traitee', issue }
      } else if (type === 'rouvrir' && !ouverte) {
        horloge = demarrerHorloge(horloge.delaiJours, instant, horloge)
        etat = 'prise_en_charge'
        await ecrireHorloge({ etat, ouverte: true, closeLe: null, issue: null })
        await noter('rouverte')
        faits.push({ type: 'rouvrir', le: instant })
        histoire.reouvertures += 1
        histoire.close = null
      }
      // One at a time is in progress.
      if (hasard.chance(0.15) && !histoire.rendezVous.some(({ etat }) => etat === 'fixe' || etat === 'propose')) {
        const le = hasard.chance(0.9) ? new Date(instant.getTime() + hasard.entier(0, 20_000) * MINUTE) : null
        const tenu = le ? hasard.choisir(['fixe', 'honore', 'manque', 'annule']) : hasard.choisir(['propose', 'annule'])
        const rendezVous = randomUUID()
        await client.query(
          `INSERT INTO rendez_vous (id, "demandeId", "caisseId", "structureId", mode, "debutLe", "finLe", etat) VALUES ($1, $2, $3, $4, 'telephone', $5, $5, 'propose')`,
          [rendezVous, id, caisse.id, partenaire.structureId, le],
        )
        await client.query('UPDATE rendez_vous SET etat = $2 WHERE id = $1', [rendezVous, tenu])
        histoire.rendezVous.push({ caisse: caisse.id, etat: tenu, le })
      }
    }
  await client.query('COMMIT')
  return {
    ...histoire,
    caisse: caisse.id,
    service: motif.service,
    prestation: motif.prestation ?? '',
    mission: motif.code === 'mission_accompagnement',
    motif: motif.id,
    urgent,
  }
}
