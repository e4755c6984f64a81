import { expect, it } from 'vitest'
import { rechercher } from '@/lib/recherche/queries'
import { criteresSchema } from '@/lib/recherche/schema'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { type CadreDemande, fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriqueConvention, fabriquePartenaire } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const monde = await fabriquePartenariat(atelier)
const autre = await fabriquePartenaire(atelier)
await fabriqueConvention(atelier, { partenaireId: autre.id, caisses: [{ caisseId: monde.caisse.id }] })
const auteur = await fabriqueCompte(atelier, {
  profil: 'technicien',
  partenaireId: autre.id,
  structureId: autre.structure.id,
})
const chezEux = { caisse: monde.caisse, structure: autre.structure, auteur }
const technicien = await acteurDe(monde.technicien.id)

const deposer = (cadre: CadreDemande, nomNaissance: string, prenom: string) =>
  fabriqueDemande(atelier, cadre, {
    motif: 'c2s',
    variante: 'premiere',
    personne: {
      civilite: 'madame',
      nomUsage: '',
      dateNaissance: '1987-07-14',
      departement: '76',
      nomNaissance,
      prenom,
    },
  })

async function reponses() {
  const lues = []
  // A name begun, a name with a slip, two that are one, one that resembles: each asks the words that are known.
  for (const q of ['kerbrat anna', 'zolotareva anna', 'zolo tariova', 'zolotarevska', 'anna kerb', 'maro anna'])
    lues.push(
      (await rechercher(technicien, criteresSchema.parse({ q }), '127.0.0.1')).resultats.map(
        ({ reference, niveau, trouves }) => [q, reference, niveau, trouves],
      ),
    )
  return lues
}

it('tells a technicien nothing of the names that other partenaires have brought to the caisse', async () => {
  for (const nom of ['Kerbratovitch', 'Zolotariova', 'Marou']) await deposer(monde.cadre, nom, 'Anna')
  const avant = await reponses()
  expect(avant[0]).toHaveLength(1)
  for (const nom of ['Kerbrat', 'Zolotareva', 'Zolotarevska', 'Zolo', 'Tariova', 'Maro'])
    await deposer(chezEux, nom, 'Anna')
  for (const lettre of 'abcdefghijklmnpqrst') await deposer(chezEux, `Maro${lettre}`, 'Luc')
  expect(await reponses()).toEqual(avant)
})
