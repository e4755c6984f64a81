import ICAL from 'ical.js'
import { describe, expect, it, vi } from 'vitest'
import { cloreDemande } from '@/lib/demandes/clore-demande'
import { retirerMessage } from '@/lib/messages/retirer-message'
import { rendreCourriel } from '@/lib/notifications/rendre-courriel'
import { annulerRendezVous } from '@/lib/rendez-vous/annuler-rendez-vous'
import { choisirCreneau } from '@/lib/rendez-vous/choisir-creneau'
import { creerPlages } from '@/lib/rendez-vous/creer-plages'
import { instantAParis } from '@/lib/rendez-vous/decoupe'
import { demanderAutre } from '@/lib/rendez-vous/demander-autre'
import { enregistrerFermeture, retirerFermeture } from '@/lib/rendez-vous/enregistrer-fermeture'
import { fixerRendezVous } from '@/lib/rendez-vous/fixer-rendez-vous'
import { noterTenu } from '@/lib/rendez-vous/noter-tenu'
import { proposerCreneaux } from '@/lib/rendez-vous/proposer-creneaux'
import { rappelerRendezVous } from '@/lib/rendez-vous/rappeler'
import { retirerCreneaux } from '@/lib/rendez-vous/retirer-creneaux'
import { plagesSchema } from '@/lib/rendez-vous/schema-plages'
import { perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { ajouterJours, ajouterJoursOuvres, dateAParis } from '@/lib/socle/temps'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'
import { fabriqueCreneau } from './monde-rendez-vous'

vi.stubEnv('URL_PUBLIQUE', 'https://portail.example')
vi.stubEnv('COURRIEL_EXPEDITEUR', 'Espace Partenaires <avis@portail.example>')
const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const monde = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const technicien = await acteurDe(monde.technicien.id)
const etranger = await acteurDe(ailleurs.technicien.id)
const agent = await acteurDe(monde.agent.id)
const referent = await acteurDe(monde.referent.id)
const { tx } = atelier
const caisseId = monde.caisse.id

let heure = 1_000
/** Each at an hour of its own: an agent holds one thing at a time. */
const creneau = (valeurs: { capacite?: number; agentId?: string | null } = {}) =>
  fabriqueCreneau(atelier, { caisseId, agentId: monde.agent.id, heures: heure++, ...valeurs })
const deposer = () =>
  fabriqueDemande(atelier, monde.cadre, { agent: monde.agent, etat: 'prise_en_charge', motif: 'rdv_c2s' })
const lire = (demandeId: string) =>
  tx.rendezVous.findFirstOrThrow({ where: { demandeId }, orderBy: { creeLe: 'desc' } })
const pris = async (id: string) => (await tx.creneau.findUniqueOrThrow({ where: { id } })).pris

async function proposer(creneaux: string[], id?: string) {
  const demandeId = id ?? (await deposer()).id
  await agir(agent, (c) => proposerCreneaux(c, { id: demandeId, creneaux }))
  return demandeId
}
const choisir = (id: string, choisi: string, acteur = technicien) =>
  agir(acteur, (c) => choisirCreneau(c, { id, creneau: choisi }))
const annuler = (acteur: typeof agent, id: string) =>
  agir(acteur, (c) => annulerRendezVous(c, { id, raison: 'La personne n’est plus disponible.' }))

async function invitations(demandeId: string, destinataire: string) {
  const lignes = await tx.courriel.findMany({
    where: { demandeId, destinataire, modele: { startsWith: 'rendez_vous_' } },
    orderBy: { creeLe: 'asc' },
  })
  const rendus = await Promise.all(lignes.map((courriel) => rendreCourriel(courriel)))
  return rendus.flatMap((rendu) => (rendu?.invitation ? [rendu] : []))
}

describe('closing a demande whose rendez-vous is still to come', () => {
  const fixe = async () => {
    const place = await creneau()
    const id = await proposer([place])
    await choisir(id, place)
    return { id, place }
  }
  const clore = async (id: string, rendezVous?: 'garder' | 'annuler', issue = 'sans_rendez_vous') => {
    const { version } = await tx.demande.findUniqueOrThrow({ where: { id } })
    return agir(agent, (c) => cloreDemande(c, { id, version, issue, texte: 'C’est fait.', rendezVous }))
  }

  it('asks what becomes of it, then keeps it or takes it out of both calendars', async () => {
    const garde = await fixe()
    await expect(clore(garde.id)).rejects.toMatchObject({
      erreurs: { rendezVous: expect.stringMatching(/gardé ou annulé/) },
    })
    expect((await tx.demande.findUniqueOrThrow({ where: { id: garde.id } })).ouverte).toBe(true)
    await clore(garde.id, 'garder')
    const dit = await fixe()
    await clore(dit.id, undefined, 'rendez_vous_fixe')
    expect((await lire(dit.id)).etat).toBe('fixe')
    expect([await pris(garde.place), (await lire(garde.id)).etat]).toEqual([1, 'fixe'])

    const annulee = await fixe()
    await expect(clore(annulee.id, 'annuler', 'rendez_vous_fixe')).rejects.toMatchObject({
      erreurs: { issue: expect.stringContaining('un autre résultat') },
    })
    await clore(annulee.id, 'annuler')
    expect([await pris(annulee.place), (await lire(annulee.id)).etat]).toEqual([0, 'annule'])
    for (const destinataire of [monde.technicien.courriel, monde.agent.courriel])
      expect((await invitations(annulee.id, destinataire)).at(-1)?.invitation?.method).toBe('CANCEL')
  })

  it('can be undone within the minutes of the answer; what was cancelled stays so, and nothing is asked where nothing is fixed', async () => {
    const { id } = await fixe()
    await clore(id, 'annuler')
    const { id: message } = await tx.message.findFirstOrThrow({ where: { demandeId: id } })
    await agir(agent, (c) => retirerMessage(c, { id: message }))
    expect(await tx.demande.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ouverte: true,
      etat: 'prise_en_charge',
    })
    expect((await lire(id)).etat).toBe('annule')
    await clore(id)
    expect((await tx.demande.findUniqueOrThrow({ where: { id } })).ouverte).toBe(false)
  })
})

