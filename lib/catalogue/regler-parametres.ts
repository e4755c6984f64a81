import type { Contexte, Suite } from '@/lib/socle/action'

/** National parameters. Passwords older than the new interval are changed at the next page of their holder. */
export async function reglerParametres({ tx }: Contexte, { dureeMois }: { dureeMois: number }): Promise<Suite> {
  await tx.parametre.upsert({
    where: { cle: 'mot_de_passe_mois' },
    create: { cle: 'mot_de_passe_mois', valeur: dureeMois },
    update: { valeur: dureeMois },
  })
  return {
    vers: '/administration/catalogue/parametres?fait=regle',
    journal: { objetType: 'parametre', objetId: 'mot_de_passe_mois', details: { mois: dureeMois } },
  }
}
