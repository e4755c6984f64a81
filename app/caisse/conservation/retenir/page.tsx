import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireRetenue } from '@/components/conservation/retenues'
import { FilRetour } from '@/components/ui/fil-retour'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Retenir une demande'

export const metadata: Metadata = { title: TITRE }

export default async function Retenir({ searchParams }: PageProps<'/caisse/conservation/retenir'>) {
  const acteur = await exigerActeur('conservation.voir')
  const { reference } = await searchParams
  return (
    <Cadre acteur={acteur} entree="/caisse/conservation">
      <FilRetour href="/caisse/conservation" libelle="Conservation des données" />
      <div className="max-w-160">
        <FormulaireRetenue
          reference={typeof reference === 'string' && /^[\d-]{1,20}$/.test(reference) ? reference : ''}
          titrePage={TITRE}
        >
          <h1 className="mb-2">{TITRE}</h1>
          <p className="mb-6">
            Une demande retenue n’est pas effacée, même passé son terme. La retenue prend fin d’elle-même au jour dit,
            et peut être levée avant. Elle est inscrite au journal.
          </p>
        </FormulaireRetenue>
      </div>
    </Cadre>
  )
}
