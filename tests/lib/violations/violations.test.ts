import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { ajouterInformation, declarerViolation } from '@/lib/violations/declarer-violation'
import { violationDe, violationsDeLaCaisse, violationsSuivies } from '@/lib/violations/queries'
import { rappelerViolations } from '@/lib/violations/rappeler'
import { declarerSchema, notifierSchema } from '@/lib/violations/schema'
import {
  cloreViolation,
  noterMesure,
  noterNotification,
  qualifierViolation,
  rouvrirViolation,
} from '@/lib/violations/traiter-violation'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { tx } = atelier
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
await tx.reglagesCaisse.updateMany({
  where: { caisseId: ici.caisse.id },
  data: { delaiNotificationViolationHeures: 24 },
})
await tx.contactPartenaire.create({
  data: { partenaireId: ici.partenaire.id, type: 'dpo', nom: 'Déléguée', courriel: 'dpo@partenaire.example' },
})
await tx.contactCaisse.create({ data: { caisseId: ici.caisse.id, type: 'dpo', courriel: 'dpo@caisse.example' } })

const HEURE = 3_600_000
const maintenant = new Date()
const plus = (heures: number) => new Date(maintenant.getTime() + heures * HEURE)
const saisie = (reste = {}) => ({
  id: randomUUID(),
  constateeLe: plus(-2),
  survenueLe: null,
  natures: ['confidentialite' as const],
  donnees: ['identite' as const],
  description: 'Un courriel est parti à la mauvaise adresse.',
  personnes: 12,
  comptes: null,
  mesures: 'Le destinataire a effacé le courriel.',
  references: '',
  contact: 'Accueil, 05 00 00 12 34',
  caisses: [],
  partenaireId: '' as const,
  signalementId: '' as const,
  ...reste,
})

const technicien = await acteurDe(ici.technicien.id)
const gestionnaire = await acteurDe(ici.gestionnaire.id)
const agent = await acteurDe(ici.agent.id)
const referent = await acteurDe(ici.referent.id)
const dpo = await acteurDe(ici.dpo.id)
const courriels = (id: string, modele: string) =>
  tx.courriel.findMany({
    where: {
      modele,
      donnees: { path: ['identifiant'], equals: `V-${id.replaceAll('-', '').slice(-6).toUpperCase()}` },
    },
  })

async function declaree(acteur = technicien, reste = {}) {
  const donnees = saisie(reste)
  await agir(acteur, (c) => declarerViolation(c, donnees), maintenant)
  return donnees.id
}

const partDe = (id: string) =>
  tx.violationCaisse.findUniqueOrThrow({
    where: { violationId_caisseId: { violationId: id, caisseId: ici.caisse.id } },
  })

