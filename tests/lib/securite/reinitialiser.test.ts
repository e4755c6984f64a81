import { describe, expect, it } from 'vitest'
import { reinitialiserDoubleAuthentification } from '@/lib/securite/reinitialiser'
import { perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { lireSession } from '@/lib/socle/lire-session'
import { reinitialiserAdministrateur } from '@/prisma/administrateur'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'
import { codeDe, essayerCode, installer, lire, ouvrir } from './monde-securite'

const base = await baseDeTest()
Object.assign(process.env, { URL_PUBLIQUE: 'http://localhost:3000' })
const atelier = await atelierDeTest(base)
const { tx } = atelier
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const administrateur = await fabriqueCompte(atelier, { profil: 'administrateur' })
const autreAdministrateur = await fabriqueCompte(atelier, { profil: 'administrateur' })
const autreReferent = await fabriqueCompte(atelier, {
  profil: 'caisse',
  caisseId: ici.caisse.id,
  roles: ['referent', 'agent'],
})

const T0 = new Date()
const dans = (secondes: number) => new Date(T0.getTime() + secondes * 1000)

const tenter = async (parId: string, compteId: string) =>
  agir(await acteurDe(parId, T0), (contexte) =>
    reinitialiserDoubleAuthentification(contexte, { compteId, raison: 'telephone_perdu', verifiee: 'oui' }),
  )

const comptes: Record<string, { id: string }> = {
  technicien: ici.technicien,
  gestionnaire: ici.gestionnaire,
  agent: ici.agent,
  DPO: ici.dpo,
  référent: ici.referent,
  'autre référent': autreReferent,
  administrateur,
  'autre administrateur': autreAdministrateur,
  'technicien d’ailleurs': ailleurs.technicien,
  'gestionnaire d’ailleurs': ailleurs.gestionnaire,
  'agent d’ailleurs': ailleurs.agent,
  'référent d’ailleurs': ailleurs.referent,
}

/** Whom each may help; nobody else, and never oneself. */
const tenus: Record<string, string[]> = {
  technicien: [],
  agent: [],
  DPO: [],
  gestionnaire: ['technicien'],
  référent: ['technicien', 'gestionnaire', 'agent', 'DPO'],
  administrateur: [
    'agent',
    'DPO',
    'référent',
    'autre référent',
    'autre administrateur',
    'agent d’ailleurs',
    'référent d’ailleurs',
  ],
}

describe('the only administrateur', () => {
  it('is helped on the server, and by nobody else; not where there are two', async () => {
    const { id, identifiant } = administrateur
    await installer(id, T0)
    const reinitialiser = (qui: string) => tx.$transaction((seule) => reinitialiserAdministrateur(seule, qui, dans(1)))
    await expect(reinitialiser(identifiant)).rejects.toThrow('Un autre administrateur est actif')
    await tx.compte.update({ where: { id: autreAdministrateur.id }, data: { etat: 'inactif' } })
    await expect(reinitialiser(ici.agent.identifiant)).rejects.toThrow('Aucun administrateur actif')
    await reinitialiser(identifiant)
    expect(await tx.secondFacteur.count({ where: { compteId: id } })).toBe(0)
    expect((await lire(await ouvrir(id, dans(2)), dans(2))).reste).toBe('enrolement')
    await tx.compte.update({ where: { id: autreAdministrateur.id }, data: { etat: 'actif' } })
  })
})

describe('the second factor of somebody else', () => {
  it.each(Object.keys(tenus))('is undone by a %s for those it manages alone', async (par) => {
    const faits: string[] = []
    for (const [nom, { id }] of Object.entries(comptes)) {
      const fait = await tenter(comptes[par]?.id ?? '', id).then(
        () => true,
        (erreur) => {
          expect(erreur).toMatchObject({ code: 'introuvable' })
          return false
        },
      )
      if (fait) faits.push(nom)
    }
    expect(faits).toEqual(tenus[par])
  })

  it('cannot be undone through the database beyond that either', async () => {
    await installer(ailleurs.agent.id, T0)
    const acteur = await acteurDe(ici.referent.id, T0)
    await avecPerimetre(perimetre(acteur), async (contexte) => {
      const { count } = await contexte.secondFacteur.deleteMany({ where: { compteId: ailleurs.agent.id } })
      expect(count).toBe(0)
      await contexte.$queryRaw`SELECT ep_reinitialiser_double_authentification(${ailleurs.agent.id}::uuid, now())`
    })
    expect(await tx.secondFacteur.count({ where: { compteId: ailleurs.agent.id } })).toBe(1)
  })

  it('goes with its codes, devices and sessions; the owner is told, and sets another up', async () => {
    const { id, courriel } = ici.gestionnaire
    const { secret, codes } = await installer(id, T0)
    const { sessionId } = await essayerCode(id, codeDe(secret, dans(60)), dans(60))
    await tx.appareilConnu.create({ data: { compteId: id, empreinte: 'essai' } })
    for (let rang = 0; rang < 6; rang += 1) await essayerCode(id, '000000', dans(61))
    const suite = await tenter(ici.referent.id, id)
    expect(suite.journal).toMatchObject({ objetType: 'compte', objetId: id, details: { raison: 'telephone_perdu' } })
    expect(await lireSession(sessionId, dans(62))).toBeNull()
    for (const table of [tx.secondFacteur, tx.codeSecours, tx.appareilConnu] as (typeof tx.codeSecours)[])
      expect(await table.count({ where: { compteId: id } })).toBe(0)
    expect(
      await tx.courriel.count({ where: { destinataire: courriel, modele: 'double_authentification_reinitialisee' } }),
    ).toBeGreaterThan(0)
    expect((await lire(await ouvrir(id, dans(63)), dans(63))).reste).toBe('enrolement')
    expect((await essayerCode(id, codes[0] ?? '', dans(64))).suite.vers).toBeUndefined()
    const suivant = await installer(id, dans(120))
    expect((await essayerCode(id, codeDe(suivant.secret, dans(180)), dans(180))).suite.vers).toBe('/equipe')
  })
})
