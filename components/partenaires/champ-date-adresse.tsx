'use client'

import { ChampDate } from '@/components/formulaire/champ-date'
import { Contexte } from '@/components/formulaire/contexte'

/** A day asked in a GET form: what is wrong with it comes from the page, since no action answers. */
export function ChampDateAdresse({
  erreur,
  ...champ
}: Parameters<typeof ChampDate>[0] & {
  erreur?: string
}) {
  return (
    <Contexte
      value={{
        erreurs: erreur ? { [champ.name]: erreur } : {},
        valeurs: {},
        enCours: null,
        enregistrement: { statut: 'repos' },
        seReconnecter: () => {},
      }}
    >
      <ChampDate {...champ} />
    </Contexte>
  )
}