describe('declaring', () => {
  it('by a technicien tells the DPO, the référents, the mailbox and the DPO of the partenaire, without a fact', async () => {
    const id = await declaree()
    const envoyes = await courriels(id, 'violation_declaree')
    expect(envoyes.map(({ destinataire }) => destinataire).toSorted()).toEqual(
      [dpo.courriel, referent.courriel, 'dpo@caisse.example', 'dpo@partenaire.example'].toSorted(),
    )
    for (const { donnees, objet } of envoyes) {
      const ecrit = JSON.stringify(donnees) + objet
      expect(ecrit).not.toContain('mauvaise adresse')
      expect(ecrit).not.toContain(technicien.nom)
      expect(ecrit).not.toContain(ici.partenaire.nom)
    }
    const part = await partDe(id)
    expect(part.autrePartieAvant).toEqual(plus(22))
    expect(part.autrePartieLe).toEqual(maintenant)
    expect(part.autoriteAvant).toEqual(plus(72))
  })

  it('by an agent, naming a partenaire: the clock to tell it runs from when it was noticed', async () => {
    const id = await declaree(agent, { partenaireId: ici.partenaire.id })
    const part = await partDe(id)
    expect(part).toMatchObject({ autrePartieLe: null, autrePartieAvant: plus(22), autoriteAvant: plus(70) })
    expect((await courriels(id, 'violation_declaree')).map(({ destinataire }) => destinataire)).toContain(
      'dpo@partenaire.example',
    )
    expect((await partDe(await declaree(agent))).autrePartieAvant).toBeNull()
  })

  it('twice with the same form declares once', async () => {
    const donnees = saisie()
    for (const _ of [1, 2]) await agir(technicien, (c) => declarerViolation(c, donnees), maintenant)
    expect(await tx.violation.count({ where: { id: donnees.id } })).toBe(1)
    expect(await courriels(donnees.id, 'violation_declaree')).toHaveLength(4)
    await expect(agir(agent, (c) => declarerViolation(c, donnees), maintenant)).rejects.toMatchObject({
      code: 'introuvable',
    })
  })

  it('refuses the future, a beginning after its notice, and the partenaire of another caisse', async () => {
    const refus = (acteur: typeof agent, reste: object) =>
      expect(agir(acteur, (c) => declarerViolation(c, saisie(reste)), maintenant)).rejects
    await refus(technicien, { constateeLe: plus(2) }).toMatchObject({ erreurs: { constateeLe: expect.any(String) } })
    await refus(technicien, { survenueLe: plus(-1) }).toMatchObject({ erreurs: { survenueLe: expect.any(String) } })
    await refus(agent, { partenaireId: ailleurs.partenaire.id }).toMatchObject({
      erreurs: { partenaireId: expect.any(String) },
    })
  })

  it('asks which caisses of a partenaire that has several, and reaches those only', async () => {
    const seconde = await fabriquePartenariat(atelier)
    const convention = await tx.conventionCaisse.findFirstOrThrow({ where: { caisseId: seconde.caisse.id } })
    const modele = await tx.conventionCaisse.findFirstOrThrow({ where: { partenaireId: ailleurs.partenaire.id } })
    const { id: _, ...reste } = modele
    await tx.conventionCaisse.create({ data: { ...reste, caisseId: convention.caisseId } })
    const acteur = await acteurDe(ailleurs.technicien.id)
    await expect(agir(acteur, (c) => declarerViolation(c, saisie()), maintenant)).rejects.toMatchObject({
      erreurs: { caisses: expect.any(String) },
    })
    const donnees = saisie({ caisses: [convention.caisseId, ici.caisse.id] })
    await agir(acteur, (c) => declarerViolation(c, donnees), maintenant)
    const parts = await tx.violationCaisse.findMany({ where: { violationId: donnees.id } })
    expect(parts.map(({ caisseId }) => caisseId)).toEqual([convention.caisseId])
  })

  it('reads what is typed, and refuses a NIR', () => {
    const tape = {
      ...saisie(),
      constateeLe: { jour: '3', mois: '11', annee: '2026' },
      constateeHeure: '9 h 30',
      survenueLe: { jour: '', mois: '', annee: '' },
      personnes: '1 200',
      comptes: '',
    }
    const lu = declarerSchema.parse(tape)
    expect(lu).toMatchObject({
      constateeLe: new Date('2026-11-03T08:30:00Z'),
      survenueLe: null,
      personnes: 1200,
      comptes: null,
    })
    const nir = declarerSchema.safeParse({ ...tape, references: 'Dossier 2 94 03 75 120 005 91' })
    expect(nir.error?.issues[0]?.path).toEqual(['references'])
    expect(declarerSchema.safeParse({ ...tape, personnes: 'beaucoup' }).success).toBe(false)
  })
})

describe('who sees it', () => {
  it('its author, the gestionnaires of the partenaire, the DPO and the référents of the caisse; nobody else', async () => {
    const id = await declaree()
    const collegue = await acteurDe(
      (
        await fabriqueCompte(atelier, {
          profil: 'technicien',
          partenaireId: ici.partenaire.id,
          structureId: ici.structure.id,
        })
      ).id,
    )
    for (const acteur of [technicien, gestionnaire, dpo, referent])
      expect((await violationDe(acteur, id))?.id, acteur.profil).toBe(id)
    const autres = [ailleurs.technicien, ailleurs.gestionnaire, ailleurs.dpo, ailleurs.referent]
    for (const acteur of [collegue, agent, ...(await Promise.all(autres.map((compte) => acteurDe(compte.id))))]) {
      expect(await violationDe(acteur, id), acteur.identifiant).toBeNull()
      expect((await violationsSuivies(acteur)).map((lue) => lue.id)).not.toContain(id)
    }
    expect((await violationsDeLaCaisse(dpo)).map(({ violationId }) => violationId)).toContain(id)
  })

  it('what the DPO writes is not for the side that declared; what it adds is for all', async () => {
    const id = await declaree()
    await agir(dpo, (c) => noterMesure(c, { id, mesure: 'Appel du partenaire.' }))
    await agir(technicien, (c) => ajouterInformation(c, { id, texte: 'Le fichier est retrouvé.' }))
    expect((await violationDe(technicien, id))?.suivis.map(({ type }) => type)).toEqual(['information'])
    expect((await violationDe(dpo, id))?.suivis.map(({ type }) => type)).toEqual(['mesure', 'information'])
    expect((await courriels(id, 'violation_completee')).map(({ destinataire }) => destinataire)).toContain(dpo.courriel)
    await expect(agir(agent, (c) => ajouterInformation(c, { id, texte: 'x' }))).rejects.toMatchObject({
      code: 'introuvable',
    })
    await expect(agir(dpo, (c) => ajouterInformation(c, { id, texte: 'x' }))).rejects.toMatchObject({
      code: 'introuvable',
    })
  })

  it('the database itself refuses a part for another caisse, a decision by anyone but its DPO, and a change of what was said', async () => {
    const id = await declaree()
    const autre = await acteurDe(ailleurs.dpo.id)
    const dans = (acteur: typeof dpo, sql: string) =>
      avecPerimetre(perimetre(acteur), (t) => t.$executeRawUnsafe(sql, id))
    expect(await dans(autre, 'UPDATE violation_caisse SET "closeLe" = now() WHERE "violationId" = $1::uuid')).toBe(0)
    expect(
      await dans(referent, 'UPDATE violation_caisse SET "autoriteSansObjet" = true WHERE "violationId" = $1::uuid'),
    ).toBe(0)
    await expect(dans(dpo, 'UPDATE violation SET description = $1')).rejects.toThrow()
    await expect(dans(dpo, 'UPDATE violation_suivi SET texte = $1')).rejects.toThrow()
    await expect(dans(dpo, 'DELETE FROM violation_suivi WHERE "violationId" = $1::uuid')).rejects.toThrow()
    await expect(
      dans(
        technicien,
        `INSERT INTO violation_caisse ("violationId", "caisseId", "declareeParId", "partenaireId", "connueLe", "autoriteAvant")
         SELECT $1::uuid, '${ailleurs.caisse.id}', '${technicien.compteId}', '${ici.partenaire.id}', now(), now()`,
      ),
    ).rejects.toThrow()
  })
})

