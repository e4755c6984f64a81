import { beforeEach, describe, expect, it, vi } from 'vitest'
import { appliquerConservation } from '@/lib/conservation/appliquer-conservation'
import { conventionsDuPartenaire } from '@/lib/conventions/queries-detail'
import { commenterCopil } from '@/lib/copil/commenter-copil'
import { ajouterDecision, noterDecision, retirerDecision } from '@/lib/copil/decider'
import { DECISIONS_MAX } from '@/lib/copil/modele'
import { preparerCopil } from '@/lib/copil/preparer-copil'
import { copilDuBilan, copilDuCalendrier, decisionsAFaire } from '@/lib/copil/queries'
import { commenterSchema, deciderSchema, preparerSchema, rouvrirSchema, tenirSchema } from '@/lib/copil/schema'
import { annulerCopil, rouvrirCopil, tenirCopil } from '@/lib/copil/tenir-copil'
import { rendreCourriel } from '@/lib/notifications/rendre-courriel'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { enParties } from '@/lib/socle/jour'
import { erreursParChamp } from '@/lib/socle/saisie'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const MAINTENANT = new Date('2026-03-02T08:00:00Z')
const apres = (jours: number) => new Date(MAINTENANT.getTime() + jours * 86_400_000)

const atelier = await atelierDeTest(await baseDeTest(), 'copil', MAINTENANT)
const { tx } = atelier
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const referent = await acteurDe(ici.referent.id, MAINTENANT)
const agent = await acteurDe(ici.agent.id, MAINTENANT)
const dpo = await acteurDe(ici.dpo.id, MAINTENANT)
const gestionnaire = await acteurDe(ici.gestionnaire.id, MAINTENANT)
const technicien = await acteurDe(ici.technicien.id, MAINTENANT)
const cible = { caisseId: ici.caisse.id, partenaireId: ici.partenaire.id }
const annee = { ...cible, du: '2025-01-01', au: '2025-12-31' }

const reunion = (plus: Record<string, unknown> = {}) => ({
  partenaireId: ici.partenaire.id,
  adresse: 'periode=2025',
  version: '0',
  prevuLe: enParties('2026-03-20'),
  heure: '14 h 30',
  lieu: 'Mairie, salle du conseil',
  ...plus,
})
const preparer = async (plus: Record<string, unknown> = {}, acteur: Acteur = referent) => {
  const suite = await agir(acteur, (c) => preparerCopil(c, preparerSchema.parse(reunion(plus))), MAINTENANT)
  return suite.journal?.objetId ?? ''
}
const commenter = (acteur: Acteur, id: string, plus: Record<string, unknown>, quand = MAINTENANT) =>
  agir(acteur, (c) => commenterCopil(c, commenterSchema.parse({ id, ...plus })), quand)
const tenir = (id: string, version: number, plus: Record<string, unknown> = {}, quand = apres(19)) =>
  agir(
    referent,
    (c) =>
      tenirCopil(
        c,
        tenirSchema.parse({
          id,
          version,
          tenuLe: enParties('2026-03-20'),
          presents: 'Camille Essai, référente',
          ...plus,
        }),
      ),
    quand,
  )
const decider = async (id: string, plus: Record<string, unknown> = {}) =>
  agir(
    referent,
    (c) => ajouterDecision(c, deciderSchema.parse({ id, texte: 'Former les équipes', porteur: 'caisse', ...plus })),
    MAINTENANT,
  )
const lire = (acteur: Acteur = referent) => copilDuBilan(acteur, annee)
const courriels = (modele: string) => tx.courriel.findMany({ where: { modele }, orderBy: { id: 'asc' } })
/** What is refused, by field. */
const refus = async (acte: Promise<unknown>): Promise<Record<string, string>> => {
  const erreur = await acte.then(
    () => null,
    (e: unknown) => e,
  )
  expect(erreur).toBeInstanceOf(ErreurMetier)
  const { erreurs, message, code } = erreur as ErreurMetier
  return erreurs ?? { [code]: message }
}
/** Straight to the database, as a page that forgot its rules would write. */
const ecrire = (acteur: Acteur, donnees: Record<string, unknown>, id: string) =>
  avecPerimetre(perimetre(acteur), (web) => web.copil.updateMany({ where: { id }, data: donnees }))

