import type { ReactNode } from 'react'
import { Nombre } from '@/components/bilan/chiffre'
import { avecDelai } from '@/components/bilan/cles'
import { Delais } from '@/components/bilan/delais'
import { sansLien } from '@/components/bilan/liens'
import { Services, Volumes } from '@/components/bilan/volumes'
import { Onglets } from '@/components/ui/onglets'
import { joursEnMots, partEnMots, regleDuMasque } from '@/lib/bilan/libelles'
import type { Bilan, Periode } from '@/lib/bilan/modele'
import { part } from '@/lib/bilan/regles'

function Fait({ titre, children }: { titre: string; children: ReactNode }) {
  return (
    <div className="py-3">
      <dt className="text-14 text-encre-2">{titre}</dt>
      <dd className="text-22 font-[650]">{children}</dd>
    </div>
  )
}

/** What a caisse shows to all: itself as a whole, one finished year at a time. */
export function ChiffresPublics({
  bilan,
  annees,
  adresse,
}: {
  bilan: Bilan
  annees: readonly Periode[]
  adresse: string
}) {
  const { courant, periode, precedente } = bilan
  const delai = courant.delais.find(({ prestation }) => prestation === null)
  return (
    <>
      <p className="lecture mt-3 mb-6 text-encre-2">
        Les demandes que les partenaires de la caisse lui ont transmises pour les personnes qu’ils accompagnent, tous
        partenaires confondus. {regleDuMasque}
      </p>
      <Onglets
        nom="Années"
        onglets={annees.map(({ cle, libelle }) => ({
          href: `${adresse}?periode=${cle}`,
          libelle,
          courant: cle === periode.cle,
        }))}
      />
      <p className="mt-4 text-15 text-encre-2">
        {periode.libelle}. Comparaison{'\u00A0'}: {precedente.libelle}.
      </p>
      <dl className="mt-3 grid gap-x-8 border-y border-filet-2 tab:grid-cols-2 bureau:grid-cols-5">
        <Fait titre="Demandes reçues">
          <Nombre n={courant.deposees} />
        </Fait>
        <Fait titre="Délai moyen de réponse">{joursEnMots(delai?.total.moyenne ?? null)}</Fait>
        <Fait titre="Répondues dans le délai annoncé">{partEnMots(dansLeDelai(bilan))}</Fait>
        <Fait titre="Orientées vers la Mission accompagnement santé">
          <Nombre n={courant.mission.total} />
        </Fait>
        <Fait titre="Rendez-vous honorés">
          <Nombre n={courant.rendezVous.honore} />
        </Fait>
      </dl>
      <Volumes bilan={bilan} ouvrir={sansLien} />
      <Services bilan={bilan} ouvrir={sansLien} />
      <Delais bilan={bilan} ouvrir={sansLien} />
    </>
  )
}

function dansLeDelai({ courant }: Bilan): number | null {
  const hors = courant.delais.find(({ prestation }) => prestation === null)?.respect.hors ?? null
  const valeur = part(hors, avecDelai(courant))
  return valeur === null ? null : 1 - valeur
}
