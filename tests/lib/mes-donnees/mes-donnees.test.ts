import { expect, it } from 'vitest'
import { mesDonnees } from '@/lib/mes-donnees/donnees'
import { mesDonneesEnPdf } from '@/lib/mes-donnees/pdf'
import { refusDuConsentement } from '@/lib/personnes/regles'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, atelierDeTest } from '@/tests/contexte'
import { lirePdf } from '@/tests/lire-copie'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const ici = await fabriquePartenariat(atelier)

it('gives each account its own data whole, without any secret, and leaves a row', async () => {
  for (const compte of [ici.technicien, ici.gestionnaire, ici.agent, ici.referent, ici.dpo]) {
    const acteur = await acteurDe(compte.id)
    await mesDonnees(acteur, '::1')
    const donnees = await mesDonnees(acteur, '::1')
    expect(donnees.identite).toMatchObject({ identifiant: acteur.identifiant, courriel: acteur.courriel })
    expect(donnees.sessions.length).toBeGreaterThan(0)
    expect(donnees.journal.map(({ action }) => action)).toContain('compte.donnees_vues')
    expect(JSON.stringify(donnees)).not.toMatch(/argon2|hash|secret"/i)
    const texte = lirePdf(await mesDonneesEnPdf(donnees, new Date()))
    expect(texte).toContain(acteur.identifiant)
  }
})

it('takes a consent of today or of before, never of tomorrow nor too old', () => {
  expect(refusDuConsentement('2026-04-10', '2026-04-10')).toBeNull()
  expect(refusDuConsentement('2025-04-10', '2026-04-10')).toBeNull()
  expect(refusDuConsentement('2026-04-11', '2026-04-10')).toMatch(/à venir/)
  expect(refusDuConsentement('2025-04-01', '2026-04-10')).toMatch(/plus d’un an/)
})