beforeEach(async () => {
  vi.stubEnv('URL_PUBLIQUE', 'https://portail.example')
  vi.stubEnv('COURRIEL_EXPEDITEUR', 'Espace Partenaires <avis@portail.example>')
  await tx.courriel.deleteMany()
  await tx.copil.deleteMany()
})

describe('a COPIL prepared from both sides', () => {
  it('is dated by a référent, commented by each, held with its decisions, and read by both', async () => {
    const id = await preparer()
    const [dit] = await courriels('copil_fixe')
    expect(dit).toMatchObject({ compteId: ici.gestionnaire.id })
    const { texte = '' } = (await rendreCourriel(dit as never)) ?? {}
    expect(texte.replace(/\s/g, ' ')).toContain('vendredi 20 mars 2026, 14 h 30')
    expect(texte).not.toContain('Mairie')

    await commenter(gestionnaire, id, { commentaire: 'Les délais ont baissé.' })
    expect((await courriels('copil_commentaire')).map(({ compteId }) => compteId)).toEqual([ici.referent.id])
    await commenter(referent, id, { commentaire: 'Il manque des pièces.' })
    await decider(id, { echeanceLe: enParties('2026-06-30') })
    await decider(id, { texte: 'Relire la notice', porteur: 'ensemble' })
    await tenir(id, 1)
    for (const acteur of [referent, agent, gestionnaire, technicien])
      expect(await lire(acteur)).toMatchObject({
        etat: 'tenu',
        tenuLe: '2026-03-20',
        lieu: 'Mairie, salle du conseil',
        presents: 'Camille Essai, référente',
        commentaireCaisse: 'Il manque des pièces.',
        commentairePartenaire: 'Les délais ont baissé.',
        decisions: [
          { texte: 'Former les équipes', porteur: 'caisse', echeanceLe: '2026-06-30', faiteLe: null },
          { texte: 'Relire la notice', porteur: 'ensemble', echeanceLe: null, faiteLe: null },
        ],
      })
    expect(await courriels('copil_tenu')).toHaveLength(1)
    const chronologie = await conventionsDuPartenaire(gestionnaire, apres(20))
    expect(chronologie.conventions[0]?.dates.filter(({ type }) => type === 'copil')).toMatchObject([
      { le: '2026-03-20', tenu: true, libelle: 'Année 2025' },
    ])
  })

  it('has one row by period, whatever the way its period is named', async () => {
    await preparer()
    const suite = await refus(
      preparer({ adresse: 'periode=libre&du.jour=1&du.mois=1&du.annee=2025&au.jour=31&au.mois=12&au.annee=2025' }),
    )
    expect(suite.remplacerReunion).toContain('vient d’enregistrer')
    expect(await tx.copil.count()).toBe(1)
    await preparer({ adresse: 'periode=2025-T4', prevuLe: {}, heure: '' })
    expect(await tx.copil.count()).toBe(2)
    expect(await courriels('copil_fixe')).toHaveLength(1)
  })

  it('tells the gestionnaires when its date changes or it is cancelled, and is taken up again with a new date', async () => {
    const id = await preparer()
    await preparer({ version: '1', prevuLe: enParties('2026-03-27') })
    expect(await courriels('copil_deplace')).toHaveLength(1)
    await preparer({ version: '2', prevuLe: enParties('2026-03-27') })
    expect(await courriels('copil_deplace')).toHaveLength(1)
    await agir(referent, (c) => annulerCopil(c, { id }), MAINTENANT)
    expect(await courriels('copil_annule')).toHaveLength(1)
    expect(await refus(commenter(gestionnaire, id, { commentaire: 'Dommage' }))).toHaveProperty('commentaire')
    await expect(ecrire(gestionnaire, { commentairePartenaire: 'Dommage' }, id)).rejects.toThrow(/copil_fige/)
    await preparer({ version: '4' })
    expect(await lire()).toMatchObject({ etat: 'preparation' })
  })

  it('is put in a calendar while it is to come, by those who read it', async () => {
    const id = await preparer()
    for (const acteur of [referent, agent, gestionnaire, technicien])
      expect(await copilDuCalendrier(acteur, id)).toMatchObject({ lieu: 'Mairie, salle du conseil' })
    expect(await copilDuCalendrier(dpo, id)).toBeNull()
    await tenir(id, 1)
    expect(await copilDuCalendrier(gestionnaire, id)).toBeNull()
  })
})

