import { describe, expect, it } from 'vitest'
import { cloreDemande } from '@/lib/demandes/clore-demande'
import { demandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { envoyerMessage } from '@/lib/demandes/envoyer-message'
import { suiteDe } from '@/lib/messages/suite-reponse'
import { enregistrerModele, retirerModele } from '@/lib/modeles-reponse/enregistrer-modele'
import { ordonnerModele } from '@/lib/modeles-reponse/ordonner-modele'
import { modeleAModifier, modelesDeLaCaisse } from '@/lib/modeles-reponse/queries'
import { modeleSchema } from '@/lib/modeles-reponse/schema'
import { valeursDe } from '@/lib/modeles-reponse/valeurs'
import { motifNational } from '@/prisma/seed/catalogue'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const monde = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const agent = await acteurDe(monde.agent.id)
const autre = await acteurDe(ailleurs.agent.id)

const ecrire = async (champs: object, qui = agent) => {
  const saisie = modeleSchema.parse({
    id: '',
    version: '0',
    titre: 'Modèle',
    texte: 'Bonjour {{prenom_du_technicien}}',
    portee: 'toutes',
    acte: 'repondre',
    issue: '',
    ...champs,
  })
  const { journal } = await agir(qui, (c) => enregistrerModele(c, saisie))
  return journal?.objetId ?? ''
}
const relire = (id: string) => atelier.tx.modeleReponse.findUniqueOrThrow({ where: { id } })
const titres = async () => (await modelesDeLaCaisse(agent)).map(({ titre }) => titre)

describe('the templates of a caisse', () => {
  it('are offered by motif, then by service, the most used first', async () => {
    const c2s = motifNational('c2s').id
    const partout = await ecrire({ titre: 'Partout' })
    const service = await ecrire({ titre: 'Service', portee: 'service:dossier' })
    const rare = await ecrire({ titre: 'Motif, rare', portee: `motif:${c2s}` })
    const courant = await ecrire({ titre: 'Motif, courant', portee: `motif:${c2s}` })
    await ecrire({ titre: 'Autre service', portee: 'service:contact' })
    await ecrire({ titre: 'Autre motif', portee: `motif:${motifNational('puma').id}` })
    await ecrire({ titre: 'Autre caisse' }, autre)
    await atelier.tx.modeleReponse.update({ where: { id: partout }, data: { usages: 500 } })
    await atelier.tx.modeleReponse.update({ where: { id: courant }, data: { usages: 7 } })

    const { id, reference } = await fabriqueDemande(atelier, monde.cadre, {
      agent: monde.agent,
      motif: 'c2s',
      etat: 'prise_en_charge',
    })
    const lue = await demandeDeCaisse(agent, reference)
    expect(lue?.modeles.map((modele) => modele.id)).toEqual([courant, rare, service, partout])

    const { version } = await atelier.tx.demande.findUniqueOrThrow({ where: { id } })
    await agir(agent, (c) => envoyerMessage(c, { id, version, texte: 'Bonjour', nature: 'reponse', modele: rare }))
    expect((await relire(rare)).usages).toBe(1)
  })

  it('do not count the uses of another caisse', async () => {
    const dAilleurs = await ecrire({ titre: 'Ailleurs' }, autre)
    const { id, version } = await fabriqueDemande(atelier, monde.cadre, {
      agent: monde.agent,
      motif: 'puma',
      etat: 'prise_en_charge',
    })
    await agir(agent, (c) => cloreDemande(c, { id, version, issue: 'accord', texte: 'C’est fait.', modele: dAilleurs }))
    expect((await relire(dAilleurs)).usages).toBe(0)
    expect(await modeleAModifier(agent, dAilleurs)).toBeNull()
    await expect(agir(agent, (c) => retirerModele(c, { id: dAilleurs, version: 1 }))).rejects.toMatchObject({
      code: 'introuvable',
    })
  })

  it('close with an outcome of their service, and only there', async () => {
    const id = await ecrire({ portee: 'service:dossier', acte: 'clore', issue: 'dossier.accord' })
    expect(await relire(id)).toMatchObject({ acte: 'clore', issue: 'accord', service: 'dossier' })
    await expect(ecrire({ portee: 'service:contact', acte: 'clore', issue: 'dossier.accord' })).rejects.toMatchObject({
      erreurs: { issue: expect.any(String) },
    })
    await expect(ecrire({ portee: 'toutes', acte: 'clore', issue: 'dossier.accord' })).rejects.toMatchObject({
      erreurs: { portee: expect.stringContaining('chaque service a ses résultats') },
    })
    await expect(ecrire({ portee: 'motif:0194d5b4-5a3e-7c21-8a44-0d2b8f6f2c11' })).rejects.toMatchObject({
      erreurs: { portee: expect.any(String) },
    })
  })

  it('keep what a colleague has just changed, move by one place, and go when nobody wants them', async () => {
    const id = await ecrire({ titre: 'Dernier' })
    await expect(ecrire({ id, version: '9', titre: 'Trop tard' })).rejects.toMatchObject({ code: 'etat_change' })
    await ecrire({ id, version: '1', titre: 'Dernier, corrigé' })
    const avant = await titres()
    expect(avant.at(-1)).toBe('Dernier, corrigé')
    await agir(agent, (c) => ordonnerModele(c, { id, sens: 'monter' }))
    expect((await titres()).at(-2)).toBe('Dernier, corrigé')
    await agir(agent, (c) => ordonnerModele(c, { id, sens: 'descendre' }))
    await agir(agent, (c) => ordonnerModele(c, { id, sens: 'descendre' }))
    expect(await titres()).toEqual(avant)
    await agir(agent, (c) => retirerModele(c, { id, version: 2 }))
    expect(await titres()).not.toContain('Dernier, corrigé')
  })
})

describe('the words of a demande', () => {
  it('name the required pieces that have not come in, for its variante and its urgency only', async () => {
    const { reference } = await fabriqueDemande(atelier, monde.cadre, {
      agent: monde.agent,
      motif: 'c2s',
      etat: 'prise_en_charge',
    })
    const demande = await demandeDeCaisse(agent, reference)
    if (!demande) throw new Error('introuvable')
    const attendues = demande.motif.pieces.filter(
      ({ exigence, variantes, actif }) =>
        actif && exigence === 'requise' && (variantes.length === 0 || variantes.includes(demande.variante ?? '')),
    )
    const [premiere, ...autres] = attendues
    if (!premiere) throw new Error('ce motif n’a pas de pièce requise')
    const pieces = [
      { code: premiere.code, sens: 'entrante', etat: 'saine' },
      ...autres.map(({ code }) => ({ code, sens: 'entrante', etat: 'infectee' })),
    ]
    const valeurs = valeursDe({ ...demande, pieces }, agent, new Date('2026-03-12T10:00:00Z'))
    expect(valeurs.pieces_manquantes ?? '').toBe(autres.map(({ libelle }) => `– ${libelle}`).join('\n'))
    expect(valeurs).toMatchObject({ reference, agent: `${agent.prenom} ${agent.nom}`, date: '12\u00A0mars' })
  })
})

describe('what follows a reply', () => {
  it('is the next demande of the view, the view after its last one, or the demande itself', () => {
    const demande = { reference: '26-000001' }
    const vue = '?vue=mes_demandes'
    expect(suiteDe(demande, { vue, suivante: '26-000002' }, '#echanges')).toBe(
      '/caisse/demandes/26-000001?vue=mes_demandes#echanges',
    )
    expect(suiteDe(demande, { vue, ensuite: 'oui', suivante: '26-000002' })).toBe(
      '/caisse/demandes/26-000002?vue=mes_demandes',
    )
    expect(suiteDe(demande, { vue, ensuite: 'oui', suivante: '' })).toBe('/caisse/file?vue=mes_demandes')
  })

  it('is remembered from one reply to the next', async () => {
    const { id, reference, version } = await fabriqueDemande(atelier, monde.cadre, {
      agent: monde.agent,
      motif: 'puma',
      etat: 'prise_en_charge',
    })
    const saisie = { id, texte: 'Bonjour', nature: 'reponse' as const, vue: '?vue=toutes' }
    await agir(agent, (c) => envoyerMessage(c, { ...saisie, version, ensuite: 'oui' }))
    expect((await demandeDeCaisse(agent, reference))?.enchainer).toBe(true)
    await agir(agent, (c) => envoyerMessage(c, { ...saisie, version: version + 1 }))
    expect((await demandeDeCaisse(agent, reference))?.enchainer).toBe(false)
  })
})
