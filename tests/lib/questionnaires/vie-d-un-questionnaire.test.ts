import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { appliquerConservation } from '@/lib/conservation/appliquer-conservation'
import { comptesDuPassage } from '@/lib/conservation/queries'
import { mesDonnees } from '@/lib/mes-donnees/donnees'
import { rendreCourriel } from '@/lib/notifications/rendre-courriel'
import { questionnaireDuBilan } from '@/lib/questionnaires/bilan'
import {
  annulerEnvoi,
  cloreQuestionnaire,
  programmerEnvoi,
  prolongerQuestionnaire,
  publierResultats,
  relancer,
} from '@/lib/questionnaires/conduire-questionnaire'
import { deplacerQuestion, ecrireQuestion, retirerQuestion } from '@/lib/questionnaires/ecrire-questions'
import { enregistrerQuestionnaire, supprimerQuestionnaire } from '@/lib/questionnaires/enregistrer-questionnaire'
import {
  baseDUnQuestionnaire,
  questionnaireDeLaCaisse,
  questionnairesDeLaCaisse,
  resultatsDeLaCaisse,
} from '@/lib/questionnaires/queries-caisse'
import { questionnairesARepondre, reponseDuPartenaire } from '@/lib/questionnaires/queries-partenaire'
import { enregistrerReponse, envoyerReponse, garderReponse } from '@/lib/questionnaires/repondre'
import { questionnaireSchema, questionSchema, reponseSchema } from '@/lib/questionnaires/schema'
import { suivreQuestionnaire } from '@/lib/questionnaires/suivre-questionnaires'
import { enUneFeuille, tablesDesResultats } from '@/lib/questionnaires/tables'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, avecTravaux } from '@/lib/socle/base'
import { enParties } from '@/lib/socle/jour'
import { ecrireTableur } from '@/lib/socle/tableur'
import { debutDuJour } from '@/lib/socle/temps'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueConvention, fabriquePartenaire } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

/** A Monday, at nine in Paris. */
const MAINTENANT = new Date('2026-11-02T08:00:00Z')
const le = (jour: string) => new Date(debutDuJour(jour).getTime() + 9 * 3_600_000)
const OUVERT = le('2026-12-01')
const CLOS = le('2027-01-16')

const atelier = await atelierDeTest(await baseDeTest(), 'questionnaires', MAINTENANT)
const { tx } = atelier
const ici = await fabriquePartenariat(atelier)
const caisseId = ici.caisse.id
const ailleurs = await fabriquePartenariat(atelier)
const collegueId = (
  await fabriqueCompte(atelier, {
    profil: 'gestionnaire',
    partenaireId: ici.partenaire.id,
    structureId: ici.structure.id,
  })
).id
/** Five others, each with its gestionnaire. */
async function unAutre() {
  const partenaire = await fabriquePartenaire(atelier)
  await fabriqueConvention(atelier, { partenaireId: partenaire.id, caisses: [{ caisseId }] })
  const compte = { profil: 'gestionnaire' as const, partenaireId: partenaire.id, structureId: partenaire.structure.id }
  return { partenaire, gestionnaire: await fabriqueCompte(atelier, compte) }
}
const autres = [await unAutre(), await unAutre(), await unAutre(), await unAutre(), await unAutre()]
const [autre] = autres
if (!autre) throw new Error('Il faut un autre partenaire.')

const referent = await acteurDe(ici.referent.id, MAINTENANT)
const agent = await acteurDe(ici.agent.id, MAINTENANT)
const gestionnaire = await acteurDe(ici.gestionnaire.id, MAINTENANT)
const collegue = await acteurDe(collegueId, MAINTENANT)
const technicien = await acteurDe(ici.technicien.id, MAINTENANT)
const voisin = await acteurDe(autre.gestionnaire.id, MAINTENANT)
const etranger = await acteurDe(ailleurs.referent.id, MAINTENANT)

const saisie = (plus: Record<string, unknown> = {}) =>
  questionnaireSchema.parse({
    annee: '2026',
    titre: 'Votre avis sur 2026',
    introduction: 'Dix minutes suffisent.',
    anonyme: 'non',
    ouvreLe: enParties('2026-12-01'),
    fermeLe: enParties('2027-01-15'),
    rappels: '14, 3',
    ...plus,
  })

async function preparer(plus: Record<string, unknown> = {}, quand = MAINTENANT): Promise<string> {
  const suite = await agir(referent, (contexte) => enregistrerQuestionnaire(contexte, saisie(plus)), quand)
  return suite.journal?.objetId ?? ''
}

const lire = (id: string) => tx.questionnaire.findUniqueOrThrow({ where: { id } })
const questions = (questionnaireId: string) =>
  tx.questionQuestionnaire.findMany({ where: { questionnaireId }, orderBy: { rang: 'asc' } })

