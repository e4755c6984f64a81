import { expect, it } from 'vitest'
import { consulterDemande } from '@/lib/demandes/consulter-demande'
import { demandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { filtresFileSchema } from '@/lib/demandes/filtres-file'
import { fileDAttente } from '@/lib/demandes/queries-caisse'
import { echangerPresence } from '@/lib/file/presence'
import { demandeDuPanneau } from '@/lib/file/queries-panneau'
import { nomComplet } from '@/lib/socle/acteur'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const monde = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const compte2 = await fabriqueCompte(atelier, { profil: 'caisse', caisseId: monde.caisse.id, roles: ['agent'] })
const agent = await acteurDe(monde.agent.id)
const collegue = await acteurDe(compte2.id)
const etranger = await acteurDe(ailleurs.agent.id)
const { id, reference } = await fabriqueDemande(atelier, monde.cadre)
const la = (ecrit = false) => ({ ecrit, part: false })
const apres = (secondes: number) => new Date(Date.now() + secondes * 1_000)

it('tells each agent who else is there, who writes, and forgets after two minutes or when they leave', async () => {
  const debut = new Date()
  expect(await echangerPresence(agent, reference, la(), debut)).toEqual([])
  expect(await echangerPresence(collegue, reference, la(true), debut)).toEqual([
    { nom: nomComplet(agent), ecrit: false },
  ])
  expect(await echangerPresence(agent, reference, la(), apres(30))).toEqual([
    { nom: nomComplet(collegue), ecrit: true },
  ])
  expect((await demandeDeCaisse(agent, reference))?.presents).toEqual([{ nom: nomComplet(collegue), ecrit: true }])
  const file = await fileDAttente(agent, filtresFileSchema.parse({}))
  expect(file.presences).toEqual({ [id]: nomComplet(collegue) })

  expect(await echangerPresence(agent, reference, la(), apres(121))).toEqual([])
  await echangerPresence(collegue, reference, la(), apres(130))
  await echangerPresence(collegue, reference, { ecrit: false, part: true }, apres(131))
  expect(await echangerPresence(agent, reference, la(), apres(132))).toEqual([])
})

it('says nothing of a demande of another caisse', async () => {
  await expect(echangerPresence(etranger, reference, la(), new Date())).rejects.toMatchObject({ code: 'introuvable' })
  expect(await demandeDuPanneau(etranger, reference)).toBeNull()
})

it('counts the side panel as a reading: receipt, journal, presence, and messages read by who follows the demande', async () => {
  const suivie = await fabriqueDemande(atelier, monde.cadre, { etat: 'prise_en_charge', agent: monde.agent })
  await atelier.tx.demande.update({ where: { id: suivie.id }, data: { nonLusCaisse: 2 } })
  for (const [acteur, restent] of [
    [collegue, 2],
    [agent, 0],
  ] as const) {
    const panneau = await demandeDuPanneau(acteur, suivie.reference)
    if (!panneau) throw new Error('La demande est à la caisse.')
    await consulterDemande(acteur, panneau, '192.0.2.1')
    expect((await atelier.tx.demande.findUniqueOrThrow({ where: { id: suivie.id } })).nonLusCaisse).toBe(restent)
  }
  expect(await atelier.tx.journal.count({ where: { action: 'demande.consultee', objetId: suivie.id } })).toBe(2)
  expect(await echangerPresence(agent, suivie.reference, la(), new Date())).toEqual([
    { nom: nomComplet(collegue), ecrit: false },
  ])
})
