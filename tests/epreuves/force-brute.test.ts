import { setTimeout as attendre } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hacher } from '@/lib/comptes/hachage'
import type { Plateforme } from '@/lib/processus/plateforme'
import { demarrerPlateformeDeTest } from '@/lib/processus/plateforme-de-test'
import { lireCourriels } from '@/lib/socle/courriels-recus'
import { installerCatalogue } from '@/prisma/seed/catalogue'
import { type AtelierOuvert, ouvrirAtelier } from '@/prisma/seed/fabriques/atelier'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { lireFormulaire } from './action-sans-script'

const complet = process.env.EPREUVES === 'completes'
const enSerie = complet ? 500 : 30
const arroses = complet ? 1_000 : 60
const mesures = complet ? 400 : 12
/** Beyond what is weighed, each refusal proves the same. */
const toursDuJour = complet ? 10 : 7
/** All those of a day, and the pauses between them. */
const fautesDuProprietaire = 30

const bon = 'quatre hérons sur la digue'
const INCORRECT = 'Identifiant ou mot de passe incorrect'

let plateforme: Plateforme
let atelier: AtelierOuvert
let champs: [string, FormDataEntryValue][]
let motDePasseHash: string
let partenariat: Awaited<ReturnType<typeof fabriquePartenariat>>

beforeAll(async () => {
  plateforme = await demarrerPlateformeDeTest({ graine: false })
  atelier = ouvrirAtelier(plateforme.urls.migration)
  await installerCatalogue(atelier.tx, new Date('2025-01-01T00:00:00Z'))
  partenariat = await fabriquePartenariat(atelier)
  motDePasseHash = await hacher(bon)
  champs = [...(await lireFormulaire({ url: plateforme.url, cookie: '' }, '/connexion', 'motDePasse'))]
})
afterAll(async () => {
  await atelier?.fermer()
  await plateforme?.arreter()
})

let hotes = 0
/** An address that has asked for nothing yet, of a network of its own. */
function adresseNeuve(): string {
  hotes += 1
  return `10.${(hotes >> 16) & 255}.${(hotes >> 8) & 255}.${hotes & 255}`
}

type Reponse = {
  statut: number
  entetes: [string, string][]
  texte: string
  ms: number
  pesee: boolean
  entree: boolean
}

async function essayer(identifiant: string, motDePasse: string, adresse = adresseNeuve()): Promise<Reponse> {
  const corps = new FormData()
  for (const [nom, valeur] of champs) corps.append(nom, valeur)
  corps.append('identifiant', identifiant)
  corps.append('motDePasse', motDePasse)
  const depart = performance.now()
  const reponse = await fetch(`${plateforme.url}/connexion`, {
    method: 'POST',
    body: corps,
    headers: { origin: plateforme.url, 'x-forwarded-for': adresse },
    redirect: 'manual',
  })
  const texte = await reponse.text()
  const ms = performance.now() - depart
  const entree = reponse.status === 303
  return {
    statut: reponse.status,
    entetes: [...reponse.headers],
    texte,
    ms,
    pesee: entree || texte.includes(INCORRECT),
    entree,
  }
}

async function nouveau(): Promise<{ id: string; identifiant: string; courriel: string }> {
  const { id, partenaireId, structureId } = await atelier.tx.compte.findUniqueOrThrow({
    where: { id: partenariat.technicien.id },
  })
  const compte = await fabriqueCompte(atelier, { profil: 'technicien', partenaireId, structureId, motDePasseHash })
  expect(compte.id).not.toBe(id)
  return compte
}

/** Lets time go by for the counters of an account. */
async function laisserPasser(identifiant: string, secondes: number): Promise<void> {
  await atelier.tx.$executeRaw`
    UPDATE tentative SET "bloqueJusqua" = "bloqueJusqua" - make_interval(secs => ${secondes}),
      recents = ARRAY(SELECT r - make_interval(secs => ${secondes}) FROM unnest(recents) r ORDER BY r)
    WHERE cle = ${`identifiant:${identifiant}`}`
}

const mediane = (valeurs: number[]) => valeurs.toSorted((a, b) => a - b)[Math.floor(valeurs.length / 2)] ?? 0

