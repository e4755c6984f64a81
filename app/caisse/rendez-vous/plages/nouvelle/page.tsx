import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { FormulairePlages } from '@/components/rendez-vous/formulaire-plages'

import { valeursParDefaut } from '@/components/rendez-vous/valeurs-plages'
import { valeursDeLAdresse } from '@/lib/reglages/section-tapee'
import { cadrePlages } from '@/lib/rendez-vous/queries'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Ouvrir des créneaux' }

export default async function NouvellesPlages({ searchParams }: PageProps<'/caisse/rendez-vous/plages/nouvelle'>) {
  const acteur = await exigerActeur('demande.traiter')
  const valeurs = valeursDeLAdresse(await searchParams)
  const cadre = await cadrePlages(acteur)
  return (
    <Cadre acteur={acteur} entree="/caisse/rendez-vous">
      <FormulairePlages
        cadre={cadre}
        moi={acteur.compteId}
        valeurs={Object.keys(valeurs).length > 0 ? valeurs : valeursParDefaut(cadre, acteur.compteId, new Date())}
      />
    </Cadre>
  )
}
