import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { accepterCgu } from '@/lib/comptes/accepter-cgu'
import { changerMotDePasse } from '@/lib/comptes/changer-mot-de-passe'
import { demanderMotDePasse } from '@/lib/comptes/demander-mot-de-passe'
import { enregistrerPreferences } from '@/lib/comptes/enregistrer-preferences'
import { fermerAutresSessions, fermerUneSession, seDeconnecter } from '@/lib/comptes/fermer-session'
import { ouvrirSession } from '@/lib/comptes/ouvrir-session'
import { purgerTentatives } from '@/lib/comptes/purger-tentatives'
import { lireCgu, monCompte } from '@/lib/comptes/queries'
import { choisirColonnes } from '@/lib/file/choisir-colonnes'
import { colonnesSchema } from '@/lib/file/schema'
import { finirVisite } from '@/lib/guide/finir-visite'
import { visiteSchema } from '@/lib/guide/schema'
import { perimetre } from '@/lib/socle/acteur'
import { avecConnexion, avecPerimetre } from '@/lib/socle/base'
import { lireSession } from '@/lib/socle/lire-session'
import { fermerFile } from '@/lib/travaux/file'
import { baseDeTest } from '@/tests/base-de-test'
import { AUTRE_MOT_DE_PASSE, BON_MOT_DE_PASSE, ids, peupler, sql } from './comptes-de-test'

const base = await baseDeTest()
await peupler(base)
afterAll(fermerFile)

const maintenant = new Date()
const adresse = '192.0.2.1'
const CGU = '00000000-0000-4000-8000-0000000000e'

const ouvrir = (compteId = ids.technicien) =>
  avecConnexion((tx) => ouvrirSession(tx, { compteId, adresse, navigateur: 'Firefox/140', maintenant }))

async function lire(sessionId: string) {
  const lu = await lireSession(sessionId, maintenant)
  if (!lu) throw new Error('session fermée')
  return lu
}

beforeEach(async () => {
  for (const table of ['acceptation_cgu', 'version_cgu', 'parametre', 'tentative', 'session']) {
    await sql(base, `DELETE FROM ${table}`)
  }
  await sql(base, `INSERT INTO parametre VALUES ('second_facteur', 'false')`)
})

describe('the CGU', () => {
  const publier = (numero: number, le = '-1 day') =>
    sql(
      base,
      `INSERT INTO version_cgu (id, numero, texte, "publieeLe") VALUES ($1, $2, 'texte', now() + $3::interval)`,
      [`${CGU}${numero}`, numero, le],
    )

  it('stand before the portal until the latest published version is accepted', async () => {
    await publier(1)
    const session = await ouvrir()
    const { acteur, reste } = await lire(session)
    expect(reste).toBe('cgu')
    const accepter = (versionId: string) =>
      avecConnexion((tx) =>
        accepterCgu({ tx, acteur, maintenant, adresse }, { versionId, accepte: 'oui', retour: '/demandes' }),
      )
    expect((await accepter(`${CGU}1`)).vers).toBe('/demandes')
    await accepter(`${CGU}1`)
    expect((await lire(session)).reste).toBeNull()
    expect((await lireCgu(acteur)).accepteeLe).toBeInstanceOf(Date)

    await publier(3, '1 day')
    expect((await lire(session)).reste).toBeNull()
    await publier(2)
    expect((await lire(session)).reste).toBe('cgu')
    await expect(accepter(`${CGU}1`)).rejects.toMatchObject({ code: 'etat_change' })
  })

  it('cannot be accepted by nobody', async () => {
    await publier(1)
    const saisie = { versionId: `${CGU}1`, accepte: 'oui' as const }
    await expect(
      avecConnexion((tx) => accepterCgu({ tx, acteur: null, maintenant, adresse }, saisie)),
    ).rejects.toMatchObject({
      code: 'session_expiree',
    })
  })
})