describe('a rendez-vous', () => {
  it('is proposed, chosen, moved and cancelled; the calendars of both sides follow, and know nothing of the person', async () => {
    const [un, deux] = [await creneau(), await creneau()]
    const id = await proposer([un, deux])
    expect(await lire(id)).toMatchObject({ etat: 'propose', debutLe: null })
    await choisir(id, un)
    expect(await pris(un)).toBe(1)
    await choisir(id, deux)
    expect([await pris(un), await pris(deux)]).toEqual([0, 1])
    await annuler(agent, id)
    expect(await pris(deux)).toBe(0)
    expect(await lire(id)).toMatchObject({ etat: 'annule', annulePar: 'caisse', sequence: 3 })

    const demande = await tx.demande.findUniqueOrThrow({ where: { id } })
    for (const destinataire of [monde.technicien.courriel, monde.agent.courriel]) {
      const recus = await invitations(id, destinataire)
      expect(recus.map(({ invitation }) => invitation?.method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL'])
      const lus = recus.map(({ invitation }) => {
        const calendrier = new ICAL.Component(ICAL.parse(invitation?.content ?? ''))
        const evenement = calendrier.getFirstSubcomponent('vevent')
        if (!evenement) throw new Error('Sans événement')
        expect(calendrier.getFirstPropertyValue('method')).toBe(invitation?.method)
        expect(calendrier.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid')).toBe('Europe/Paris')
        expect(String(evenement.getFirstPropertyValue('organizer'))).toMatch(/^mailto:/i)
        expect(String(evenement.getFirstPropertyValue('attendee')).toLowerCase()).toBe(
          `mailto:${destinataire}`.toLowerCase(),
        )
        return new ICAL.Event(evenement)
      })
      expect(new Set(lus.map(({ uid }) => uid)).size).toBe(1)
      expect(lus.map(({ sequence }) => sequence)).toEqual([1, 2, 3])
      const debut = (await tx.creneau.findUniqueOrThrow({ where: { id: deux } })).debutLe
      // Calendars count in whole seconds.
      expect(Math.floor((lus[1]?.startDate.toJSDate().getTime() ?? 0) / 1000)).toBe(Math.floor(debut.getTime() / 1000))
      expect(lus[0]?.summary).toBe(`Rendez-vous, demande ${demande.reference}`)
      for (const { objet, html, texte, invitation } of recus)
        for (const mot of [demande.nomNaissance, demande.prenom, demande.objet])
          expect(`${objet} ${html} ${texte} ${invitation?.content}`).not.toContain(mot)
    }
  })

  it('says who was quicker, and what is left', async () => {
    const [un, deux] = [await creneau(), await creneau()]
    const [a, b] = [await proposer([un, deux]), await proposer([un, deux])]
    await choisir(a, un)
    await expect(choisir(b, un)).rejects.toMatchObject({
      erreurs: { creneau: expect.stringMatching(/vient d’être pris. Il reste/) },
    })
    await choisir(b, deux)
    const c = await proposer([await creneau()])
    await expect(choisir(c, un)).rejects.toMatchObject({
      erreurs: { creneau: expect.stringContaining('ne propose plus') },
    })
    await expect(choisir(c, un, etranger)).rejects.toMatchObject({ code: 'introuvable' })
  })

  it('gives one slot to one of many at once, and as many as it has places', async () => {
    for (const capacite of [1, 3]) {
      const convoite = await creneau({ capacite, agentId: null })
      const ids = []
      for (let n = 0; n < 8; n += 1) ids.push(await proposer([convoite]))
      const suites = await Promise.allSettled(ids.map((id) => choisir(id, convoite)))
      expect(suites.filter(({ status }) => status === 'fulfilled')).toHaveLength(capacite)
      for (const suite of suites)
        if (suite.status === 'rejected')
          expect(suite.reason.erreurs.creneau).toMatch(/vient d’être pris. Il n’en reste aucun/)
      expect(await pris(convoite)).toBe(capacite)
    }
  })

  it('crosses another one, each taking the place of the other, without blocking', async () => {
    const [un, deux] = [await creneau({ capacite: 2 }), await creneau({ capacite: 2 })]
    const [a, b] = [await proposer([un, deux]), await proposer([un, deux])]
    await choisir(a, un)
    await choisir(b, deux)
    for (let tour = 0; tour < 5; tour += 1) {
      const [versA, versB] = tour % 2 === 0 ? [deux, un] : [un, deux]
      await Promise.all([choisir(a, versA), choisir(b, versB)])
    }
    expect([await pris(un), await pris(deux)]).toEqual([1, 1])
  })

  it('holds while other slots are offered or asked for', async () => {
    const [un, deux] = [await creneau(), await creneau()]
    const id = await proposer([un])
    await choisir(id, un)
    await agir(technicien, (c) => demanderAutre(c, { id, autre: 'Plutôt le matin.' }))
    const demandee = await lire(id)
    expect(demandee).toMatchObject({ etat: 'fixe', creneauId: un })
    expect(demandee.autreDemandeLe).not.toBeNull()
    expect(await tx.demande.findUniqueOrThrow({ where: { id } })).toMatchObject({ nonLusCaisse: 1 })
    await proposer([deux], id)
    expect(await lire(id)).toMatchObject({ etat: 'fixe', creneauId: un, autreDemandeLe: null })
    await choisir(id, deux)
    expect([await pris(un), await pris(deux)]).toEqual([0, 1])
  })

  it('leaves the clock of the demande as it is', async () => {
    const demande = await deposer()
    await proposer([await creneau()], demande.id)
    const apres = await tx.demande.findUniqueOrThrow({ where: { id: demande.id } })
    expect(apres).toMatchObject({
      echeanceLe: demande.echeanceLe,
      suspendueLe: null,
      triLe: demande.triLe,
      ouverte: true,
    })
  })

  it('is fixed at an hour outside of the slots, once by agent and by hour', async () => {
    const a10h = (jour: string) => {
      const debutLe = instantAParis(jour, '10:00')
      return { jour, mode: 'telephone' as const, lieu: '', debutLe, finLe: new Date(debutLe.getTime() + 1_800_000) }
    }
    const libre = a10h(ajouterJoursOuvres(dateAParis(new Date()), 30, 'france'))
    const [a, b] = [(await deposer()).id, (await deposer()).id]
    await agir(agent, (c) => fixerRendezVous(c, { id: a, libre }))
    expect(await lire(a)).toMatchObject({ etat: 'fixe', mode: 'telephone', creneauId: null, agentId: monde.agent.id })
    await expect(agir(agent, (c) => fixerRendezVous(c, { id: b, libre }))).rejects.toMatchObject({
      erreurs: { heure: expect.stringContaining('un autre rendez-vous est fixé') },
    })
    await expect(
      agir(agent, (c) => fixerRendezVous(c, { id: b, libre: { ...libre, mode: 'visio' } })),
    ).rejects.toMatchObject({ erreurs: { mode: expect.any(String) } })

    // Neither on a public holiday, nor on a day the caisse is closed, nor in a year typed wrong.
    const [annee = ''] = dateAParis(new Date(Date.now() + 30 * 86_400_000)).split('-')
    const ferme = ajouterJoursOuvres(dateAParis(new Date()), 31, 'france')
    await tx.fermeture.create({
      data: { caisseId, debutLe: new Date(ferme), finLe: new Date(ferme), libelle: 'Essai' },
    })
    const noel = `${annee}-12-25` > dateAParis(new Date()) ? `${annee}-12-25` : `${Number(annee) + 1}-05-01`
    for (const [jour, raison] of [
      [noel, /ne reçoit pas ce jour-là/],
      [ferme, /ne reçoit pas ce jour-là \(Essai\)/],
      [ajouterJours(dateAParis(new Date()), 400), /vérifiez l’année/],
    ] as const)
      await expect(agir(agent, (c) => fixerRendezVous(c, { id: b, libre: a10h(jour) }))).rejects.toMatchObject({
        erreurs: { jour: expect.stringMatching(raison) },
      })
    await tx.fermeture.deleteMany({ where: { caisseId } })
  })

  it('is noted held or missed once its hour has come, corrected, and moved by the partenaire no more', async () => {
    const un = await creneau()
    const id = await proposer([un])
    await choisir(id, un)
    const noter = (etat: 'honore' | 'manque', quand?: Date) => agir(agent, (c) => noterTenu(c, { id, etat }), quand)
    await expect(noter('honore')).rejects.toMatchObject({ message: expect.stringContaining('pas encore commencé') })
    const apres = new Date(Date.now() + 2_000 * 3_600_000)
    await expect(
      agir(technicien, (c) => annulerRendezVous(c, { id, raison: 'Trop tard.' }), apres),
    ).rejects.toMatchObject({ code: 'etat_change' })
    await noter('manque', apres)
    await noter('honore', apres)
    expect(await lire(id)).toMatchObject({ etat: 'honore' })
    expect(await pris(un)).toBe(1)
  })

  it('is recalled to both sides the working day before, once', async () => {
    const debutLe = new Date('2027-03-30T08:00:00Z') // the Tuesday after Easter Monday
    const { id } = await deposer()
    const libre = {
      jour: '2027-03-30',
      mode: 'telephone' as const,
      lieu: '',
      debutLe,
      finLe: new Date(debutLe.getTime() + 1_800_000),
    }
    await agir(agent, (c) => fixerRendezVous(c, { id, libre }))
    const rappels = () => tx.courriel.count({ where: { demandeId: id, modele: { startsWith: 'rendez_vous_rappel' } } })
    const veille = ajouterJoursOuvres('2027-03-30', -1, 'france')
    expect(veille).toBe('2027-03-26')
    await rappelerRendezVous(new Date('2027-03-25T02:30:00Z'))
    expect(await rappels()).toBe(0)
    await rappelerRendezVous(new Date('2027-03-26T02:30:00Z'))
    await rappelerRendezVous(new Date('2027-03-27T02:30:00Z'))
    expect(await rappels()).toBe(2)
  })
})

describe('availabilities', () => {
  const lundi = '2027-05-03'
  const partie = (nom: string, iso: string) => ({
    [nom]: { jour: String(Number(iso.slice(8))), mois: String(Number(iso.slice(5, 7))), annee: iso.slice(0, 4) },
  })
  const saisie = (reste: object = {}) =>
    plagesSchema.parse({
      ...partie('du', lundi),
      ...partie('au', ajouterJours(lundi, 4)),
      semaine: ['1', '2', '3', '4', '5'],
      mode: 'sur_place',
      lieu: 'Bureau 2',
      pour: monde.agent.id,
      matinDebut: '9h',
      matinFin: '12h',
      dureeMinutes: '30',
      capacite: '1',
      ...reste,
    })

  it('are cut into slots over a week without Ascension, refused twice for the same agent, and taken away when free', async () => {
    await agir(agent, (c) => creerPlages(c, saisie()))
    const crees = await tx.creneau.findMany({
      where: { lieu: 'Bureau 2', debutLe: { gte: new Date('2027-05-01'), lt: new Date('2027-05-10') } },
      orderBy: { debutLe: 'asc' },
    })
    expect(crees).toHaveLength(4 * 6)
    expect(new Set(crees.map(({ debutLe }) => dateAParis(debutLe)))).not.toContain('2027-05-06')
    await expect(
      agir(agent, (c) => creerPlages(c, saisie({ matinDebut: '11h45', matinFin: '13h' }))),
    ).rejects.toMatchObject({
      erreurs: { matinDebut: expect.stringContaining('Vous avez déjà un créneau') },
    })
    const [premier] = crees
    if (!premier) throw new Error('Sans créneau')
    await choisir(await proposer([premier.id]), premier.id)
    const { plageId } = premier
    await agir(agent, (c) => retirerCreneaux(c, { id: plageId, creneaux: crees.map(({ id }) => id), serie: 'oui' }))
    expect(
      await tx.creneau.findMany({ where: { id: { in: crees.map(({ id }) => id) } }, select: { id: true } }),
    ).toEqual([{ id: premier.id }])
  })

  it('say at each field what cannot be', () => {
    const refus = (reste: object) => {
      const lu = plagesSchema.safeParse({
        ...partie('du', lundi),
        mode: 'sur_place',
        lieu: 'Bureau',
        pour: 'guichet',
        dureeMinutes: '30',
        ...reste,
      })
      return lu.error?.issues.map(({ path }) => path.join('.'))
    }
    expect(refus({})).toEqual(['matinDebut'])
    expect(refus({ matinDebut: '9h' })).toEqual(['matinFin'])
    expect(refus({ matinDebut: '12h', matinFin: '9h' })).toEqual(['matinFin'])
    expect(refus({ matinDebut: '9h', matinFin: '12h', lieu: '' })).toEqual(['lieu'])
    expect(refus({ matinDebut: '9h', matinFin: '12h', ...partie('au', '2027-05-02'), semaine: ['1'] })).toEqual(['au'])
    expect(refus({ matinDebut: '9h', matinFin: '12h', ...partie('au', '2027-05-20') })).toEqual(['semaine'])
  })

  it('close with the caisse, what is fixed staying, and open again', async () => {
    const [un, deux] = [await creneau({ agentId: null }), await creneau({ agentId: null })]
    const id = await proposer([un, deux])
    await choisir(id, un)
    const jour = dateAParis((await tx.creneau.findUniqueOrThrow({ where: { id: un } })).debutLe)
    await agir(referent, (c) => enregistrerFermeture(c, { libelle: 'Pont', du: jour, au: ajouterJours(jour, 1) }))
    await expect(choisir(id, deux)).rejects.toMatchObject({ erreurs: { creneau: expect.any(String) } })
    expect(await lire(id)).toMatchObject({ etat: 'fixe', creneauId: un })
    const fixes = await avecPerimetre(
      perimetre(referent),
      (t) =>
        t.$queryRaw<unknown[]>`SELECT * FROM ep_rendez_vous_fixes(${caisseId}::uuid, ${jour}::date, ${jour}::date)`,
    )
    expect(fixes.length).toBeGreaterThan(0)
    const fermeture = await tx.fermeture.findFirstOrThrow({ where: { caisseId } })
    await agir(referent, (c) => retirerFermeture(c, { id: fermeture.id }))
    await choisir(id, deux)
  })
})

describe('the database', () => {
  const enTechnicien = (travail: (t: Transaction) => Promise<unknown>) => avecPerimetre(perimetre(technicien), travail)

  it('lets a technicien choose among the slots offered, ask and cancel, and nothing else', async () => {
    const [offert, autre] = [await creneau(), await creneau()]
    const id = await proposer([offert])
    const { id: rdv } = await lire(id)
    const ecrire = (data: object) => enTechnicien((t) => t.rendezVous.updateMany({ where: { id: rdv }, data }))
    const ailleursOuvert = await tx.creneau.findUniqueOrThrow({ where: { id: autre } })
    const { agentId, mode, lieu, debutLe, finLe } = ailleursOuvert
    const heure = { agentId, mode, lieu, debutLe, finLe }
    for (const data of [
      { etat: 'honore' },
      { etat: 'fixe' },
      { etat: 'fixe', creneauId: autre, ...heure },
      { etat: 'fixe', creneauId: offert, ...heure },
      { etat: 'fixe', ...heure },
      { etat: 'annule', annulePar: 'caisse' },
      { demandeId: (await deposer()).id },
      { rappeleLe: new Date() },
      { sequence: -1 },
    ])
      await expect(ecrire(data), JSON.stringify(data)).rejects.toThrow(/permission denied/)
    await expect(
      enTechnicien((t) =>
        t.rendezVous.createMany({
          data: [
            { demandeId: id, caisseId, structureId: monde.structure.id, mode: 'visio', etat: 'fixe', debutLe, finLe },
          ],
        }),
      ),
    ).rejects.toThrow(/permission denied/)
    await expect(
      enTechnicien((t) =>
        t.propositionCreneau.createMany({
          data: [{ rendezVousId: rdv, creneauId: autre, caisseId, structureId: monde.structure.id }],
        }),
      ),
    ).rejects.toThrow(/row-level security/)
    await annuler(technicien, id)
    await expect(ecrire({ etat: 'fixe' })).rejects.toThrow(/permission denied/)
  })

  it('shows a technicien the slots offered to it, and those of nobody else', async () => {
    const [offert] = [await creneau(), await creneau()]
    await proposer([offert])
    const vus = await enTechnicien((t) => t.creneau.findMany({ select: { id: true } }))
    expect((vus as { id: string }[]).map(({ id }) => id)).toContain(offert)
    expect(await avecPerimetre(perimetre(etranger), (t) => t.creneau.count())).toBe(0)
    expect(await avecPerimetre(perimetre(referent), (t) => t.rendezVous.count())).toBe(0)
  })
})
