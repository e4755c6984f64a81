import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { enregistrerPreferences } from '@/lib/comptes/enregistrer-preferences'
import { prevenirAgent, prevenirAuteur } from '@/lib/demandes/prevenir'
import { verrouillerDemande } from '@/lib/demandes/transition'
import { envoyerCourriel } from '@/lib/notifications/envoyer-courriel'
import type { Frequence } from '@/lib/notifications/frequence'
import type { ModelePartenaire } from '@/lib/notifications/modeles'
import { dernierPassage } from '@/lib/notifications/passages'
import { resumerCourriels } from '@/lib/notifications/resumer-courriels'
import { dateAParis } from '@/lib/socle/temps'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'
import { boiteDeTest } from './boite-de-test'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
process.env.URL_PUBLIQUE = 'http://localhost:3412'
const { tx } = atelier
const boite = await boiteDeTest()
afterAll(() => boite.arreter())
const { cadre, agent, technicien, structure, caisse } = await fabriquePartenariat(atelier)
const acteurs = { agent: await acteurDe(agent.id), technicien: await acteurDe(technicien.id) }
const demande = await fabriqueDemande(atelier, cadre, { agent, etat: 'prise_en_charge' })
const autre = await fabriqueDemande(atelier, cadre, { agent, etat: 'prise_en_charge' })

/** Twenty years from now: the rows, dated by the database, are all before. */
const demain = (heure: string) => new Date(`2046-03-02T${heure}:00+01:00`)

const choisir = (frequenceCourriels: Frequence, qui = technicien.id) =>
  tx.compte.update({ where: { id: qui }, data: { preferences: { frequenceCourriels } } })
const arrive = (modele: ModelePartenaire = 'message_recu', { id } = demande, options = {}) =>
  agir(acteurs.agent, async (c) => prevenirAuteur(c, await verrouillerDemande(c, id), modele, options))
const etats = async () =>
  (await tx.courriel.findMany({ orderBy: [{ creeLe: 'asc' }, { id: 'asc' }] })).map(
    ({ modele, etat }) => `${modele} ${etat}`,
  )
const resumes = () => tx.courriel.findMany({ where: { modele: 'resume' } })

beforeEach(async () => {
  await tx.courriel.deleteMany()
  await tx.structure.update({ where: { id: structure.id }, data: { courriel: null } })
  boite.recus.length = 0
})

describe('the frequency chosen by a reader', () => {
  it.each([
    ['chaque', 'a_envoyer'],
    ['deux_par_jour', 'a_grouper'],
    ['jour', 'a_grouper'],
    ['aucun', 'non_envoye'],
  ] as const)('«%s»: a mail about a demande is %s', async (frequence, etat) => {
    await choisir(frequence)
    await arrive()
    expect(await etats()).toEqual([`message_recu ${etat}`])
  })

  it('does not hold for a rendez-vous, which can’t wait', async () => {
    await choisir('aucun')
    await arrive('rendez_vous_annule')
    expect(await etats()).toEqual(['rendez_vous_annule a_envoyer'])
  })

  it('is kept with the other preferences, and left as it is by a form that does not ask it', async () => {
    const enregistrer = (saisie: Parameters<typeof enregistrerPreferences>[1]) =>
      agir(acteurs.technicien, (c) => enregistrerPreferences(c, saisie))
    await enregistrer({ raccourcis: 'oui', frequenceCourriels: 'jour' })
    await enregistrer({})
    expect((await tx.compte.findUniqueOrThrow({ where: { id: technicien.id } })).preferences).toEqual({
      raccourcis: false,
      frequenceCourriels: 'jour',
    })
  })

  it('holds for an agent too', async () => {
    await choisir('aucun', agent.id)
    await agir(acteurs.technicien, async (c) =>
      prevenirAgent(c, await verrouillerDemande(c, demande.id), 'message_partenaire'),
    )
    expect(await etats()).toEqual(['message_partenaire non_envoye'])
    await choisir('chaque', agent.id)
  })
})

