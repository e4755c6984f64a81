import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { filtresFileSchema } from '@/lib/demandes/filtres-file'
import { fileDAttente } from '@/lib/demandes/queries-caisse'
import { enregistrerVue, modifierVue, remplacerVue, supprimerVue } from '@/lib/file/enregistrer-vue'
import { fileDeLAdresse } from '@/lib/file/lire-adresse'
import { vuesAGerer, vuesPartagees } from '@/lib/file/queries'
import { lireVue, recompterVues } from '@/lib/file/queries-vues'
import { renommerVue, retirerVue } from '@/lib/file/reprendre-vue'
import type { Acteur } from '@/lib/socle/acteur'
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

let numero = 0
async function enregistrer(acteur: Acteur, filtres: string, partagee?: 'oui') {
  const id = randomUUID()
  numero += 1
  await agir(acteur, (c) => enregistrerVue(c, { id, nom: `Vue ${numero}`, partagee, filtres }))
  return id
}
const filtresDe = async (acteur: Acteur, adresse: Record<string, unknown>) =>
  (await fileDeLAdresse(acteur, adresse, new Date())).filtres
const noms = async (acteur: Acteur) =>
  (await fileDAttente(acteur, filtresFileSchema.parse({}))).vues.map(({ id }) => id)
const compte = async (acteur: Acteur, id: string) => (await lireVue(acteur, id))?.compte
const plusTard = (minutes: number) => new Date(Date.now() + minutes * 60_000)

