import { encode } from 'next-auth/jwt'
import { afterEach, expect, it } from 'vitest'
import type { Plateforme } from '@/lib/processus/plateforme'
import { demarrerPlateformeDeTest } from '@/lib/processus/plateforme-de-test'
import { installerCatalogue } from '@/prisma/seed/catalogue'
import { type AtelierOuvert, ouvrirAtelier } from '@/prisma/seed/fabriques/atelier'
import { fabriqueCompte, fabriqueSession } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { type Client, envoyerFormulaire, lireFormulaire } from './action-sans-script'

const fois = process.env.EPREUVES === 'completes' ? 20 : 1
const agents = 50

let plateforme: Plateforme | undefined
let atelier: AtelierOuvert | undefined
afterEach(async () => {
  await atelier?.fermer()
  await plateforme?.arreter()
  atelier = plateforme = undefined
})

it(`sends ${agents} takes of one demande at once, by as many agents, ${fois === 1 ? 'once' : `${fois} times`}: exactly one has it each time`, async () => {
  plateforme = await demarrerPlateformeDeTest({ graine: false })
  const { url, urls, env } = plateforme
  const ouvert = ouvrirAtelier(urls.migration)
  atelier = ouvert
  await installerCatalogue(ouvert.tx, new Date('2025-01-01T00:00:00Z'))
  const { caisse, cadre, agent } = await fabriquePartenariat(ouvert)
  const clients: Client[] = []
  for (let rang = 0; rang < agents; rang += 1) {
    const { id } = await fabriqueCompte(ouvert, { profil: 'caisse', roles: ['agent'], caisseId: caisse.id })
    const sid = await fabriqueSession(ouvert, id)
    const jeton = await encode({ token: { sid }, secret: env.SECRET_SESSION ?? '', maxAge: 36_000 })
    clients.push({ url, cookie: `ep-session=${jeton}` })
  }
  for (let tour = 0; tour < fois; tour += 1) {
    const { id, reference } = await fabriqueDemande(ouvert, cadre, { agent, motif: 'puma' })
    const chemin = `/caisse/demandes/${reference}`
    // The fields of the form are the same for all: it is its sender that differs.
    const champs = [...(await lireFormulaire(clients[0] as Client, chemin, 'Je m’en occupe'))]
    const reponses = await Promise.all(
      clients.map((client) => {
        const donnees = new FormData()
        for (const [cle, valeur] of champs) donnees.append(cle, valeur)
        return envoyerFormulaire(client, chemin, donnees)
      }),
    )
    // Taken: sent back to the demande. Refused: the page again, that says who has it.
    const statuts = reponses.map(({ statut }) => statut)
    expect(statuts.filter((statut) => statut === 303)).toHaveLength(1)
    expect(statuts.filter((statut) => statut === 200)).toHaveLength(agents - 1)
    const faits = await ouvert.tx.evenement.findMany({ where: { demandeId: id, type: { not: 'deposee' } } })
    const demande = await ouvert.tx.demande.findUniqueOrThrow({ where: { id } })
    expect(faits.map(({ type, auteurId }) => [type, auteurId])).toEqual([['prise_en_charge', demande.agentId]])
    const avis = await ouvert.tx.courriel.count({ where: { demandeId: id, modele: 'demande_prise_en_charge' } })
    expect(avis).toBe(1)
  }
})
