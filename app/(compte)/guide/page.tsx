import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { LienBouton } from '@/components/ui/bouton'
import { ListeActions } from '@/components/ui/liste-actions'
import { adresseGuide, autresGuidesDe, guides, guidesDe } from '@/lib/guide/guides'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Guide' }

/** What the account may do, task by task, whatever its roles. */
export default async function Guides() {
  const acteur = await exigerActeur('compte.soi')
  const autres = autresGuidesDe(acteur)
  return (
    <Cadre acteur={acteur} entree="/guide" exacte>
      <h1>Que voulez-vous faire{'\u202f'}?</h1>
      {guidesDe(acteur).map((profil) => (
        <section key={profil} aria-labelledby={profil} className="mt-8 max-w-160">
          <h2 id={profil} className="mb-2">
            <a href={adresseGuide(profil)}>{guides[profil].titre}</a>
          </h2>
          <ListeActions
            liens={guides[profil].chapitres.map(({ cle, titre }) => ({
              href: `${adresseGuide(profil)}#${cle}`,
              libelle: titre,
            }))}
          />
        </section>
      ))}
      {autres.length > 0 && (
        <section aria-labelledby="autres" className="mt-10 max-w-160">
          <h2 id="autres" className="mb-2">
            Les guides des autres
          </h2>
          <ListeActions
            liens={autres.map((profil) => ({ href: adresseGuide(profil), libelle: guides[profil].titre }))}
          />
        </section>
      )}
      <p className="mt-10">
        <LienBouton href="/premiere-visite" aspect="secondaire">
          Refaire la visite du portail
        </LienBouton>
      </p>
    </Cadre>
  )
}