describe('what the DPO does of it', () => {
  it('qualifies, says who was told, and closes only when nothing is left', async () => {
    const id = await declaree(agent, { partenaireId: ici.partenaire.id })
    const clore = () => agir(dpo, (c) => cloreViolation(c, { id, conclusion: 'Clôture.' }))
    await expect(clore()).rejects.toThrow(/qualifier/)
    await agir(dpo, (c) => qualifierViolation(c, { id, etat: 'averee', risque: 'eleve', analyse: 'Données de santé.' }))
    await expect(clore()).rejects.toThrow(/autre partie.*CNIL.*personnes/)
    const noter = (quoi: 'autre_partie' | 'autorite' | 'personnes', le: Date | null) =>
      agir(dpo, (c) => noterNotification(c, { id, quoi, le, raison: 'Parce que.' }))
    await expect(noter('autorite', null)).rejects.toMatchObject({ erreurs: { fait: expect.any(String) } })
    await expect(noter('autorite', plus(5))).rejects.toMatchObject({ erreurs: { le: expect.any(String) } })
    await expect(noter('autorite', plus(-5))).rejects.toMatchObject({ erreurs: { le: expect.any(String) } })
    await noter('autorite', plus(-1))
    await noter('autre_partie', plus(-1))
    await noter('personnes', null)
    await clore()
    await expect(agir(dpo, (c) => noterMesure(c, { id, mesure: 'x' }))).rejects.toMatchObject({ code: 'etat_change' })
    await agir(dpo, (c) => rouvrirViolation(c, { id, raison: 'Un élément nouveau.' }))
    await agir(dpo, (c) => noterMesure(c, { id, mesure: 'x' }))
    expect((await violationDe(dpo, id))?.suivis.map(({ type }) => type)).toEqual([
      'qualifiee',
      'autorite',
      'autre_partie',
      'personnes',
      'close',
      'rouverte',
      'mesure',
    ])
  })

  it('is for the DPO of the caisse only', async () => {
    const id = await declaree()
    const autre = await acteurDe(ailleurs.dpo.id)
    await expect(agir(autre, (c) => noterMesure(c, { id, mesure: 'x' }))).rejects.toMatchObject({ code: 'introuvable' })
  })

  it('needs a date, or a reason', () => {
    const base = { id: randomUUID(), quoi: 'autorite' }
    expect(notifierSchema.safeParse({ ...base, fait: 'non_necessaire' }).error?.issues[0]?.path).toEqual(['raison'])
    expect(notifierSchema.safeParse({ ...base, fait: 'oui' }).error?.issues[0]?.path).toEqual(['le'])
  })
})

it('reminds before each limit and once it has passed, each once', async () => {
  await tx.violation.deleteMany()
  const id = await declaree(agent, { partenaireId: ici.partenaire.id })
  const passages = [0, 9, 10, 10.5, 22.5, 23, 58, 60, 71, 72, 100]
  const rappels: number[] = []
  for (const heures of passages) rappels.push(await rappelerViolations(plus(heures)))
  //                        0  9  10 10.5 22.5 23 58 60 71 72 100
  expect(rappels).toEqual([0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0])
  expect((await courriels(id, 'violation_rappel')).map(({ destinataire }) => destinataire).toSorted()).toEqual(
    [dpo.courriel, dpo.courriel, 'dpo@caisse.example', 'dpo@caisse.example'].toSorted(),
  )
  expect((await courriels(id, 'violation_limite')).map(({ destinataire }) => destinataire)).toContain(referent.courriel)
  expect(await tx.journal.count({ where: { action: 'violation.rappel', objetId: id } })).toBe(4)
})
