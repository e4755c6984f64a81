import { AvantEnregistrer } from '@/components/reglages/avant-enregistrer'
import { FormulaireSection } from '@/components/reglages/formulaire-section'
import { requete } from '@/components/reglages/requete'
import { actionEnregistrerReglages } from '@/lib/reglages/actions'
import { titresSection } from '@/lib/reglages/libelles'
import type { verifierSection } from '@/lib/reglages/queries'

/** After «Voir ce que cela change»: the form with its errors, or what changes and what it touches. */
export function VerificationSection({
  verification,
  base,
  valeurs,
}: {
  verification: Awaited<ReturnType<typeof verifierSection>>
  base: string
  valeurs: Record<string, string | string[]>
}) {
  const { caisse, section, version } = verification
  if (verification.erreurs)
    return <FormulaireSection {...{ section, caisse, version, base, valeurs }} erreurs={verification.erreurs} />
  return (
    <AvantEnregistrer
      action={actionEnregistrerReglages}
      sujet={`${titresSection[section]}, ${caisse.nom}`}
      changements={verification.changements}
      effets={verification.effets}
      modifier={`${base}/${section}?${requete(valeurs)}`}
      abandonner={`${base}#${section}`}
      modifieEntreTemps={valeurs.version !== undefined && valeurs.version !== String(version)}
      caches={{ ...valeurs, caisseId: caisse.id, section, version: String(version) }}
    />
  )
}
