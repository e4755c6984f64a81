import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { AvantEnregistrer } from '@/components/reglages/avant-enregistrer'
import { FormulaireServicesPartenaire } from '@/components/reglages/formulaire-services-partenaire'
import { requete } from '@/components/reglages/requete'
import { actionEnregistrerServicesPartenaire } from '@/lib/reglages/actions'
import { verifierServicesPartenaire } from '@/lib/reglages/queries-partenaire'
import { valeursDeLAdresse } from '@/lib/reglages/section-tapee'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Avant d’enregistrer' }

export default async function VerifierServices({
  params,
  searchParams,
}: PageProps<'/caisse/partenaires/[id]/services/verifier'>) {
  const acteur = await exigerActeur('caisse.regler')
  const valeurs = valeursDeLAdresse(await searchParams)
  const lu = await verifierServicesPartenaire(acteur, (await params).id, valeurs)
  if (!lu) notFound()
  const { partenaire, version } = lu
  const adresse = `/caisse/partenaires/${partenaire.id}/services`
  return (
    <Cadre acteur={acteur} entree="/caisse/partenaires">
      {lu.erreurs ? (
        <FormulaireServicesPartenaire {...lu} valeurs={valeurs} />
      ) : (
        <AvantEnregistrer
          action={actionEnregistrerServicesPartenaire}
          sujet={`Services ouverts à ${partenaire.nom}`}
          changements={lu.changements}
          effets={lu.effets}
          modifier={`${adresse}?${requete(valeurs)}`}
          abandonner={adresse}
          modifieEntreTemps={valeurs.version !== undefined && valeurs.version !== String(version)}
          caches={{ ...valeurs, partenaireId: partenaire.id, version: String(version) }}
        />
      )}
    </Cadre>
  )
}
