import type { Contexte, Suite } from '@/lib/socle/action'

/** National setting: how long a row of the journal is kept. The purge follows it from the next night on. */
export async function reglerConservation({ tx }: Contexte, { journalMois }: { journalMois: number }): Promise<Suite> {
  await tx.parametre.upsert({
    where: { cle: 'journal_mois' },
    create: { cle: 'journal_mois', valeur: journalMois },
    update: { valeur: journalMois },
  })
  return {
    vers: '/administration/catalogue/parametres?fait=regle',
    journal: { objetType: 'parametre', objetId: 'journal_mois', details: { mois: journalMois } },
  }
}
