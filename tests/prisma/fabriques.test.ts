import { describe, expect, it } from 'vitest'
import { motifsOuverts, piecesDemandees } from '@/lib/caisses/catalogue'
import { demandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { type Etat, etats, services } from '@/lib/demandes/modele'
import { prendreEnCharge } from '@/lib/demandes/prendre-en-charge'
import { installerCatalogue, installerCatalogueSiVide, motifNational } from '@/prisma/seed/catalogue'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '../base-de-test'
import { acteurDe, agir, atelierDeTest } from '../contexte'

const atelier = await atelierDeTest(await baseDeTest())
const monde = await fabriquePartenariat(atelier)
const { tx } = atelier

describe('the national catalogue', () => {
  it('is installed once, however many times it is asked', async () => {
    const compter = async () => [await tx.motif.count(), await tx.pieceAttendue.count(), await tx.versionCgu.count()]
    const avant = await compter()
    await installerCatalogue(tx)
    expect(await installerCatalogueSiVide(tx)).toBe(false)
    expect(await compter()).toEqual(avant)
  })

  it('does not undo what the administrator has changed', async () => {
    const { id, libelle } = motifNational('puma')
    await tx.motif.update({ where: { id }, data: { libelle: 'Autrement dit' } })
    await installerCatalogue(tx)
    expect(await tx.motif.findUnique({ where: { id } })).toMatchObject({ libelle: 'Autrement dit' })
    await tx.motif.update({ where: { id }, data: { libelle } })
  })

  it('gives every service its motifs, and the list of pieces follows the variante and the urgency', async () => {
    const portee = { caisseId: monde.caisse.id, partenaireId: monde.partenaire.id }
    for (const service of services) expect((await motifsOuverts(tx, { ...portee, service })).length).toBeGreaterThan(4)
    const motifId = motifNational('c2s').id
    const codes = async (variante: string, urgent: boolean) =>
      (await piecesDemandees(tx, { motifId, variante, urgent })).map(({ code }) => code)
    expect(await codes('premiere', false)).toContain('identite')
    expect(await codes('renouvellement', false)).not.toContain('identite')
    expect(await codes('renouvellement', true)).toContain('justificatif_urgence')
  })
})

describe('the factories', () => {
  it('give accounts whose session opens the caisse of the convention', async () => {
    const acteur = await acteurDe(monde.technicien.id)
    expect(acteur).toMatchObject({ profil: 'technicien', structure: { unique: true } })
    expect(acteur.caissesOuvertes).toEqual([{ id: monde.caisse.id, nom: monde.caisse.nom }])
  })

  it.each(etats)('tell a demande %s, down to its history', async (etat: Etat) => {
    for (const { code } of services.flatMap((service) => [{ code: premierMotif[service] }])) {
      const demande = await fabriqueDemande(atelier, monde.cadre, { etat, motif: code, agent: monde.agent })
      expect(demande.etat).toBe(etat)
      const lue = await demandeDePartenaire(await acteurDe(monde.technicien.id), demande.reference)
      expect(lue?.evenements.at(0)?.type).toBe('deposee')
      expect(lue?.version).toBe(lue?.evenements.length)
    }
  })

  it('give demandes that the use cases of the product accept', async () => {
    const demande = await fabriqueDemande(atelier, monde.cadre)
    const agent = await acteurDe(monde.agent.id)
    await agir(agent, (contexte) => prendreEnCharge(contexte, { id: demande.id }))
    expect(await tx.demande.findUnique({ where: { id: demande.id } })).toMatchObject({ etat: 'prise_en_charge' })
  })

  it('leave the CGU to accept when asked', async () => {
    const compte = await fabriqueCompte(atelier, { profil: 'administrateur', cgu: false })
    expect(await tx.acceptationCgu.count({ where: { compteId: compte.id } })).toBe(0)
  })
})

const premierMotif = {
  dossier: 'c2s',
  signalement: 'situation_urgence',
  rendez_vous: 'rdv_c2s',
  document: 'attestation_droits',
  contact: 'code_ameli',
}