describe('what is typed wrong', () => {
  it.each([
    [{ prevuLe: { jour: '31', mois: '2', annee: '2026' } }, 'prevuLe', /n’existe pas/],
    [{ heure: '25 h' }, 'heure', /Écrivez une heure/],
    [{ heure: '' }, 'heure', /Indiquez l’heure/],
    [{ prevuLe: {} }, 'prevuLe', /Indiquez le jour/],
    [{ lieu: 'x'.repeat(301) }, 'lieu', /trop long/],
    [{ lieu: 'Chez 2 89 05 44 321 654 78' }, 'lieu', /sécurité sociale/],
  ])('is refused where it stands: %j', (plus, champ, mots) => {
    const lecture = preparerSchema.safeParse(reunion(plus))
    expect(lecture.success ? {} : erreursParChamp(lecture.error)).toEqual({ [champ]: expect.stringMatching(mots) })
  })

  it('is refused for a day gone by, a mistyped year, or a period that does not exist', async () => {
    expect(await refus(preparer({ prevuLe: enParties('2026-03-01') }))).toEqual({
      prevuLe: expect.stringMatching(/passé/),
    })
    expect(await refus(preparer({ prevuLe: enParties('2026-03-02'), heure: '8 h' }))).toEqual({
      heure: expect.stringMatching(/passée/),
    })
    expect(await refus(preparer({ prevuLe: enParties('2062-03-02') }))).toEqual({
      prevuLe: expect.stringMatching(/année/),
    })
    for (const adresse of [
      'periode=2031',
      'periode=x',
      '',
      'periode=libre&du.jour=9&du.mois=9&du.annee=2025&au.jour=1&au.mois=9&au.annee=2025',
    ])
      expect(await refus(preparer({ adresse }))).toEqual({ etat_change: expect.stringMatching(/période n’existe pas/) })
  })

  it('is refused for a meeting held in the future, before its period, or with nobody', async () => {
    const id = await preparer()
    expect(await refus(tenir(id, 1, {}, apres(2)))).toEqual({ tenuLe: expect.stringMatching(/à venir/) })
    expect(await refus(tenir(id, 1, { tenuLe: enParties('2024-12-31') }))).toEqual({
      tenuLe: expect.stringMatching(/commence le/),
    })
    const lecture = tenirSchema.safeParse({ id, version: 1, tenuLe: enParties('2026-03-20'), presents: ' ' })
    expect(lecture.success ? {} : erreursParChamp(lecture.error)).toEqual({
      presents: expect.stringMatching(/présent/),
    })
    expect((await lire())?.etat).toBe('preparation')
  })

  it('is refused for a decision without text, without bearer, due before the period, or one too many', async () => {
    const id = await preparer()
    const lecture = deciderSchema.safeParse({ id, texte: '  ' })
    expect(lecture.success ? [] : Object.keys(erreursParChamp(lecture.error))).toEqual(['texte', 'porteur'])
    expect(await refus(decider(id, { echeanceLe: enParties('2024-06-01') }))).toHaveProperty('echeanceLe')
    for (let rang = 0; rang < DECISIONS_MAX; rang += 1) await decider(id)
    expect(await refus(decider(id))).toEqual({ texte: expect.stringMatching(/au plus 30/) })
  })
})

