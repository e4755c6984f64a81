import type { Locator, Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import type { Service } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import type { Fichier } from './fichiers'
import { expect, sql } from './fixtures'

/** Invented people of the journeys. */
export const personnes = {
  brisset: { civilite: 'Madame', nom: 'Brisset-Essai', prenom: 'Éloïse', jour: '14', mois: '7', annee: '1987' },
  traore: { civilite: 'Monsieur', nom: 'Traoré-Essai', prenom: 'Moussa', jour: '22', mois: '5', annee: '1959' },
}
export type Personne = (typeof personnes)['brisset']

export const continuer = (page: Page) => page.getByRole('button', { name: 'Continuer', exact: true }).click()

/** Keys are heard once the script of the page runs. */
export const touchesPretes = (page: Page): Promise<void> => expect(page.locator('dialog[data-ecoute]')).toBeAttached()

export const titre = (page: Page, texte: string | RegExp): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name: texte })).toBeVisible()

/** From the home page to the motif, chosen. */
export async function commencer(page: Page, service: Service, motif: string, variante?: string): Promise<void> {
  await page.goto('/demandes')
  await page.getByRole('link', { name: definitionDe(service).verbe, exact: true }).click()
  await titre(page, 'Quel est le motif de la demande ?')
  await page.getByRole('radio', { name: motif, exact: true }).check()
  if (variante) await page.getByRole('radio', { name: variante, exact: true }).check()
}

export async function remplirPersonne(page: Page, personne: Personne): Promise<void> {
  await titre(page, 'Pour qui faites-vous cette demande ?')
  await page.getByRole('radio', { name: personne.civilite }).check()
  await page.getByLabel('Nom de naissance').fill(personne.nom)
  await page.getByLabel('Prénom').fill(personne.prenom)
  await remplirDate(page.getByRole('group', { name: 'Date de naissance' }), personne)
  await page.getByLabel('Département de résidence').selectOption('14')
}

export async function remplirDate(groupe: Locator, { jour, mois, annee }: Pick<Personne, 'jour' | 'mois' | 'annee'>) {
  await groupe.getByLabel('Jour').fill(jour)
  await groupe.getByLabel('Mois').fill(mois)
  await groupe.getByLabel('Année').fill(annee)
}

/** The line of a piece, by its code. */
export const ligneDePiece = (page: Page, code: string) => page.locator(`li[data-piece="${code}"]`)

export const champFichier = (page: Page, code: string) => ligneDePiece(page, code).locator('input[type=file]')

/** Adds files to a piece and waits until the antivirus has read them. */
export async function joindre(page: Page, code: string, ...fichiers: Fichier[]): Promise<void> {
  await champFichier(page, code).setInputFiles(fichiers)
  const ligne = ligneDePiece(page, code)
  for (const { name } of fichiers) await expect(ligne.getByRole('link', { name })).toBeVisible({ timeout: 20_000 })
}

/** From the check page to the confirmation. Gives the reference. */
export async function transmettre(page: Page): Promise<string> {
  await titre(page, 'Vérifiez avant de transmettre')
  const accord = page.getByRole('radio', { name: 'De vive voix' })
  if ((await accord.count()) > 0) await accord.check()
  const attestation = page.getByRole('checkbox', { name: /^J’atteste/ })
  for (const caseACocher of await attestation.all()) await caseACocher.check()
  await page.getByRole('button', { name: /^Transmettre à la / }).click()
  await page.waitForURL(/\/confirmation$/)
  await titre(page, 'Demande transmise')
  const reference = await page.locator('.reference').textContent()
  expect(reference).toMatch(/^\d{2}-\d{6,}$/)
  return reference ?? ''
}

/** Through the sign-in page, which must be open. */
export async function seConnecter(page: Page, identifiant: string, motDePasse: string): Promise<void> {
  await page.getByLabel('Identifiant', { exact: true }).fill(identifiant)
  await page.getByLabel('Mot de passe', { exact: true }).fill(motDePasse)
  const bouton = page.getByRole('button', { name: 'Se connecter' })
  // An answer is still being shown: a click now would be a double click.
  await expect(bouton).not.toHaveAttribute('aria-disabled')
  const reponse = page.waitForResponse((recue) => recue.request().method() === 'POST')
  await bouton.click()
  await reponse
}