async function poser(questionnaireId: string, plus: Record<string, unknown>, qui = referent) {
  const { version } = await lire(questionnaireId)
  const lue = questionSchema.parse({ questionnaireId, version, obligatoire: 'oui', ...plus })
  return agir(qui, (contexte) => ecrireQuestion(contexte, lue))
}

/** A scale, a choice, several choices, yes or no, then an optional text. */
async function avecQuestions(plus: Record<string, unknown> = {}, quand = MAINTENANT): Promise<string> {
  const id = await preparer(plus, quand)
  await poser(id, { type: 'echelle', intitule: 'Êtes-vous satisfait ?' })
  await poser(id, { type: 'choix', intitule: 'Le délai ?', options: 'Court\nLong' })
  await poser(id, { type: 'plusieurs', intitule: 'Les canaux ?', options: 'Portail\nTéléphone\nVisite' })
  await poser(id, { type: 'oui_non', intitule: 'Formé cette année ?' })
  await poser(id, { type: 'texte', intitule: 'Que changer ?', obligatoire: undefined })
  return id
}

const programmer = (id: string, quand = MAINTENANT) =>
  agir(referent, (contexte) => programmerEnvoi(contexte, { id }), quand)

async function ouvrir(plus: Record<string, unknown> = {}): Promise<string> {
  const id = await avecQuestions(plus)
  await programmer(id)
  await suivreQuestionnaire(id, OUVERT)
  return id
}

type Donnees = {
  note?: number
  texte?: string
  suite?: 'relire' | 'plus_tard'
  version?: number
  remplacer?: string
  delai?: string
}

async function tapee(
  id: string,
  { note = 4, texte = '', suite = 'relire', version = 0, remplacer, delai = '0' }: Donnees,
) {
  const [echelle, choix, plusieurs, ouiNon, libre] = await questions(id)
  return reponseSchema.parse({
    id,
    version: String(version),
    suite,
    remplacerReponse: remplacer,
    r: {
      [echelle?.id ?? '']: String(note),
      [choix?.id ?? '']: delai,
      [plusieurs?.id ?? '']: ['0', '2'],
      [ouiNon?.id ?? '']: 'oui',
      [libre?.id ?? '']: texte,
    },
  })
}

const enregistrer = async (qui: Acteur, id: string, donnees: Donnees = {}, quand = OUVERT) => {
  const lue = await tapee(id, donnees)
  return agir(qui, (contexte) => enregistrerReponse(contexte, lue), quand)
}
const envoyer = (qui: Acteur, id: string, version = 1, quand = OUVERT) =>
  agir(qui, (contexte) => envoyerReponse(contexte, { id, version }), quand)

async function repondre(qui: Acteur, id: string, donnees: Donnees = {}) {
  await enregistrer(qui, id, donnees)
  await envoyer(qui, id)
}

const courriels = (modele: string) => tx.courriel.findMany({ where: { modele }, orderBy: { id: 'asc' } })
const ligne = (questionnaireId: string, partenaireId = ici.partenaire.id) =>
  tx.destinataireQuestionnaire.findUniqueOrThrow({
    where: { questionnaireId_partenaireId: { questionnaireId, partenaireId } },
    include: { reponse: true },
  })

beforeAll(() => {
  vi.stubEnv('URL_PUBLIQUE', 'https://portail.example')
})

beforeEach(async () => {
  await tx.courriel.deleteMany()
  await tx.questionnaire.deleteMany()
  await tx.suspension.deleteMany()
})

