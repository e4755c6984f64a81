import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActesActualite } from '@/components/actualites/actes-actualite'
import { BadgeSituation } from '@/components/actualites/badge-situation'
import { DatesActualite } from '@/components/actualites/liste-actualites'
import { Cadre } from '@/components/cadre/cadre'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { TexteRiche } from '@/components/ui/texte-riche'
import { emetteur, libelleGenre } from '@/lib/actualites/libelles'
import { actualiteALire, marquerLue } from '@/lib/actualites/queries'
import { audienceEnMots } from '@/lib/publications/libelles'
import { dateEtHeure, typo } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Actualité' }

const faits = {
  creee: 'Le brouillon est enregistré. Relisez-le, puis publiez l’actualité.',
  modifiee: 'L’actualité est modifiée.',
  corrigee: 'L’actualité est corrigée, et le dit. Personne n’est prévenu.',
  corrigee_prevenue: 'L’actualité est corrigée. Les courriels partent.',
  programmee: 'L’actualité est programmée.',
  deprogrammee: 'L’actualité est de nouveau un brouillon.',
  publiee: 'L’actualité est en ligne.',
  retiree: 'L’actualité est retirée.',
}

export default async function Actualite({ params, searchParams }: PageProps<'/actualites/[id]'>) {
  const acteur = await exigerActeur('publication.lire')
  const maintenant = new Date()
  const lue = await actualiteALire(acteur, (await params).id, maintenant)
  if (!lue) notFound()
  const nouvelles = await marquerLue(acteur, lue, maintenant)
  return (
    <Cadre acteur={{ ...acteur, nouvelles }} entree="/actualites">
      <Fait fait={(await searchParams).fait} mots={faits} />
      {lue.tenue ? (
        <FilRetour href="/actualites/gerer" libelle="Écrire et suivre les actualités" />
      ) : (
        <FilRetour href="/actualites" libelle="Actualités" />
      )}
      <p className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-15 text-encre-2">
        {lue.tenue && <BadgeSituation situation={lue.situation} />}
        <span>
          {libelleGenre(lue.genre)}, {emetteur(lue.caisse)}
        </span>
        <DatesActualite actualite={lue} />
      </p>
      <h1 className="mb-5 max-w-180">{typo(lue.titre)}</h1>
      {lue.tenue && (
        <>
          <p className="mb-4 text-15 text-encre-2">
            Pour : {audienceEnMots({ ...lue, caisses: lue.nomsCaisses })}.
            {lue.etat === 'programmee' && lue.publierLe && ` Publication prévue ${dateEtHeure(lue.publierLe)}.`}
            {lue.retireeLe && ` Retirée ${dateEtHeure(lue.retireeLe)}.`}
          </p>
          <ActesActualite actualite={lue} />
        </>
      )}
      <TexteRiche texte={lue.texte} />
    </Cadre>
  )
}
