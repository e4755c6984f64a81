import { Avis } from '@/components/ui/avis'
import { StatutDemande } from '@/components/ui/badge-statut'
import { FilRetour } from '@/components/ui/fil-retour'
import type { Etat } from '@/lib/demandes/modele'

/** All that either side sees of a demande whose person has had its use limited: its reference and its state. */
export function DossierLimite({
  demande: { reference, etat, objet },
  cote,
  retour,
}: {
  demande: { reference: string; etat: Etat; objet: string }
  cote: 'caisse' | 'partenaire'
  retour: { href: string; libelle: string }
}) {
  return (
    <div className="max-w-160 px-5 py-3 max-tab:px-4">
      <FilRetour {...retour} />
      <h1>{objet}</h1>
      <p className="mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="reference">{reference}</span>
        <StatutDemande etat={etat} cote={cote} />
      </p>
      <Avis ton="fond" className="mt-6">
        <p>
          La personne a obtenu que ses données ne soient plus utilisées pour l’instant. Rien n’est effacé
          {'\u00A0'}: seul le délégué à la protection des données de la caisse peut les lire, jusqu’à ce qu’il lève la
          limitation. D’ici là, personne n’agit sur ce dossier, et les délais restent affichés.
        </p>
        <p className="mt-2">
          Une urgence{'\u202F'}? <a href="/annuaire">Joignez le délégué à la protection des données</a>, en donnant la
          référence {reference}.
        </p>
      </Avis>
    </div>
  )
}