describe('a digest', () => {
  it('says all that waits in one mail, by demande, and names nobody', async () => {
    await choisir('jour')
    await arrive('demande_prise_en_charge')
    await arrive('complement_demande')
    await arrive('message_recu', autre)
    expect(await resumerCourriels(demain('08:00'))).toBe(1)
    const [resume] = await resumes()
    expect(await etats()).toHaveLength(4)
    expect(await tx.courriel.count({ where: { etat: 'groupe', resumeId: resume?.id } })).toBe(3)
    await envoyerCourriel(resume?.id ?? '')
    const [recu] = boite.recus
    expect(recu?.subject).toBe('Espace Partenaires\u00a0: du nouveau sur 2\u00a0demandes')
    expect(recu?.text).toContain(demande.reference)
    expect(recu?.text).toContain(`http://localhost:3412/demandes/${autre.reference}`)
    expect(recu?.text).toMatch(/la caisse s’en occupe\s*;\s*la caisse demande un complément/)
    for (const d of [demande, autre]) if (d.nomNaissance) expect(recu?.html).not.toContain(d.nomNaissance)
  })

  it('is made once: run twice, at the same time, or killed between', async () => {
    await choisir('deux_par_jour')
    await arrive()
    await tx.$executeRaw`REVOKE UPDATE ON courriel FROM ep_travaux`
    await expect(resumerCourriels(demain('08:00'))).rejects.toThrow()
    await tx.$executeRaw`GRANT UPDATE ON courriel TO ep_travaux`
    expect(await etats()).toEqual(['message_recu a_grouper'])
    const faits = await Promise.all(Array.from({ length: 4 }, () => resumerCourriels(demain('08:00'))))
    expect(faits.reduce((somme, n) => somme + n, 0)).toBe(1)
    expect(await resumes()).toHaveLength(1)
    expect(await resumerCourriels(demain('08:30'))).toBe(0)
    const travaux = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM pgboss.job WHERE name = 'courriel.envoyer' AND data->>'courrielId' = ${(await resumes())[0]?.id}`
    expect(travaux).toHaveLength(1)
  })

  it('waits for its hour, and leaves late rather than never', async () => {
    const maintenant = new Date()
    await choisir('jour')
    await arrive()
    const passage = dernierPassage('jour', maintenant)
    expect(passage && passage <= maintenant).toBe(true)
    expect(await resumerCourriels(new Date(Date.now() + 1_000))).toBe(0)
    expect(await resumerCourriels(demain('11:17'))).toBe(1)
  })

  it('takes what waits after a change of preference, at the next run', async () => {
    for (const apres of ['chaque', 'aucun'] as const) {
      await tx.courriel.deleteMany()
      await choisir('jour')
      await arrive()
      await choisir(apres)
      expect(await resumerCourriels(new Date(Date.now() + 1_000))).toBe(1)
    }
  })

  it('leaves out a withdrawn message, one that may still be, and an account closed since', async () => {
    await choisir('jour')
    const message = await tx.message.create({
      data: {
        demandeId: demande.id,
        caisseId: caisse.id,
        structureId: structure.id,
        cote: 'caisse',
        auteurId: agent.id,
        texte: 'Bonjour',
      },
    })
    await arrive('message_recu', demande, { porteSurId: message.id, pasAvantLe: demain('08:03') })
    expect(await resumerCourriels(demain('08:00'))).toBe(0)
    await tx.message.update({ where: { id: message.id }, data: { retireLe: new Date() } })
    await tx.courriel.updateMany({ data: { etat: 'a_grouper' } })
    expect(await resumerCourriels(demain('23:00'))).toBe(0)
    expect(await etats()).toEqual(['message_recu retire'])

    await tx.courriel.deleteMany()
    await arrive()
    await tx.compte.update({ where: { id: technicien.id }, data: { etat: 'inactif' } })
    expect(await resumerCourriels(demain('08:00'))).toBe(0)
    await tx.compte.update({ where: { id: technicien.id }, data: { etat: 'actif' } })
    expect(await etats()).toEqual(['message_recu non_envoye'])
  })
})

describe('the shared mailbox of a structure', () => {
  it('is told of each event too, once, and at once', async () => {
    await choisir('aucun')
    await tx.structure.update({ where: { id: structure.id }, data: { courriel: 'accueil@essai.example' } })
    await arrive()
    const envoyes = await tx.courriel.findMany({ orderBy: { etat: 'asc' } })
    expect(envoyes.map(({ destinataire, etat, compteId }) => [destinataire, etat, compteId])).toEqual([
      ['accueil@essai.example', 'a_envoyer', null],
      [technicien.courriel, 'non_envoye', technicien.id],
    ])
  })

  it('is not written twice when the author has the same address', async () => {
    await choisir('chaque')
    await tx.structure.update({ where: { id: structure.id }, data: { courriel: technicien.courriel.toUpperCase() } })
    await arrive()
    expect(await etats()).toEqual(['message_recu a_envoyer'])
  })
})

describe('a mail that announces a message', () => {
  it('leaves after the time to withdraw it, and not at all once it is withdrawn', async () => {
    await choisir('chaque')
    const message = await tx.message.create({
      data: {
        demandeId: demande.id,
        caisseId: caisse.id,
        structureId: structure.id,
        cote: 'caisse',
        auteurId: agent.id,
        texte: 'Bonjour',
      },
    })
    const pasAvantLe = new Date(Date.now() + 300_000)
    await arrive('message_recu', demande, { porteSurId: message.id, pasAvantLe })
    const { id } = await tx.courriel.findFirstOrThrow()
    const [travail] = await tx.$queryRaw<{ start_after: Date }[]>`
      SELECT start_after FROM pgboss.job WHERE name = 'courriel.envoyer' AND data->>'courrielId' = ${id}`
    expect(Math.abs((travail?.start_after.getTime() ?? 0) - pasAvantLe.getTime())).toBeLessThan(1_000)
    await envoyerCourriel(id)
    expect(boite.recus).toHaveLength(0)
    await tx.message.update({ where: { id: message.id }, data: { retireLe: new Date() } })
    await tx.courriel.updateMany({ data: { etat: 'a_envoyer' } })
    await envoyerCourriel(id, { maintenant: new Date(pasAvantLe.getTime() + 1_000) })
    expect(boite.recus).toHaveLength(0)
    expect(await etats()).toEqual(['message_recu retire'])
  })
})

describe('the hours of the digests', () => {
  const heure = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' })

  it('are 8:00 and 13:30 in Paris every day of the year, changes of the clock included', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (instant) => {
          for (const [frequence, heures] of [
            ['jour', ['08:00']],
            ['deux_par_jour', ['08:00', '13:30']],
          ] as const) {
            const passage = dernierPassage(frequence, instant)
            if (!passage) throw new Error('aucun passage')
            expect(heures).toContain(heure.format(passage))
            expect(passage.getTime()).toBeLessThanOrEqual(instant.getTime())
            expect(instant.getTime() - passage.getTime()).toBeLessThanOrEqual(25 * 3_600_000)
            expect(dateAParis(passage) <= dateAParis(instant)).toBe(true)
          }
        },
      ),
    )
    expect(dernierPassage('chaque', new Date())).toBeNull()
    expect(dernierPassage('aucun', new Date())).toBeNull()
  })
})
