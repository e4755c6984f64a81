import { describe, expect, it } from 'vitest'
import { preuveDInactivation } from '@/lib/incidents/preuve-pdf'
import { comptesSignalables, incidentDe, incidentsDeLaCaisse } from '@/lib/incidents/queries'
import { signalerCompte } from '@/lib/incidents/signaler-compte'
import { inactiverSignale, traiterIncident } from '@/lib/incidents/traiter-incident'
import { lireSession } from '@/lib/socle/lire-session'
import { fabriqueCompte, fabriqueSession } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { tx } = atelier
const ailleurs = await fabriquePartenariat(atelier)

async function monde() {
  const ici = await fabriquePartenariat(atelier)
  const lieu = { partenaireId: ici.partenaire.id, structureId: ici.structure.id }
  const collegue = await fabriqueCompte(atelier, { profil: 'technicien', ...lieu })
  return { ici, lieu, collegue }
}

const vol = (compteId: string) => ({ type: 'vol' as const, compteId, description: 'Ordinateur volé dans le train.' })
const ouvrir = (compteId: string) => fabriqueSession(atelier, compteId)
const etatDe = async (id: string) => (await tx.compte.findUniqueOrThrow({ where: { id } })).etat
const dernier = async (compteId: string) =>
  tx.signalementCompte.findFirstOrThrow({ where: { compteId }, orderBy: { signaleLe: 'desc' } })
const courriels = async (modele: string, compteId: string) => tx.courriel.count({ where: { modele, compteId } })

describe('reporting', () => {
  it('one’s own account closes it at once: the open sessions end on their next request', async () => {
    const { ici } = await monde()
    const autreSession = await ouvrir(ici.technicien.id)
    const acteur = await acteurDe(ici.technicien.id)
    const suite = await agir(acteur, (c) => signalerCompte(c, vol(ici.technicien.id)))
    expect(suite.vers).toBe('/signalement-recu')
    expect(await lireSession(acteur.sessionId)).toBeNull()
    expect(await lireSession(autreSession)).toBeNull()
    expect(await dernier(ici.technicien.id)).toMatchObject({ suite: null, inactiveLe: expect.any(Date) })
    expect(await courriels('incident_preuve', ici.gestionnaire.id)).toBe(1)
    expect(await courriels('incident_signale', ici.referent.id)).toBe(1)
    expect(await courriels('compte_protege', ici.technicien.id)).toBe(1)
    expect(await courriels('incident_signale', ailleurs.referent.id)).toBe(0)
    expect(await tx.journal.count({ where: { action: 'compte.inactive', objetId: ici.technicien.id } })).toBe(1)
  })

  it('a technicien closes it when its gestionnaire does, and tells it without accusing', async () => {
    const { ici, collegue } = await monde()
    const session = await ouvrir(collegue.id)
    await agir(await acteurDe(ici.gestionnaire.id), (c) => signalerCompte(c, vol(collegue.id)))
    expect(await lireSession(session)).toBeNull()
    expect(await courriels('compte_protege', collegue.id)).toBe(1)
  })

  it('a colleague tells those who may act, and closes nothing; a gestionnaire then closes it in one click', async () => {
    const { ici, collegue } = await monde()
    const suite = await agir(await acteurDe(ici.technicien.id), (c) => signalerCompte(c, vol(collegue.id)))
    const { id } = await dernier(collegue.id)
    expect(suite.vers).toBe(`/signaler/${id}`)
    expect(await etatDe(collegue.id)).toBe('actif')
    expect(await courriels('incident_signale', ici.gestionnaire.id)).toBe(1)
    const gestionnaire = await acteurDe(ici.gestionnaire.id)
    const session = await ouvrir(collegue.id)
    await agir(gestionnaire, (c) => inactiverSignale(c, { id }))
    expect(await lireSession(session)).toBeNull()
    await expect(agir(gestionnaire, (c) => inactiverSignale(c, { id }))).rejects.toMatchObject({ code: 'etat_change' })
  })

  it('a gestionnaire by another one is for the référent to decide', async () => {
    const { ici, lieu } = await monde()
    const autre = await fabriqueCompte(atelier, { profil: 'gestionnaire', ...lieu })
    const gestionnaire = await acteurDe(ici.gestionnaire.id)
    await agir(gestionnaire, (c) => signalerCompte(c, vol(autre.id)))
    const { id } = await dernier(autre.id)
    expect(await etatDe(autre.id)).toBe('actif')
    await expect(agir(gestionnaire, (c) => inactiverSignale(c, { id }))).rejects.toMatchObject({ code: 'introuvable' })
    await agir(await acteurDe(ici.referent.id), (c) => inactiverSignale(c, { id }))
    expect(await etatDe(autre.id)).toBe('inactif')
  })

  it('the last gestionnaire may be closed for fraud, and a successor is asked of the référents', async () => {
    const { ici } = await monde()
    const fraude = { ...vol(ici.gestionnaire.id), type: 'fraude' as const }
    await agir(await acteurDe(ici.referent.id), (c) => signalerCompte(c, fraude))
    expect(await etatDe(ici.gestionnaire.id)).toBe('inactif')
    expect(await courriels('successeur_attendu', ici.referent.id)).toBe(1)
    expect(await dernier(ici.gestionnaire.id)).toMatchObject({ suite: 'inactive', traiteParId: ici.referent.id })
  })

  it('an agent tells its référents of a partenaire’s account, and closes only its own', async () => {
    const { ici } = await monde()
    const agent = await acteurDe(ici.agent.id)
    await agir(agent, (c) => signalerCompte(c, vol(ici.technicien.id)))
    expect(await etatDe(ici.technicien.id)).toBe('actif')
    expect(await courriels('incident_signale', ici.referent.id)).toBe(1)
    await agir(agent, (c) => signalerCompte(c, vol(ici.agent.id)))
    expect(await lireSession(agent.sessionId)).toBeNull()
  })

  it('reaches no account of another partenaire, structure or caisse', async () => {
    const { ici } = await monde()
    for (const [qui, cible] of [
      [ici.technicien, ailleurs.technicien],
      [ici.gestionnaire, ailleurs.gestionnaire],
      [ici.referent, ailleurs.technicien],
      [ici.agent, ailleurs.agent],
    ] as const)
      await expect(agir(await acteurDe(qui.id), (c) => signalerCompte(c, vol(cible.id)))).rejects.toMatchObject({
        code: 'introuvable',
      })
    const exclusion = { ...vol(ici.technicien.id), type: 'exclusion' as const }
    await expect(agir(await acteurDe(ici.gestionnaire.id), (c) => signalerCompte(c, exclusion))).rejects.toMatchObject({
      code: 'introuvable',
    })
  })

  it('offers one’s own account first, and only those one may report', async () => {
    const { ici, collegue } = await monde()
    const offerts = await comptesSignalables(await acteurDe(ici.technicien.id))
    expect(offerts[0]?.id).toBe(ici.technicien.id)
    expect(offerts.map(({ id }) => id).sort()).toEqual([ici.technicien.id, collegue.id, ici.gestionnaire.id].sort())
    const referent = await acteurDe(ici.referent.id)
    expect(await comptesSignalables(referent)).toHaveLength(1)
    const trouves = await comptesSignalables(referent, { q: collegue.identifiant })
    expect(trouves.map(({ id }) => id)).toEqual([ici.referent.id, collegue.id])
    expect(await comptesSignalables(referent, { q: ailleurs.technicien.identifiant })).toHaveLength(1)
  })
})

