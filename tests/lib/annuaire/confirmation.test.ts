import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { annuaireAConfirmer, confirmationAttendue, confirmerAnnuaire } from '@/lib/annuaire/confirmation'
import { demanderConfirmations } from '@/lib/annuaire/demander-confirmations'
import { enregistrerContact, retirerContact } from '@/lib/annuaire/enregistrer-contact'
import { annuaireDeLaCaisse, annuaireDuPartenaire } from '@/lib/annuaire/queries'
import { contactDuPartenaireSchema } from '@/lib/annuaire/schema'
import { fichePourCaisse, fichePourEcriture } from '@/lib/partenaires/queries-fiche'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { dateAParis } from '@/lib/socle/temps'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const MAINTENANT = new Date('2026-03-10T09:00:00Z')
const apres = (jours: number) => new Date(MAINTENANT.getTime() + jours * 86_400_000)

const atelier = await atelierDeTest(await baseDeTest(), 'confirmation', MAINTENANT)
const { tx } = atelier
const ici = await fabriquePartenariat(atelier, {
  caisse: { contacts: [{ type: 'theme', theme: 'Invalidité', courriel: 'invalidite@essai.example' }] },
})
const ailleurs = await fabriquePartenariat(atelier)
const gestionnaire = await acteurDe(ici.gestionnaire.id, MAINTENANT)
const referent = await acteurDe(ici.referent.id, MAINTENANT)
const technicien = await acteurDe(ici.technicien.id, MAINTENANT)
const partenaireId = ici.partenaire.id
const caisseId = ici.caisse.id

const theme = (plus: object = {}) =>
  contactDuPartenaireSchema.parse({
    type: 'theme',
    theme: 'Hébergement d’urgence',
    nom: 'Accueil de nuit',
    usage: 'Trouver une place le soir même',
    pourQui: 'les agents',
    horaires: 'de 18 h à 22 h',
    courriel: 'nuit@essai.example',
    ...plus,
  })
const ecrire = (acteur: Acteur, saisie: ReturnType<typeof theme>) =>
  agir(acteur, (contexte) => enregistrerContact(contexte, saisie), MAINTENANT)
const confirmer = async (acteur: Acteur, quand = MAINTENANT) => {
  const { empreinte } = await annuaireAConfirmer(acteur, quand)
  const cote = acteur.partenaire?.id ?? acteur.caisse?.id ?? ''
  return agir(acteur, (contexte) => confirmerAnnuaire(contexte, { cote, empreinte }), quand)
}
const demandes = async () =>
  (await tx.courriel.findMany({ where: { modele: 'annuaire_a_confirmer' } })).map(({ compteId }) => compteId)

describe('an address by theme', () => {
  it('is kept by the partenaire, with what it serves for, and read by the caisse', async () => {
    await ecrire(gestionnaire, theme())
    const [partenaire] = (await annuaireDeLaCaisse(referent, { q: '', apres: undefined })).partenaires
    expect(partenaire?.contacts).toMatchObject([
      { theme: 'Hébergement d’urgence', usage: 'Trouver une place le soir même', horaires: 'de 18 h à 22 h' },
    ])
    const sansTheme = contactDuPartenaireSchema.safeParse({ type: 'theme', theme: '', nom: 'Accueil' })
    expect(sansTheme.error?.issues[0]?.path).toEqual(['theme'])
  })

  it('is found by its theme or by what it serves for, without its accents', async () => {
    const trouver = async (q: string) => {
      const { partenaires, contacts } = await annuaireDeLaCaisse(referent, { q, apres: undefined })
      return [partenaires.length, contacts.length]
    }
    expect(await trouver('hebergement')).toEqual([1, 0])
    expect(await trouver('TROUVER UNE')).toEqual([1, 0])
    expect(await trouver('invalidite')).toEqual([0, 1])
    expect(await trouver('%')).toEqual([0, 0])
    expect(await trouver('')).toEqual([1, 1])
  })

  it('is the partenaire’s own: the référent of the caisse neither changes it nor takes it away', async () => {
    const ligne = await tx.contactPartenaire.findFirstOrThrow({ where: { partenaireId, type: 'theme' } })
    for (const fiche of [
      await fichePourCaisse(referent, partenaireId, MAINTENANT),
      await fichePourEcriture(referent, partenaireId),
    ])
      expect(fiche?.contacts).toEqual([])
    await avecPerimetre(perimetre(referent), async (web) => {
      expect(await web.contactPartenaire.updateMany({ where: { id: ligne.id }, data: { nom: 'x' } })).toEqual({
        count: 0,
      })
      expect(await web.contactPartenaire.deleteMany({ where: { id: ligne.id } })).toEqual({ count: 0 })
    })
    await expect(ecrire(gestionnaire, { ...theme(), id: ligne.id, type: 'dpo', theme: null })).rejects.toMatchObject({
      code: 'introuvable',
    })
    const autre = await ecrire(gestionnaire, theme({ theme: 'Formation' }))
    expect(autre.vers).toContain('/annuaire')
    const formation = await tx.contactPartenaire.findFirstOrThrow({ where: { partenaireId, theme: 'Formation' } })
    await agir(gestionnaire, (contexte) => retirerContact(contexte, { id: formation.id }), MAINTENANT)
    expect(await tx.contactPartenaire.count({ where: { partenaireId, type: 'theme' } })).toBe(1)
  })
})