describe('passwords guessed over HTTP', () => {
  it(`weighs at most 10 of ${enSerie} guesses in a row at one account, though hours go by between them, from as many addresses`, async () => {
    const { identifiant } = await nouveau()
    let pesees = 0
    for (let rang = 0; rang < enSerie; rang += 1) {
      if ((await essayer(identifiant, `faux ${rang}`)).pesee) pesees += 1
      else await laisserPasser(identifiant, 3_600)
    }
    expect(pesees).toBe(10)
    const { entree, texte } = await essayer(identifiant, bon)
    expect(entree).toBe(false)
    expect(texte).toContain('verrouillée')
  })

  it('weighs five of 50 guesses at once', async () => {
    const { identifiant } = await nouveau()
    const reponses = await Promise.all(Array.from({ length: 50 }, (_, rang) => essayer(identifiant, `faux ${rang}`)))
    expect(reponses.filter(({ pesee }) => pesee)).toHaveLength(5)
    expect(new Set(reponses.map(({ statut }) => statut))).toEqual(new Set([200]))
  })

  it('weighs at most 25 in a day while the owner signs in between them, who is back the next day', async () => {
    const { identifiant } = await nouveau()
    let pesees = 0
    for (let tour = 0; tour < toursDuJour; tour += 1) {
      for (let rang = 0; rang < 4; rang += 1) if ((await essayer(identifiant, 'faux')).pesee) pesees += 1
      await essayer(identifiant, bon)
    }
    expect(pesees).toBe(25)
    expect((await essayer(identifiant, bon)).entree).toBe(false)
    await laisserPasser(identifiant, 86_400)
    expect((await essayer(identifiant, bon)).entree).toBe(true)
  })

  it(`answers an unknown account as a known one: same body, status and headers, and the same time over ${mesures} tries`, async () => {
    const connus = await Promise.all(Array.from({ length: mesures / 2 }, nouveau))
    const inconnus = connus.map(({ identifiant }) => `${identifiant.slice(0, -1)}x`)
    // What each answer draws for itself, and what was typed.
    const net = (texte: string, tape: string, nonce: string) =>
      texte
        .replaceAll(nonce, '')
        .replaceAll(tape, '')
        .replaceAll(/"b":"[^"]*"/g, '')
    for (let rang = 0; rang < 10; rang += 1) await essayer(`echauffement-${rang}`, 'faux')
    const temps: Record<'connu' | 'inconnu', number[]> = { connu: [], inconnu: [] }
    const vues = new Set<string>()
    for (const [rang, { identifiant }] of connus.entries()) {
      const paire = [
        ['connu', identifiant],
        ['inconnu', inconnus[rang] ?? ''],
      ] as const
      // Each goes first in turn.
      for (const [sorte, nom] of rang % 2 ? paire : paire.toReversed()) {
        const { statut, entetes, texte, ms, pesee } = await essayer(nom, 'ce n’est pas le bon')
        expect(pesee).toBe(true)
        temps[sorte].push(ms)
        const nonce =
          /'nonce-([^']+)'/.exec(entetes.find(([cle]) => cle === 'content-security-policy')?.[1] ?? '')?.[1] ?? '-'
        const suite = entetes
          .filter(([cle]) => !['date', 'x-request-id', 'etag'].includes(cle))
          .map(([cle, valeur]) => `${cle}: ${net(valeur, nom, nonce)}`)
        vues.add(JSON.stringify([statut, suite, net(texte, nom, nonce)]))
      }
    }
    expect(vues.size).toBe(1)
    const [connu, inconnu] = [mediane(temps.connu), mediane(temps.inconnu)]
    console.log(`médianes : connu ${connu.toFixed(1)} ms, inconnu ${inconnu.toFixed(1)} ms`)
    // The short sample, beside other tests, only sees a password that would not be weighed at all.
    if (complet) expect(Math.abs(connu - inconnu)).toBeLessThan(5)
    else expect(Math.min(connu, inconnu) / Math.max(connu, inconnu)).toBeGreaterThan(0.4)
  })

  it(`raises the alert within a minute of a spraying over ${arroses} accounts, bounds it by address, and closes the portal to nobody`, async () => {
    const { partenaireId, structureId } = await atelier.tx.compte.findUniqueOrThrow({
      where: { id: partenariat.technicien.id },
    })
    const noms = Array.from({ length: arroses }, (_, rang) => `arrose-${rang}`)
    await atelier.tx.compte.createMany({
      data: noms.map((identifiant) => ({
        identifiant,
        profil: 'technicien',
        civilite: 'madame',
        nom: 'Essai',
        prenom: 'Arrosé',
        fonction: 'Essai',
        courriel: `${identifiant}@essai.example`,
        etat: 'actif',
        partenaireId,
        structureId,
      })),
    })
    await atelier.tx.signal.deleteMany()
    const debut = Date.now()
    const [une, autres] = [adresseNeuve(), adresseNeuve()]
    // From one address, then from many: each account once.
    let pesees = 0
    for (const nom of noms.slice(0, 50)) if ((await essayer(nom, 'Printemps2026!', une)).pesee) pesees += 1
    expect(pesees).toBeLessThanOrEqual(10)
    expect((await essayer('autre-compte', 'Printemps2026!', autres)).pesee).toBe(true)
    const parLots = noms.slice(50)
    for (let rang = 0; rang < parLots.length; rang += 4)
      await Promise.all(parLots.slice(rang, rang + 4).map((nom) => essayer(nom, 'Printemps2026!')))
    let leve: { creeLe: Date } | null = null
    while (!leve && Date.now() - debut < 10 * 60_000) {
      leve = await atelier.tx.signal.findFirst({ where: { type: 'pulverisation' }, orderBy: { creeLe: 'asc' } })
      if (!leve) await attendre(500)
    }
    const delai = ((leve?.creeLe.getTime() ?? Number.POSITIVE_INFINITY) - debut) / 1000
    console.log(`alerte levée ${delai.toFixed(0)} s après le premier essai`)
    expect(delai).toBeLessThan(60)
    const { identifiant } = await nouveau()
    expect((await essayer(identifiant, bon)).entree).toBe(true)
  })

  it('lets the owner of a locked account back in by «mot de passe oublié», whose mails are bounded', async () => {
    const { identifiant, courriel } = await nouveau()
    for (let rang = 0; rang < fautesDuProprietaire; rang += 1)
      if (!(await essayer(identifiant, 'faux')).pesee) await laisserPasser(identifiant, 3_600)
    expect((await essayer(identifiant, bon)).entree).toBe(false)
    const oubli = [...(await lireFormulaire({ url: plateforme.url, cookie: '' }, '/mot-de-passe/oublie', 'courriel'))]
    for (let rang = 0; rang < 8; rang += 1)
      expect(await poster('/mot-de-passe/oublie', oubli, { courriel })).toMatch(/envoye=1$/)
    let recus: { html: string }[] = []
    const limite = Date.now() + 60_000
    while (recus.length < 3 && Date.now() < limite) {
      await attendre(300)
      recus = lireCourriels(plateforme.dossierCourriels, courriel)
    }
    await attendre(3_000)
    recus = lireCourriels(plateforme.dossierCourriels, courriel)
    expect(recus).toHaveLength(3)
    const [, lien = ''] = /href="[^"]*(\/mot-de-passe\/nouveau\/[\w-]{43})"/.exec(recus[0]?.html ?? '') ?? []
    const choix = [...(await lireFormulaire({ url: plateforme.url, cookie: '' }, lien, 'nouveauMotDePasse'))]
    const neuf = 'le tilleul penche vers mardi'
    expect(await poster(lien, choix, { nouveauMotDePasse: neuf })).toBe('/')
    expect((await essayer(identifiant, neuf)).entree).toBe(true)
    expect((await essayer(identifiant, bon)).entree).toBe(false)
  })
})

/** Sends a form; gives the path it leads to. */
async function poster(
  chemin: string,
  caches: [string, FormDataEntryValue][],
  saisie: Record<string, string>,
): Promise<string> {
  const corps = new FormData()
  for (const [nom, valeur] of caches) corps.append(nom, valeur)
  for (const [nom, valeur] of Object.entries(saisie)) corps.append(nom, valeur)
  const reponse = await fetch(plateforme.url + chemin, {
    method: 'POST',
    body: corps,
    headers: { origin: plateforme.url, 'x-forwarded-for': adresseNeuve() },
    redirect: 'manual',
  })
  const vers = reponse.headers.get('location') ?? `${reponse.status}`
  return vers.startsWith('http') ? new URL(vers).pathname + new URL(vers).search : vers
}
