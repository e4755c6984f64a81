import { describe, expect, it } from 'vitest'
import { enregistrerContact, retirerContact } from '@/lib/annuaire/enregistrer-contact'
import { annuaireDeLaCaisse, annuaireDuPartenaire, contactDuPartenaire, taillePage } from '@/lib/annuaire/queries'
import { contactDuPartenaireSchema } from '@/lib/annuaire/schema'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueConvention, fabriquePartenaire } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const contactDeCaisse = (theme: string) => ({ type: 'theme', theme, courriel: 'ij@essai.example' })
const ici = await fabriquePartenariat(atelier, {
  caisse: { contacts: [contactDeCaisse('Indemnités journalières'), { type: 'dpo', adresse: 'BP 1, 00100 Orvelle' }] },
})
const ailleurs = await fabriquePartenariat(atelier, { caisse: { contacts: [contactDeCaisse('Invalidité')] } })
const gestionnaire = await acteurDe(ici.gestionnaire.id)
const technicien = await acteurDe(ici.technicien.id)
const referent = await acteurDe(ici.referent.id)
const agent = await acteurDe(ici.agent.id)
const tout = { q: '', apres: undefined }

const contact = (valeurs: object = {}) =>
  contactDuPartenaireSchema.parse({ type: 'referent', nom: 'Maëlle Kerouac', courriel: 'mk@essai.example', ...valeurs })
const ecrire = (valeurs: object = {}, acteur = gestionnaire) =>
  agir(acteur, (contexte) => enregistrerContact(contexte, contact(valeurs)))
const contacts = (partenaireId: string) =>
  atelier.tx.contactPartenaire.findMany({ where: { partenaireId }, orderBy: { nom: 'asc' } })

describe('what a partenaire reads', () => {
  it('is each caisse bound to it today, with its contacts, and no other', async () => {
    const { caisses, gestionnaires } = await annuaireDuPartenaire(technicien)
    expect(caisses.map(({ nom }) => nom)).toEqual([ici.caisse.nom])
    expect(caisses[0]?.contacts.map(({ type }) => type).sort()).toEqual(['dpo', 'theme'])
    expect(gestionnaires.map(({ id }) => id)).toEqual([ici.gestionnaire.id])
  })

  it('follows its conventions: two caisses when two bind it, one when the other has ended', async () => {
    const { caisses: parts } = await fabriqueConvention(atelier, {
      partenaireId: ici.partenaire.id,
      caisses: [{ caisseId: ailleurs.caisse.id }],
    })
    expect((await annuaireDuPartenaire(technicien)).caisses).toHaveLength(2)
    await atelier.tx.conventionCaisse.update({
      where: { id: parts[0]?.id ?? '' },
      data: { etat: 'resiliee', finLe: new Date() },
    })
    expect((await annuaireDuPartenaire(technicien)).caisses).toHaveLength(1)
  })
})

