import { describe, expect, it } from 'vitest'
import { ajouterCle, defierAjout } from '@/lib/securite/ajouter-cle'
import {
  connexionParCle,
  defierConnexion,
  defierSecondFacteur,
  secondFacteurParCle,
} from '@/lib/securite/connexion-par-cle'
import type { Reponse } from '@/lib/securite/schema'
import { retirerCle } from '@/lib/securite/tenir-cles'
import { avecConnexion } from '@/lib/socle/base'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { agir, atelierDeTest } from '@/tests/contexte'
import { fausseCle } from './fausse-cle'
import { agirEnConnexion, essayerCode, lire, ouvrir } from './monde-securite'

const base = await baseDeTest()
Object.assign(process.env, { URL_PUBLIQUE: 'http://localhost:3000' })
const atelier = await atelierDeTest(base)
const { tx } = atelier
const { structure, gestionnaire } = await fabriquePartenariat(atelier)
const T0 = new Date()
const dans = (secondes: number) => new Date(T0.getTime() + secondes * 1000)
const adresse = () => `192.0.2.${Math.floor(Math.random() * 250)}`

const nouveau = () =>
  fabriqueCompte(atelier, { profil: 'technicien', partenaireId: structure.partenaireId, structureId: structure.id })

type Defi = { defiId: string; options: { challenge: string } }
const defiDe = ({ donnees }: { donnees?: unknown }) => donnees as Defi

/** Adds a passkey to an account, from a session of its own. */
async function ajouter(compteId: string, cle = fausseCle(), reglages = {}, maintenant = T0) {
  const sessionId = await ouvrir(compteId, maintenant)
  const { acteur } = await lire(sessionId, maintenant)
  const { defiId, options } = defiDe(await agirEnConnexion(acteur, maintenant, defierAjout))
  const saisie = { defiId, reponse: cle.creer(options.challenge, reglages), nom: 'Ordinateur du bureau' }
  const suite = await agirEnConnexion(acteur, maintenant, (contexte) => ajouterCle(contexte, saisie))
  return { cle, suite, sessionId, acteur, saisie }
}

async function connecter(reponse: (defi: string) => Reponse, maintenant = dans(60), entre = 0) {
  const { defiId, options } = defiDe(await agirEnConnexion(null, maintenant, defierConnexion))
  const saisie = { defiId, reponse: reponse(options.challenge) }
  const plusTard = new Date(maintenant.getTime() + entre * 1000)
  const entrer = () =>
    avecConnexion((web) =>
      connexionParCle({ tx: web, acteur: null, maintenant: plusTard, adresse: adresse(), navigateur: null }, saisie),
    )
  return { entrer, ...(await entrer().catch((erreur) => ({ suite: { refus: erreur }, sessionId: undefined }))) }
}