/** The code an application of codes shows, now or at a step nearby: each serves once. */
export const codeDuMoment = (secret: string, pas = 0): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + pas * 30_000 })

/** Through the page that sets a second factor up: the secret it spells, and the recovery codes it gives. */
export async function installerApplication(page: Page): Promise<{ secret: string; codes: string[] }> {
  await titre(page, 'Protéger votre compte en deux étapes')
  const groupes = await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()
  const secret = (groupes ?? '').replaceAll(' ', '')
  await page.getByLabel('Saisissez le code à 6 chiffres').fill(codeDuMoment(secret))
  await page.getByRole('button', { name: 'Mettre en place' }).click()
  await expect(page.getByRole('heading', { name: 'Gardez vos codes de secours' })).toBeVisible()
  const codes = await page
    .getByRole('listitem')
    .filter({ hasText: /^\w{4}-\w{4}-\w{4}$/ })
    .allTextContents()
  return { secret, codes }
}

/** The summary of errors has the focus, says this many points, and the title of the page says «Erreur : » first. */
export async function verifierErreurs(page: Page, ...messages: string[]): Promise<void> {
  const sommaire = page.getByRole('alert').filter({ has: page.locator('#sommaire-erreurs') })
  await expect(sommaire).toBeFocused()
  await expect(sommaire.getByRole('link')).toHaveText(messages)
  await expect(page).toHaveTitle(/^Erreur\s: /)
}

/** A message of the page that is read at once. */
export const alerte = (page: Page, texte: string | RegExp): Locator =>
  page.getByRole('main').getByRole('alert').filter({ hasText: texte })

/** Address of the link of a mail that leads there. `mots`: words of the link, where there are several. */
export function lienDuCourriel({ html }: { html: string }, chemin: string, mots = ''): string {
  const liens = [...html.replace(/<!--.*?-->/g, '').matchAll(/href="([^"]+)"[^>]*>([^<]*)/g)]
  const adresse = liens.find(([, href = '', texte = '']) => href.includes(chemin) && texte.includes(mots))?.[1]
  expect(adresse, `le courriel a un lien vers ${chemin}`).toBeDefined()
  return adresse ?? ''
}

/** Five minutes later: the mails that wait for a message to be past withdrawing leave now. */
export async function laisserPartir(reference: string): Promise<void> {
  await sql(
    `WITH attend AS (UPDATE courriel SET "pasAvantLe" = now() - interval '1 second'
       WHERE "demandeId" = (SELECT id FROM demande WHERE reference = $1) AND "pasAvantLe" > now() RETURNING id)
     UPDATE pgboss.job SET start_after = now() - interval '1 second'
     WHERE name = 'courriel.envoyer' AND state < 'active' AND data->>'courrielId' IN (SELECT id::text FROM attend)`,
    [reference],
  )
}

/** The focused element, or its visible label for a field hidden under one, shows an outline or a ring. */
async function verifierFocusVisible(page: Page): Promise<void> {
  const vu = await page.evaluate(() => {
    const actif = document.activeElement
    if (!(actif instanceof HTMLElement) || actif === document.body) return 'rien'
    const marques = (element: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
    }
    const proches = [actif, ...(actif instanceof HTMLInputElement ? (actif.labels ?? []) : [])]
    return proches.some(marques) ? 'visible' : `invisible sur ${actif.outerHTML.slice(0, 120)}`
  })
  expect(vu).toBe('visible')
}

/** Tab after Tab, as a person does, until this element has the focus, which is seen at each stop. */
export async function allerA(page: Page, cible: Locator): Promise<void> {
  await expect(cible).toBeAttached()
  for (let pas = 0; pas < 60; pas += 1) {
    if (await cible.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
    await verifierFocusVisible(page)
  }
  throw new Error(`Après 60 tabulations, le focus n’est pas sur ${cible}.`)
}

export async function taper(page: Page, libelle: string | Locator, texte: string): Promise<void> {
  await allerA(page, typeof libelle === 'string' ? page.getByLabel(libelle) : libelle)
  await page.keyboard.type(texte)
}

export async function presser(page: Page, cible: Locator, touche: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await allerA(page, cible)
  await page.keyboard.press(touche)
}
