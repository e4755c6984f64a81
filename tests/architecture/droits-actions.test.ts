import { describe, expect, it, vi } from 'vitest'
import type { EtatAction } from '@/lib/socle/etat-action'
import { fabriqueSession } from '@/prisma/seed/fabriques/compte'
import { baseDeTest } from '@/tests/base-de-test'
import { atelierDeTest } from '@/tests/contexte'
import { type Cas, creerMonde, type Monde, type Profil, profils, sansSecondFacteur } from './droits/monde'

/** The request an action sees: its cookie and its headers, as a browser sends them. */
const requete = vi.hoisted(() => ({ cookies: new Map<string, string>(), entetes: new Headers() }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (nom: string) => (requete.cookies.has(nom) ? { value: requete.cookies.get(nom) } : undefined),
    set: () => {},
  }),
  headers: async () => requete.entetes,
}))

const origine = 'http://localhost:3000'
Object.assign(process.env, { URL_PUBLIQUE: origine, SECRET_SESSION: 'un-secret-pour-les-essais-seulement-0123456789' })

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { cookiePour } = await import('@/lib/socle/session')
const monde = await creerMonde(atelier)
const { comptes } = monde

/** Every action that a signed-in person can call: who may, and an input that succeeds. A new action fails until it stands here. */
const sources = import.meta.glob<{ cas: (monde: Monde) => Record<string, Cas> }>('./droits/cas-*.ts', { eager: true })
const matrice: Record<string, Cas> = Object.assign({}, ...Object.values(sources).map(({ cas }) => cas(monde)))

async function appeler(
  action: Action,
  profil: Profil,
  champs: Record<string, string | string[] | File>,
  entetes: Record<string, string> = { origin: origine },
): Promise<EtatAction> {
  requete.cookies.clear()
  requete.entetes = new Headers({ 'x-forwarded-for': '192.0.2.7', ...entetes })
  const compte = comptes[profil]
  if (compte) {
    const cookie = await cookiePour(
      await fabriqueSession(atelier, compte.id, { secondFacteur: !sansSecondFacteur.includes(profil) }),
    )
    requete.cookies.set(cookie.name, cookie.value)
  }
  const donnees = new FormData()
  for (const [nom, valeur] of Object.entries({ _js: '1', ...champs }))
    for (const element of [valeur].flat()) donnees.append(nom, element)
  return action({}, donnees)
}

type Action = (etat: EtatAction, donnees: FormData) => Promise<EtatAction>
/** Actions open to people who are not signed in, with their own tests in `tests/lib/comptes`; and a plain form over another action. */
const publiques = [
  'connexion',
  'activerCompte',
  'demanderMotDePasse',
  'renouvelerMotDePasse',
  'changerMotDePasse',
  'accepterCgu',
  'deconnexion',
  'quitterVisite',
  'donnerSecondFacteur',
  'defiSecondFacteur',
  'secondFacteurParCle',
  'defiConnexion',
  'connexionParCle',
  'confirmerMotDePasse',
  'installerApplication',
  'defiAjoutCle',
  'ajouterCle',
]

const modules = import.meta.glob<Record<string, Action>>('/lib/*/actions.ts', { eager: true })
const actions = Object.fromEntries(Object.values(modules).flatMap((module) => Object.entries(module)))

/** The session of the call itself, and what is kept of every call: its row in the journal, its count. */
const deLAppel = ['session', 'journal', 'journal_tete', 'debit', '_prisma_migrations']

/**
 * Each row added, changed or removed leaves a trace in the same transaction: what was undone leaves none. The sign-in of the
 * call dates its account, which is not a change.
 */
await atelier.tx.$executeRawUnsafe('CREATE TABLE trace (rang serial PRIMARY KEY)')
await atelier.tx.$executeRawUnsafe(`CREATE FUNCTION tracer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
  BEGIN
    IF TG_TABLE_NAME <> 'compte' OR TG_OP <> 'UPDATE' OR to_jsonb(NEW) - 'connecteLe' <> to_jsonb(OLD) - 'connecteLe' THEN
      INSERT INTO public.trace DEFAULT VALUES;
    END IF;
    RETURN NULL;
  END $$`)
const tables = await atelier.tx.$queryRaw<{ nom: string }[]>`
  SELECT tablename AS nom FROM pg_tables WHERE schemaname = 'public' AND NOT tablename = ANY (${[...deLAppel, 'trace']})`
