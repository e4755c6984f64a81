import { encode } from 'next-auth/jwt'
import { afterEach, expect, it } from 'vitest'
import type { Plateforme } from '@/lib/processus/plateforme'
import { demarrerPlateformeDeTest } from '@/lib/processus/plateforme-de-test'
import { installerCatalogue } from '@/prisma/seed/catalogue'
import { type AtelierOuvert, ouvrirAtelier } from '@/prisma/seed/fabriques/atelier'
import { fabriqueCompte, fabriqueSession } from '@/prisma/seed/fabriques/compte'
import { fabriqueConvention, fabriquePartenaire } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { type Client, envoyerFormulaire, lireFormulaire } from './action-sans-script'

const fois = process.env.EPREUVES === 'completes' ? 20 : 1

let plateforme: Plateforme | undefined
let atelier: AtelierOuvert | undefined
afterEach(async () => {
  await atelier?.fermer()
  await plateforme?.arreter()
  atelier = plateforme = undefined
})

/** Two référents of one caisse, signed in. */
async function ouvrir({ url, urls, env }: Plateforme) {
  const ouvert = ouvrirAtelier(urls.migration)
  await installerCatalogue(ouvert.tx, new Date('2025-01-01T00:00:00Z'))
  const { caisse, referent } = await fabriquePartenariat(ouvert)
  const collegue = await fabriqueCompte(ouvert, { profil: 'caisse', roles: ['referent'], caisseId: caisse.id })
  const clientDe = async (compteId: string): Promise<Client> => {
    const sid = await fabriqueSession(ouvert, compteId)
    const jeton = await encode({ token: { sid }, secret: env.SECRET_SESSION ?? '', maxAge: 36_000 })
    return { url, cookie: `ep-session=${jeton}` }
  }
  return { ouvert, caisseId: caisse.id, clients: [await clientDe(referent.id), await clientDe(collegue.id)] }
}

it(`sends 50 creations at once for one free seat, ${fois === 1 ? 'once' : `${fois} times`}: exactly one account each time`, async () => {
  plateforme = await demarrerPlateformeDeTest({ graine: false })
  const { ouvert, caisseId, clients } = await ouvrir(plateforme)
  atelier = ouvert
  for (let tour = 0; tour < fois; tour += 1) {
    const { id, structure, domaines } = await fabriquePartenaire(ouvert)
    await fabriqueConvention(ouvert, { partenaireId: id, caisses: [{ caisseId }] })
    await fabriqueCompte(ouvert, { profil: 'gestionnaire', partenaireId: id, structureId: structure.id })
    const chemin = `/caisse/partenaires/${id}/gestionnaires/nouveau?structure=${structure.id}`
    const formulaires = await Promise.all(clients.map((client) => lireFormulaire(client, chemin, 'name="courriel"')))
    const reponses = await Promise.all(
      Array.from({ length: 50 }, async (_, rang) => {
        const donnees = new FormData()
        for (const [cle, valeur] of formulaires[rang % 2] as FormData) donnees.append(cle, valeur)
        const personne = {
          civilite: 'madame',
          nom: `Aubry${rang}`,
          prenom: 'Lise',
          fonction: 'Directrice',
          telephone: '0500001234',
          courriel: `lise.aubry${rang}@${domaines[0]}`,
        }
        for (const [cle, valeur] of Object.entries(personne)) donnees.set(cle, valeur)
        return envoyerFormulaire(clients[rang % 2] as Client, chemin, donnees)
      }),
    )
    // Created: sent on to the account. Refused: the form again, with the rule in words.
    const statuts = reponses.map(({ statut }) => statut)
    expect(statuts.filter((statut) => statut === 303)).toHaveLength(1)
    expect(statuts.filter((statut) => statut === 200)).toHaveLength(49)
    expect(await ouvert.tx.compte.count({ where: { structureId: structure.id, etat: { not: 'inactif' } } })).toBe(2)
  }
})
