import { expect, it } from 'vitest'
import { envoyerMessage } from '@/lib/demandes/envoyer-message'
import { inactiverCompte } from '@/lib/habilitations/inactiver-compte'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)

it('tells those who take over when the author of a demande has left: the mailbox of the structure, or its techniciens', async () => {
  const monde = await fabriquePartenariat(atelier)
  const collegue = await fabriqueCompte(atelier, {
    profil: 'technicien',
    partenaireId: monde.partenaire.id,
    structureId: monde.structure.id,
  })
  const agent = await acteurDe(monde.agent.id)
  const ecrire = async () => {
    const { id, version } = await fabriqueDemande(atelier, monde.cadre, { agent: monde.agent, etat: 'prise_en_charge' })
    await agir(agent, (contexte) => envoyerMessage(contexte, { id, version, texte: 'Bonjour', nature: 'reponse' }))
    const courriels = await atelier.tx.courriel.findMany({ where: { demandeId: id, modele: 'message_recu' } })
    return courriels.map(({ destinataire }) => destinataire)
  }
  expect(await ecrire()).toEqual([monde.technicien.courriel])

  const gestionnaire = await acteurDe(monde.gestionnaire.id)
  await agir(gestionnaire, (contexte) =>
    inactiverCompte(contexte, { compteId: monde.technicien.id, motif: 'Départ de la structure' }),
  )
  expect(await ecrire()).toEqual([collegue.courriel])

  const boite = 'accueil@structure.example'
  await atelier.tx.structure.update({ where: { id: monde.structure.id }, data: { courriel: boite } })
  expect(await ecrire()).toEqual([boite])
})