describe('what follows', () => {
  async function vole() {
    const { ici, collegue } = await monde()
    await agir(await acteurDe(ici.gestionnaire.id), (c) => signalerCompte(c, vol(collegue.id)))
    return { ici, collegue, id: (await dernier(collegue.id)).id }
  }

  it('is a référent’s: the account comes back within the quota, with a new password to choose', async () => {
    const { ici, collegue, id } = await vole()
    const referent = await acteurDe(ici.referent.id)
    await agir(referent, (c) => traiterIncident(c, { id, suite: 'retabli' }))
    expect(await etatDe(collegue.id)).toBe('attente_activation')
    expect(await courriels('activation', collegue.id)).toBe(1)
    await expect(agir(referent, (c) => traiterIncident(c, { id, suite: 'inactive' }))).rejects.toMatchObject({
      code: 'etat_change',
    })
    expect((await incidentDe(referent, id))?.suite).toBe('retabli')
  })

  it('may be to keep it closed, and to come back on that; never «sans suite» for a closed account', async () => {
    const { ici, id } = await vole()
    const referent = await acteurDe(ici.referent.id)
    await expect(agir(referent, (c) => traiterIncident(c, { id, suite: 'sans_suite' }))).rejects.toMatchObject({
      code: 'etat_change',
    })
    await agir(referent, (c) => traiterIncident(c, { id, suite: 'inactive' }))
    await agir(referent, (c) => traiterIncident(c, { id, suite: 'retabli' }))
    expect(
      await tx.journal.count({
        where: { action: 'compte.retabli', objetId: (await incidentDe(referent, id))?.compteId },
      }),
    ).toBe(1)
  })

  it('is seen by the reporter, the gestionnaires and the référents bound, with a tagged PDF as proof', async () => {
    const { ici, id, collegue } = await vole()
    const incident = await incidentDe(await acteurDe(ici.gestionnaire.id), id)
    if (!incident) throw new Error('introuvable')
    const pdf = await preuveDInactivation(incident)
    expect(pdf?.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf?.toString('latin1')).toContain('/MarkInfo')
    const referent = await acteurDe(ici.referent.id)
    const lus = [{ id, compte: { id: collegue.id }, signalePar: expect.any(String) }]
    expect(await incidentsDeLaCaisse(referent)).toMatchObject({ incidents: lus, partenaire: null })
    const duPartenaire = await incidentsDeLaCaisse(referent, ici.partenaire.id)
    expect(duPartenaire).toMatchObject({ incidents: lus, partenaire: { nom: ici.partenaire.nom } })
    const dAilleurs = await incidentsDeLaCaisse(referent, ailleurs.partenaire.id)
    expect(dAilleurs).toEqual({ incidents: [], partenaire: null })
    for (const autre of [ici.technicien, ici.agent, ici.dpo, ailleurs.referent, ailleurs.gestionnaire])
      expect(await incidentDe(await acteurDe(autre.id), id)).toBeNull()
  })

  it('is for an exclusion to tell its reason to the person', async () => {
    const { ici, collegue } = await monde()
    const exclusion = { type: 'exclusion' as const, compteId: collegue.id, description: 'Identifiants prêtés.' }
    await agir(await acteurDe(ici.referent.id), (c) => signalerCompte(c, exclusion))
    const mail = await tx.courriel.findFirstOrThrow({ where: { modele: 'compte_exclu', compteId: collegue.id } })
    expect(mail.donnees).toMatchObject({ motif: 'Identifiants prêtés.' })
  })

  it('is not decided by the référent it is about', async () => {
    const { ici } = await monde()
    await agir(await acteurDe(ici.agent.id), (c) => signalerCompte(c, vol(ici.referent.id)))
    const { id } = await dernier(ici.referent.id)
    const soi = await acteurDe(ici.referent.id)
    for (const suite of ['sans_suite', 'inactive'] as const)
      await expect(agir(soi, (c) => traiterIncident(c, { id, suite }))).rejects.toThrow(/votre propre compte/)
    const collegue = await fabriqueCompte(atelier, { profil: 'caisse', caisseId: ici.caisse.id, roles: ['referent'] })
    await agir(await acteurDe(collegue.id), (c) => traiterIncident(c, { id, suite: 'sans_suite' }))
    expect(await dernier(ici.referent.id)).toMatchObject({ suite: 'sans_suite', traiteParId: collegue.id })
  })

  it('of one’s own account waits for somebody else, even where one decides of the others', async () => {
    const { ici } = await monde()
    await agir(await acteurDe(ici.referent.id), (c) => signalerCompte(c, vol(ici.referent.id)))
    expect(await dernier(ici.referent.id)).toMatchObject({ suite: null, inactiveLe: expect.any(Date) })
  })

  it('stays in its structure: the gestionnaire of another one neither reads it nor closes the account', async () => {
    const { ici, lieu, collegue } = await monde()
    const annexe = await tx.structure.create({
      data: { partenaireId: lieu.partenaireId, nom: 'Annexe', nombreMembres: 3 },
    })
    const voisin = await acteurDe(
      (await fabriqueCompte(atelier, { profil: 'gestionnaire', ...lieu, structureId: annexe.id })).id,
    )
    await agir(await acteurDe(ici.technicien.id), (c) => signalerCompte(c, vol(collegue.id)))
    const { id } = await dernier(collegue.id)
    expect(await incidentDe(voisin, id)).toBeNull()
    await expect(agir(voisin, (c) => inactiverSignale(c, { id }))).rejects.toMatchObject({ code: 'introuvable' })
    expect(await etatDe(collegue.id)).toBe('actif')
  })

  it('never tells the gestionnaire it is about who reported it', async () => {
    const { ici, lieu } = await monde()
    await agir(await acteurDe(ici.technicien.id), (c) => signalerCompte(c, vol(ici.gestionnaire.id)))
    const { id } = await dernier(ici.gestionnaire.id)
    expect(await incidentDe(await acteurDe(ici.gestionnaire.id), id)).toBeNull()
    const collegue = await fabriqueCompte(atelier, { profil: 'gestionnaire', ...lieu })
    expect(await incidentDe(await acteurDe(collegue.id), id)).toMatchObject({ id, description: null })
    for (const lecteur of [ici.technicien, ici.referent])
      expect((await incidentDe(await acteurDe(lecteur.id), id))?.description).toMatch(/volé/)
  })

  it('is one report and one word to each, however many times the form is sent', async () => {
    const { ici, collegue } = await monde()
    const acteur = await acteurDe(ici.technicien.id)
    const suites = await Promise.all([1, 2, 3].map(() => agir(acteur, (c) => signalerCompte(c, vol(collegue.id)))))
    expect(new Set(suites.map(({ vers }) => vers)).size).toBe(1)
    expect(await tx.signalementCompte.count({ where: { compteId: collegue.id } })).toBe(1)
    expect(await courriels('incident_signale', ici.referent.id)).toBe(1)
  })
})
