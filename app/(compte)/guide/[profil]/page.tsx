import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { ContactsCaisses } from '@/components/comptes/contacts-caisses'
import { ChapitreGuide } from '@/components/guide/chapitre'
import { Avis } from '@/components/ui/avis'
import { FilRetour } from '@/components/ui/fil-retour'
import { contactsPublics } from '@/lib/caisses/contacts-publics'
import { autresGuidesDe, estProfilDuGuide, guides, guidesDe } from '@/lib/guide/guides'
import { typo } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'
import '@/components/guide/guide.css'

export async function generateMetadata({ params }: PageProps<'/guide/[profil]'>): Promise<Metadata> {
  const { profil } = await params
  return { title: estProfilDuGuide(profil) ? guides[profil].titre : 'Guide' }
}

/** A guide whole, on one page: it is searched by the browser, and printed. */
export default async function UnGuide({ params }: PageProps<'/guide/[profil]'>) {
  const acteur = await exigerActeur('compte.soi')
  const { profil } = await params
  if (!estProfilDuGuide(profil)) notFound()
  const sien = guidesDe(acteur).includes(profil)
  if (!sien && !autresGuidesDe(acteur).includes(profil)) notFound()
  const { titre, chapeau, chapitres } = guides[profil]
  const siennes = acteur.caisse ? [acteur.caisse] : acteur.caissesOuvertes
  const caisses = siennes.length > 0 ? await contactsPublics(['support', 'partenariat', 'secours']) : []
  return (
    <Cadre acteur={acteur} entree="/guide">
      <FilRetour href="/guide" libelle="Guide" />
      <h1>{titre}</h1>
      <p className="lecture mt-4">{typo(chapeau)}</p>
      {!sien && (
        <Avis className="mt-4 max-w-160">
          <p>Ce guide est celui d’un autre profil que le vôtre{'\u00a0'}: vos écrans ne sont pas les mêmes.</p>
        </Avis>
      )}
      <nav aria-labelledby="sommaire" className="mt-8">
        <h2 id="sommaire" className="mb-2">
          Sommaire
        </h2>
        <ol className="guide__sommaire">
          {chapitres.map((chapitre) => (
            <li key={chapitre.cle}>
              <a href={`#${chapitre.cle}`}>{typo(chapitre.titre)}</a>
            </li>
          ))}
        </ol>
      </nav>
      {chapitres.map((chapitre) => (
        <ChapitreGuide key={chapitre.cle} chapitre={chapitre} liens={sien} />
      ))}
      {caisses.length > 0 && (
        <section aria-labelledby="qui-appeler" className="guide__chapitre">
          <h2 id="qui-appeler" className="mb-4">
            Qui appeler
          </h2>
          <ContactsCaisses caisses={caisses.filter(({ id }) => siennes.some((caisse) => caisse.id === id))} />
        </section>
      )}
    </Cadre>
  )
}
