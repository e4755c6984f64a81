import type { Metadata } from 'next'
import { AttentesDuDpo } from '@/components/accueil/attentes-du-dpo'
import { AttentesDuReferent, EcheancesAVenir } from '@/components/accueil/attentes-du-referent'
import { Annonces } from '@/components/actualites/annonces'
import { AvisConfirmation } from '@/components/annuaire/confirmation'
import { Cadre } from '@/components/cadre/cadre'
import { AvisSignaux } from '@/components/signaux/avis-signaux'
import { ListeActions } from '@/components/ui/liste-actions'
import { accueilDeLaCaisse } from '@/lib/accueil/queries'
import { confirmationAttendue } from '@/lib/annuaire/confirmation'
import { signauxAVoir } from '@/lib/signaux/queries'
import { pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Accueil' }

export default async function AccueilCaisse() {
  const acteur = await exigerActeur('caisse.voir')
  const maintenant = new Date()
  const { aPrendre, referent, dpo } = await accueilDeLaCaisse(acteur, maintenant)
  return (
    <Cadre acteur={acteur} entree="/caisse/accueil" exacte>
      <Annonces acteur={acteur} />
      <h1>{referent || dpo ? 'Ce qui vous attend' : `Bonjour ${acteur.prenom}`}</h1>
      <div className="mt-4">
        <AvisSignaux nombre={await signauxAVoir(acteur)} base="/caisse/journal" />
        <AvisConfirmation depuis={await confirmationAttendue(acteur, maintenant)} />
      </div>
      {dpo && <AttentesDuDpo attentes={dpo} maintenant={maintenant} />}
      {referent && <AttentesDuReferent attentes={referent} maintenant={maintenant} />}
      {referent && (
        <section className="mt-10" aria-labelledby="a-venir">
          <h2 id="a-venir">Ce qui arrive tout seul</h2>
          <EcheancesAVenir echeances={referent.conventions} />
          <p className="mt-4">
            <a href="/caisse/nuit">Ce que la prochaine nuit va faire</a>
          </p>
        </section>
      )}
      <section className="mt-10 max-w-160" aria-labelledby="aller">
        <h2 id="aller" className="mb-2">
          Aller à
        </h2>
        <ListeActions
          regle
          liens={[
            ...(aPrendre === null
              ? []
              : [
                  {
                    href: '/caisse/file',
                    libelle: `La file, ${pluriel(aPrendre, 'demande à prendre', 'demandes à prendre')}`,
                  },
                ]),
            ...(referent
              ? [
                  { href: '/caisse/partenaires/nouveau', libelle: 'Ajouter un partenaire' },
                  { href: '/caisse/revues', libelle: 'Revues d’habilitation' },
                  { href: '/caisse/incidents', libelle: 'Comptes signalés' },
                  { href: '/support/recus', libelle: 'Dysfonctionnements signalés' },
                  { href: '/caisse/conservation', libelle: 'Conservation des données' },
                  { href: '/caisse/parametres/comptes', libelle: 'Comptes de la caisse' },
                ]
              : []),
            { href: '/actualites', libelle: 'Actualités' },
            { href: '/bibliotheque', libelle: 'Bibliothèque de documents' },
            { href: '/annuaire', libelle: 'Annuaire des référents' },
            { href: '/signaler', libelle: 'Signaler un usage frauduleux, une perte ou un vol' },
          ]}
        />
      </section>
    </Cadre>
  )
}
