import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inactiverCompteCaisse } from '@/lib/comptes-caisse/inactiver-compte'
import { modifierCompteCaisse } from '@/lib/comptes-caisse/modifier-compte'
import { demandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { prendreEnCharge } from '@/lib/demandes/prendre-en-charge'
import { attribuerDemande } from '@/lib/equipes/attribuer-demande'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const nouvelAgent = () => fabriqueCompte(atelier, { profil: 'caisse', caisseId: ici.caisse.id, roles: ['agent'] })
const collegue = await nouvelAgent()
const [agent, agent2, referent, technicien] = await Promise.all(
  [ici.agent, collegue, ici.referent, ici.technicien].map(({ id }) => acteurDe(id)),
)
if (!agent || !agent2 || !referent || !technicien) throw new Error('acteurs')

async function equipe(nom: string, caisseId = ici.caisse.id, actif = true) {
  return atelier.tx.equipe.create({ data: { id: randomUUID(), caisseId, nom, actif } })
}
const c2s = await equipe('C2S')
const deposer = (valeurs = {}) => fabriqueDemande(atelier, ici.cadre, { agent: ici.agent, motif: 'puma', ...valeurs })
const relire = (id: string) => atelier.tx.demande.findUniqueOrThrow({ where: { id } })
const dernier = async (demandeId: string) =>
  (await atelier.tx.evenement.findMany({ where: { demandeId }, orderBy: { le: 'asc' } })).at(-1)
const courriels = async (demandeId: string, modele: string) =>
  (await atelier.tx.courriel.findMany({ where: { demandeId, modele } })).map(({ compteId }) => compteId)

describe('a demande is attributed', () => {
  it('to a colleague, who is told; the partenaire sees that it is in charge and no more', async () => {
    const { id, reference } = await deposer()
    await agir(agent, (c) => attribuerDemande(c, { id, a: `agent:${collegue.id}` }))
    expect(await relire(id)).toMatchObject({ agentId: collegue.id, etat: 'prise_en_charge' })
    expect(await courriels(id, 'demande_attribuee')).toEqual([collegue.id])
    expect(await courriels(id, 'demande_prise_en_charge')).toHaveLength(1)

    await agir(agent2, (c) => attribuerDemande(c, { id, a: `agent:${agent.compteId}` }))
    expect(await dernier(id)).toMatchObject({ type: 'attribuee', visiblePartenaire: false })
    const vue = await demandeDePartenaire(technicien, reference)
    expect(vue?.evenements.map(({ type }) => type)).toEqual(['deposee', 'prise_en_charge'])
    expect(await courriels(id, 'demande_prise_en_charge')).toHaveLength(1)
  })

  it('to oneself without a mail, and twice to the same agent without a trace', async () => {
    const { id } = await deposer()
    await agir(agent, (c) => attribuerDemande(c, { id, a: `agent:${agent.compteId}` }))
    const { version } = await relire(id)
    await agir(agent, (c) => attribuerDemande(c, { id, a: `agent:${agent.compteId}` }))
    expect((await relire(id)).version).toBe(version)
    expect(await courriels(id, 'demande_attribuee')).toEqual([])
  })

  it('to a team, where it is to be taken again, without going back for the partenaire', async () => {
    const { id } = await deposer({ etat: 'prise_en_charge' })
    const courrielsAvant = await atelier.tx.courriel.count({ where: { demandeId: id } })
    await agir(agent, (c) => attribuerDemande(c, { id, a: `equipe:${c2s.id}` }))
    expect(await relire(id)).toMatchObject({ agentId: null, equipeId: c2s.id, etat: 'prise_en_charge' })
    expect(await dernier(id)).toMatchObject({ type: 'attribuee', details: { a: 'C2S', vers: 'equipe' } })

    await agir(agent2, (c) => prendreEnCharge(c, { id }))
    expect(await relire(id)).toMatchObject({ agentId: collegue.id, equipeId: c2s.id, etat: 'prise_en_charge' })
    expect(await atelier.tx.courriel.count({ where: { demandeId: id } })).toBe(courrielsAvant)
  })

  it('back to the queue, in its team or in none, and waits for the partenaire if it did', async () => {
    const { id } = await deposer({ etat: 'attente_complement' })
    await atelier.tx.demande.update({ where: { id }, data: { equipeId: c2s.id } })
    await agir(agent, (c) => attribuerDemande(c, { id, a: 'personne' }))
    expect(await relire(id)).toMatchObject({ agentId: null, equipeId: c2s.id, etat: 'attente_complement' })
    await agir(agent2, (c) => prendreEnCharge(c, { id }))
    expect(await relire(id)).toMatchObject({ agentId: collegue.id, etat: 'attente_complement' })
    await agir(agent2, (c) => attribuerDemande(c, { id, a: 'commune' }))
    expect(await relire(id)).toMatchObject({ agentId: null, equipeId: null })
  })

  it('never to who is not an active agent of the caisse, nor to a team of another caisse or dissolved', async () => {
    const { id } = await deposer()
    const etrangere = await equipe('C2S', ailleurs.caisse.id)
    const dissoute = await equipe('Ancienne', ici.caisse.id, false)
    const parti = await fabriqueCompte(atelier, {
      profil: 'caisse',
      caisseId: ici.caisse.id,
      roles: ['agent'],
      etat: 'inactif',
    })
    const refuses = [
      `agent:${ici.referent.id}`,
      `agent:${ici.technicien.id}`,
      `agent:${ailleurs.agent.id}`,
      `agent:${parti.id}`,
      `equipe:${etrangere.id}`,
      `equipe:${dissoute.id}`,
    ] as const
    for (const a of refuses)
      await expect(
        agir(agent, (c) => attribuerDemande(c, { id, a })),
        a,
      ).rejects.toMatchObject({ code: 'saisie', erreurs: { a: expect.any(String) } })
    expect(await relire(id)).toMatchObject({ agentId: null, equipeId: null, version: 1 })
  })

  it('not from an old page, nor once closed, nor by an agent of another caisse', async () => {
    const { id } = await deposer()
    const { version } = await relire(id)
    await agir(agent2, (c) => prendreEnCharge(c, { id }))
    const ancienne = agir(agent, (c) => attribuerDemande(c, { id, version, a: `agent:${agent.compteId}` }))
    await expect(ancienne).rejects.toThrow(`${collegue.prenom} ${collegue.nom} la suit`)
    expect((await relire(id)).agentId).toBe(collegue.id)
    const close = await deposer({ etat: 'traitee' })
    await expect(agir(agent, (c) => attribuerDemande(c, { id: close.id, a: 'commune' }))).rejects.toMatchObject({
      code: 'etat_change',
    })
    const autre = await acteurDe(ailleurs.agent.id)
    await expect(agir(autre, (c) => attribuerDemande(c, { id, a: 'commune' }))).rejects.toMatchObject({
      code: 'introuvable',
    })
  })
})

describe('an agent who leaves', () => {
  it('loses no demande: each is to be taken in its team, in the one chosen, or by anybody', async () => {
    for (const [demandes, equipeId] of [
      ['garder', c2s.id],
      ['commune', null],
      [(await equipe('Reprise')).id, 'reprise'],
    ] as const) {
      const { id: compteId, version } = await nouvelAgent()
      const { id } = await deposer({ etat: 'prise_en_charge' })
      const close = await deposer({ etat: 'traitee' })
      await atelier.tx.demande.updateMany({
        where: { id: { in: [id, close.id] } },
        data: { agentId: compteId, equipeId: c2s.id },
      })
      const saisie = { compteId, version, motif: 'Départ', demandes }
      const { journal } = await agir(referent, (c) => inactiverCompteCaisse(c, saisie))
      expect(journal?.details).toEqual({ demandesRendues: 1 })
      const attendue = equipeId === 'reprise' ? demandes : equipeId
      expect(await relire(id)).toMatchObject({ agentId: null, equipeId: attendue, etat: 'prise_en_charge' })
      expect(await dernier(id)).toMatchObject({ type: 'attribuee', details: { par: 'depart' } })
      expect((await relire(close.id)).agentId).toBe(compteId)
    }
  })

  it('leaves them too when it is no longer an agent, and keeps its account', async () => {
    const compte = await fabriqueCompte(atelier, {
      profil: 'caisse',
      caisseId: ici.caisse.id,
      roles: ['agent', 'dpo'],
    })
    const { id } = await deposer({ etat: 'prise_en_charge' })
    await atelier.tx.demande.update({ where: { id }, data: { agentId: compte.id } })
    const { civilite, nom, prenom, fonction, telephone, courriel, version } = await atelier.tx.compte.findUniqueOrThrow(
      { where: { id: compte.id } },
    )
    const identite = { civilite, nom, prenom, fonction, telephone, courriel } as Parameters<
      typeof modifierCompteCaisse
    >[1]
    await agir(referent, (c) => modifierCompteCaisse(c, { ...identite, compteId: compte.id, version, roles: ['dpo'] }))
    expect(await relire(id)).toMatchObject({ agentId: null, ouverte: true })
  })

  it('is not emptied by the référent of another caisse, nor by a colleague', async () => {
    const autre = await acteurDe(ailleurs.referent.id)
    for (const qui of [autre, agent])
      await expect(
        agir(qui, (c) => c.tx.$queryRaw`SELECT ep_rendre_demandes(${collegue.id}::uuid, true, NULL::uuid, now())`),
      ).rejects.toThrow(/permission denied/)
  })
})
