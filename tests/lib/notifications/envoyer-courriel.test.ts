import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { envoyerLiensMotDePasse } from '@/lib/comptes/envoyer-liens-mot-de-passe'
import { ouvrirLien } from '@/lib/comptes/queries'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import { envoyerCourriel } from '@/lib/notifications/envoyer-courriel'
import { avecConnexion, avecPerimetre } from '@/lib/socle/base'
import { fermerFile } from '@/lib/travaux/file'
import { baseDeTest } from '@/tests/base-de-test'
import { ids, peupler, sql } from '@/tests/lib/comptes/comptes-de-test'
import { boiteDeTest } from './boite-de-test'

const base = await baseDeTest()
await peupler(base)
const boite = await boiteDeTest()
afterAll(async () => {
  await boite.arreter()
  await fermerFile()
})

const destinataire = 'mlegall@vaucreux.example'
const donnees = {
  reference: '26-004817',
  caisse: 'CPAM des Deux-Vallées',
  prenom: 'Maëlle',
  service: 'Étude de dossier',
}

type Rang = { id: string; etat: string; messageId: string; erreur: string | null }

const courriels = () => sql<Rang>(base, 'SELECT * FROM courriel ORDER BY "creeLe", id')
const travauxEnFile = () =>
  sql<{ data: { courrielId: string } }>(base, `SELECT data FROM pgboss.job WHERE name = 'courriel.envoyer'`)

const ajouter = (modele: 'complement_demande' | 'demande_deposee' = 'complement_demande') =>
  avecPerimetre({ profil: 'technicien', compteId: ids.agent }, (tx) =>
    // The writer is not the reader: the row is out of the perimeter of who adds it.
    ajouterCourriel(tx, { modele, destinataire, compteId: ids.technicien, donnees }),
  )

async function ajouterEtLire(): Promise<Rang> {
  await ajouter()
  const [rang] = await courriels()
  if (!rang) throw new Error('aucun courriel')
  return rang
}

beforeEach(async () => {
  await sql(base, 'DELETE FROM courriel')
  await sql(base, 'DELETE FROM jeton')
  await sql(base, 'DELETE FROM pgboss.job')
  boite.recus.length = 0
  boite.refuserSi(() => null)
  boite.quandAccepte(async () => {})
})

describe('adding a mail', () => {
  it('adds its row and its job with the act', async () => {
    const { id } = await ajouterEtLire()
    expect(await travauxEnFile()).toEqual([{ data: { courrielId: id } }])
  })

  it('adds neither when the act is rolled back', async () => {
    const acte = avecConnexion(async (tx) => {
      await ajouterCourriel(tx, { modele: 'demande_deposee', destinataire, donnees })
      throw new Error('non')
    })
    await expect(acte).rejects.toThrow('non')
    expect(await courriels()).toEqual([])
    expect(await travauxEnFile()).toEqual([])
  })

  it('refuses anything more than what a mail may know', async () => {
    const indiscret = { ...donnees, nomNaissance: 'Aktaş' }
    await expect(
      avecConnexion((tx) => ajouterCourriel(tx, { modele: 'demande_deposee', destinataire, donnees: indiscret })),
    ).rejects.toThrow()
  })
})