describe('a questionnaire that is prepared', () => {
  it('is a draft of the référents of its caisse: nobody else reads nor changes it', async () => {
    const id = await avecQuestions()
    expect(await questionnaireDeLaCaisse(etranger, id, MAINTENANT)).toBeNull()
    expect(await reponseDuPartenaire(gestionnaire, id, MAINTENANT)).toBeNull()
    const vus = await avecPerimetre(perimetre(agent), (lecture) => lecture.questionnaire.count())
    expect(vus).toBe(0)
    await expect(poser(id, { type: 'texte', intitule: 'Intrus ?' }, etranger)).rejects.toMatchObject({
      code: 'introuvable',
    })
    for (const acte of [programmerEnvoi, supprimerQuestionnaire])
      await expect(agir(etranger, (contexte) => acte(contexte, { id }))).rejects.toMatchObject({ code: 'introuvable' })
    await agir(referent, (contexte) => supprimerQuestionnaire(contexte, { id }))
    expect(await tx.questionQuestionnaire.count()).toBe(0)
  })

  it.each([
    ['ouvreLe', { ouvreLe: enParties('2026-11-01') }],
    ['annee', { annee: '2024' }],
  ])('is refused at %s when it is too late or too far', async (champ, plus) => {
    await expect(preparer(plus)).rejects.toMatchObject({ code: 'saisie', erreurs: { [champ]: expect.any(String) } })
  })

  it('is one at a time for a year, be it begun by two at the same moment', async () => {
    const issues = await Promise.allSettled([preparer(), preparer()])
    expect(issues.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await tx.questionnaire.count()).toBe(1)
  })

  it('orders its questions by buttons, and takes them away', async () => {
    const id = await avecQuestions()
    const [premiere, seconde] = await questions(id)
    const deplacer = (question: string, sens: 'haut' | 'bas') =>
      agir(referent, (contexte) => deplacerQuestion(contexte, { id: question, sens }))
    await deplacer(seconde?.id ?? '', 'haut')
    await deplacer(seconde?.id ?? '', 'haut')
    expect((await questions(id)).slice(0, 2).map((lue) => lue.id)).toEqual([seconde?.id, premiere?.id])
    await agir(referent, (contexte) => retirerQuestion(contexte, { id: seconde?.id ?? '' }))
    expect(await questions(id)).toHaveLength(4)
    await expect(
      agir(etranger, (contexte) => deplacerQuestion(contexte, { id: premiere?.id ?? '', sens: 'bas' })),
    ).rejects.toMatchObject({ code: 'introuvable' })
  })

  it('does not erase what a colleague has just written', async () => {
    const id = await avecQuestions()
    const { version } = await lire(id)
    await poser(id, { type: 'texte', intitule: 'Autre ?' })
    const modifier = () =>
      agir(referent, (contexte) => enregistrerQuestionnaire(contexte, { ...saisie(), id, version }))
    await expect(modifier()).rejects.toMatchObject({ code: 'etat_change', message: expect.stringContaining('gardé') })
  })

  it('is not sent empty, nor after its day, and comes back to a draft while nobody has received it', async () => {
    const vide = await preparer()
    await expect(programmer(vide)).rejects.toMatchObject({ message: expect.stringContaining('question') })
    await agir(referent, (contexte) => supprimerQuestionnaire(contexte, { id: vide }))
    const id = await avecQuestions()
    await expect(programmer(id, le('2026-12-02'))).rejects.toMatchObject({ message: expect.stringContaining('passé') })
    await programmer(id)
    await expect(poser(id, { type: 'texte', intitule: 'Trop tard ?' })).rejects.toMatchObject({
      message: expect.stringContaining('programmé'),
    })
    await agir(referent, (contexte) => annulerEnvoi(contexte, { id }))
    await expect(agir(referent, (contexte) => annulerEnvoi(contexte, { id }))).rejects.toMatchObject({
      code: 'etat_change',
    })
    await poser(id, { type: 'texte', intitule: 'Encore à temps ?' })
    expect((await lire(id)).etat).toBe('brouillon')
  })
})

