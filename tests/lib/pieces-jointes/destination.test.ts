import { describe, expect, it } from 'vitest'
import { type Destination, verifierDestination } from '@/lib/pieces-jointes/destination'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { tx } = atelier
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const technicien = await acteurDe(ici.technicien.id)
const agent = await acteurDe(ici.agent.id)
const etranger = await acteurDe(ailleurs.technicien.id)

const verifier = (qui: typeof agent, vers: Partial<Destination>) =>
  agir(qui, (contexte) => verifierDestination(contexte.tx, qui, { code: 'autre', ...vers }))

const brouillonDe = ({ technicien: { id: compteId }, structure, caisse }: typeof ici) =>
  tx.brouillon.create({
    data: {
      compteId,
      structureId: structure.id,
      partenaireId: structure.partenaireId,
      caisseId: caisse.id,
      service: 'dossier',
    },
  })

describe('a file', () => {
  it('joins the draft of who sends it, and nobody else’s', async () => {
    const { id: brouillon, structureId } = await brouillonDe(ici)
    const { rattachement } = await verifier(technicien, { brouillon })
    expect(rattachement).toEqual({ brouillonId: brouillon, structureId })
    const autre = await brouillonDe(ailleurs)
    for (const [qui, vers] of [
      [technicien, autre.id],
      [agent, brouillon],
      [etranger, brouillon],
    ] as const)
      await expect(verifier(qui, { brouillon: vers })).rejects.toMatchObject({ code: 'introuvable' })
  })

  it('joins a demande of one’s own side, never that of another caisse or partenaire', async () => {
    const { id: demande } = await fabriqueDemande(atelier, ici.cadre, {
      agent: ici.agent,
      motif: 'puma',
      etat: 'prise_en_charge',
    })
    expect((await verifier(technicien, { demande })).rattachement).toMatchObject({ demandeId: demande })
    for (const qui of [etranger, await acteurDe(ailleurs.agent.id), await acteurDe(ici.referent.id)])
      await expect(verifier(qui, { demande })).rejects.toMatchObject({ code: 'introuvable' })
  })

  it('goes to the partenaire when its convention allows it, and is sent by post when not', async () => {
    const { id: demande } = await fabriqueDemande(atelier, ici.cadre, {
      agent: ici.agent,
      motif: 'puma',
      etat: 'prise_en_charge',
    })
    const habiliter = (habiliteDocuments: boolean) =>
      tx.conventionCaisse.updateMany({ where: { caisseId: ici.caisse.id }, data: { habiliteDocuments } })
    await habiliter(false)
    await expect(verifier(agent, { demande })).rejects.toMatchObject({
      code: 'etat_change',
      message: expect.stringContaining('pas habilité'),
    })
    // What the partenaire sends does not depend on it.
    await verifier(technicien, { demande })
    await habiliter(true)
    await verifier(agent, { demande })
  })
})
