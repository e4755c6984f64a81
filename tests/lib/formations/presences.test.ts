import { describe, expect, it } from 'vitest'
import { appliquerConservation } from '@/lib/conservation/appliquer-conservation'
import { comptesDuPassage } from '@/lib/conservation/queries'
import { attestationDePresence } from '@/lib/formations/attestation-pdf'
import { inscrire } from '@/lib/formations/inscrire'
import { noterPresences } from '@/lib/formations/noter-presences'
import { personnelsFormes } from '@/lib/formations/queries'
import { formationDeLaCaisse, formationsDeLaCaisse } from '@/lib/formations/queries-caisse'
import { formationsDuPartenaire, participation } from '@/lib/formations/queries-partenaire'
import { mesDonnees } from '@/lib/mes-donnees/donnees'
import { supprimerCompte } from '@/lib/nuit/supprimer-compte'
import { perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, avecTravaux } from '@/lib/socle/base'
import { enParties } from '@/lib/socle/jour'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'
import { apres, creerMonde, MAINTENANT } from './monde-formations'

const atelier = await atelierDeTest(await baseDeTest(), 'presences', MAINTENANT)
const { ici, autre, referent, tx, publier, courriels } = await creerMonde(atelier)
const technicien = await acteurDe(ici.technicien.id, MAINTENANT)
const gestionnaire = await acteurDe(ici.gestionnaire.id, MAINTENANT)
const voisin = await acteurDe(autre.technicien.id, MAINTENANT)

const caisseId = ici.caisse.id
const annee = { caisseId, du: '2026-01-01', au: '2026-12-31' }
const formes = (acteur = referent, plus: { partenaireId?: string; du?: string; au?: string } = {}) =>
  avecPerimetre(perimetre(acteur), (web) => personnelsFormes(web, { ...annee, ...plus }))
const noter = (id: string, presents: string[], quand = apres(11)) =>
  agir(referent, (contexte) => noterPresences(contexte, { id, presents }), quand)

/** A session with these people registered; gives its registrations, in that order. */
async function session(acteurs: (typeof technicien)[], plus: Record<string, unknown> = {}) {
  const id = await publier({ places: '10', ...plus })
  for (const acteur of acteurs)
    await agir(acteur, (contexte) => inscrire(contexte, { id, compteId: acteur.compteId }), MAINTENANT)
  const lues = await tx.inscriptionFormation.findMany({ where: { formationId: id } })
  return { id, inscriptions: acteurs.map(({ compteId }) => lues.find((lue) => lue.compteId === compteId)?.id ?? '') }
}

const premiere = await session([technicien, gestionnaire, voisin])
const [deTechnicien = '', deGestionnaire = '', deVoisin = ''] = premiere.inscriptions

describe('attendance', () => {
  it('is not noted before the session has begun, nor for somebody who is not registered', async () => {
    await expect(noter(premiere.id, [], apres(1))).rejects.toMatchObject({
      message: expect.stringContaining('n’a pas commencé'),
    })
    await expect(noter(premiere.id, [crypto.randomUUID()])).rejects.toMatchObject({ code: 'etat_change' })
    const { formations } = await formationsDeLaCaisse(referent, { vue: 'a_venir', page: 1 }, apres(11))
    expect(formations.map(({ situation }) => situation)).toEqual(['a_noter'])
  })

  it('ends the session, tells those present, and may be corrected', async () => {
    await noter(premiere.id, [deTechnicien, deGestionnaire])
    expect(await formes()).toBe(2)
    expect((await courriels('formation_attestation')).map(({ compteId }) => compteId).toSorted()).toEqual(
      [ici.technicien.id, ici.gestionnaire.id].toSorted(),
    )
    await noter(premiere.id, [deTechnicien, deVoisin])
    expect(await formes()).toBe(2)
    expect(await formes(referent, { partenaireId: autre.partenaire.id })).toBe(1)
    expect(await courriels('formation_attestation')).toHaveLength(3)
    const lue = await formationDeLaCaisse(referent, premiere.id, apres(12))
    expect(lue).toMatchObject({ situation: 'terminee', inscrits: 3 })
    expect(lue?.presents.reduce((somme, { nombre }) => somme + nombre, 0)).toBe(2)
  })

  it('counts a person once for a period, and within its days only', async () => {
    const seconde = await session([technicien], {
      jour: enParties('2026-04-02'),
      inscriptionsJusquau: enParties('2026-04-02'),
    })
    await noter(seconde.id, seconde.inscriptions, apres(40))
    expect(await formes()).toBe(2)
    expect(await formes(referent, { du: '2026-03-12', au: '2026-03-12' })).toBe(2)
    expect(await formes(referent, { du: '2026-03-13' })).toBe(1)
    expect(await formes(referent, { au: '2026-03-11' })).toBe(0)
    // Each partenaire reads its own figure.
    expect(await formes(technicien)).toBe(1)
    expect(await formes(voisin)).toBe(1)
  })
})