describe('a questionnaire that is sent', () => {
  it('opens on its day, and writes once to the gestionnaires of each partenaire in force', async () => {
    const id = await avecQuestions()
    await programmer(id)
    expect(await suivreQuestionnaire(id, le('2026-11-30'))).toBe(0)
    await tx.suspension.create({
      data: {
        id: crypto.randomUUID(),
        caisseId,
        partenaireId: autre.partenaire.id,
        debutLe: MAINTENANT,
        motif: 'Essai',
      },
    })
    expect(await suivreQuestionnaire(id, OUVERT)).toBe(5)
    expect(await suivreQuestionnaire(id, OUVERT)).toBe(0)
    const envoyes = await courriels('questionnaire_ouvert')
    // Two gestionnaires here, one in each of the four others that are not suspended.
    expect(envoyes).toHaveLength(6)
    const rendu = envoyes[0] && (await rendreCourriel(envoyes[0]))
    expect(rendu?.texte).toContain(`/questionnaires/${id}`)
    expect(rendu?.texte).toMatch(/15\sjanvier 2027/)
    await tx.suspension.deleteMany()
    expect(await suivreQuestionnaire(id, le('2026-12-04'))).toBe(1)
    expect(await tx.journal.count({ where: { action: 'questionnaire.ouvert', objetId: id } })).toBe(1)
  })

  it('changes no question any more, and says why and what can be done', async () => {
    const id = await ouvrir()
    const [premiere] = await questions(id)
    const figee = { code: 'etat_change', message: expect.stringContaining('reporter la clôture') }
    await expect(poser(id, { type: 'texte', intitule: 'Trop tard ?' })).rejects.toMatchObject(figee)
    await expect(
      agir(referent, (contexte) => retirerQuestion(contexte, { id: premiere?.id ?? '' })),
    ).rejects.toMatchObject(figee)
    // The database refuses too.
    const forcer = (data: Record<string, unknown>) =>
      avecPerimetre(perimetre(referent), (t) => t.questionnaire.updateMany({ where: { id }, data }))
    await expect(forcer({ anonyme: true })).rejects.toThrow(/questionnaire_fige/)
    await expect(
      avecPerimetre(perimetre(referent), (t) =>
        t.questionQuestionnaire.updateMany({ where: { questionnaireId: id }, data: { intitule: 'Faux' } }),
      ),
    ).rejects.toThrow(/questionnaire_fige/)
    await expect(
      avecPerimetre(perimetre(referent), (t) => t.questionQuestionnaire.deleteMany({ where: { questionnaireId: id } })),
    ).rejects.toThrow(/questionnaire_fige/)
  })

  it('reminds those that have not answered, once by date however often the worker runs, and by hand once a day', async () => {
    const id = await ouvrir()
    await repondre(voisin, id)
    await tx.courriel.deleteMany()
    expect(await suivreQuestionnaire(id, le('2026-12-31'))).toBe(0)
    expect(await suivreQuestionnaire(id, le('2027-01-01'))).toBe(5)
    expect(await suivreQuestionnaire(id, le('2027-01-02'))).toBe(0)
    const relance = () => agir(referent, (contexte) => relancer(contexte, { id }), le('2027-01-04'))
    await relance()
    await expect(relance()).rejects.toMatchObject({ message: expect.stringContaining('demain') })
    expect(await suivreQuestionnaire(id, le('2027-01-04'))).toBe(5)
    expect(await suivreQuestionnaire(id, le('2027-01-04'))).toBe(0)
    // The last date was missed by the worker: still one mail.
    expect(await suivreQuestionnaire(id, le('2027-01-14'))).toBe(5)
    expect((await courriels('questionnaire_rappel')).map(({ compteId }) => compteId)).not.toContain(
      autre.gestionnaire.id,
    )
    expect((await ligne(id)).rappels).toBe(3)
  })

  it('closes after its last day, which can be put off until then, or at once', async () => {
    const id = await ouvrir()
    const { version } = await lire(id)
    const reporter = (fermeLe: string, lue = version) =>
      agir(referent, (contexte) => prolongerQuestionnaire(contexte, { id, version: lue, fermeLe, rappels: [] }), OUVERT)
    await expect(reporter('2026-11-20')).rejects.toMatchObject({ code: 'saisie' })
    await expect(reporter('2027-02-01', version + 1)).rejects.toMatchObject({ code: 'etat_change' })
    await reporter('2027-02-01')
    await suivreQuestionnaire(id, CLOS)
    expect((await lire(id)).etat).toBe('ouvert')
    await suivreQuestionnaire(id, le('2027-02-02'))
    expect(await lire(id)).toMatchObject({ etat: 'clos', closLe: le('2027-02-02') })
    const second = await ouvrir()
    await agir(referent, (contexte) => cloreQuestionnaire(contexte, { id: second }), OUVERT)
    await expect(
      agir(referent, (contexte) => cloreQuestionnaire(contexte, { id: second }), OUVERT),
    ).rejects.toMatchObject({ code: 'etat_change' })
    await expect(agir(referent, (contexte) => relancer(contexte, { id: second }), OUVERT)).rejects.toMatchObject({
      message: 'Ce questionnaire est clos.',
    })
  })
})