describe('what a caisse reads', () => {
  it('is whom to reach at each of its partenaires, its own contacts and its référents', async () => {
    await ecrire()
    const lu = await annuaireDeLaCaisse(agent, tout)
    expect(lu.partenaires.map(({ id }) => id)).toEqual([ici.partenaire.id])
    expect(lu.partenaires[0]?.contacts.map(({ nom }) => nom)).toEqual(['Maëlle Kerouac'])
    expect(lu.partenaires[0]?.comptes.map(({ id }) => id)).toEqual([ici.gestionnaire.id])
    expect(lu.referents.map(({ id }) => id)).toEqual([ici.referent.id])
    expect(lu.contacts).toHaveLength(2)
  })

  it('leaves out accounts that are inactivated or deleted, and techniciens', async () => {
    const inactif = await fabriqueCompte(atelier, {
      profil: 'gestionnaire',
      etat: 'inactif',
      partenaireId: ici.partenaire.id,
      structureId: ici.structure.id,
    })
    const { partenaires } = await annuaireDeLaCaisse(referent, tout)
    expect(partenaires[0]?.comptes.map(({ id }) => id)).not.toContain(inactif.id)
    expect(partenaires[0]?.comptes.map(({ id }) => id)).not.toContain(ici.technicien.id)
  })

  it('is searched by partenaire, by town or by person, whatever the case', async () => {
    const noms = async (q: string) =>
      (await annuaireDeLaCaisse(referent, { ...tout, q })).partenaires.map(({ id }) => id)
    expect(await noms('KEROUAC')).toEqual([ici.partenaire.id])
    expect(await noms(ici.gestionnaire.nom.slice(0, 4).toLowerCase())).toEqual([ici.partenaire.id])
    expect(await noms('introuvable')).toEqual([])
    expect(await noms(ailleurs.partenaire.nom)).toEqual([])
  })

  it('is read page by page, by name, without a gap nor a double', async () => {
    for (let rang = 0; rang < taillePage + 5; rang += 1) {
      const partenaire = await fabriquePartenaire(atelier, { nom: `Association ${String(rang % 7)}` })
      await fabriqueConvention(atelier, { partenaireId: partenaire.id, caisses: [{ caisseId: ici.caisse.id }] })
    }
    const premiere = await annuaireDeLaCaisse(referent, tout)
    expect(premiere.partenaires).toHaveLength(taillePage)
    const seconde = await annuaireDeLaCaisse(referent, { q: '', apres: premiere.suivante ?? undefined })
    const ids = [...premiere.partenaires, ...seconde.partenaires].map(({ id }) => id)
    expect(new Set(ids).size).toBe(taillePage + 6)
    expect(seconde.suivante).toBeNull()
  })
})

describe('the contacts of a partenaire', () => {
  it('are kept by its gestionnaire: added, changed, taken away while another remains', async () => {
    await ecrire({ nom: 'Second Référent', telephone: '05 00 00 12 34', courriel: '' })
    const [maelle, second] = await contacts(ici.partenaire.id)
    if (!maelle || !second) throw new Error('deux contacts étaient attendus')
    expect(second.telephone).toBe('0500001234')
    await ecrire({ id: maelle.id, nom: 'Maëlle Le Kerouac' })
    expect((await contacts(ici.partenaire.id)).map(({ nom }) => nom)).toContain('Maëlle Le Kerouac')
    const retirer = (id: string, acteur = gestionnaire) => agir(acteur, (contexte) => retirerContact(contexte, { id }))
    expect((await retirer(second.id)).vers).toMatch(/^\/annuaire/)
    await expect(retirer(maelle.id)).rejects.toMatchObject({ code: 'etat_change' })
  })

  it('need a way to be reached, and hold no NIR', async () => {
    await expect(ecrire({ courriel: '' })).rejects.toMatchObject({ erreurs: { courriel: expect.any(String) } })
    expect(contactDuPartenaireSchema.safeParse({ ...contact(), nom: 'M. 2 55 08 14 168 025 38' }).success).toBe(false)
  })

  it('of another partenaire are out of reach, in the use case and in the database; a technicien writes none', async () => {
    const [sien] = await contacts(ici.partenaire.id)
    const etranger = await acteurDe(ailleurs.gestionnaire.id)
    await expect(ecrire({ id: sien?.id }, etranger)).rejects.toMatchObject({ code: 'introuvable' })
    await expect(agir(etranger, (contexte) => retirerContact(contexte, { id: sien?.id ?? '' }))).rejects.toMatchObject({
      code: 'introuvable',
    })
    expect(await contactDuPartenaire(etranger, sien?.id ?? '')).toBeNull()
    expect(await contactDuPartenaire(gestionnaire, 'x')).toBeNull()
    for (const acteur of [etranger, technicien]) {
      const { count } = await agir(acteur, ({ tx }) =>
        tx.contactPartenaire.updateMany({ where: { id: sien?.id }, data: { nom: 'X' } }),
      )
      expect(count).toBe(0)
    }
  })
})
