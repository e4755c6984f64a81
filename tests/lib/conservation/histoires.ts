import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { expect } from 'vitest'
import { appliquerConservation } from '@/lib/conservation/appliquer-conservation'
import { rangerFichier } from '@/lib/pieces-jointes/coffre'
import type { AtelierOuvert } from '@/prisma/seed/fabriques/atelier'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { chiffres } from './chiffres'
import { chercherPartout, fichiersDe } from './residu'

const jourMs = 86_400_000
const maintenant = new Date()
const avant = (jours: number) => new Date(maintenant.getTime() - jours * jourMs)
const enMois = (jours: number) => jours / 30.44

type Creee = { id: string; marque: string; caisseId: string; fichier: string; part: boolean; certain: boolean }

/**
 * Of so many generated histories, the purge removes those that are past their time and no other: no residue, the same figures.
 * Run twice at the same time. `atelier` writes on the database that the worker of this process uses.
 */
export async function eprouverLaConservation(nombre: number, atelier: AtelierOuvert, dossier: string): Promise<void> {
  const { tx, hasard } = atelier
  const mondes = [await fabriquePartenariat(atelier), await fabriquePartenariat(atelier)]
  const durees = [
    { conservationDemandeMois: 12, conservationSansReponseMois: 12, conservationFichiersMois: 12 },
    { conservationDemandeMois: 48, conservationSansReponseMois: 30, conservationFichiersMois: 48 },
  ]
  for (const [rang, monde] of mondes.entries())
    await tx.reglagesCaisse.update({ where: { caisseId: monde.caisse.id }, data: durees[rang] ?? {} })
  const creees: Creee[] = []
  for (let n = 0; n < nombre; n += 1) {
    const rang = n % 2
    const [monde, duree] = [mondes[rang], durees[rang]]
    if (!monde || !duree) throw new Error('Sans monde')
    // Letters only: a word of the search, that no other begins.
    const marque = `zq${[...String(n).padStart(4, '0')].map((chiffre) => 'bcdfghjklm'[Number(chiffre)]).join('')}x`
    const etat = hasard.choisir([
      'traitee',
      'annulee',
      'transmise',
      'prise_en_charge',
      'attente_complement',
      'complement_recu',
    ] as const)
    const age = hasard.entier(1, 2000)
    const demande = await fabriqueDemande(atelier, monde.cadre, {
      agent: monde.agent,
      etat,
      motif: 'c2s',
      dernierActeLe: avant(age),
      personne: {
        civilite: 'madame',
        nomNaissance: marque,
        nomUsage: null,
        prenom: marque,
        dateNaissance: '1950-01-01',
        departement: '00',
      } as never,
    })
    const close = etat === 'traitee' || etat === 'annulee'
    const annonce = hasard.entier(0, 80)
    await tx.demande.update({
      where: { id: demande.id },
      data: {
        majLe: avant(age),
        ...(close && { closeLe: avant(age) }),
        ...(!close && annonce > 0 && { effacementAnnonceLe: avant(annonce) }),
      },
    })
    await tx.message.updateMany({ where: { demandeId: demande.id }, data: { texte: `Au sujet de ${marque}` } })
    const fichier = randomUUID()
    const enveloppe = await rangerFichier(fichier, Readable.from([Buffer.from(marque)]))
    const lieu = {
      demandeId: demande.id,
      caisseId: demande.caisseId,
      structureId: demande.structureId,
      deposeeParId: monde.technicien.id,
    }
    await tx.pieceJointe.create({
      data: {
        id: fichier,
        ...lieu,
        nomFichier: `${marque}.pdf`,
        typeMime: 'application/pdf',
        taille: 8,
        empreinte: marque,
        ...enveloppe,
      },
    })
    const retenue = hasard.chance(0.15)
    if (retenue)
      await tx.retenue.create({
        data: {
          id: randomUUID(),
          demandeId: demande.id,
          caisseId: demande.caisseId,
          raison: marque,
          jusquau: avant(-30),
          poseeLe: avant(2),
          poseeParId: monde.dpo.id,
        },
      })
    const terme = close ? duree.conservationDemandeMois : duree.conservationSansReponseMois
    const passe = enMois(age) > terme
    creees.push({
      id: demande.id,
      marque,
      caisseId: demande.caisseId,
      fichier,
      part: !retenue && passe && (close || (annonce > 30 && annonce <= age)),
      // Within two days of its term, months are not all of a length: either is right.
      certain: Math.abs(enMois(age) - terme) > 0.3 && (close || Math.abs(annonce - 30) > 1),
    })
  }
  const figures = await chiffres(tx, maintenant)
  // Two at the same time: neither does twice what the other did.
  const bilans = await Promise.all([appliquerConservation(maintenant), appliquerConservation(maintenant)])
  expect(bilans.map(({ echecs }) => echecs)).toEqual([0, 0])
  expect(await chiffres(tx, maintenant)).toEqual(figures)

  const effacees = new Set(
    (await tx.demande.findMany({ where: { contenuEffaceLe: { not: null } }, select: { id: true } })).map(
      ({ id }) => id,
    ),
  )
  for (const { id, part, certain, marque } of creees) if (certain) expect(effacees.has(id), marque).toBe(part)
  expect(creees.filter(({ id }) => effacees.has(id)).length).toBeGreaterThan(nombre / 10)
  expect(await tx.journal.count({ where: { action: 'demande.effacee' } })).toBe(effacees.size)

  const parties = creees.filter(({ id }) => effacees.has(id))
  expect(
    await chercherPartout(
      tx,
      parties.map(({ marque }) => marque),
    ),
  ).toEqual([])
  const restes = (await fichiersDe(dossier)).join('\n')
  for (const { fichier } of parties) expect(restes).not.toContain(fichier)
  for (const { id, marque } of creees.filter((creee) => !effacees.has(creee.id)))
    expect(await tx.demande.count({ where: { id, nomNaissance: marque } })).toBe(1)
}