describe('changing the password', () => {
  async function changer(sessionId: string, motDePasseActuel: string, nouveauMotDePasse: string) {
    const { acteur } = await lire(sessionId)
    return avecConnexion((tx) =>
      changerMotDePasse({ tx, acteur, maintenant, adresse }, { motDePasseActuel, nouveauMotDePasse }),
    )
  }

  it('is asked for once the interval has passed, and not before', async () => {
    const session = await ouvrir(ids.gestionnaire)
    await sql(base, `INSERT INTO parametre VALUES ('mot_de_passe_mois', '6')`)
    expect((await lire(session)).reste).toBeNull()
    await sql(base, `UPDATE authentification SET "motDePasseLe" = now() - interval '7 months' WHERE "compteId" = $1`, [
      ids.gestionnaire,
    ])
    expect((await lire(session)).reste).toBe('mot_de_passe')
    await changer(session, BON_MOT_DE_PASSE, AUTRE_MOT_DE_PASSE)
    expect((await lire(session)).reste).toBeNull()
  })

  it('wants the current one, and another one; each in words, at its field', async () => {
    const session = await ouvrir()
    expect((await changer(session, 'faux', AUTRE_MOT_DE_PASSE)).refus?.erreurs).toHaveProperty('motDePasseActuel')
    await expect(changer(session, BON_MOT_DE_PASSE, BON_MOT_DE_PASSE)).rejects.toMatchObject({
      erreurs: { nouveauMotDePasse: expect.stringContaining('différent') },
    })
    await expect(changer(session, BON_MOT_DE_PASSE, 'vaucreux-mlegall')).rejects.toMatchObject({
      erreurs: { nouveauMotDePasse: expect.any(String) },
    })
  })

  it('is no way to guess it from an open session', async () => {
    const session = await ouvrir()
    for (let fois = 0; fois < 5; fois += 1) await changer(session, 'faux', AUTRE_MOT_DE_PASSE)
    expect((await changer(session, BON_MOT_DE_PASSE, AUTRE_MOT_DE_PASSE)).refus?.code).toBe('trop_de_tentatives')
  })

  it('closes the other sessions and keeps this one', async () => {
    const [session, autre] = [await ouvrir(ids.agent), await ouvrir(ids.agent)]
    await changer(session, BON_MOT_DE_PASSE, 'le vieux tilleul penche vers mardi')
    expect(await lireSession(session, maintenant)).not.toBeNull()
    expect(await lireSession(autre, maintenant)).toBeNull()
  })
})

describe('one’s own sessions', () => {
  it('are listed, the current one first, without those of a colleague', async () => {
    await ouvrir()
    await ouvrir(ids.gestionnaire)
    const session = await ouvrir()
    const { acteur } = await lire(session)
    const { sessions } = await monCompte(acteur, maintenant)
    expect(sessions).toHaveLength(2)
    expect(sessions[0]).toMatchObject({ id: session, courante: true })
  })

  it('are closed one by one, all the others at once, or by signing out; never those of a colleague', async () => {
    const [session, seconde, troisieme, collegue] = [
      await ouvrir(),
      await ouvrir(),
      await ouvrir(),
      await ouvrir(ids.gestionnaire),
    ]
    const { acteur } = await lire(session)
    const agir = <T>(acte: (contexte: Parameters<typeof fermerAutresSessions>[0]) => Promise<T>) =>
      avecPerimetre(perimetre(acteur), (tx) => acte({ tx, acteur, maintenant }))
    await agir((contexte) => fermerUneSession(contexte, { sessionId: seconde }))
    expect(await lireSession(seconde, maintenant)).toBeNull()
    await expect(agir((contexte) => fermerUneSession(contexte, { sessionId: collegue }))).rejects.toMatchObject({
      code: 'etat_change',
    })
    await agir(fermerAutresSessions)
    expect(await lireSession(troisieme, maintenant)).toBeNull()
    expect(await lireSession(collegue, maintenant)).not.toBeNull()
    await avecConnexion((tx) => seDeconnecter({ tx, acteur, maintenant, adresse }))
    expect(await lireSession(session, maintenant)).toBeNull()
  })
})

it('keeps the other preferences when the shortcuts are switched off', async () => {
  await sql(base, `UPDATE compte SET preferences = '{"frequenceCourriels": "chaque"}' WHERE id = $1`, [ids.technicien])
  const { acteur } = await lire(await ouvrir())
  expect(acteur.raccourcis).toBe(true)
  await avecPerimetre(perimetre(acteur), (tx) => enregistrerPreferences({ tx, acteur, maintenant }, {}))
  const [rang] = await sql(base, 'SELECT preferences FROM compte WHERE id = $1', [ids.technicien])
  expect(rang?.preferences).toEqual({ frequenceCourriels: 'chaque', raccourcis: false })
})

