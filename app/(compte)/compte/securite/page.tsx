import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { SessionsOuvertes } from '@/components/comptes/sessions-ouvertes'
import { SectionAppareils, SectionApplication, SectionCles, SectionCodes } from '@/components/securite/sections'
import { LienBouton } from '@/components/ui/bouton'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { monCompte } from '@/lib/comptes/queries'
import { lireNavigateur } from '@/lib/securite/cookie-appareil'
import { maSecurite } from '@/lib/securite/queries'
import { aDroit } from '@/lib/socle/acteur'
import { dateAvecAnnee } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Sécurité' }

const faits = {
  retiree: 'L’application de codes est retirée.',
  cle_ajoutee: 'La clé d’accès est ajoutée. Elle ouvre votre compte depuis la page de connexion, sans mot de passe.',
  sans_application: 'Aucune application de codes n’est installée : il n’y a rien à retirer.',
  sans_facteur:
    'Les codes de secours remplacent une application ou une clé d’accès : mettez-en d’abord une en place, ils sont donnés avec elle.',
  cle_retiree: 'La clé d’accès est retirée. Pensez à l’effacer aussi de l’appareil.',
}

/** All that protects one's own account, in one place. */
export default async function Securite({ searchParams }: PageProps<'/compte/securite'>) {
  const acteur = await exigerActeur('compte.soi')
  const maintenant = new Date()
  const { jeton } = await lireNavigateur()
  const [{ sessions, motDePasseLe }, securite] = await Promise.all([monCompte(acteur), maSecurite(acteur, jeton)])
  return (
    <Cadre acteur={acteur} entree="/compte">
      <FilRetour href="/compte" libelle="Mon compte" />
      <div className="max-w-180">
        <Fait fait={(await searchParams).fait} mots={faits} />
        <h1 className="mb-8">Sécurité</h1>
        <section className="mb-10">
          <h2 className="mb-3">Mot de passe</h2>
          {motDePasseLe && <p className="mb-4">Choisi le {dateAvecAnnee(dateAParis(motDePasseLe))}.</p>}
          <LienBouton href="/mot-de-passe/changer" aspect="secondaire">
            Changer de mot de passe
          </LienBouton>
        </section>
        <SectionApplication {...securite} />
        <SectionCles cles={securite.cles} maintenant={maintenant} />
        {(securite.application || securite.cles.length > 0) && <SectionCodes codes={securite.codes} />}
        <SectionAppareils appareils={securite.appareils} maintenant={maintenant} />
        <SessionsOuvertes sessions={sessions} maintenant={maintenant} />
        {aDroit(acteur, 'incident.signaler') && (
          <section>
            <h2 className="mb-3">Un compte en danger</h2>
            <p className="mb-4">
              Mot de passe perdu, ordinateur volé, usage que vous ne reconnaissez pas : le signaler ferme le compte tout
              de suite.
            </p>
            <LienBouton href="/signaler" aspect="secondaire">
              Signaler un compte
            </LienBouton>
          </section>
        )}
      </div>
    </Cadre>
  )
}
