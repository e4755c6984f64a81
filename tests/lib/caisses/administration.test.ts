import { describe, expect, it } from 'vitest'
import { creerCaisse } from '@/lib/caisses/creer-caisse'
import { modifierCaisse } from '@/lib/caisses/modifier-caisse'
import { caisseAdministree, caissesAdministrees, ceQuiAttendAdministration } from '@/lib/caisses/queries-administration'
import { ceQuiManque } from '@/lib/caisses/regles'
import { schemaCaisse } from '@/lib/caisses/schema'
import { departements } from '@/lib/socle/departements'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const ici = await fabriquePartenariat(atelier, { caisse: { code: '141', nom: 'CPAM du Val-Clair' } })
const administrateur = await acteurDe((await fabriqueCompte(atelier, { profil: 'administrateur' })).id)

const saisie = {
  code: '762',
  nom: 'CPAM de la Haute-Brume',
  adresse: '12 rue des Tilleuls',
  codePostal: '76000',
  ville: 'Orvelle',
  departements: ['2A', '76'],
  calendrier: 'france' as const,
}
const messages = (valeurs: Record<string, unknown>) =>
  schemaCaisse.safeParse({ ...saisie, ...valeurs }).error?.issues.map(({ message }) => message) ?? []

describe('a caisse', () => {
  it('starts with the settings of the schema, whatever it then sets for itself', async () => {
    const { journal } = await agir(administrateur, (contexte) => creerCaisse(contexte, saisie))
    const id = journal?.objetId ?? ''
    expect(await atelier.tx.caisse.findUniqueOrThrow({ where: { id } })).toMatchObject(saisie)
    expect(await atelier.tx.reglagesCaisse.findUniqueOrThrow({ where: { caisseId: id } })).toMatchObject({
      delaiHabilitationJoursOuvres: 5,
      quotaTechniciensActif: false,
    })
    expect(await caisseAdministree(administrateur, id)).toMatchObject({ agents: 0, referents: 0, partenaires: 0 })
  })

  it('has a code and a name that no other has, even when two people create it at once', async () => {
    const refuser = (valeurs: Partial<typeof saisie>) =>
      expect(agir(administrateur, (c) => creerCaisse(c, { ...saisie, ...valeurs }))).rejects
    await refuser({ code: '141', nom: 'CPAM Autre' }).toMatchObject({
      erreurs: { code: expect.stringContaining('CPAM du Val-Clair') },
    })
    await refuser({ code: '999', nom: 'cpam du val-clair' }).toMatchObject({ erreurs: { nom: expect.any(String) } })
    const essais = await Promise.allSettled(
      Array.from({ length: 5 }, () =>
        agir(administrateur, (c) => creerCaisse(c, { ...saisie, code: '500', nom: 'CPAM Double' })),
      ),
    )
    expect(essais.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('is refused without département, with one that does not exist, or with a code that is not three digits', () => {
    expect(messages({ departements: [] })).toEqual(['Choisissez au moins un département'])
    expect(messages({ departements: undefined })).toEqual(['Choisissez au moins un département'])
    expect(messages({ departements: ['76', '99'] })).toEqual(['Le département «\u00A099\u00A0» n’existe pas'])
    expect(messages({ departements: ['toString'] })).toHaveLength(1)
    for (const code of ['', '14', '1411', 'abc', '١٤١'])
      expect(messages({ code })).toEqual(['Le code organisme a 3\u00A0chiffres, par exemple 141'])
    expect(messages({ codePostal: '7600' })).toHaveLength(1)
    expect(messages({ calendrier: 'lunaire' })).toHaveLength(1)
    expect(messages({ departements: Object.keys(departements) })).toEqual([])
  })

  it('is changed by one administrateur at a time', async () => {
    const { id, version } = await atelier.tx.caisse.findUniqueOrThrow({ where: { code: '762' } })
    const changer = (ville: string) =>
      agir(administrateur, (c) => modifierCaisse(c, { ...saisie, id, version, ville, calendrier: 'alsace_moselle' }))
    expect(await changer('Brumeval')).toMatchObject({ journal: { details: { champs: 'ville,calendrier' } } })
    await expect(changer('Autreville')).rejects.toMatchObject({ code: 'etat_change' })
    expect((await atelier.tx.caisse.findUniqueOrThrow({ where: { id } })).ville).toBe('Brumeval')
  })

  it('is written by nobody else, in the database too', async () => {
    const referent = await acteurDe(ici.referent.id)
    await expect(
      agir(referent, (c) => creerCaisse(c, { ...saisie, code: '801', nom: 'CPAM Pirate' })),
    ).rejects.toThrow()
    await expect(
      agir(referent, (c) => modifierCaisse(c, { ...saisie, id: ici.caisse.id, version: 1, code: '141', nom: 'X' })),
    ).rejects.toMatchObject({ code: 'etat_change' })
  })
})

describe('what a caisse lacks', () => {
  const contact = (type: string) => ({ type, telephone: null, courriel: 'a@cpam.example' })
  const contacts = ['support', 'partenariat', 'dpo'].map(contact)
  const compte = (roles: string[], etat = 'actif') => ({ roles, etat })

  it('is nothing when a référent and an agent are active and its contacts can be reached', () => {
    expect(ceQuiManque({ comptes: [compte(['agent', 'referent'])], contacts })).toEqual([])
  })

  it('is told in the order to do it', () => {
    expect(ceQuiManque({ comptes: [], contacts: [] })[0]).toBe('Aucun référent')
    expect(ceQuiManque({ comptes: [compte(['referent'], 'attente_activation'), compte(['agent'])], contacts })).toEqual(
      ['Son référent n’a pas encore activé son compte'],
    )
    expect(ceQuiManque({ comptes: [compte(['referent'], 'inactif'), compte(['agent'])], contacts })).toEqual([
      'Aucun référent',
    ])
    const muet = { type: 'support', telephone: null, courriel: null }
    expect(ceQuiManque({ comptes: [compte(['agent', 'referent'])], contacts: [muet, ...contacts.slice(1)] })).toEqual([
      'Aucun contact en cas de dysfonctionnement',
    ])
  })

  it('stands in the list and on the home page of the administrateur, with the partenaires counted', async () => {
    const caisse = (await caissesAdministrees(administrateur)).find(({ id }) => id === ici.caisse.id)
    expect(caisse).toMatchObject({ agents: 1, referents: 1, dpo: 1, partenaires: 1 })
    const { caisses, liens } = await ceQuiAttendAdministration(administrateur, new Date())
    expect(caisses.map(({ code }) => code)).toContain('762')
    expect(liens).toEqual([])
    await fabriqueCompte(atelier, { profil: 'caisse', caisseId: ici.caisse.id, etat: 'attente_activation' })
    expect((await ceQuiAttendAdministration(administrateur, new Date())).liens).toHaveLength(1)
  })
})