it('keeps the columns of the queue an agent puts aside, and nothing that is no column', async () => {
  const { acteur } = await lire(await ouvrir())
  const choisir = async (visibles: z.output<typeof colonnesSchema>['visibles']) => {
    const { vers } = await avecPerimetre(perimetre(acteur), (tx) =>
      choisirColonnes({ tx, acteur, maintenant }, { visibles, filtres: 'vue=urgentes' }),
    )
    expect(vers).toBe('/caisse/file?vue=urgentes')
    return (await lire(await ouvrir())).acteur.colonnesCachees
  }
  expect(await choisir(['suivi', 'statut'])).toEqual(['partenaire', 'reference', 'recue'])
  expect(await choisir([])).toEqual(['partenaire', 'suivi', 'statut', 'reference', 'recue'])
  // By hand: a column that is none, one sent twice, none at all, more than there are, what is no list.
  const lue = (saisie: unknown) => colonnesSchema.safeParse(saisie)
  expect(lue({ visibles: ['nom', 'suivi', 'suivi', ''] }).data).toEqual({ visibles: ['suivi'], filtres: '' })
  expect(lue({}).data).toEqual({ visibles: [], filtres: '' })
  for (const visibles of ['suivi', Array(51).fill('suivi')])
    expect(lue({ visibles }).error?.issues.map(({ message }) => message)).toEqual([
      'Choisissez les colonnes dans la liste',
    ])
  expect(lue({ filtres: 'x'.repeat(3_000) }).data).toEqual({ visibles: [], filtres: '' })
  await sql(base, `UPDATE compte SET preferences = '{"colonnesCachees": ["nom"]}' WHERE id = $1`, [ids.technicien])
  expect((await lire(await ouvrir())).acteur).toMatchObject({ colonnesCachees: [], raccourcis: true })
})

it('offers the tour of the portal until it is taken or skipped, and remembers that it was taken', async () => {
  await sql(base, `UPDATE compte SET preferences = '{"raccourcis": false}' WHERE id = $1`, [ids.technicien])
  const finir = async (issue: 'faite' | 'passee') => {
    const { acteur } = await lire(await ouvrir())
    const { vers } = await avecPerimetre(perimetre(acteur), (tx) =>
      finirVisite({ tx, acteur, maintenant }, visiteSchema.parse({ issue })),
    )
    expect(vers).toBe('/demandes')
    return (await lire(await ouvrir())).acteur
  }
  expect((await lire(await ouvrir())).acteur.premiereVisite).toBeNull()
  expect(await finir('passee')).toMatchObject({ premiereVisite: 'passee', raccourcis: false })
  expect((await finir('faite')).premiereVisite).toBe('faite')
  // Taken again from the guide, and left on the way.
  expect((await finir('passee')).premiereVisite).toBe('faite')
  expect(visiteSchema.safeParse({ issue: 'oubliee' }).success).toBe(false)
  await sql(base, `UPDATE compte SET preferences = '{"premiereVisite": 3}' WHERE id = $1`, [ids.technicien])
  expect((await lire(await ouvrir())).acteur.premiereVisite).toBeNull()
})

it('answers «mot de passe oublié» alike for a known and an unknown address: one job, nothing looked up', async () => {
  const reponses = await Promise.all(
    ['mlegall@vaucreux.example', 'inconnue@vaucreux.example'].map((courriel) =>
      avecConnexion((tx) => demanderMotDePasse({ tx }, { courriel })),
    ),
  )
  expect(reponses[0]).toEqual(reponses[1])
  expect(await sql(base, `SELECT 1 FROM pgboss.job WHERE name = 'compte.oubli'`)).toHaveLength(2)
})

it('forgets old failures, the same way for every identifiant', async () => {
  await sql(
    base,
    `INSERT INTO tentative (cle, echecs, "derniereLe") VALUES
    ('adresse:a', 3, now() - interval '2 days'), ('adresse:b', 3, now()),
    ('identifiant:x', 10, now() - interval '89 days'), ('identifiant:y', 10, now() - interval '91 days')`,
  )
  expect(await purgerTentatives()).toBe(2)
  const restes = await sql<{ cle: string }>(base, 'SELECT cle FROM tentative ORDER BY cle')
  expect(restes.map(({ cle }) => cle)).toEqual(['adresse:b', 'identifiant:x'])
})
