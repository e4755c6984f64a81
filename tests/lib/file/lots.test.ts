import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { envoyerMessage } from '@/lib/demandes/envoyer-message'
import { prendreEnCharge } from '@/lib/demandes/prendre-en-charge'
import { annulerLot } from '@/lib/file/annuler-lot'
import type { Cadre, LigneLot } from '@/lib/file/lot'
import { attribuerLot, cloreLot, prendreLot } from '@/lib/file/lots'
import { demandesCochees, lireLot } from '@/lib/file/queries'
import { envoyerCourriel } from '@/lib/notifications/envoyer-courriel'
import { perimes } from '@/lib/notifications/perimes'
import type { Acteur } from '@/lib/socle/acteur'
import { baseTravaux } from '@/lib/socle/base'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const monde = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const compte2 = await fabriqueCompte(atelier, { profil: 'caisse', caisseId: monde.caisse.id, roles: ['agent'] })
const agent = await acteurDe(monde.agent.id)
const collegue = await acteurDe(compte2.id)
const etranger = await acteurDe(ailleurs.agent.id)
const technicien = await acteurDe(monde.technicien.id)

const deposer = (valeurs = {}) =>
  fabriqueDemande(atelier, monde.cadre, { agent: monde.agent, motif: 'puma', ...valeurs })
const plusieurs = async (n: number, valeurs = {}) => {
  const demandes = []
  for (let rang = 0; rang < n; rang++) demandes.push(await deposer(valeurs))
  return demandes
}
const cadre = (acteur: Acteur = agent, maintenant = new Date()): Cadre => ({ acteur, adresse: '192.0.2.9', maintenant })
const relire = (id: string) => atelier.tx.demande.findUniqueOrThrow({ where: { id } })
const lignes = async (id: string) =>
  (await atelier.tx.actionGroupee.findUniqueOrThrow({ where: { id } })).lignes as unknown as LigneLot[]
const lus = (demandes: { id: string; version: number }[]) => demandes.map(({ id, version }) => ({ id, version }))
const dans = (minutes: number) => new Date(Date.now() + minutes * 60_000)

const clore = async (demandes: { id: string; version: number }[], acteur = agent) => {
  const lot = randomUUID()
  const saisie = { lot, lignes: lus(demandes), issues: { dossier: 'accord' }, texte: 'Les droits sont ouverts.' }
  await cloreLot(saisie, cadre(acteur))
  return lot
}

