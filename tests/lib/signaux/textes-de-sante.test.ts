import { expect, test } from 'vitest'
import { journaliserLePasse } from '@/lib/journal/ecrire'
import { textesDeSante } from '@/lib/signaux/textes-de-sante'
import { avecTravaux } from '@/lib/socle/base'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const national = await fabriqueCompte(atelier, { profil: 'administrateur' })

test('a DPO counts the texts of its caisse kept in spite of the warning, by month and by side, over a year', async () => {
  const { agent, technicien, caisse } = ici
  const lui = (compte: { id: string; profil: string; caisseId: string | null; partenaireId: string | null }) => ({
    compteId: compte.id,
    profil: compte.profil,
    caisse: compte.caisseId ? { id: compte.caisseId } : null,
    partenaire: compte.partenaireId ? { id: compte.partenaireId } : null,
  })
  const garde = (le: string, acteur: typeof agent | typeof technicien, nombre: number, caisseId?: string) => ({
    action: 'message.envoye' as const,
    le: new Date(le),
    acteur: lui(acteur),
    caisseId,
    details: { santeGardee: nombre },
  })
  await avecTravaux((tx) =>
    journaliserLePasse(tx, [
      garde('2025-11-30T22:59:00Z', agent, 5),
      garde('2025-11-30T23:01:00Z', agent, 1),
      garde('2026-11-02T09:00:00Z', technicien, 2, caisse.id),
      garde('2026-11-03T09:00:00Z', technicien, 1),
      garde('2026-11-04T09:00:00Z', agent, 1),
      garde('2026-11-05T09:00:00Z', ailleurs.technicien, 7, ailleurs.caisse.id),
      { ...garde('2026-11-06T09:00:00Z', agent, 1), details: {} },
    ]),
  )
  const le = new Date('2026-11-22T12:00:00Z')
  expect(await textesDeSante(await acteurDe(ici.dpo.id), le)).toEqual([
    { mois: '2026-11', caisse: 1, partenaire: 3 },
    { mois: '2025-12', caisse: 1, partenaire: 0 },
  ])
  expect(await textesDeSante(await acteurDe(national.id), le)).toMatchObject([{ mois: '2026-11', partenaire: 10 }, {}])
  expect(await textesDeSante(await acteurDe(agent.id), le)).toEqual([])
})
