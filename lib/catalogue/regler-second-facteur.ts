import { CLE_SECOND_FACTEUR } from '@/lib/securite/obligation'
import type { Contexte, Suite } from '@/lib/socle/action'

/**
 * Whether the caisse side, gestionnaires and administrateurs must sign in with two factors. Lifted, those who have set one up
 * keep it; asked again, the others set one up at their next page.
 */
export async function reglerSecondFacteur({ tx }: Contexte, { exige }: { exige: boolean }): Promise<Suite> {
  await tx.parametre.upsert({
    where: { cle: CLE_SECOND_FACTEUR },
    create: { cle: CLE_SECOND_FACTEUR, valeur: exige },
    update: { valeur: exige },
  })
  return {
    vers: '/administration/catalogue/parametres?fait=regle',
    journal: { objetType: 'parametre', objetId: CLE_SECOND_FACTEUR, details: { exige } },
  }
}
