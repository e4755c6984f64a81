import { AvantEnregistrer } from '@/components/reglages/avant-enregistrer'
import { FormulaireMotifs } from '@/components/reglages/formulaire-motifs'
import { requete } from '@/components/reglages/requete'
import { definitionDe } from '@/lib/demandes/registre'
import { actionEnregistrerMotifs } from '@/lib/reglages/actions'
import type { verifierMotifs } from '@/lib/reglages/queries-motifs'

/** After «Voir ce que cela change»: the form with its errors, or what changes and what it touches. */
export function VerificationMotifs({
  verification,
  base,
  valeurs,
}: {
  verification: Awaited<ReturnType<typeof verifierMotifs>>
  base: string
  valeurs: Record<string, string | string[]>
}) {
  const { caisse, service, version, motifs } = verification
  if (verification.erreurs)
    return <FormulaireMotifs {...{ service, motifs, version, base, valeurs }} erreurs={verification.erreurs} />
  return (
    <AvantEnregistrer
      action={actionEnregistrerMotifs}
      sujet={`Motifs de « ${definitionDe(service).libelleCourt} », ${caisse.nom}`}
      changements={verification.changements}
      effets={verification.effets}
      modifier={`${base}/motifs/${service}?${requete(valeurs)}`}
      abandonner={`${base}/motifs#${service}`}
      modifieEntreTemps={valeurs.version !== undefined && valeurs.version !== String(version)}
      caches={{ ...valeurs, caisseId: caisse.id, service, version: String(version) }}
    />
  )
}
