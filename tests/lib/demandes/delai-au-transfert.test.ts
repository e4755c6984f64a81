import { expect, it } from 'vitest'
import { choixDeCorrection } from '@/lib/demandes/queries-corrections'
import { transfererDemande } from '@/lib/demandes/transferer-demande'
import { jourDe } from '@/lib/socle/jour'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import { fabriqueCaisse } from '@/prisma/seed/fabriques/caisse'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriqueConvention } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const delais = (delaiJours: number) => [{ prestation: 'puma', delaiJours, seuilAlerteJours: 5 }]
const ici = await fabriquePartenariat(atelier, { caisse: { delais: delais(30) } })
const la = await fabriqueCaisse(atelier, { delais: delais(20) })
const sans = await fabriqueCaisse(atelier, { delais: [] })
for (const { id } of [la, sans])
  await fabriqueConvention(atelier, { partenaireId: ici.partenaire.id, caisses: [{ caisseId: id }] })
const agent = await acteurDe(ici.agent.id)

it('says, before the choice, the day that each caisse would announce: the one the transfer gives', async () => {
  const deposeeLe = new Date(Date.now() - 10 * 86_400_000)
  const demande = await fabriqueDemande(
    atelier,
    { ...ici.cadre, delais: delais(30) },
    { agent: ici.agent, motif: 'puma', deposeeLe },
  )
  const choix = await choixDeCorrection(agent, demande, 'transferer')
  const annonce = (id: string) => choix?.ouvertes.find((caisse) => caisse.id === id)?.delai
  expect(annonce(la.id)).toEqual({ jours: 20, echeanceLe: ajouterJours(dateAParis(deposeeLe), 20) })
  expect(annonce(sans.id)).toEqual({ jours: null, echeanceLe: null })
  const { id, version } = demande
  await agir(agent, (c) =>
    transfererDemande(c, { id, version, caisse: la.id, motif: null, raison: 'Elle relève de vous.' }),
  )
  const apres = await atelier.tx.demande.findUniqueOrThrow({ where: { id } })
  expect({ jours: apres.delaiJours, echeanceLe: jourDe(apres.echeanceLe) }).toEqual(annonce(la.id))
})
