import { beforeEach, describe, expect, it } from 'vitest'
import { creerJeton } from '@/lib/comptes/creer-jeton'
import { renouvelerMotDePasse } from '@/lib/comptes/renouveler-mot-de-passe'
import { seConnecter } from '@/lib/comptes/se-connecter'
import { ajouterCle, defierAjout } from '@/lib/securite/ajouter-cle'
import { connexionParCle, defierConnexion } from '@/lib/securite/connexion-par-cle'
import { avecConnexion, avecTravaux } from '@/lib/socle/base'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { atelierDeTest } from '@/tests/contexte'
import { fausseCle } from '@/tests/lib/securite/fausse-cle'
import { agirEnConnexion, lire, ouvrir } from '@/tests/lib/securite/monde-securite'

const atelier = await atelierDeTest(await baseDeTest())
const { agent, technicien } = await fabriquePartenariat(atelier)
Object.assign(process.env, {
  URL_PUBLIQUE: 'http://localhost:3000',
  OIDC_ISSUER: 'https://identite.caisse.example',
  OIDC_CLIENT_ID: 'portail',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_LIBELLE: 'Cassiopée',
})
beforeEach(() => {
  process.env.OIDC_USAGE = 'requis'
})

const AILLEURS = /se connectent avec Cassiopée/
const contexte = () => ({ acteur: null, maintenant: new Date(), adresse: '192.0.2.30', navigateur: null })

async function parMotDePasse({ id }: { id: string }) {
  const { identifiant } = await atelier.tx.compte.findUniqueOrThrow({ where: { id } })
  return avecConnexion((tx) => seConnecter({ ...contexte(), tx }, { identifiant, motDePasse: 'x' }, { juste: true }))
}

async function parLien({ id: compteId }: { id: string }) {
  const lien = await avecTravaux((tx) => creerJeton(tx, { compteId, type: 'mot_de_passe', maintenant: new Date() }))
  const jeton = lien.split('/').at(-1) ?? ''
  const saisie = { jeton, nouveauMotDePasse: 'le tilleul penche vers mardi' }
  return avecConnexion((tx) => renouvelerMotDePasse({ ...contexte(), tx }, saisie))
}

type Defi = { defiId: string; options: { challenge: string } }

async function parCle({ id }: { id: string }) {
  const maintenant = new Date()
  const { acteur } = await lire(await ouvrir(id, maintenant), maintenant)
  const cle = fausseCle()
  const ajout = (await agirEnConnexion(acteur, maintenant, defierAjout)).donnees as Defi
  const nouvelle = { defiId: ajout.defiId, reponse: cle.creer(ajout.options.challenge), nom: 'Clé' }
  await agirEnConnexion(acteur, maintenant, (une) => ajouterCle(une, nouvelle))
  const { defiId, options } = (await agirEnConnexion(null, maintenant, defierConnexion)).donnees as Defi
  const reponse = cle.signer(options.challenge, { compteur: 2 })
  return avecConnexion((tx) => connexionParCle({ ...contexte(), tx }, { defiId, reponse }))
}

describe('where the provider of the caisses is required', () => {
  it('neither a password, nor a passkey, nor a link opens an account of a caisse', async () => {
    for (const issue of [await parMotDePasse(agent), await parCle(agent)]) {
      expect(issue.sessionId).toBeUndefined()
      expect(issue.suite.refus?.message).toMatch(AILLEURS)
      expect(issue.suite.journal).toMatchObject({ action: 'connexion.refusee', details: { raison: 'oidc_requis' } })
    }
    await expect(parLien(agent)).rejects.toThrow(AILLEURS)
  })

  it('the partenaires sign in as before, and the caisses too once it is only offered', async () => {
    for (const entrer of [parMotDePasse, parCle, parLien]) expect((await entrer(technicien)).sessionId).toBeDefined()
    process.env.OIDC_USAGE = 'offert'
    for (const entrer of [parMotDePasse, parCle, parLien]) expect((await entrer(agent)).sessionId).toBeDefined()
  })
})