describe('a saved view', () => {
  it('is seen by its author, by the caisse once shared, and never by another caisse', async () => {
    const perso = await enregistrer(agent, 'vue=a_prendre')
    const commune = await enregistrer(agent, 'vue=urgentes', 'oui')
    expect(await noms(agent)).toEqual(expect.arrayContaining([perso, commune]))
    expect(await noms(collegue)).toContain(commune)
    expect(await noms(collegue)).not.toContain(perso)
    expect(await noms(etranger)).toEqual([])
    expect(await lireVue(collegue, perso)).toBeNull()
    expect(await lireVue(etranger, commune)).toBeNull()
    expect((await vuesAGerer(collegue)).vues.find(({ id }) => id === commune)).toMatchObject({ mienne: false })
  })

  it('is changed and deleted by its author alone', async () => {
    const id = await enregistrer(agent, 'vue=toutes', 'oui')
    for (const acteur of [collegue, etranger]) {
      const refus = { code: 'introuvable' }
      await expect(agir(acteur, (c) => modifierVue(c, { id, nom: 'Prise', partagee: 'oui' }))).rejects.toMatchObject(
        refus,
      )
      await expect(agir(acteur, (c) => remplacerVue(c, { id, filtres: 'vue=closes' }))).rejects.toMatchObject(refus)
      await expect(agir(acteur, (c) => supprimerVue(c, { id }))).rejects.toMatchObject(refus)
    }
    await agir(agent, (c) => modifierVue(c, { id, nom: 'Pour moi', partagee: undefined }))
    expect(await lireVue(collegue, id)).toBeNull()
    expect(await lireVue(agent, id)).toMatchObject({ nom: 'Pour moi', partagee: false })
    await agir(agent, (c) => supprimerVue(c, { id }))
    expect(await lireVue(agent, id)).toBeNull()
  })

  it('is renamed and taken away by the référent of its caisse while it is shared, its author gone or not', async () => {
    const [referent, autre] = [await acteurDe(monde.referent.id), await acteurDe(ailleurs.referent.id)]
    const perso = await enregistrer(agent, 'vue=toutes')
    const commune = await enregistrer(agent, 'vue=urgentes', 'oui')
    const { vues } = await vuesPartagees(referent)
    expect(vues.map(({ id }) => id)).toContain(commune)
    expect(vues.map(({ id }) => id)).not.toContain(perso)
    for (const [acteur, id] of [
      [referent, perso],
      [autre, commune],
      [collegue, commune],
    ] as const) {
      const refus = { code: 'introuvable' }
      await expect(agir(acteur, (c) => renommerVue(c, { id, nom: 'Prise' }))).rejects.toMatchObject(refus)
      await expect(agir(acteur, (c) => retirerVue(c, { id }))).rejects.toMatchObject(refus)
    }
    await agir(referent, (c) => renommerVue(c, { id: commune, nom: 'Urgences' }))
    expect(await lireVue(collegue, commune)).toMatchObject({ nom: 'Urgences', partagee: true })
    await atelier.tx.compte.update({ where: { id: monde.agent.id }, data: { etat: 'inactif' } })
    expect((await vuesPartagees(referent)).vues.find(({ id }) => id === commune)).toMatchObject({ seule: true })
    await atelier.tx.compte.update({ where: { id: monde.agent.id }, data: { etat: 'actif' } })
    await agir(referent, (c) => retirerVue(c, { id: commune }))
    expect(await lireVue(agent, commune)).toBeNull()
  })

  it('keeps its filters, narrowed by those of the address; neither the page nor a searched name', async () => {
    const id = await enregistrer(agent, 'vue=a_prendre&service=dossier&echeance=0&tri=recue&q=Durand&apres=x')
    expect(await filtresDe(agent, { vue: id, urgent: 'oui' })).toEqual({
      vue: 'a_prendre',
      service: 'dossier',
      echeance: 0,
      tri: 'recue',
      urgent: 'oui',
      enregistree: id,
    })
    // What one does not see is an address like any other.
    expect(await filtresDe(etranger, { vue: id, urgent: 'oui' })).toEqual({ vue: 'toutes', urgent: 'oui' })
  })

  it('refuses a second view of the same name, and is saved once by a double click', async () => {
    const saisie = { id: randomUUID(), nom: 'Les AME', partagee: undefined, filtres: 'vue=toutes' }
    await agir(agent, (c) => enregistrerVue(c, saisie))
    await agir(agent, (c) => enregistrerVue(c, saisie))
    await expect(
      agir(agent, (c) => enregistrerVue(c, { ...saisie, id: randomUUID(), nom: 'les ame' })),
    ).rejects.toMatchObject({ erreurs: { nom: expect.stringContaining('déjà une vue') } })
    expect(await atelier.tx.vueFile.count({ where: { nom: 'Les AME' } })).toBe(1)
  })

  it('is counted for all who share it, each minute at most, unless it depends on who looks', async () => {
    const commune = await enregistrer(agent, 'vue=toutes', 'oui')
    const deMoi = await enregistrer(agent, 'vue=toutes&agent=moi', 'oui')
    const perso = await enregistrer(agent, 'vue=mes_demandes')
    for (let rang = 0; rang < 3; rang++)
      await fabriqueDemande(atelier, monde.cadre, { etat: 'prise_en_charge', agent: monde.agent })
    await recompterVues(collegue, new Date())
    expect(await compte(agent, commune)).toBe(3)
    expect(await compte(agent, perso)).toBeNull()
    await recompterVues(agent, new Date())
    expect(await compte(agent, perso)).toBe(3)
    expect(await compte(agent, deMoi)).toBeNull()

    await fabriqueDemande(atelier, monde.cadre)
    await recompterVues(agent, new Date())
    expect(await compte(agent, commune)).toBe(3)
    await recompterVues(agent, plusTard(2))
    expect(await compte(agent, commune)).toBe(4)
    await recompterVues(etranger, plusTard(9))
    expect(await compte(agent, commune)).toBe(4)
  })

  it('shows what its filters are now, whatever they were the last time, and to whom it is open now', async () => {
    const { cadre, caisse, agent: auteur } = await fabriquePartenariat(atelier)
    const autre = await fabriqueCompte(atelier, { profil: 'caisse', caisseId: caisse.id, roles: ['agent'] })
    const [sienne, voisine] = [await acteurDe(auteur.id), await acteurDe(autre.id)]
    const urgente = await fabriqueDemande(atelier, cadre, { motif: 'puma', etat: 'transmise', urgent: true })
    const simple = await fabriqueDemande(atelier, cadre, { motif: 'puma', etat: 'transmise' })
    const id = await enregistrer(sienne, 'vue=toutes&urgent=oui', 'oui')
    const changer = (data: object) => atelier.tx.vueFile.update({ where: { id }, data })
    const lire = async (acteur: Acteur) => {
      const { filtres, file } = await fileDeLAdresse(acteur, { vue: id }, new Date())
      const vues = file.lignes.map((ligne) => ligne.id)
      return { filtres, siennes: [urgente, simple].map((demande) => vues.includes(demande.id)) }
    }
    const toutes = { filtres: { vue: 'toutes' }, siennes: [true, true] }
    const enregistree = (filtres: object) => ({ filtres: { ...filtres, enregistree: id } })
    for (const acteur of [sienne, sienne, voisine, sienne])
      expect(await lire(acteur)).toEqual({ ...enregistree({ vue: 'toutes', urgent: 'oui' }), siennes: [true, false] })
    expect(await lire(etranger)).toEqual({ ...toutes, siennes: [false, false] })
    // By another process, which tells nothing.
    await changer({ filtres: { vue: 'closes' } })
    for (const acteur of [voisine, sienne])
      expect(await lire(acteur)).toEqual({ ...enregistree({ vue: 'closes' }), siennes: [false, false] })
    await changer({ partagee: false })
    expect(await lire(voisine)).toEqual(toutes)
    expect(await lire(sienne)).toMatchObject(enregistree({ vue: 'closes' }))
    await atelier.tx.vueFile.delete({ where: { id } })
    expect(await lire(sienne)).toEqual(toutes)
  })
})
