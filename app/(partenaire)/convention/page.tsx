import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { ConventionDuPartenaire } from '@/components/conventions/du-partenaire'
import { EtatVide } from '@/components/ui/etat-vide'
import { conventionsDuPartenaire } from '@/lib/conventions/queries-detail'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Votre convention' }

export default async function PageConventionDuPartenaire() {
  const acteur = await exigerActeur('equipe.gerer')
  const { conventions, contacts, jour } = await conventionsDuPartenaire(acteur)
  return (
    <Cadre acteur={acteur} entree="/convention" exacte>
      <h1 className="mb-6">{conventions.length > 1 ? 'Vos conventions' : 'Votre convention'}</h1>
      {conventions.length === 0 && (
        <EtatVide titre="Aucune convention signée">
          <p>Votre caisse enregistrera ici la convention, ses dates et ses documents, une fois signée.</p>
        </EtatVide>
      )}
      {conventions.map((vue) => (
        <ConventionDuPartenaire
          key={vue.convention.id}
          vue={vue}
          contacts={contacts.filter(({ caisseId }) => vue.parts.some((part) => part.caisseId === caisseId))}
          jour={jour}
        />
      ))}
    </Cadre>
  )
}