describe('two persons who save at once', () => {
  it('are told of the other text, keep theirs, and replace only what they have read', async () => {
    const id = await preparer()
    await commenter(gestionnaire, id, { lu: '', commentaire: 'Premier texte' })
    const { remplacerCommentaire = '' } = await refus(commenter(gestionnaire, id, { lu: '', commentaire: 'Le mien' }))
    expect(remplacerCommentaire).toContain('« Premier texte »')
    const lu = (await lire())?.commentairePartenaireLe?.toISOString()
    await commenter(gestionnaire, id, { lu, commentaire: 'Deuxième texte' }, apres(1))
    // What is read by now is older than what is kept.
    expect(
      (await refus(commenter(gestionnaire, id, { lu: '', commentaire: 'Le mien', remplacerCommentaire })))
        .remplacerCommentaire,
    ).toContain('« Deuxième texte »')
    const vu = (await refus(commenter(gestionnaire, id, { lu: '', commentaire: 'Le mien' }))).remplacerCommentaire
    await commenter(gestionnaire, id, { lu: '', commentaire: 'Le mien', remplacerCommentaire: vu })
    expect((await lire())?.commentairePartenaire).toBe('Le mien')
    // The caisse was not in the way.
    await commenter(referent, id, { lu: '', commentaire: 'Le nôtre' })
    expect(await lire()).toMatchObject({ commentairePartenaire: 'Le mien', commentaireCaisse: 'Le nôtre' })
  })

  it('do not undo each other’s date nor report', async () => {
    const id = await preparer()
    await preparer({ version: '1', lieu: 'Siège' })
    const { remplacerReunion } = await refus(preparer({ version: '1', lieu: 'Ailleurs' }))
    expect(remplacerReunion).toContain('Siège')
    expect(await refus(tenir(id, 1))).toHaveProperty('remplacerCompteRendu')
    await preparer({ version: '1', lieu: 'Ailleurs', remplacerReunion })
    expect((await lire())?.lieu).toBe('Ailleurs')
  })

  it('send the référent one mail by hour, and none for a text that has not changed', async () => {
    const id = await preparer()
    const relire = async () => (await lire())?.commentairePartenaireLe?.toISOString()
    await commenter(gestionnaire, id, { commentaire: 'Un' })
    await commenter(gestionnaire, id, { lu: await relire(), commentaire: 'Deux' })
    await commenter(gestionnaire, id, { lu: await relire(), commentaire: 'Deux' }, apres(1))
    expect(await courriels('copil_commentaire')).toHaveLength(1)
    await commenter(gestionnaire, id, { lu: await relire(), commentaire: 'Trois' }, apres(1))
    expect(await courriels('copil_commentaire')).toHaveLength(2)
  })
})

describe('what was held', () => {
  it('no longer moves, in the acts nor in the database, until a référent opens it again and says why', async () => {
    const id = await preparer()
    await commenter(gestionnaire, id, { commentaire: 'Bien' })
    await decider(id)
    await tenir(id, 1)
    const decision = (await lire())?.decisions[0]?.id ?? ''
    expect(await refus(commenter(gestionnaire, id, { commentaire: 'Mieux' }))).toEqual({
      commentaire: expect.stringMatching(/ne changent plus/),
    })
    expect(await refus(commenter(referent, id, { commentaire: 'Mieux' }))).toEqual({
      commentaire: expect.stringMatching(/Rouvrez/),
    })
    expect(await refus(preparer({ version: '2' }))).toHaveProperty('etat_change')
    expect(await refus(decider(id))).toHaveProperty('etat_change')
    expect(await refus(agir(referent, (c) => retirerDecision(c, { id: decision }), MAINTENANT))).toHaveProperty(
      'etat_change',
    )
    expect(await refus(agir(referent, (c) => annulerCopil(c, { id }), MAINTENANT))).toHaveProperty('etat_change')
    for (const donnees of [
      { presents: 'Autre' },
      { lieu: 'Autre' },
      { commentaireCaisse: 'Autre' },
      { etat: 'annule' },
      { etat: 'preparation' },
    ])
      await expect(ecrire(referent, donnees, id)).rejects.toThrow(/copil_fige/)
    await expect(ecrire(gestionnaire, { commentairePartenaire: 'Autre' }, id)).rejects.toThrow(/copil_fige/)
    await expect(
      avecPerimetre(perimetre(referent), (web) => web.decisionCopil.deleteMany({ where: { id: decision } })),
    ).rejects.toThrow(/copil_fige/)

    expect(rouvrirSchema.safeParse({ id, motif: ' ' }).success).toBe(false)
    await agir(referent, (c) => rouvrirCopil(c, { id, motif: 'Une décision manque' }), apres(20))
    expect(await lire(gestionnaire)).toMatchObject({ etat: 'preparation', motifReouverture: 'Une décision manque' })
    await commenter(
      gestionnaire,
      id,
      { lu: (await lire())?.commentairePartenaireLe?.toISOString(), commentaire: 'Mieux' },
      apres(20),
    )
    expect(await refus(agir(referent, (c) => rouvrirCopil(c, { id, motif: 'Encore' }), apres(20)))).toHaveProperty(
      'etat_change',
    )
  })

  it('leaves its decisions to the next one, until they are noted as done', async () => {
    const id = await preparer()
    await decider(id)
    expect(await decisionsAFaire(gestionnaire, cible)).toEqual([])
    await tenir(id, 1)
    const suivant = await preparer({ adresse: 'periode=2026-T1', prevuLe: {}, heure: '' })
    const [aFaire] = await decisionsAFaire(gestionnaire, { ...cible, sauf: suivant })
    expect(aFaire).toMatchObject({ texte: 'Former les équipes', libelle: 'Année 2025' })
    expect(await decisionsAFaire(referent, { ...cible, sauf: id })).toEqual([])
    const noter = (faite: 'oui' | 'non') =>
      agir(referent, (c) => noterDecision(c, { id: aFaire?.id ?? '', depuis: suivant, faite }), apres(30))
    expect((await noter('oui')).vers).toContain('periode=2026-T1')
    expect(await decisionsAFaire(gestionnaire, cible)).toEqual([])
    expect((await lire())?.decisions[0]?.faiteLe).toBe('2026-04-01')
    await noter('non')
    expect(await decisionsAFaire(gestionnaire, cible)).toHaveLength(1)
  })

  it('is erased past its time, with who was there, what was said and decided, and counted before', async () => {
    const id = await preparer()
    await decider(id)
    await tenir(id, 1)
    await appliquerConservation(new Date('2031-03-19T22:59:00Z'))
    expect(await tx.copil.count()).toBe(1)
    const bilan = await appliquerConservation(new Date('2031-03-19T23:01:00Z'))
    expect(bilan.caisses[ici.caisse.id]).toMatchObject({ copils: 1 })
    expect([await tx.copil.count(), await tx.decisionCopil.count()]).toEqual([0, 0])
  })
})