describe('the certificate', () => {
  it('is for the person, its gestionnaire and the caisse, once present', async () => {
    const lire = async (acteur: typeof technicien, inscription: string) =>
      Boolean(await participation(acteur, premiere.id, inscription))
    expect(await lire(technicien, deTechnicien)).toBe(true)
    expect(await lire(gestionnaire, deTechnicien)).toBe(true)
    expect(await lire(referent, deTechnicien)).toBe(true)
    expect(await lire(voisin, deTechnicien)).toBe(false)
    expect(await lire(technicien, deVoisin)).toBe(false)
    expect(await lire(await acteurDe(ici.agent.id, MAINTENANT), deTechnicien)).toBe(false)
    expect(await lire(gestionnaire, deGestionnaire)).toBe(false)
    expect(await participation(technicien, 'rien', deTechnicien)).toBeNull()
  })

  it('is a tagged PDF that names the person and the session', async () => {
    const lue = await participation(technicien, premiere.id, deTechnicien)
    const pdf = lue && (await attestationDePresence(lue)).toString('latin1')
    expect(pdf?.slice(0, 5)).toBe('%PDF-')
    for (const marque of ['/MarkInfo', '/StructTreeRoot', '/Lang']) expect(pdf).toContain(marque)
  })

  it('stays listed for the person', async () => {
    const { passees } = await formationsDuPartenaire(technicien, apres(41))
    expect(passees.map(({ moi }) => moi?.presente)).toEqual([true, true])
    const donnees = await mesDonnees(technicien, '::1')
    expect(donnees.formations.map(({ presente }) => presente)).toEqual([true, true])
    expect((await mesDonnees(gestionnaire, '::1')).formations).toHaveLength(1)
  })
})

describe('the purge', () => {
  it('removes who was there past the time of the caisse, and leaves the figures', async () => {
    const avant = await formes()
    expect(await avecTravaux((web) => comptesDuPassage(web, caisseId, apres(40 + 365)))).not.toHaveProperty(
      'formations',
    )
    await tx.compte.update({ where: { id: autre.technicien.id }, data: { etat: 'inactif', inactiveLe: MAINTENANT } })
    await avecTravaux((web) => supprimerCompte(web, autre.technicien.id, MAINTENANT))
    expect(await tx.inscriptionFormation.count({ where: { compteId: autre.technicien.id } })).toBe(0)
    expect(await formes()).toBe(avant)
    const plusTard = apres(12 + 36 * 31)
    expect(await avecTravaux((web) => comptesDuPassage(web, caisseId, plusTard))).toMatchObject({ formations: 3 })
    const bilan = await appliquerConservation(plusTard)
    expect(bilan.echecs).toBe(0)
    expect(bilan.caisses[caisseId]).toMatchObject({ formations: 3 })
    expect(await tx.inscriptionFormation.count()).toBe(0)
    expect(await formes()).toBe(avant)
    const lue = await formationDeLaCaisse(referent, premiere.id, plusTard)
    expect(lue).toMatchObject({ inscrits: 3, inscrites: [] })
    expect(lue?.presents.reduce((somme, { nombre }) => somme + nombre, 0)).toBe(2)
    expect((await appliquerConservation(plusTard)).caisses[caisseId]).not.toHaveProperty('formations')
  })
})