describe('sending a mail', () => {
  it('sends it in HTML and in text, says that it is automatic, and marks it', async () => {
    const { id, messageId } = await ajouterEtLire()
    await envoyerCourriel(id)
    const [recu] = boite.recus
    expect(recu).toMatchObject({
      subject: 'Demande 26-004817\u00a0: la caisse demande un complément',
      messageId,
      from: { name: 'Espace Partenaires' },
    })
    expect(recu?.to?.[0]?.address).toBe(destinataire)
    expect(recu?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
    expect(recu?.html).toContain('<html lang="fr">')
    for (const corps of [recu?.html, recu?.text]) expect(corps).toContain('http://localhost:3412/demandes/26-004817')
    expect(recu?.text).not.toMatch(/<\w+/)
    expect((await courriels())[0]).toMatchObject({ etat: 'envoye', erreur: null })
  })

  it('does nothing the second time', async () => {
    const { id } = await ajouterEtLire()
    await envoyerCourriel(id)
    await envoyerCourriel(id)
    expect(boite.recus).toHaveLength(1)
  })

  it('leaves again under the same Message-ID after a cut between the mail server and the database', async () => {
    const { id, messageId } = await ajouterEtLire()
    await sql(base, 'REVOKE UPDATE ON courriel FROM ep_travaux')
    await expect(envoyerCourriel(id)).rejects.toThrow()
    await sql(base, 'GRANT UPDATE ON courriel TO ep_travaux')
    await envoyerCourriel(id)
    expect(boite.recus.map((recu) => recu.messageId)).toEqual([messageId, messageId])
    expect((await courriels())[0]?.etat).toBe('envoye')
  })

  it('asks to be tried again while the mail server is down, and keeps why', async () => {
    const { id } = await ajouterEtLire()
    await boite.arreter()
    await expect(envoyerCourriel(id)).rejects.toThrow('ECONNREFUSED')
    expect((await courriels())[0]).toMatchObject({ etat: 'a_envoyer', erreur: expect.stringContaining('ECONNREFUSED') })
    await boite.demarrer()
    await envoyerCourriel(id)
    expect(boite.recus).toHaveLength(1)
  })

  it('gives up at the last try, and at once when the mailbox does not exist', async () => {
    boite.refuserSi(() => '451 plus tard')
    const { id } = await ajouterEtLire()
    await expect(envoyerCourriel(id)).rejects.toThrow()
    expect((await courriels())[0]?.etat).toBe('a_envoyer')
    await expect(envoyerCourriel(id, { dernierEssai: true })).rejects.toThrow()
    expect((await courriels())[0]?.etat).toBe('echec')

    await sql(base, 'DELETE FROM courriel')
    boite.refuserSi(() => '550 boîte inconnue')
    await envoyerCourriel((await ajouterEtLire()).id)
    expect((await courriels())[0]).toMatchObject({ etat: 'echec', erreur: expect.stringContaining('550') })
  })
})

describe('a mail with a link', () => {
  const liens = (texte = '') => [
    ...texte.matchAll(/http:\/\/localhost:3412\/(?:activation|mot-de-passe\/nouveau)\/([\w-]{43})/g),
  ]

  async function envoyerTout() {
    for (const { id } of await courriels()) await envoyerCourriel(id)
    return boite.recus.at(-1)
  }

  it('carries the identifiant and a link that works, kept nowhere', async () => {
    await avecConnexion((tx) =>
      ajouterCourriel(tx, {
        modele: 'activation',
        destinataire: 'ibenaissa@vaucreux.example',
        compteId: ids.attente,
        donnees: {},
      }),
    )
    const recu = await envoyerTout()
    expect(recu?.text).toContain('vaucreux-ibenaissa')
    const jeton = liens(recu?.text)[0]?.[1] ?? ''
    expect(await ouvrirLien(jeton, 'activation')).toMatchObject({ etat: 'valable' })
    const traces = JSON.stringify([await courriels(), await travauxEnFile(), await sql(base, 'SELECT * FROM jeton')])
    expect(traces).not.toContain(jeton)
  })

  it('does not leave for an account activated in the meantime', async () => {
    await avecConnexion((tx) =>
      ajouterCourriel(tx, { modele: 'activation', destinataire, compteId: ids.technicien, donnees: {} }),
    )
    expect(await envoyerTout()).toBeUndefined()
    expect((await courriels())[0]?.etat).toBe('retire')
  })

  it('makes no link for a mail server that does not answer', async () => {
    await envoyerLiensMotDePasse(destinataire)
    await boite.arreter()
    await expect(envoyerTout()).rejects.toThrow()
    await boite.demarrer()
    expect(await sql(base, 'SELECT 1 FROM jeton')).toHaveLength(0)
  })

  it('lists every account behind an e-mail, each with its own link', async () => {
    await envoyerLiensMotDePasse('MLeGall@vaucreux.example')
    const recu = await envoyerTout()
    expect(boite.recus).toHaveLength(1)
    const jetons = liens(recu?.text).map(([, jeton]) => jeton ?? '')
    const ouverts = await Promise.all(jetons.map((jeton) => ouvrirLien(jeton, 'mot_de_passe')))
    expect(ouverts.map(({ compte }) => compte?.identifiant)).toEqual(['vaucreux-mlegall', 'vaucreux-mlegall-g'])
  })

  it('activates rather than renews for an account that still awaits it', async () => {
    await envoyerLiensMotDePasse('ibenaissa@vaucreux.example')
    const jeton = liens((await envoyerTout())?.text)[0]?.[1] ?? ''
    expect(await ouvrirLien(jeton, 'activation')).toMatchObject({ etat: 'valable' })
  })

  it('sends nothing to an unknown address, nor for an inactivated account, and at most three times an hour', async () => {
    await envoyerLiensMotDePasse('inconnue@vaucreux.example')
    await envoyerLiensMotDePasse('parti@vaucreux.example')
    expect(await courriels()).toHaveLength(0)
    await Promise.all(Array.from({ length: 6 }, () => envoyerLiensMotDePasse(destinataire)))
    expect(await courriels()).toHaveLength(3)
  })
})
