import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { ApercuPlages } from '@/components/rendez-vous/apercu-plages'
import { FormulairePlages } from '@/components/rendez-vous/formulaire-plages'

import { saisieDesValeurs, valeursDeLAdresse } from '@/lib/reglages/section-tapee'
import { cadrePlages, prevoir } from '@/lib/rendez-vous/queries'
import { plagesSchema } from '@/lib/rendez-vous/schema-plages'
import { nomComplet } from '@/lib/socle/acteur'
import { erreursParChamp } from '@/lib/socle/saisie'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Avant de créer les créneaux' }

export default async function VerifierPlages({ searchParams }: PageProps<'/caisse/rendez-vous/plages/verifier'>) {
  const acteur = await exigerActeur('demande.traiter')
  const valeurs = valeursDeLAdresse(await searchParams)
  const [cadre, lu] = [await cadrePlages(acteur), plagesSchema.safeParse(saisieDesValeurs(valeurs))]
  const suite = lu.success ? await prevoir(acteur, lu.data, new Date()) : { erreurs: erreursParChamp(lu.error) }
  const agent = lu.success ? cadre.agents.find(({ id }) => id === lu.data.pour) : undefined
  return (
    <Cadre acteur={acteur} entree="/caisse/rendez-vous">
      {lu.success && 'prevision' in suite ? (
        <ApercuPlages
          prevision={suite.prevision}
          saisie={lu.data}
          qui={agent ? nomComplet(agent) : 'Un guichet de la caisse'}
          valeurs={valeurs}
        />
      ) : (
        <FormulairePlages
          cadre={cadre}
          moi={acteur.compteId}
          valeurs={valeurs}
          erreurs={'erreurs' in suite ? suite.erreurs : {}}
        />
      )}
    </Cadre>
  )
}