describe('the confirmation', () => {
  it('begins to count the first night, and asks nothing before its interval is over', async () => {
    expect(await demanderConfirmations(MAINTENANT)).toBe(0)
    expect(await tx.confirmationAnnuaire.count({ where: { OR: [{ caisseId }, { partenaireId }] } })).toBe(2)
    expect(await demanderConfirmations(apres(364))).toBe(0)
    expect(await confirmationAttendue(gestionnaire, apres(364))).toBeNull()
  })

  it('is then asked of each side, and again each month, until it is given', async () => {
    await demanderConfirmations(apres(365))
    const premiers = await demandes()
    expect(premiers).toEqual(expect.arrayContaining([ici.gestionnaire.id, ici.referent.id]))
    expect(premiers).not.toContain(ici.technicien.id)
    expect(await demanderConfirmations(apres(366))).toBe(0)
    await demanderConfirmations(apres(396))
    expect((await demandes()).filter((id) => id === ici.gestionnaire.id)).toHaveLength(2)
    expect(await confirmationAttendue(gestionnaire, apres(396))).toBe(dateAParis(MAINTENANT))
    expect(await confirmationAttendue(referent, apres(396))).toBe(dateAParis(MAINTENANT))
    expect(await confirmationAttendue(technicien, apres(396))).toBeNull()
  })

  it('is shown to the other side while it is not given, then with its day', async () => {
    const lire = async (quand: Date) => ({
      caisse: (await annuaireDuPartenaire(technicien, quand)).caisses[0]?.confirmation,
      partenaire: (await annuaireDeLaCaisse(referent, { q: '', apres: undefined }, quand)).partenaires[0]?.confirmation,
    })
    const tard = { depuis: dateAParis(MAINTENANT), confirmee: false, retard: true }
    expect(await lire(apres(400))).toEqual({ caisse: tard, partenaire: tard })
    await confirmer(gestionnaire, apres(400))
    expect(await lire(apres(401))).toEqual({
      caisse: tard,
      partenaire: { depuis: dateAParis(apres(400)), confirmee: true, retard: false },
    })
    await confirmer(referent, apres(401))
    expect((await lire(apres(402))).caisse).toMatchObject({ confirmee: true, retard: false })
    const avant = (await demandes()).filter((id) => id === ici.gestionnaire.id || id === ici.referent.id).length
    await demanderConfirmations(apres(440))
    expect((await demandes()).filter((id) => id === ici.gestionnaire.id || id === ici.referent.id)).toHaveLength(avant)
  })

  it('is of what was read: a contact changed meanwhile is read again, and nothing is not confirmed', async () => {
    const { empreinte } = await annuaireAConfirmer(gestionnaire)
    await ecrire(gestionnaire, theme({ theme: 'Domiciliation' }))
    for (const [cote, code] of [
      [partenaireId, 'etat_change'],
      [caisseId, 'introuvable'],
    ] as const)
      await expect(
        agir(gestionnaire, (contexte) => confirmerAnnuaire(contexte, { cote, empreinte })),
      ).rejects.toMatchObject({ code })
    await expect(confirmer(await acteurDe(ailleurs.gestionnaire.id, MAINTENANT))).rejects.toMatchObject({
      message: expect.stringContaining('aucun contact'),
    })
  })

  it('follows the interval of the caisse', async () => {
    await tx.reglagesCaisse.update({ where: { caisseId }, data: { intervalleAnnuaireMois: 1 } })
    expect(await confirmationAttendue(gestionnaire, apres(400 + 32))).toBe(dateAParis(apres(400)))
  })

  it('is each side’s own in the database too', async () => {
    for (const [acteur, cote] of [
      [technicien, { partenaireId }],
      [gestionnaire, { caisseId }],
      [referent, { partenaireId }],
      [await acteurDe(ailleurs.referent.id, MAINTENANT), { caisseId }],
    ] as const)
      await avecPerimetre(perimetre(acteur), async (web) => {
        const { count } = await web.confirmationAnnuaire.updateMany({ where: cote, data: { confirmeeLe: MAINTENANT } })
        expect(count).toBe(0)
      })
    await expect(
      avecPerimetre(perimetre(technicien), (web) =>
        web.confirmationAnnuaire.createMany({
          data: [{ id: randomUUID(), partenaireId: ailleurs.partenaire.id, depuis: MAINTENANT }],
        }),
      ),
    ).rejects.toThrow()
  })
})
