import { sansSecondFacteur } from '../tests/architecture/droits/profils'
import { adresseDe, sources } from '../tests/architecture/sources'
import { type Attendu, type Cible, type Profil, pages, profils, type Regle, routes } from './carte'
import { expect, ouvrirSession, test } from './fixtures'
import { preparerCarte } from './preparer-carte'

let cible: Cible
let comptes: Record<Profil, string | null>

test.beforeAll(async () => {
  const carte = await preparerCarte()
  cible = carte.cible
  comptes = carte.comptes
})

function attendu(profil: Profil, { ouvertA }: Regle, route: boolean): Attendu {
  if (ouvertA.includes(profil)) return 'ouvert'
  if (profil === 'anonyme' || profil === 'inactivé') return route ? 'refus' : 'connexion'
  if (route && (sansSecondFacteur.includes(profil) || profil === 'CGU non acceptées')) return 'refus'
  if (profil === 'CGU non acceptées') return 'cgu'
  if (profil === 'second facteur attendu') return 'second_facteur'
  if (profil === 'second facteur à installer') return 'enrolement'
  return 'introuvable'
}

const sessions = new Map<string, ReturnType<typeof ouvrirSession>>()

/** One session by account: what is asked is who may, not how one signs in. */
function sessionDe(profil: Profil, identifiant: string): ReturnType<typeof ouvrirSession> {
  const ouverte =
    sessions.get(identifiant) ?? ouvrirSession(identifiant, { secondFacteur: !sansSecondFacteur.includes(profil) })
  sessions.set(identifiant, ouverte)
  return ouverte
}

const etapesAttendues: [string, Attendu][] = [
  ['/connexion', 'connexion'],
  ['/connexion/second-facteur', 'second_facteur'],
  ['/cgu', 'cgu'],
  ['/double-authentification', 'enrolement'],
]

async function demander(profil: Profil, adresse: string): Promise<{ obtenu: Attendu | string; texte: string }> {
  const identifiant = comptes[profil]
  const cookie = identifiant ? await sessionDe(profil, identifiant) : null
  const reponse = await fetch(process.env.E2E_URL + adresse, {
    redirect: 'manual',
    headers: cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {},
  })
  const texte = await reponse.text()
  const vers = reponse.headers.get('location') ?? ''
  const noms: Record<number, Attendu> = { 200: 'ouvert', 404: 'introuvable', 401: 'refus' }
  const redirige =
    reponse.status === 307 &&
    /^\/(demandes|caisse|administration|compte)/.test(new URL(vers, 'http://localhost').pathname)
  const obtenu = redirige
    ? 'ouvert'
    : (etapesAttendues.find(([chemin]) => new URL(vers, 'http://localhost').pathname === chemin)?.[1] ??
      noms[reponse.status] ??
      String(reponse.status))
  return { obtenu, texte }
}

test('la matrice connaît chaque page et chaque route du produit', () => {
  const gardees = sources('app', /^page\.tsx$/).filter(({ texte }) => /await exigerActeur\(\s*'/.test(texte))
  expect(gardees.map(({ chemin }) => adresseDe(chemin)).sort()).toEqual(Object.keys(pages).sort())
  // A route that only takes in a file has no address to read: its right is held by `droits-declares.test.ts`.
  const gardes = sources('app', /^route\.tsx?$/).filter(({ texte }) => /export const GET = defineRoute/.test(texte))
  expect(gardes.map(({ chemin }) => adresseDe(chemin)).sort()).toEqual(Object.keys(routes).sort())
})

for (const [nom, regle] of [...Object.entries(pages), ...Object.entries(routes)]) {
  test(`${nom} s’ouvre à qui de droit, et à personne d’autre`, async () => {
    const adresse = regle.adresse(cible)
    const reponses = await Promise.all(
      profils.map(async (profil) => ({ profil, ...(await demander(profil, adresse)) })),
    )
    // A refusal says nothing of what it hides.
    for (const { obtenu, texte } of reponses)
      if (obtenu !== 'ouvert') expect(texte).not.toContain(`« ${cible.demande} »`)
    expect(Object.fromEntries(reponses.map(({ profil, obtenu }) => [profil, obtenu]))).toEqual(
      Object.fromEntries(profils.map((profil) => [profil, attendu(profil, regle, nom.startsWith('/api/'))])),
    )
  })
}

test('un identifiant inconnu ou mal formé répond « introuvable », jamais une erreur', async () => {
  const inconnus = ['99-999999', '..%2F..%2Fetc', '%00', "'--", '00000000-0000-4000-8000-000000000000']
  for (const inconnu of inconnus) {
    expect((await demander('technicien', `/demandes/${inconnu}`)).obtenu).toMatch(/introuvable|400/)
    expect((await demander('agent', `/caisse/demandes/${inconnu}`)).obtenu).toMatch(/introuvable|400/)
    expect((await demander('technicien', `/demandes/brouillon/${inconnu}/besoin`)).obtenu).toMatch(/introuvable|400/)
    expect((await demander('agent', `/api/pieces-jointes/${inconnu}`)).obtenu).toMatch(/introuvable|400/)
  }
  expect((await demander('technicien', '/demandes/nouvelle/inconnu')).obtenu).toBe('introuvable')
})

test('la notice d’une caisse inconnue ou mal nommée est introuvable', async () => {
  for (const caisse of ['', 'x', '00000000-0000-4000-8000-000000000000'])
    expect((await demander('technicien', `/api/demandes/notice?caisse=${caisse}`)).obtenu).toBe('introuvable')
})

test('un envoi sans origine, d’une autre origine ou mal formé est refusé, jamais une erreur', async () => {
  const identifiant = comptes.technicien ?? ''
  const { name, value } = await ouvrirSession(identifiant)
  const cookie = `${name}=${value}`
  const url = `${process.env.E2E_URL}/api/pieces-jointes?brouillon=${cible.brouillon}`
  const origin = process.env.E2E_URL ?? ''
  const envoyer = async (headers: Record<string, string>, body: BodyInit) =>
    (await fetch(url, { method: 'POST', headers: { cookie, ...headers }, body })).status
  expect(await envoyer({}, 'x')).toBe(403)
  expect(await envoyer({ origin: 'https://ailleurs.example' }, 'x')).toBe(403)
  expect(await envoyer({ origin }, 'x')).toBe(422)
  expect(await envoyer({ origin, 'content-type': 'multipart/form-data' }, 'x')).toBe(422)
  expect(await envoyer({ origin, 'content-type': 'multipart/form-data; boundary=a' }, '--b\r\nrien')).toBe(422)
})
