import { Bouton } from '@/components/ui/bouton'
import { FiltreListe, FiltreRecherche } from '@/components/ui/filtres'
import { Onglets } from '@/components/ui/onglets'
import { libelleDeLEtat } from '@/lib/conventions/libelles'
import {
  etatsFiltrables,
  type FiltresPartenaires,
  type VuePartenaires,
  vuesPartenaires,
} from '@/lib/partenaires/filtres-caisse'
import { optionsType } from '@/lib/partenaires/libelles'

const ADRESSE = '/caisse/partenaires'

const libelles: Record<VuePartenaires, string> = {
  tous: 'Tous',
  quota: 'Au-delà du quota',
  suspendus: 'Suspendus',
  fin: 'Fin proche ou mise en demeure',
  brouillons: 'En préparation',
}

/** Address of the list with these filters. */
export function adresseListe(filtres: Partial<FiltresPartenaires>): string {
  const { vue, ...reste } = filtres
  const parametres = Object.entries({ ...(vue !== 'tous' && { vue }), ...reste }).filter(([, valeur]) => valeur)
  return parametres.length > 0 ? `${ADRESSE}?${new URLSearchParams(parametres as [string, string][])}` : ADRESSE
}

export function VuesPartenaires({
  vue,
  compteurs,
}: {
  vue: VuePartenaires
  compteurs: Record<VuePartenaires, number>
}) {
  return (
    <Onglets
      nom="Vues de la liste"
      onglets={vuesPartenaires.map((candidate) => ({
        href: adresseListe({ vue: candidate }),
        libelle: libelles[candidate],
        compte: compteurs[candidate],
        courant: candidate === vue,
      }))}
    />
  )
}

/** A plain GET form: the filters are in the address. */
export function FiltresListePartenaires({ filtres }: { filtres: FiltresPartenaires }) {
  return (
    <form action={ADRESSE} method="get" className="mt-5 mb-4 flex flex-wrap items-end gap-3">
      {filtres.vue !== 'tous' && <input type="hidden" name="vue" value={filtres.vue} />}
      <FiltreRecherche nom="q" libelle="Nom, ville ou SIRET" valeur={filtres.q} />
      <FiltreListe
        nom="etat"
        libelle="Convention"
        valeur={filtres.etat ?? ''}
        options={[
          { valeur: '', libelle: 'Tous les états' },
          ...etatsFiltrables.map((valeur) => ({ valeur, libelle: libelleDeLEtat(valeur) })),
        ]}
      />
      <FiltreListe
        nom="type"
        libelle="Type"
        valeur={filtres.type ?? ''}
        options={[{ valeur: '', libelle: 'Tous les types' }, ...optionsType]}
      />
      <Bouton type="submit" aspect="secondaire" dense className="min-h-10!">
        Chercher
      </Bouton>
    </form>
  )
}
