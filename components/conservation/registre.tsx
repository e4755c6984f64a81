import { Resume } from '@/components/ui/resume'
import { lignesDuTraitement, responsableEnMots } from '@/lib/conservation/libelles'
import { natures } from '@/lib/conservation/natures'
import type { Registre } from '@/lib/conservation/queries'

/** The register, one processing activity after the other. */
export function TraitementsDuRegistre({ registre }: { registre: Registre }) {
  return (
    <div className="max-w-200">
      <Resume
        titre="Responsable du traitement"
        lignes={responsableEnMots(registre).map(([cle, valeur]) => ({ cle, valeur }))}
      />
      {natures.map((nature) => (
        <Resume
          key={nature.code}
          titre={nature.libelle}
          lignes={lignesDuTraitement(nature, registre).map(([cle, valeur]) => ({ cle, valeur }))}
        />
      ))}
    </div>
  )
}