for (const { nom } of tables)
  await atelier.tx.$executeRawUnsafe(
    `CREATE TRIGGER zz_trace AFTER INSERT OR UPDATE OR DELETE ON "${nom}" FOR EACH ROW EXECUTE FUNCTION tracer()`,
  )

const traces = async () => {
  const [lu] = await atelier.tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM trace`
  return lu?.n ?? 0
}

const rangDuJournal = async () => (await atelier.tx.journalTete.findFirstOrThrow()).id

it('knows every action of the product', () => {
  expect(Object.keys(actions).sort()).toEqual([...Object.keys(matrice), ...publiques].sort())
})

it('sees whatever is written, and nothing of what is undone', async () => {
  const avant = await traces()
  const changer = (tx: Pick<typeof atelier.tx, 'compte'>, data: object) =>
    tx.compte.updateMany({ where: { id: monde.ici.agent.id }, data })
  await changer(atelier.tx, { connecteLe: new Date() })
  const defaire = atelier.tx.$transaction(async (tx) => {
    await changer(tx, { fonction: 'Autre' })
    throw new Error('défait')
  })
  await expect(defaire).rejects.toThrow('défait')
  expect(await traces()).toBe(avant)
  await changer(atelier.tx, { fonction: 'Autre' })
  expect(await traces()).toBe(avant + 1)
})

describe('a session that waits for its second factor', () => {
  const id = '00000000-0000-4000-8000-000000000000'
  const reponse = JSON.stringify({ id: 'x' })
  it.each(
    Object.entries<Record<string, string>>({
      changerMotDePasse: { motDePasseActuel: 'x', nouveauMotDePasse: 'le tilleul penche vers mardi' },
      accepterCgu: { versionId: id, accepte: 'oui' },
      confirmerMotDePasse: { motDePasseActuel: 'x' },
      installerApplication: { code: '123456' },
      defiAjoutCle: {},
      ajouterCle: { defiId: id, reponse, nom: 'Essai' },
    }),
  )('is nobody’s for %s', async (nom, champs) => {
    const avant = await traces()
    expect((await appeler(actions[nom] as Action, 'second facteur attendu', champs)).code).toBe('session_expiree')
    expect(await traces()).toBe(avant)
  })
})

describe.each(Object.entries(matrice))('%s', (nom, { permis, champs }) => {
  const action = actions[nom] as Action
  /** What is refused changes nothing: one input serves all who may not. */
  let commune: ReturnType<typeof champs> | undefined

  it.each(profils)('%s', async (profil) => {
    const admis = permis.includes(profil)
    if (!admis) commune ??= champs()
    const saisie = await (commune && !admis ? commune : champs())
    const avant = await traces()
    const rang = await rangDuJournal()
    const etat = await appeler(action, profil, saisie)
    if (admis) {
      expect(etat.code ?? 'accepté', JSON.stringify(etat)).toMatch(
        nom === 'fermerSession' ? /accepté|etat_change/ : /^accepté$/,
      )
      if (etat.ok) expect(await rangDuJournal(), 'an act that went through leaves its row').toBeGreaterThan(rang)
    } else {
      expect(etat.ok).toBeUndefined()
      expect(['session_expiree', 'interdit', 'introuvable', 'saisie']).toContain(etat.code)
      expect(await traces()).toBe(avant)
    }
  })

  it('is refused without an Origin, or with a foreign one, to those who may', async () => {
    const saisie = await champs()
    const avant = await traces()
    const profil = permis[0] as Profil
    const fausses: Record<string, string>[] = [
      {},
      { origin: 'https://ailleurs.example' },
      { origin: 'null' },
      { origin: `${origine}.ailleurs.example` },
    ]
    for (const entetes of fausses) expect((await appeler(action, profil, saisie, entetes)).code).toBe('origine')
    expect(await traces()).toBe(avant)
  })

  it('answers a malformed input with words, never with an incident', async () => {
    for (const saisie of [{}, { id: 'x' }, { id: "'; DROP TABLE demande; --" }, { '__proto__.x': '1', id: '\u0000' }]) {
      const etat = await appeler(action, permis[0] as Profil, saisie as Record<string, string>)
      expect(etat.code ?? 'accepté').not.toBe('inattendue')
    }
  })
})