describe('a passkey', () => {
  it('completes the session it is made in, gives codes with the first, and opens the account without a password', async () => {
    const compte = await nouveau()
    const { cle, suite, sessionId } = await ajouter(compte.id)
    expect((suite.donnees as { codes: string[] }).codes).toHaveLength(10)
    expect((await lire(sessionId, dans(1))).reste).toBeNull()
    const { suite: entree, sessionId: ouverte = '' } = await connecter((defi) => cle.signer(defi, { compteur: 2 }))
    expect(entree).toMatchObject({ vers: '/demandes', journal: { details: { par: 'cle_acces' } } })
    expect(await lire(ouverte, dans(61))).toMatchObject({ reste: null, acteur: { compteId: compte.id } })
  })

  it('is the second factor of a password too, of its own account alone, even while codes are locked', async () => {
    const [compte, autre] = [await nouveau(), await nouveau()]
    const { cle } = await ajouter(compte.id)
    const { cle: voisine } = await ajouter(autre.id)
    for (let rang = 0; rang < 10; rang += 1) await essayerCode(compte.id, '000000', dans(rang * 1_000))
    const maintenant = dans(12_000)
    const sessionId = await ouvrir(compte.id, maintenant)
    const { acteur, reste } = await lire(sessionId, maintenant)
    expect(reste).toBe('second_facteur')
    const donner = async (avec: typeof cle) => {
      const { defiId, options } = defiDe(await agirEnConnexion(acteur, maintenant, defierSecondFacteur))
      const saisie = { defiId, reponse: avec.signer(options.challenge, { compteur: 3 }) }
      return agirEnConnexion(acteur, maintenant, (contexte) => secondFacteurParCle(contexte, saisie))
    }
    expect((await donner(voisine)).refus).toBeDefined()
    expect((await lire(sessionId, maintenant)).reste).toBe('second_facteur')
    expect((await donner(cle)).vers).toBe('/demandes')
    expect((await lire(sessionId, maintenant)).reste).toBeNull()
  })

  it.each([
    ['another site', { origine: 'https://mal.example' }],
    ['another portal', { rpID: 'mal.example' }],
    ['nobody who proved to be there', { verifiee: false }],
    ['a copy, whose counter lags', { compteur: 1 }],
  ])('does not open for %s', async (_, reglages) => {
    const { cle } = await ajouter((await nouveau()).id)
    const { suite, sessionId } = await connecter((defi) => cle.signer(defi, { compteur: 2, ...reglages }))
    expect(sessionId).toBeUndefined()
    expect(suite.refus).toMatchObject({ code: 'etat_change' })
  })

  it.each([
    ['another site', { origine: 'https://mal.example' }],
    ['another portal', { rpID: 'mal.example' }],
    ['nobody who proved to be there', { verifiee: false }],
  ])('is not added for %s', async (_, reglages) => {
    const compte = await nouveau()
    await expect(ajouter(compte.id, fausseCle(), reglages)).rejects.toMatchObject({ code: 'etat_change' })
    expect(await tx.cleAcces.count({ where: { compteId: compte.id } })).toBe(0)
  })

  it('signs what was asked, once, within five minutes', async () => {
    const { cle } = await ajouter((await nouveau()).id)
    const premiere = await connecter((defi) => cle.signer(defi, { compteur: 2 }))
    expect(premiere.sessionId).toBeDefined()
    await expect(premiere.entrer()).rejects.toMatchObject({ code: 'etat_change' })
    expect((await connecter((defi) => cle.signer(defi, { compteur: 3 }), dans(90), 301)).sessionId).toBeUndefined()
    expect((await connecter(() => cle.signer('YXV0cmUgZMOpZmk', { compteur: 4 }))).sessionId).toBeUndefined()
    const { defiId, options } = defiDe(await agirEnConnexion(null, dans(100), defierConnexion))
    const saisie = { defiId, reponse: cle.signer(options.challenge, { compteur: 5 }) }
    const essais = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        avecConnexion((web) =>
          connexionParCle(
            { tx: web, acteur: null, maintenant: dans(100), adresse: adresse(), navigateur: null },
            saisie,
          ),
        ),
      ),
    )
    expect(essais.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('answers a challenge of its use and its session, not another’s', async () => {
    const [compte, autre] = [await nouveau(), await nouveau()]
    const { cle, acteur, saisie } = await ajouter(compte.id)
    await expect(agirEnConnexion(acteur, T0, (contexte) => ajouterCle(contexte, saisie))).rejects.toMatchObject({
      code: 'etat_change',
    })
    const { acteur: voisin } = await lire(await ouvrir(autre.id, T0), T0)
    const { defiId, options } = defiDe(await agirEnConnexion(acteur, T0, defierAjout))
    const volee = { defiId, reponse: fausseCle().creer(options.challenge), nom: 'Volée' }
    await expect(agirEnConnexion(voisin, T0, (contexte) => ajouterCle(contexte, volee))).rejects.toThrow()
    const entree = { defiId, reponse: cle.signer(options.challenge, { compteur: 2 }) }
    await expect(
      avecConnexion((web) =>
        connexionParCle({ tx: web, acteur: null, maintenant: T0, adresse: adresse(), navigateur: null }, entree),
      ),
    ).rejects.toMatchObject({ code: 'etat_change' })
  })

  it('of an account that is closed, or taken away, opens nothing', async () => {
    const [ferme, retire] = [await nouveau(), await nouveau()]
    const { cle } = await ajouter(ferme.id)
    await tx.compte.update({ where: { id: ferme.id }, data: { etat: 'inactif' } })
    expect((await connecter((defi) => cle.signer(defi, { compteur: 2 }))).sessionId).toBeUndefined()
    const { cle: autre, sessionId } = await ajouter(retire.id)
    const { acteur } = await lire(sessionId, dans(1))
    const [rang] = await tx.cleAcces.findMany({ where: { compteId: retire.id } })
    await agir(acteur, (contexte) => retirerCle(contexte, { id: rang?.id ?? '' }), dans(2))
    expect((await connecter((defi) => autre.signer(defi, { compteur: 2 }))).sessionId).toBeUndefined()
  })

  it('is not taken away when it is the last second factor of who must have one; two at once neither', async () => {
    const { sessionId } = await ajouter(gestionnaire.id)
    const { acteur } = await lire(sessionId, dans(1))
    const seconde = await tx.cleAcces.create({
      data: { compteId: gestionnaire.id, credential: 'seconde', clePublique: new Uint8Array(8), nom: 'Seconde' },
    })
    const [premiere] = await tx.cleAcces.findMany({ where: { compteId: gestionnaire.id, id: { not: seconde.id } } })
    const essais = await Promise.allSettled(
      [premiere?.id ?? '', seconde.id].map((id) => agir(acteur, (contexte) => retirerCle(contexte, { id }), dans(2))),
    )
    expect(essais.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await tx.cleAcces.count({ where: { compteId: gestionnaire.id } })).toBe(1)
  })
})