describe('the answer of a partenaire', () => {
  it('is begun by one gestionnaire, gone on with by another, and sent once', async () => {
    const id = await ouvrir()
    expect(await questionnairesARepondre(gestionnaire, OUVERT)).toHaveLength(1)
    await enregistrer(gestionnaire, id, { suite: 'plus_tard', texte: 'Des réponses plus courtes.' })
    const lue = await reponseDuPartenaire(collegue, id, OUVERT)
    expect(lue).toMatchObject({ situation: 'a_repondre', version: 1 })
    expect(lue?.commencePar).toContain(ici.gestionnaire.nom)
    await enregistrer(collegue, id, { version: 1, note: 5, texte: 'Des réponses plus courtes.' })
    const issues = await Promise.allSettled([envoyer(gestionnaire, id, 2), envoyer(collegue, id, 2)])
    expect(issues.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(enregistrer(gestionnaire, id, { version: 3 })).rejects.toMatchObject({
      code: 'etat_change',
      message: expect.stringMatching(/déjà envoyée, .*, par /),
    })
    expect(await questionnairesARepondre(gestionnaire, OUVERT)).toHaveLength(0)
    expect(await reponseDuPartenaire(gestionnaire, id, OUVERT)).toMatchObject({ situation: 'envoyee' })
  })

  it('keeps an unfinished draft, and is not sent before every mandatory question has its answer', async () => {
    const id = await ouvrir()
    const [premiere, seconde] = await questions(id)
    const incomplete = (suite: 'relire' | 'plus_tard', version = 0) =>
      agir(
        gestionnaire,
        (contexte) =>
          enregistrerReponse(contexte, reponseSchema.parse({ id, version, suite, r: { [premiere?.id ?? '']: '3' } })),
        OUVERT,
      )
    await expect(envoyer(gestionnaire, id, 0)).rejects.toMatchObject({
      message: expect.stringContaining('obligatoire'),
    })
    await expect(incomplete('relire')).rejects.toMatchObject({
      code: 'saisie',
      erreurs: { [`r.${seconde?.id}`]: expect.stringContaining('obligatoire') },
    })
    await incomplete('plus_tard')
    expect((await ligne(id)).reponse?.valeurs).toEqual({ [premiere?.id ?? '']: 3 })
    await expect(envoyer(gestionnaire, id)).rejects.toMatchObject({ message: expect.stringContaining('obligatoire') })
  })

  it('refuses a NIR where it stands, even in a draft', async () => {
    const id = await ouvrir()
    const libre = (await questions(id))[4]?.id
    for (const suite of ['relire', 'plus_tard'] as const)
      await expect(
        enregistrer(gestionnaire, id, { suite, texte: 'Dossier 1 85 05 78 006 084 91' }),
      ).rejects.toMatchObject({
        code: 'saisie',
        erreurs: { [`r.${libre}`]: expect.stringContaining('numéro de sécurité sociale') },
      })
    expect((await ligne(id)).reponse).toBeNull()
  })

  it('shows what a colleague has saved meanwhile, and replaces it only when that was read', async () => {
    const id = await ouvrir()
    await enregistrer(collegue, id, { texte: 'Son texte.', suite: 'plus_tard' })
    const refus = await enregistrer(gestionnaire, id, { texte: 'Mon texte.' }).catch((erreur) => erreur)
    const message: string = refus.erreurs.remplacerReponse
    expect(message).toContain('« Son texte. »')
    const auto = await tapee(id, { texte: 'Mon texte.' })
    await expect(agir(gestionnaire, (contexte) => garderReponse(contexte, auto), OUVERT)).rejects.toMatchObject({
      code: 'etat_change',
    })
    await enregistrer(collegue, id, { texte: 'Un autre.', suite: 'plus_tard', version: 1 })
    await expect(enregistrer(gestionnaire, id, { texte: 'Mon texte.', remplacer: message })).rejects.toMatchObject({
      code: 'saisie',
    })
    const lu = message.replace('Son texte.', 'Un autre.')
    await enregistrer(gestionnaire, id, { texte: 'Mon texte.', remplacer: lu })
    expect(Object.values((await ligne(id)).reponse?.valeurs as object)).toContain('Mon texte.')
    // The same answer, typed by both: nothing to say.
    await enregistrer(collegue, id, { texte: 'Mon texte.' })
    // Read again before it changed: not sent unseen.
    await expect(envoyer(gestionnaire, id, 1)).rejects.toMatchObject({ message: expect.stringContaining('modifiée') })
  })

  it('is saved by itself while it is typed', async () => {
    const id = await ouvrir()
    const lue = await tapee(id, { texte: 'En cours' })
    const suite = await agir(gestionnaire, (contexte) => garderReponse(contexte, lue), OUVERT)
    expect(suite.donnees).toMatchObject({ version: 1 })
  })

  it('is not sent once closed, and what was typed is kept to be read and copied', async () => {
    const id = await ouvrir()
    await enregistrer(gestionnaire, id, { suite: 'plus_tard' })
    for (const quand of [CLOS, le('2027-01-20')]) {
      const { version } = await ligne(id)
      const suite = await enregistrer(gestionnaire, id, { texte: `Trop tard ${quand.toISOString()}`, version }, quand)
      expect(suite.vers).toBeUndefined()
      expect(suite.refus).toMatchObject({
        code: 'etat_change',
        message: expect.stringContaining('est clos depuis le'),
      })
      await suivreQuestionnaire(id, CLOS)
    }
    await expect(envoyer(gestionnaire, id, 3, CLOS)).rejects.toMatchObject({
      message: expect.stringContaining('est clos'),
    })
    // Half answered, it is closed all the same: no answer is asked for any more.
    const autreId = (await questions(id))[4]?.id ?? ''
    const { version } = await ligne(id)
    const moitie = reponseSchema.parse({ id, version, suite: 'relire', r: { [autreId]: 'Rien que ceci' } })
    const close = await agir(gestionnaire, (contexte) => enregistrerReponse(contexte, moitie), CLOS)
    expect(close.refus).toMatchObject({ code: 'etat_change', message: expect.stringContaining('est clos depuis le') })
    expect((await reponseDuPartenaire(gestionnaire, id, CLOS))?.valeurs).toEqual({ [autreId]: 'Rien que ceci' })
    await enregistrer(
      gestionnaire,
      id,
      { texte: `Trop tard ${le('2027-01-20').toISOString()}`, version: version + 1 },
      CLOS,
    )
    const lue = await reponseDuPartenaire(gestionnaire, id, CLOS)
    expect(lue?.situation).toBe('close')
    expect(Object.values(lue?.valeurs ?? {})).toContain(`Trop tard ${le('2027-01-20').toISOString()}`)
    // The database refuses too, whatever the clock of the web process.
    await expect(envoyer(gestionnaire, id, (await ligne(id)).version, OUVERT)).rejects.toThrow()
  })
})

describe('the perimeter', () => {
  it('lets no partenaire read nor write the answer of another, nor a technicien a draft', async () => {
    const id = await ouvrir()
    await enregistrer(gestionnaire, id, { texte: 'Entre nous.', suite: 'plus_tard' })
    const lues = (acteur: Acteur) =>
      avecPerimetre(perimetre(acteur), async (t) => [
        await t.destinataireQuestionnaire.count({ where: { partenaireId: ici.partenaire.id } }),
        await t.reponseQuestionnaire.count({ where: { partenaireId: ici.partenaire.id } }),
      ])
    expect(await lues(voisin)).toEqual([0, 0])
    expect(await lues(technicien)).toEqual([1, 0])
    expect(await lues(referent)).toEqual([1, 0])
    expect(await lues(agent)).toEqual([0, 0])
    expect(await lues(etranger)).toEqual([0, 0])
    const cle = { questionnaireId: id, partenaireId: ici.partenaire.id }
    for (const intrus of [voisin, technicien, referent]) {
      const [ecrites, marquees] = await avecPerimetre(perimetre(intrus), async (t) => [
        await t.reponseQuestionnaire.updateMany({ where: cle, data: { valeurs: {} } }),
        await t.destinataireQuestionnaire.updateMany({ where: cle, data: { envoyeLe: OUVERT } }),
      ])
      expect([ecrites?.count, marquees?.count]).toEqual([0, 0])
    }
    const inserer = (t: Parameters<Parameters<typeof avecPerimetre>[1]>[0]) =>
      t.reponseQuestionnaire.createMany({
        data: [{ questionnaireId: id, partenaireId: autres[1]?.partenaire.id ?? '', caisseId, valeurs: {} }],
      })
    await expect(avecPerimetre(perimetre(voisin), inserer)).rejects.toThrow(/row-level security/)
    await expect(avecPerimetre(perimetre(referent), inserer)).rejects.toThrow(/row-level security/)
    await envoyer(gestionnaire, id).catch(() => {})
    expect((await ligne(id)).reponse?.valeurs).toMatchObject({})
  })

  it('lets nobody change an answer once sent, in the database either', async () => {
    const id = await ouvrir()
    await repondre(gestionnaire, id)
    const cle = { questionnaireId: id, partenaireId: ici.partenaire.id }
    const ecrire = () =>
      avecPerimetre(perimetre(gestionnaire), (t) =>
        t.reponseQuestionnaire.updateMany({ where: cle, data: { valeurs: {} } }),
      )
    const reprendre = () =>
      avecPerimetre(perimetre(gestionnaire), (t) =>
        t.destinataireQuestionnaire.updateMany({ where: cle, data: { envoyeLe: null } }),
      )
    await expect(ecrire()).rejects.toThrow(/reponse_figee/)
    await expect(reprendre()).rejects.toThrow(/reponse_figee/)
    expect(await avecPerimetre(perimetre(technicien), (t) => t.reponseQuestionnaire.count())).toBe(1)
  })

  it('closes the questionnaires of a caisse to a partenaire that it has suspended', async () => {
    const id = await ouvrir()
    const suspendu: Acteur = { ...gestionnaire, caissesOuvertes: [] }
    expect(await reponseDuPartenaire(suspendu, id, OUVERT)).toBeNull()
    await expect(enregistrer(suspendu, id)).rejects.toMatchObject({ code: 'introuvable' })
  })
})

describe('results', () => {
  const tous = async () => [
    gestionnaire,
    ...(await Promise.all(autres.map(({ gestionnaire: { id } }) => acteurDe(id, MAINTENANT)))),
  ]

  it('tell the caisse who answered what, and are read from the export with no formula in it', async () => {
    const id = await ouvrir()
    await repondre(gestionnaire, id, { note: 2, texte: '=HYPERLINK("https://piege.example")' })
    await repondre(voisin, id, { note: 4 })
    const lus = await resultatsDeLaCaisse(referent, id, OUVERT)
    expect(lus?.resultats).toMatchObject({ participation: { invites: 6, envoyees: 2 }, masque: false })
    const [echelle, , canaux, , libre] = lus?.resultats.questions ?? []
    expect(echelle).toMatchObject({ repondu: 2, moyenne: 3 })
    expect(canaux?.lignes.map(({ n }) => n)).toEqual([2, 0, 2])
    expect(libre?.textes).toEqual([{ texte: '=HYPERLINK("https://piege.example")', de: ici.partenaire.nom }])
    if (!lus) throw new Error('Ces résultats se lisent.')
    const tables = tablesDesResultats(lus)
    expect(tables.map(({ feuille }) => feuille)).toEqual(['Questionnaire', 'Résultats', 'Textes', 'Participation'])
    const csv = new TextDecoder().decode(ecrireTableur('csv', enUneFeuille(tables)))
    expect(csv).toContain(`'=HYPERLINK`)
    expect(csv).toContain(ici.partenaire.nom)
    expect(await resultatsDeLaCaisse(etranger, id, OUVERT)).toBeNull()
  })

  it('of an anonymous questionnaire are read at the end, from five answers on, without authors nor small counts', async () => {
    const id = await ouvrir({ anonyme: 'oui' })
    const repondants = await tous()
    for (const [rang, qui] of repondants.entries())
      await repondre(qui, id, { note: rang === 0 ? 1 : 5, texte: `Texte ${rang}` })
    const avant = await resultatsDeLaCaisse(referent, id, OUVERT)
    expect(avant?.resultats).toMatchObject({ retenues: true, participation: { envoyees: 6 } })
    // Nothing is known of them yet: a zero would be read as an answer nobody gave.
    expect(avant?.resultats.questions.flatMap(({ repondu, lignes }) => [repondu, ...lignes.map(({ n }) => n)])).toEqual(
      Array.from({ length: 17 }, () => null),
    )
    await agir(referent, (contexte) => cloreQuestionnaire(contexte, { id }), OUVERT)
    const lus = await resultatsDeLaCaisse(referent, id, CLOS)
    const [echelle, , , , libre] = lus?.resultats.questions ?? []
    expect(lus?.resultats).toMatchObject({ masque: true, retenues: false })
    expect(echelle?.lignes.map(({ n }) => n)).toEqual([null, 0, 0, 0, null])
    expect(echelle?.moyenne).toBeNull()
    expect(libre?.textes).toHaveLength(6)
    expect(libre?.textes.every(({ de }) => de === null)).toBe(true)
    // Neither does the database tell whose they are.
    const auteurs = await avecPerimetre(
      perimetre(referent),
      (t) =>
        t.$queryRaw<{ n: number }[]>`SELECT count("partenaireId")::int AS n FROM ep_valeurs_questionnaire(${id}::uuid)`,
    )
    expect(auteurs).toEqual([{ n: 0 }])
    await tx.destinataireQuestionnaire.updateMany({
      where: { questionnaireId: id, partenaireId: { in: [autre.partenaire.id, ici.partenaire.id] } },
      data: { envoyeLe: null },
    })
    const tropPeu = await resultatsDeLaCaisse(referent, id, CLOS)
    expect(tropPeu?.resultats.retenues).toBe(true)
    expect(tropPeu?.resultats.questions[4]?.textes).toEqual([])
    expect(tropPeu?.resultats.questions[2]).toMatchObject({
      repondu: null,
      lignes: [{ n: null }, { n: null }, { n: null }],
    })
  })

  it('are read by the partenaires that were asked once published, without the texts of others, and no longer when taken back', async () => {
    const id = await ouvrir()
    for (const qui of await tous()) await repondre(qui, id, { texte: 'Entre nous.' })
    const publier = (quoi: 'oui' | 'non', qui = referent) =>
      agir(qui, (contexte) => publierResultats(contexte, { id, publier: quoi }), CLOS)
    await expect(publier('oui')).rejects.toMatchObject({
      message: expect.stringContaining('une fois le questionnaire clos'),
    })
    await suivreQuestionnaire(id, CLOS)
    const valeurs = (qui: Acteur) =>
      avecPerimetre(
        perimetre(qui),
        (t) =>
          t.$queryRaw<
            { n: number; auteurs: number }[]
          >`SELECT count(*)::int AS n, count("partenaireId")::int AS auteurs FROM ep_valeurs_questionnaire(${id}::uuid)`,
      )
    expect(await valeurs(voisin)).toEqual([{ n: 0, auteurs: 0 }])
    await expect(publier('oui', etranger)).rejects.toMatchObject({ code: 'introuvable' })
    await publier('oui')
    expect(await valeurs(voisin)).toEqual([{ n: 24, auteurs: 0 }])
    const etrangere = await acteurDe(ailleurs.gestionnaire.id, MAINTENANT)
    expect(await valeurs(etrangere)).toEqual([{ n: 0, auteurs: 0 }])
    const lue = await reponseDuPartenaire(voisin, id, CLOS)
    expect(lue?.resultats).toMatchObject({ masque: true, participation: { invites: 6, envoyees: 6 } })
    expect(lue?.resultats?.questions[0]?.lignes[3]).toMatchObject({ n: 6, part: 1 })
    await publier('non')
    expect((await reponseDuPartenaire(voisin, id, CLOS))?.resultats).toBeNull()
  })

  it('are compared with the year before, where the same question was asked', async () => {
    const premier = await ouvrir()
    await repondre(gestionnaire, premier, { note: 2 })
    await repondre(voisin, premier, { note: 2 })
    await suivreQuestionnaire(premier, CLOS)
    const plusTard = le('2027-11-02')
    expect(await baseDUnQuestionnaire(referent, plusTard)).toMatchObject({
      annee: 2027,
      titre: 'Votre avis sur 2027',
      introduction: 'Dix minutes suffisent.',
      ouvreLe: '2027-12-01',
      fermeLe: '2028-01-15',
      rappels: [14, 3],
    })
    const id = await preparer(
      { annee: '2027', ouvreLe: enParties('2027-12-01'), fermeLe: enParties('2028-01-15'), reprendre: premier },
      plusTard,
    )
    const [echelle, choix] = await questions(id)
    expect(await questions(id)).toHaveLength(5)
    await poser(id, { id: echelle?.id, type: 'echelle', intitule: 'Satisfaits, cette année ?' })
    await poser(id, { id: choix?.id, type: 'choix', intitule: 'Le délai ?', options: 'Court\nMoyen\nLong' })
    await programmer(id, plusTard)
    await suivreQuestionnaire(id, le('2027-12-01'))
    const encore = { ...gestionnaire }
    await enregistrer(encore, id, { note: 4 }, le('2027-12-02'))
    await envoyer(encore, id, 1, le('2027-12-02'))
    const lus = await resultatsDeLaCaisse(referent, id, le('2027-12-03'))
    expect(lus?.resultats.anneeAvant).toBe(2026)
    const [note, delai] = lus?.resultats.questions ?? []
    expect(note).toMatchObject({ moyenne: 4, moyenneAvant: 2, intituleAvant: 'Êtes-vous satisfait ?' })
    expect(note?.lignes[1]).toMatchObject({ n: 0, partAvant: 1 })
    expect(delai?.lignes.every(({ partAvant }) => partAvant === null)).toBe(true)
    await expect(preparer({ annee: '2027', reprendre: premier }, plusTard)).rejects.toMatchObject({ code: 'saisie' })
    expect(await questionnairesDeLaCaisse(referent, plusTard)).toHaveLength(2)
  })

  it('stand in the bilan that holds the end of their year: one’s own, and those of all', async () => {
    const id = await ouvrir()
    await repondre(gestionnaire, id, { note: 2 })
    await repondre(voisin, id, { note: 4 })
    const cible = { caisseId, partenaireId: ici.partenaire.id }
    const annee = { du: '2026-01-01', au: '2026-12-31' }
    const duReferent = await questionnaireDuBilan(referent, cible, annee)
    expect(duReferent).toMatchObject({ id, resultats: { participation: { invites: 6, envoyees: 2 } } })
    expect(duReferent?.lignes[0]).toEqual({
      intitule: 'Êtes-vous satisfait ?',
      soi: '2 sur 5',
      tous: '3 sur 5 en moyenne',
      avant: '',
    })
    const deLAgent = await questionnaireDuBilan(agent, { caisseId, partenaireId: null }, annee)
    expect(deLAgent?.lignes[0]).toMatchObject({ soi: '', tous: '3 sur 5 en moyenne' })
    // A partenaire reads its own answer; those of all once they are published.
    for (const qui of [gestionnaire, technicien])
      expect((await questionnaireDuBilan(qui, cible, annee))?.lignes[0]).toMatchObject({ soi: '2 sur 5', tous: '' })
    expect(await questionnaireDuBilan(referent, cible, { du: '2026-01-01', au: '2026-03-31' })).toBeNull()
    expect(await questionnaireDuBilan(etranger, { caisseId: ailleurs.caisse.id, partenaireId: null }, annee)).toBeNull()
  })
})

describe('personal data', () => {
  it('are given to whom they belong, and go with time: names and texts, not what was ticked', async () => {
    const id = await ouvrir()
    await enregistrer(collegue, id, { texte: 'Un texte libre.', suite: 'plus_tard' })
    await enregistrer(gestionnaire, id, { texte: 'Un texte libre.', version: 1 })
    await envoyer(gestionnaire, id, 2)
    await enregistrer(voisin, id, { texte: 'Jamais envoyé.', suite: 'plus_tard' })
    await suivreQuestionnaire(id, CLOS)
    expect((await mesDonnees(gestionnaire, '')).questionnaires).toMatchObject([
      { titre: 'Votre avis sur 2026', envoyee: true },
    ])
    expect((await mesDonnees(collegue, '')).questionnaires).toMatchObject([{ envoyee: false }])
    const compte = (quand: Date) => avecTravaux((t) => comptesDuPassage(t, caisseId, quand))
    expect((await compte(le('2031-12-01'))).questionnaires).toBeUndefined()
    await appliquerConservation(le('2031-12-01'))
    expect((await ligne(id)).envoyeParId).toBe(gestionnaire.compteId)
    const echeance = le('2032-02-01')
    await appliquerConservation(echeance)
    const [envoyee, jamais] = [await ligne(id), await ligne(id, autre.partenaire.id)]
    expect(envoyee).toMatchObject({ commenceParId: null, modifieParId: null, envoyeParId: null, effaceLe: echeance })
    expect(Object.values(envoyee.reponse?.valeurs as object)).toHaveLength(4)
    expect(Object.values(envoyee.reponse?.valeurs as object)).not.toContain('Un texte libre.')
    expect(jamais.reponse?.valeurs).toEqual({})
    const { comptes } = await tx.passageConservation.findFirstOrThrow({
      where: { caisseId, jour: new Date('2032-02-01') },
    })
    expect(comptes).toMatchObject({ questionnaires: 6 })
  })
})
