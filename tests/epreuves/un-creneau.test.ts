import { encode } from 'next-auth/jwt'
import { afterEach, expect, it } from 'vitest'
import type { Plateforme } from '@/lib/processus/plateforme'
import { demarrerPlateformeDeTest } from '@/lib/processus/plateforme-de-test'
import { installerCatalogue } from '@/prisma/seed/catalogue'
import { type AtelierOuvert, ouvrirAtelier } from '@/prisma/seed/fabriques/atelier'
import { fabriqueSession } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { fabriqueCreneau } from '@/tests/lib/rendez-vous/monde-rendez-vous'
import { envoyerFormulaire, lireFormulaire } from './action-sans-script'

const demandes = process.env.EPREUVES === 'completes' ? 100 : 20

let plateforme: Plateforme | undefined
let atelier: AtelierOuvert | undefined
afterEach(async () => {
  await atelier?.fermer()
  await plateforme?.arreter()
  atelier = plateforme = undefined
})

it(`sends ${demandes} bookings of one slot at once: exactly one has it`, async () => {
  plateforme = await demarrerPlateformeDeTest({ graine: false })
  const ouvert = ouvrirAtelier(plateforme.urls.migration)
  atelier = ouvert
  await installerCatalogue(ouvert.tx, new Date('2025-01-01T00:00:00Z'))
  const monde = await fabriquePartenariat(ouvert)
  const [caisseId, structureId] = [monde.caisse.id, monde.structure.id]
  const sid = await fabriqueSession(ouvert, monde.technicien.id)
  const jeton = await encode({ token: { sid }, secret: plateforme.env.SECRET_SESSION ?? '', maxAge: 36_000 })
  const client = { url: plateforme.url, cookie: `ep-session=${jeton}` }
  const creneauId = await fabriqueCreneau(ouvert, { caisseId, agentId: monde.agent.id, heures: 500 })
  const chemins: string[] = []
  for (let n = 0; n < demandes; n += 1) {
    const { id: demandeId, reference } = await fabriqueDemande(ouvert, monde.cadre, {
      agent: monde.agent,
      etat: 'prise_en_charge',
      motif: 'rdv_c2s',
    })
    const { id: rendezVousId } = await ouvert.tx.rendezVous.create({
      data: { demandeId, caisseId, structureId, mode: 'sur_place', etat: 'propose' },
    })
    await ouvert.tx.propositionCreneau.create({ data: { rendezVousId, creneauId, caisseId, structureId } })
    chemins.push(`/demandes/${reference}`)
  }
  const formulaires: FormData[] = []
  for (const chemin of chemins) formulaires.push(await lireFormulaire(client, chemin, 'name="creneau"'))
  const reponses = await Promise.all(
    chemins.map((chemin, rang) => {
      const donnees = formulaires[rang] as FormData
      donnees.set('creneau', creneauId)
      return envoyerFormulaire(client, chemin, donnees)
    }),
  )
  // Chosen: sent on to the demande. Too late: the page again, with the words and what is left.
  const statuts = reponses.map(({ statut }) => statut)
  expect(statuts.filter((statut) => statut === 303)).toHaveLength(1)
  expect(statuts.filter((statut) => statut === 200)).toHaveLength(demandes - 1)
  expect(await ouvert.tx.rendezVous.count({ where: { creneauId, etat: 'fixe' } })).toBe(1)
  expect(await ouvert.tx.creneau.findUniqueOrThrow({ where: { id: creneauId } })).toMatchObject({ pris: 1 })
})