describe('who reaches what', () => {
  it('is nobody else than the two sides, and not the DPO', async () => {
    const id = await preparer()
    await decider(id)
    for (const compte of [ailleurs.referent, ailleurs.agent, ailleurs.gestionnaire, ailleurs.technicien, ici.dpo]) {
      const acteur = await acteurDe(compte.id, MAINTENANT)
      expect(await lire(acteur)).toBeNull()
      expect(
        await avecPerimetre(perimetre(acteur), (web) => Promise.all([web.copil.count(), web.decisionCopil.count()])),
      ).toEqual([0, 0])
      expect(await refus(commenter(acteur, id, { commentaire: 'Intrus' }))).toHaveProperty('introuvable')
      expect((await ecrire(acteur, { commentairePartenaire: 'Intrus' }, id)).count).toBe(0)
    }
    const autre = await acteurDe(ailleurs.referent.id, MAINTENANT)
    expect(await refus(preparer({}, autre))).toHaveProperty('introuvable')
  })

  it('closes with the access of the partenaire', async () => {
    await preparer()
    const ferme = { ...gestionnaire, caissesOuvertes: [] }
    expect(await copilDuBilan(ferme, annee)).toBeNull()
  })

  it('lets each side write its own in the database, and no more', async () => {
    const id = await preparer()
    await ecrire(gestionnaire, { commentairePartenaire: 'Le nôtre', commentairePartenaireLe: MAINTENANT }, id)
    for (const donnees of [
      { commentaireCaisse: 'x' },
      { lieu: 'x' },
      { etat: 'annule' },
      { presents: 'x' },
      { version: 9 },
    ])
      await expect(ecrire(gestionnaire, donnees, id)).rejects.toThrow(/copil_refuse/)
    await expect(ecrire(referent, { commentairePartenaire: 'x' }, id)).rejects.toThrow(/copil_refuse/)
    for (const acteur of [technicien, agent])
      expect((await ecrire(acteur, { commentairePartenaire: 'x', lieu: 'x' }, id)).count).toBe(0)
    await expect(ecrire(referent, { du: new Date() }, id)).rejects.toThrow(/permission denied|denied/)
    const decision = { id: crypto.randomUUID(), copilId: id, ...cible, rang: 1, texte: 'x', porteur: 'caisse' }
    for (const acteur of [gestionnaire, technicien, agent])
      await expect(
        avecPerimetre(perimetre(acteur), (web) => web.decisionCopil.createMany({ data: [decision] })),
      ).rejects.toThrow()
    await expect(
      avecPerimetre(perimetre(referent), (web) =>
        web.decisionCopil.createMany({ data: [{ ...decision, partenaireId: ailleurs.partenaire.id }] }),
      ),
    ).rejects.toThrow(/copil_refuse/)
    expect((await lire())?.commentairePartenaire).toBe('Le nôtre')
  })
})
