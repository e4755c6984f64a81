import { describe, expect, it } from 'vitest'
import { cloreDemande } from '@/lib/demandes/clore-demande'
import { envoyerComplement } from '@/lib/demandes/completer-demande'
import { consulterDemande } from '@/lib/demandes/consulter-demande'
import { demandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { demandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { demanderComplement } from '@/lib/demandes/demander-complement'
import { ajouterNote, envoyerMessage } from '@/lib/demandes/envoyer-message'
import { annulerCloture } from '@/lib/messages/annuler-acte'
import { finDuRetrait } from '@/lib/messages/envoi'
import { retirerMessage } from '@/lib/messages/retirer-message'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const monde = await fabriquePartenariat(atelier)
const collegue = await fabriqueCompte(atelier, { profil: 'caisse', caisseId: monde.caisse.id, roles: ['agent'] })
const technicien = await acteurDe(monde.technicien.id)
const agent = await acteurDe(monde.agent.id)
const agent2 = await acteurDe(collegue.id)

const SECRET = 'Mot à ne plus lire.'
const envoi = new Date('2026-03-12T14:00:00Z')
const apres = (minutes: number, secondes = 0) => new Date(envoi.getTime() + minutes * 60_000 + secondes * 1000)
const deposer = (valeurs = {}) =>
  fabriqueDemande(atelier, monde.cadre, {
    agent: monde.agent,
    motif: 'c2s',
    dernierActeLe: new Date(envoi.getTime() - 3_600_000),
    ...valeurs,
  })
const relire = (id: string) => atelier.tx.demande.findUniqueOrThrow({ where: { id } })
const dernierMessage = (demandeId: string) =>
  atelier.tx.message.findFirstOrThrow({ where: { demandeId }, orderBy: [{ envoyeLe: 'desc' }, { id: 'desc' }] })
const courriels = async (porteSurId: string) =>
  (await atelier.tx.courriel.findMany({ where: { porteSurId } })).map(({ etat, pasAvantLe }) => ({ etat, pasAvantLe }))
const repondre = async (id: string, le = envoi, texte = SECRET) => {
  const { version } = await relire(id)
  await agir(agent, (c) => envoyerMessage(c, { id, version, texte, nature: 'reponse' }), le)
  return (await dernierMessage(id)).id
}
const retirer = (qui: typeof agent, id: string, le: Date) => agir(qui, (c) => retirerMessage(c, { id }), le)

// What a clock and a state are made of.
const horloge = ({ version: _, majLe: __, nonLusCaisse: ___, ...demande }: Awaited<ReturnType<typeof relire>>) =>
  demande

describe('a message withdrawn by its writer', () => {
  it('is read by nobody any more, its mail does not leave, and the other side has nothing left to read', async () => {
    const { id, reference } = await deposer({ etat: 'prise_en_charge' })
    const avant = await relire(id)
    const message = await repondre(id)
    expect(await courriels(message)).toEqual([{ etat: 'a_envoyer', pasAvantLe: finDuRetrait(envoi) }])
    expect((await relire(id)).nonLusPartenaire).toBe(avant.nonLusPartenaire + 1)

    await retirer(agent, message, apres(4, 59))
    expect((await courriels(message)).map(({ etat }) => etat)).toEqual(['retire'])
    expect((await relire(id)).nonLusPartenaire).toBe(avant.nonLusPartenaire)
    for (const lu of [await demandeDeCaisse(agent, reference), await demandeDePartenaire(technicien, reference)]) {
      expect(lu?.messages.find((candidat) => candidat.id === message)).toMatchObject({
        texte: '',
        retireLe: apres(4, 59),
      })
      expect(JSON.stringify(lu)).not.toContain(SECRET)
      expect(lu?.evenements.some(({ type }) => type === 'message_retire')).toBe(true)
    }
    await expect(agir(agent, ({ tx }) => tx.texteRetire.findMany())).rejects.toThrow(/permission denied/)
    expect(await atelier.tx.texteRetire.findUnique({ where: { messageId: message } })).toMatchObject({ texte: SECRET })
  })

  it('is refused from the fifth minute on, by a colleague, and twice', async () => {
    const { id } = await deposer({ etat: 'prise_en_charge' })
    const message = await repondre(id)
    await expect(retirer(agent, message, apres(5))).rejects.toMatchObject({ code: 'etat_change' })
    await expect(retirer(agent2, message, apres(1))).rejects.toMatchObject({ code: 'introuvable' })
    await expect(retirer(technicien, message, apres(1))).rejects.toMatchObject({ code: 'introuvable' })
    await retirer(agent, message, apres(1))
    await expect(retirer(agent, message, apres(2))).rejects.toMatchObject({ code: 'etat_change' })
  })

  it('cannot be rewritten nor withdrawn late, whatever the product does', async () => {
    const { id } = await deposer({ etat: 'prise_en_charge' })
    const message = await repondre(id)
    const ecrire = (data: { texte?: string; retireLe?: Date }) =>
      agir(agent, ({ tx }) => tx.message.updateMany({ where: { id: message }, data }))
    await expect(ecrire({ texte: 'Autre chose' })).rejects.toThrow(/permission denied/)
    await expect(ecrire({ retireLe: apres(6) })).rejects.toThrow(/permission denied/)
    await expect(
      agir(agent2, ({ tx }) => tx.message.updateMany({ where: { id: message }, data: { retireLe: apres(1) } })),
    ).rejects.toThrow(/permission denied/)
  })

  it('leaves the counter alone when it was read, and what was written after it', async () => {
    const { id } = await deposer({ etat: 'prise_en_charge' })
    const premier = await repondre(id)
    const lue = await relire(id)
    await consulterDemande(technicien, lue, '127.0.0.1', apres(1))
    await repondre(id, apres(2), 'Le second.')
    await retirer(agent, premier, apres(3))
    expect((await relire(id)).nonLusPartenaire).toBe(1)
    const second = await dernierMessage(id)
    await retirer(agent, second.id, apres(4))
    expect((await relire(id)).nonLusPartenaire).toBe(0)
  })

  it('may come from the partenaire, and be a note', async () => {
    const { id } = await deposer({ etat: 'prise_en_charge' })
    await agir(technicien, (c) => envoyerMessage(c, { id, version: 0, texte: SECRET, nature: 'reponse' }), envoi)
    const message = await dernierMessage(id)
    const { nonLusCaisse } = await relire(id)
    await retirer(technicien, message.id, apres(2))
    expect((await relire(id)).nonLusCaisse).toBe(nonLusCaisse - 1)
    expect((await courriels(message.id)).map(({ etat }) => etat)).toEqual(['retire'])

    await agir(agent, (c) => ajouterNote(c, { id, version: 0, texte: SECRET, nature: 'note' }), apres(3))
    const note = await dernierMessage(id)
    await retirer(agent, note.id, apres(4))
    const retrait = await atelier.tx.evenement.findFirstOrThrow({
      where: { demandeId: id, type: 'message_retire', visiblePartenaire: false },
    })
    expect(retrait.details).toMatchObject({ acte: 'note' })
  })
})

describe('a message that is part of an act', () => {
  it('takes its closing with it, and the clock is as it was', async () => {
    const { id } = await deposer({ etat: 'attente_complement' })
    const avant = await relire(id)
    await agir(agent, (c) => cloreDemande(c, { id, version: avant.version, issue: 'incomplet', texte: SECRET }), envoi)
    const message = await dernierMessage(id)
    await retirer(agent, message.id, apres(4))
    expect(horloge(await relire(id))).toEqual(horloge(avant))
    expect((await courriels(message.id)).map(({ etat }) => etat)).toEqual(['retire'])
  })

  it('gives the clock back when a complément was asked for by mistake, and takes back one sent by mistake', async () => {
    const { id } = await deposer({ etat: 'prise_en_charge' })
    const avant = await relire(id)
    await agir(agent, (c) => demanderComplement(c, { id, version: avant.version, texte: SECRET }), envoi)
    await retirer(agent, (await dernierMessage(id)).id, apres(1))
    expect(horloge(await relire(id))).toEqual(horloge(avant))

    const attente = await deposer({ etat: 'attente_complement' })
    const suspendue = await relire(attente.id)
    await agir(technicien, (c) => envoyerComplement(c, { id: attente.id, version: 0, texte: SECRET }), envoi)
    await retirer(technicien, (await dernierMessage(attente.id)).id, apres(1))
    expect(await relire(attente.id)).toMatchObject({
      etat: 'attente_complement',
      suspendueLe: suspendue.suspendueLe,
      joursSuspendus: suspendue.joursSuspendus,
      nonLusCaisse: suspendue.nonLusCaisse,
    })
  })

  it('closes again what it had opened', async () => {
    const { id } = await deposer({ etat: 'traitee' })
    const avant = await relire(id)
    await agir(technicien, (c) => envoyerMessage(c, { id, version: 0, texte: SECRET, nature: 'reponse' }), envoi)
    expect((await relire(id)).etat).toBe('prise_en_charge')
    await retirer(technicien, (await dernierMessage(id)).id, apres(1))
    expect(await relire(id)).toMatchObject({ etat: 'traitee', issue: avant.issue, closeLe: avant.closeLe })
  })

  it('stays once something has happened since, and says so', async () => {
    const { id } = await deposer({ etat: 'prise_en_charge' })
    const { version } = await relire(id)
    await agir(agent, (c) => cloreDemande(c, { id, version, issue: 'accord', texte: SECRET }), envoi)
    const cloture = await dernierMessage(id)
    await agir(
      technicien,
      (c) => envoyerMessage(c, { id, version: 0, texte: 'Merci, mais…', nature: 'reponse' }),
      apres(1),
    )
    await expect(retirer(agent, cloture.id, apres(2))).rejects.toMatchObject({
      code: 'etat_change',
      message: expect.stringContaining('clos la demande'),
    })
    expect((await dernierMessage(id)).retireLe).toBeNull()
    expect((await atelier.tx.message.findUniqueOrThrow({ where: { id: cloture.id } })).texte).toBe(SECRET)
  })

  it('is undone by the version of the demande, as a bulk act does', async () => {
    const { id } = await deposer({ etat: 'prise_en_charge' })
    const avant = await relire(id)
    const clore = (le: Date, version: number) =>
      agir(agent, (c) => cloreDemande(c, { id, version, issue: 'accord', texte: SECRET }), le)
    await clore(envoi, avant.version)
    const { version } = await relire(id)
    await expect(agir(agent, (c) => annulerCloture(c, { id, version: version - 1 }), apres(1))).rejects.toMatchObject({
      code: 'etat_change',
    })
    await expect(agir(agent2, (c) => annulerCloture(c, { id, version }), apres(1))).rejects.toMatchObject({
      code: 'etat_change',
    })
    await agir(agent, (c) => annulerCloture(c, { id, version }), apres(1))
    expect(horloge(await relire(id))).toEqual(horloge(avant))
    await clore(apres(2), (await relire(id)).version)
    await expect(
      agir(agent, async (c) => annulerCloture(c, { id, version: (await relire(id)).version }), apres(8)),
    ).rejects.toMatchObject({ code: 'etat_change' })
  })
})
