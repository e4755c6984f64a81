import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { enregistrerActualite } from '@/lib/actualites/enregistrer-actualite'
import {
  deprogrammerActualite,
  publierActualite,
  retirerActualite,
  supprimerActualite,
} from '@/lib/actualites/publier-actualite'
import {
  actualiteALire,
  actualitesALire,
  actualitesEpinglees,
  actualitesTenues,
  marquerLue,
} from '@/lib/actualites/queries'
import { actualiteSchema, publierSchema } from '@/lib/actualites/schema'
import { publierEtPrevenir, suivreActualites } from '@/lib/actualites/suivre-actualites'
import { toutMarquerLu } from '@/lib/actualites/tout-lire'
import { appliquerConservation } from '@/lib/conservation/appliquer-conservation'
import { mesDonnees } from '@/lib/mes-donnees/donnees'
import { envoyerCourriel } from '@/lib/notifications/envoyer-courriel'
import { rendreCourriel } from '@/lib/notifications/rendre-courriel'
import { resumerCourriels } from '@/lib/notifications/resumer-courriels'
import { perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { enParties } from '@/lib/socle/jour'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

// The database itself says what is over: its clock is that of the machine.
const MAINTENANT = new Date()
const apres = (jours: number) => new Date(MAINTENANT.getTime() + jours * 86_400_000)
const jour = (jours: number) => enParties(ajouterJours(dateAParis(MAINTENANT), jours))

const atelier = await atelierDeTest(await baseDeTest(), 'actualites', MAINTENANT)
const { tx } = atelier
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const admin = await fabriqueCompte(atelier, { profil: 'administrateur' })
const referent = await acteurDe(ici.referent.id)
const administrateur = await acteurDe(admin.id)
const technicien = () => acteurDe(ici.technicien.id)
const gestionnaire = () => acteurDe(ici.gestionnaire.id)
const agent = () => acteurDe(ici.agent.id)
const voisin = () => acteurDe(ailleurs.technicien.id)

const saisie = (plus: Record<string, unknown> = {}) =>
  actualiteSchema.parse({
    genre: 'flash_info',
    titre: 'Fermeture exceptionnelle',
    texte: 'La caisse est **fermée** vendredi.',
    profils: ['technicien', 'gestionnaire'],
    ...plus,
  })
const ecrire = async (plus: Record<string, unknown> = {}, acteur = referent) =>
  (await agir(acteur, (contexte) => enregistrerActualite(contexte, saisie(plus)), MAINTENANT)).journal?.objetId ?? ''
const lire = (id: string) => tx.actualite.findUniqueOrThrow({ where: { id } })
const mettreEnLigne = async (id: string, plus: Record<string, unknown> = {}, acteur = referent) => {
  const champs = publierSchema.parse({
    id,
    version: (await lire(id)).version,
    quand: 'maintenant',
    courriel: 'oui',
    ...plus,
  })
  await agir(acteur, (contexte) => publierActualite(contexte, champs), MAINTENANT)
}
const publiee = async (plus: Record<string, unknown> = {}, acteur = referent) => {
  const id = await ecrire(plus, acteur)
  await mettreEnLigne(id, {}, acteur)
  return id
}
const titresPour = async (acteur: typeof referent) =>
  (await actualitesALire(acteur, 1, MAINTENANT)).actualites.map(({ titre }) => titre)
const courriels = (modele: string) => tx.courriel.findMany({ where: { modele }, orderBy: { id: 'asc' } })

beforeAll(() => {
  vi.stubEnv('URL_PUBLIQUE', 'https://portail.example')
  vi.stubEnv('COURRIEL_EXPEDITEUR', 'Espace Partenaires <avis@portail.example>')
})
beforeEach(async () => {
  await tx.courriel.deleteMany()
  await tx.actualite.deleteMany()
  await tx.compte.updateMany({ data: { preferences: {} } })
})

describe('who reads', () => {
  it('is decided by caisse, profile and type of partenaire; a draft and what is withdrawn are for nobody else', async () => {
    const id = await ecrire()
    for (const acteur of [await technicien(), await agent()]) {
      expect(await titresPour(acteur)).toEqual([])
      expect(await actualiteALire(acteur, id, MAINTENANT)).toBeNull()
    }
    await mettreEnLigne(id)
    expect(await titresPour(await technicien())).toEqual(['Fermeture exceptionnelle'])
    expect(await titresPour(await gestionnaire())).toHaveLength(1)
    // A caisse reads what is said to its partenaires, and is not counted among those it is new for.
    expect(await titresPour(await agent())).toHaveLength(1)
    expect((await agent()).nouvelles).toBe(0)
    expect(await titresPour(await voisin())).toEqual([])
    expect(await titresPour(await acteurDe(ailleurs.referent.id))).toEqual([])
    await agir(referent, (contexte) => retirerActualite(contexte, { id }), MAINTENANT)
    expect(await titresPour(await technicien())).toEqual([])
    expect(await actualiteALire(await technicien(), id, MAINTENANT)).toBeNull()
    expect(await actualiteALire(referent, id, MAINTENANT)).toMatchObject({ situation: 'retiree', tenue: true })
  })

  it('leaves out other profiles and other types, and what is for the agents out of the partenaires', async () => {
    const { type } = await tx.partenaire.findUniqueOrThrow({ where: { id: ici.partenaire.id } })
    const autre = type === 'ase' ? 'ccas' : 'ase'
    await publiee({ titre: 'Type', types: [type] })
    await publiee({ titre: 'Autre type', types: [autre] })
    await publiee({ titre: 'Gestion', profils: ['gestionnaire'] })
    await publiee({ titre: 'Interne', profils: ['agent'] })
    expect(await titresPour(await technicien())).toEqual(['Type'])
    expect((await titresPour(await gestionnaire())).toSorted()).toEqual(['Gestion', 'Type'])
    expect(await titresPour(await agent())).toContain('Interne')
    expect((await agent()).nouvelles).toBe(1)
    expect(await titresPour(await acteurDe(ici.dpo.id))).not.toContain('Interne')
  })

  it('stops with its last day, with the end of a convention and with a suspension', async () => {
    const id = await publiee({ jusquau: jour(0) })
    expect(await titresPour(await technicien())).toHaveLength(1)
    await tx.actualite.update({ where: { id }, data: { finLe: apres(-0.001) } })
    expect(await titresPour(await technicien())).toEqual([])
    expect((await technicien()).nouvelles).toBe(0)
    const sous = (await actualitesTenues(referent, { vue: 'passees', page: 1 }, new Date())).actualites
    expect(sous).toMatchObject([{ id, situation: 'archivee' }])
    await publiee({ titre: 'Ouverte' })
    const suspension = await tx.suspension.create({
      data: { caisseId: ici.caisse.id, partenaireId: ici.partenaire.id, motif: 'Essai', debutLe: apres(-1) },
    })
    const suspendu = await technicien()
    expect([await titresPour(suspendu), suspendu.nouvelles]).toEqual([[], 0])
    await tx.suspension.delete({ where: { id: suspension.id } })
  })

  it('is every caisse for what is national, or those chosen; no caisse writes for another', async () => {
    await publiee({ titre: 'Partout' }, administrateur)
    await publiee({ titre: 'Là-bas', caisses: [ailleurs.caisse.id] }, administrateur)
    expect(await titresPour(await technicien())).toEqual(['Partout'])
    expect((await titresPour(await voisin())).toSorted()).toEqual(['Là-bas', 'Partout'])
    expect([(await technicien()).nouvelles, (await voisin()).nouvelles]).toEqual([1, 2])
    expect((await actualiteALire(referent, await publiee({}, administrateur), MAINTENANT))?.tenue).toBe(false)
    await expect(ecrire({ caisses: [ailleurs.caisse.id] })).rejects.toMatchObject({ code: 'saisie' })
    const deCaisse = await publiee()
    for (const acteur of [administrateur, await acteurDe(ailleurs.referent.id)])
      await expect(agir(acteur, (contexte) => retirerActualite(contexte, { id: deCaisse }))).rejects.toMatchObject({
        code: 'introuvable',
      })
  })

  it('is held by the database too', async () => {
    const id = await ecrire()
    for (const acteur of [await technicien(), await agent(), administrateur])
      expect(
        await avecPerimetre(perimetre(acteur), (web) =>
          web.actualite.updateMany({ where: { id }, data: { titre: 'Autre' } }),
        ),
      ).toEqual({ count: 0 })
    const creer = (acteur: typeof referent, caisseId: string | null) =>
      avecPerimetre(perimetre(acteur), (web) =>
        web.actualite.createMany({
          data: [
            {
              id: crypto.randomUUID(),
              caisseId,
              genre: 'flash_info',
              titre: 'x',
              texte: 'x',
              profils: ['technicien'],
              creeeLe: MAINTENANT,
              creeeParId: acteur.compteId,
            },
          ],
        }),
      )
    await expect(creer(referent, null)).rejects.toThrow(/row-level/)
    await expect(creer(referent, ailleurs.caisse.id)).rejects.toThrow(/row-level/)
    await expect(creer(await agent(), ici.caisse.id)).rejects.toThrow(/row-level/)
    await expect(
      avecPerimetre(perimetre(referent), (web) =>
        web.actualite.updateMany({ where: { id }, data: { etat: 'retiree' } }),
      ),
    ).rejects.toThrow(/figee|check/)
    const lecteur = await technicien()
    await expect(
      avecPerimetre(perimetre(lecteur), (web) =>
        web.lectureActualite.createMany({ data: [{ actualiteId: id, compteId: lecteur.compteId, lueLe: MAINTENANT }] }),
      ),
    ).rejects.toThrow(/row-level/)
  })
})

describe('what was not opened', () => {
  it('is counted by account, and no more once opened, marked, or three months old', async () => {
    const id = await publiee()
    await publiee({ titre: 'Seconde' })
    const vieille = await publiee({ titre: 'Vieille' })
    expect((await technicien()).nouvelles).toBe(3)
    const lecteur = await technicien()
    const lue = await actualiteALire(lecteur, id, MAINTENANT)
    if (!lue) throw new Error('illisible')
    expect(await marquerLue(lecteur, lue, MAINTENANT)).toBe(2)
    expect(await marquerLue({ ...lecteur, nouvelles: 2 }, lue, MAINTENANT)).toBe(2)
    expect([(await technicien()).nouvelles, (await gestionnaire()).nouvelles]).toEqual([2, 3])
    await tx.$executeRaw`ALTER TABLE actualite DISABLE TRIGGER vie`
    await tx.actualite.update({ where: { id: vieille }, data: { publieeLe: apres(-91) } })
    await tx.$executeRaw`ALTER TABLE actualite ENABLE TRIGGER vie`
    expect((await technicien()).nouvelles).toBe(1)
    const marques = (await actualitesALire(lecteur, 1, MAINTENANT)).actualites.map(({ titre, nouvelle }) => [
      titre,
      nouvelle,
    ])
    expect(Object.fromEntries(marques)).toEqual({ 'Fermeture exceptionnelle': false, Seconde: true, Vieille: false })
    await agir(lecteur, (contexte) => toutMarquerLu(contexte), MAINTENANT)
    expect((await technicien()).nouvelles).toBe(0)
    expect((await mesDonnees(lecteur, '192.0.2.1')).actualites.map(({ titre }) => titre).toSorted()).toEqual([
      'Fermeture exceptionnelle',
      'Seconde',
      'Vieille',
    ])
  })

  it('is forgotten six months after', async () => {
    await publiee()
    const lecteur = await technicien()
    await agir(lecteur, (contexte) => toutMarquerLu(contexte), MAINTENANT)
    await appliquerConservation(apres(170))
    expect(await tx.lectureActualite.count()).toBe(1)
    await appliquerConservation(apres(190))
    expect(await tx.lectureActualite.count()).toBe(0)
  })

  it('is shown on first pages when pinned, to those it is for', async () => {
    await publiee({ titre: 'Épinglée', epinglee: 'oui' })
    await publiee({ titre: 'Pas épinglée' })
    expect((await actualitesEpinglees(await technicien(), MAINTENANT)).map(({ titre }) => titre)).toEqual(['Épinglée'])
    expect(await actualitesEpinglees(await agent(), MAINTENANT)).toEqual([])
  })
})

describe('publication', () => {
  it('comes at its day and hour, once, whatever runs twice, and writes as each wants', async () => {
    await tx.compte.update({
      where: { id: ici.gestionnaire.id },
      data: { preferences: { frequenceCourriels: 'jour' } },
    })
    const id = await ecrire()
    await mettreEnLigne(id, { quand: 'plus_tard', jour: jour(2), heure: '9 h 30' })
    const { publierLe } = await lire(id)
    if (!publierLe) throw new Error('sans heure')
    expect(await publierEtPrevenir(id, new Date(publierLe.getTime() - 1))).toBe(0)
    expect(await lire(id)).toMatchObject({ etat: 'programmee' })
    await Promise.all([suivreActualites(publierLe), publierEtPrevenir(id, publierLe), suivreActualites(publierLe)])
    expect(await lire(id)).toMatchObject({ etat: 'publiee', publieeLe: publierLe, aPrevenir: null })
    const ecrits = await courriels('actualite_publiee')
    expect(ecrits.map(({ compteId, etat }) => [compteId, etat]).toSorted()).toEqual(
      [
        [ici.technicien.id, 'a_envoyer'],
        [ici.gestionnaire.id, 'a_grouper'],
      ].toSorted(),
    )
    expect(await tx.journal.count({ where: { action: 'actualite.publiee', objetId: id } })).toBe(1)
    const rendu = ecrits[0] && (await rendreCourriel(ecrits[0]))
    expect(rendu?.texte).toContain('Fermeture exceptionnelle')
    expect(rendu?.texte).toContain(`/actualites/${id}`)
    expect(rendu?.texte).not.toContain('vendredi')
    expect(rendu?.objet).not.toContain('Fermeture')
    expect(await resumerCourriels(apres(3))).toBe(1)
    const [resume] = await courriels('resume')
    expect(JSON.stringify(resume?.donnees)).toContain('Fermeture exceptionnelle')
  })

  it('goes on from where it was cut, and tells nobody twice', async () => {
    for (let rang = 0; rang < 105; rang += 1)
      await fabriqueCompte(atelier, {
        profil: 'technicien',
        partenaireId: ici.partenaire.id,
        structureId: ici.structure.id,
      })
    const id = await publiee()
    await publierEtPrevenir(id, new Date())
    await publierEtPrevenir(id, new Date())
    const ecrits = await courriels('actualite_publiee')
    expect(ecrits).toHaveLength(107)
    expect(new Set(ecrits.map(({ compteId }) => compteId)).size).toBe(107)
    await tx.compte.updateMany({
      where: { partenaireId: ici.partenaire.id, id: { notIn: [ici.technicien.id, ici.gestionnaire.id] } },
      data: { etat: 'inactif' },
    })
  })

  it('writes to nobody when it was not asked to, nor once withdrawn', async () => {
    const muette = await ecrire()
    await mettreEnLigne(muette, { courriel: undefined })
    await publierEtPrevenir(muette, new Date())
    expect(await courriels('actualite_publiee')).toEqual([])
    const id = await publiee()
    await publierEtPrevenir(id, new Date())
    await agir(referent, (contexte) => retirerActualite(contexte, { id }), MAINTENANT)
    for (const courriel of await courriels('actualite_publiee')) await envoyerCourriel(courriel.id)
    expect((await courriels('actualite_publiee')).map(({ etat }) => etat)).toEqual(['retire', 'retire'])
  })

  it('can be put off, and its draft given up; what is published is not', async () => {
    const id = await ecrire()
    await mettreEnLigne(id, { quand: 'plus_tard', jour: jour(2), heure: '8h' })
    await agir(referent, (contexte) => deprogrammerActualite(contexte, { id }), MAINTENANT)
    await suivreActualites(apres(5))
    expect(await lire(id)).toMatchObject({ etat: 'brouillon', publierLe: null })
    await agir(referent, (contexte) => supprimerActualite(contexte, { id }), MAINTENANT)
    expect(await tx.actualite.count()).toBe(0)
    const enLigne = await publiee()
    await expect(agir(referent, (contexte) => supprimerActualite(contexte, { id: enLigne }))).rejects.toMatchObject({
      code: 'etat_change',
    })
    await expect(mettreEnLigne(enLigne)).rejects.toMatchObject({ code: 'etat_change' })
  })

  it.each([
    ['a moment that is past', { quand: 'plus_tard', jour: jour(-1), heure: '9h' }, /passé/],
    ['a year mistyped', { quand: 'plus_tard', jour: jour(500), heure: '9h' }, /plus d’un an/],
    ['a moment after its last day', { quand: 'plus_tard', jour: jour(20), heure: '9h' }, /dernier jour/],
  ])('is refused at %s', async (_quoi, plus, mots) => {
    const id = await ecrire({ jusquau: jour(10) })
    await expect(mettreEnLigne(id, plus)).rejects.toMatchObject({ erreurs: { jour: expect.stringMatching(mots) } })
  })

  it('says that it was corrected, keeps its readers told, and writes again only when asked', async () => {
    const id = await publiee()
    await publierEtPrevenir(id, new Date())
    await agir(await technicien(), (contexte) => toutMarquerLu(contexte), MAINTENANT)
    const corriger = async (plus: Record<string, unknown>) =>
      agir(
        referent,
        async (contexte) => enregistrerActualite(contexte, saisie({ id, version: (await lire(id)).version, ...plus })),
        apres(1),
      )
    await corriger({ epinglee: 'oui' })
    expect((await lire(id)).corrigeeLe).toBeNull()
    await corriger({ texte: 'Ouverte, finalement.' })
    await publierEtPrevenir(id, apres(1))
    expect(await lire(id)).toMatchObject({ corrigeeLe: apres(1), aPrevenir: null })
    expect((await technicien()).nouvelles).toBe(0)
    expect(await courriels('actualite_corrigee')).toEqual([])
    await corriger({ texte: 'Fermée, en fait.', prevenir: 'oui' })
    await publierEtPrevenir(id, apres(1))
    await publierEtPrevenir(id, apres(1))
    expect(await courriels('actualite_corrigee')).toHaveLength(2)
    await expect(
      agir(referent, (contexte) => enregistrerActualite(contexte, saisie({ id, version: 1 })), MAINTENANT),
    ).rejects.toMatchObject({ code: 'etat_change' })
  })
})

it('refuses at their field a NIR, a last day that is past, nobody to read it, and a text too deep or too long', async () => {
  await expect(ecrire({ jusquau: jour(-1) })).rejects.toMatchObject({ erreurs: { jusquau: expect.any(String) } })
  for (const [champ, valeur] of [
    ['texte', 'Le dossier de 2 85 05 78 006 084 91'],
    ['texte', `${'> '.repeat(20)}a`],
    ['texte', 'a'.repeat(10_001)],
    ['titre', ''],
    ['profils', []],
  ] as const)
    expect(
      actualiteSchema.safeParse({ ...saisie(), jusquau: undefined, [champ]: valeur }).error?.issues[0]?.path[0],
    ).toBe(champ)
})