describe('a bulk act', () => {
  it('closes 37 of 40, says why the 3 others are not, and gives the 37 back', async () => {
    const demandes = await plusieurs(40, { etat: 'prise_en_charge' })
    const [prise, ecrite, autre] = demandes
    if (!prise || !ecrite || !autre) throw new Error('Il faut trois demandes.')
    // Meanwhile: one is closed by a colleague, two receive a message.
    await clore([prise], collegue)
    for (const { id } of [ecrite, autre])
      await agir(technicien, (c) =>
        envoyerMessage(c, { id, version: 0, texte: 'Une pièce a changé.', nature: 'reponse' }),
      )
    const lot = await clore(demandes)
    const rendu = await lignes(lot)
    expect(rendu).toHaveLength(40)
    expect(rendu.filter(({ fait }) => !fait).map(({ raison }) => raison)).toEqual([
      expect.stringContaining(`« Traitée » par ${collegue.prenom} ${collegue.nom}`),
      expect.stringContaining('a changé depuis que vous l’avez cochée'),
      expect.stringContaining('a changé depuis que vous l’avez cochée'),
    ])
    const ids = rendu.filter(({ fait }) => fait).map(({ demandeId }) => demandeId)
    expect(await atelier.tx.demande.count({ where: { id: { in: ids }, etat: 'traitee', issue: 'accord' } })).toBe(37)
    expect((await relire(ecrite.id)).etat).toBe('prise_en_charge')

    await annulerLot({ id: lot }, cadre(agent, dans(2)))
    expect(await atelier.tx.demande.count({ where: { id: { in: ids }, etat: 'prise_en_charge', ouverte: true } })).toBe(
      37,
    )
    expect(await atelier.tx.message.count({ where: { demandeId: { in: ids }, cote: 'caisse', retireLe: null } })).toBe(
      0,
    )
    // The e-mails that waited do not leave.
    expect(
      await atelier.tx.courriel.count({
        where: {
          demandeId: { in: ids },
          modele: 'demande_traitee',
          etat: { in: ['a_envoyer', 'a_grouper', 'envoye'] },
        },
      }),
    ).toBe(0)
    const trace = { action: { in: ['demande.traitee', 'file.action_annulee'] }, objetId: { in: ids } }
    expect(await atelier.tx.journal.count({ where: trace })).toBe(74)
  })

  it('is done once for a double click, and is undone once', async () => {
    const demandes = await plusieurs(3)
    const saisie = { lot: randomUUID(), ids: demandes.map(({ id }) => id) }
    await Promise.all([prendreLot(saisie, cadre()), prendreLot(saisie, cadre())])
    expect(await lignes(saisie.lot)).toHaveLength(3)
    await Promise.all([annulerLot({ id: saisie.lot }, cadre()), annulerLot({ id: saisie.lot }, cadre())])
    for (const { id } of demandes) {
      expect(await relire(id)).toMatchObject({ etat: 'transmise', agentId: null, priseEnChargeLe: null })
      expect(await atelier.tx.evenement.count({ where: { demandeId: id, type: 'attribution_annulee' } })).toBe(1)
    }
  })

  it('tells nobody of a lot undone at once, and the partenaire of one that stands', async () => {
    const [rendue, gardee] = await plusieurs(2)
    if (!rendue || !gardee) throw new Error('Il faut deux demandes.')
    const courrielDe = (demandeId: string) =>
      atelier.tx.courriel.findFirstOrThrow({ where: { demandeId, modele: 'demande_prise_en_charge' } })
    const lot = randomUUID()
    await prendreLot({ lot, ids: [rendue.id] }, cadre())
    await prendreLot({ lot: randomUUID(), ids: [gardee.id] }, cadre())
    for (const { id } of [rendue, gardee])
      expect((await courrielDe(id)).pasAvantLe?.getTime()).toBeGreaterThan(dans(4).getTime())
    await annulerLot({ id: lot }, cadre())
    const attendent = [await courrielDe(rendue.id), await courrielDe(gardee.id)]
    expect((await perimes(baseTravaux(), attendent)).map(({ demandeId }) => demandeId)).toEqual([rendue.id])
    await envoyerCourriel(attendent[0]?.id ?? '', { maintenant: dans(6) })
    expect((await courrielDe(rendue.id)).etat).toBe('retire')
  })

  it('takes what nobody has and leaves to a colleague what it follows', async () => {
    const [libre, mienne, sienne] = await plusieurs(3)
    if (!libre || !mienne || !sienne) throw new Error('Il faut trois demandes.')
    await agir(agent, (c) => prendreEnCharge(c, { id: mienne.id }))
    await agir(collegue, (c) => prendreEnCharge(c, { id: sienne.id }))
    const lot = randomUUID()
    await prendreLot({ lot, ids: [libre.id, mienne.id, sienne.id] }, cadre())
    expect((await lignes(lot)).map(({ fait, raison }) => fait || raison)).toEqual([
      true,
      'Vous vous en occupez déjà.',
      expect.stringContaining(`par ${collegue.prenom} ${collegue.nom}`),
    ])
    expect((await relire(sienne.id)).agentId).toBe(collegue.compteId)
  })

  it('gives to a colleague, and undoes only what has not changed since', async () => {
    const demandes = await plusieurs(2, { etat: 'prise_en_charge' })
    const [premiere, seconde] = demandes
    if (!premiere || !seconde) throw new Error('Il faut deux demandes.')
    const lot = randomUUID()
    await attribuerLot({ lot, lignes: lus(demandes), a: `agent:${collegue.compteId}` }, cadre())
    expect((await relire(premiere.id)).agentId).toBe(collegue.compteId)
    const { version } = await relire(seconde.id)
    await agir(collegue, (c) =>
      envoyerMessage(c, { id: seconde.id, version, texte: 'Je regarde cela.', nature: 'reponse' }),
    )
    await annulerLot({ id: lot }, cadre(agent, dans(60)))
    expect((await relire(premiere.id)).agentId).toBe(agent.compteId)
    expect((await relire(seconde.id)).agentId).toBe(collegue.compteId)
    expect((await lignes(lot)).map(({ annulee }) => annulee)).toEqual([
      true,
      expect.stringContaining(`a changé depuis par ${collegue.prenom} ${collegue.nom}`),
    ])
  })

  it('does not undo a closing once its answers have left', async () => {
    const lot = await clore(await plusieurs(1, { etat: 'prise_en_charge' }))
    await expect(annulerLot({ id: lot }, cadre(agent, dans(6)))).rejects.toThrow(/parties au bout de 5 minutes/)
  })

  it('asks the outcome of each service before it closes anything', async () => {
    const demandes = [
      await deposer({ etat: 'prise_en_charge' }),
      await deposer({ etat: 'prise_en_charge', motif: 'autre_contact' }),
    ]
    await expect(clore(demandes)).rejects.toMatchObject({ erreurs: { 'issues.contact': 'Choisissez le résultat' } })
    for (const { id } of demandes) expect((await relire(id)).etat).toBe('prise_en_charge')
  })

  it('reaches no demande and no report of another caisse', async () => {
    const [demande] = await plusieurs(1)
    if (!demande) throw new Error('Il faut une demande.')
    const refus = { code: 'introuvable' }
    await expect(prendreLot({ lot: randomUUID(), ids: [demande.id] }, cadre(etranger))).rejects.toMatchObject(refus)
    expect(await demandesCochees(etranger, [demande.id])).toEqual([])
    const lot = randomUUID()
    await prendreLot({ lot, ids: [demande.id] }, cadre())
    for (const acteur of [etranger, collegue]) {
      expect(await lireLot(acteur, lot)).toBeNull()
      await expect(annulerLot({ id: lot }, cadre(acteur))).rejects.toMatchObject(refus)
    }
    expect((await lireLot(agent, lot))?.lignes).toHaveLength(1)
  })
})
