import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { TableauConventions } from '@/components/conventions/tableau'
import { Bouton, LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { FiltreRecherche } from '@/components/ui/filtres'
import { Onglets } from '@/components/ui/onglets'
import { conventionsDeCaisse, type Filtre, filtres } from '@/lib/conventions/queries-liste'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Conventions' }

const libelles: Record<Filtre, string> = {
  toutes: 'Toutes',
  a_surveiller: 'Fin prévue ou mise en demeure',
  brouillons: 'Brouillons',
  en_cours: 'En cours',
  finies: 'Finies',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PageConventions({ searchParams }: Props) {
  const acteur = await exigerActeur('partenaire.gerer')
  const recherche = await searchParams
  const mots = typeof recherche.q === 'string' ? recherche.q.trim().slice(0, 80) : ''
  const filtre = filtres.find((candidat) => candidat === recherche.vue) ?? 'toutes'
  const maintenant = new Date()
  const conventions = await conventionsDeCaisse(acteur, mots, maintenant)
  const montrees = filtre === 'toutes' ? conventions : conventions.filter((ligne) => ligne.filtre === filtre)
  const compter = (voulu: Filtre) =>
    voulu === 'toutes' ? conventions.length : conventions.filter((ligne) => ligne.filtre === voulu).length
  return (
    <Cadre acteur={acteur} entree="/caisse/conventions" exacte>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-4">
        <h1>Conventions</h1>
        <LienBouton href="/caisse/conventions/nouvelle">Préparer une convention</LienBouton>
      </div>
      <Onglets
        nom="Conventions par état"
        onglets={filtres.map((voulu) => ({
          href: `/caisse/conventions?${new URLSearchParams({ vue: voulu, ...(mots && { q: mots }) })}`,
          libelle: libelles[voulu],
          compte: compter(voulu),
          courant: voulu === filtre,
          chaud: voulu === 'a_surveiller',
        }))}
      />
      <form method="get" className="my-5 flex flex-wrap items-end gap-3">
        {filtre !== 'toutes' && <input type="hidden" name="vue" value={filtre} />}
        <FiltreRecherche nom="q" libelle="Partenaire" valeur={mots} />
        <Bouton type="submit" aspect="secondaire" dense className="min-h-10!">
          Chercher
        </Bouton>
      </form>
      {montrees.length > 0 ? (
        <TableauConventions conventions={montrees} jour={dateAParis(maintenant)} />
      ) : (
        <EtatVide titre="Aucune convention ici">
          <p>
            {mots
              ? `Aucun partenaire dont le nom contient « ${mots} » dans cette vue.`
              : 'Préparez une convention avec un partenaire : elle reste un brouillon jusqu’à ses signatures.'}
          </p>
        </EtatVide>
      )}
    </Cadre>
  )
}
