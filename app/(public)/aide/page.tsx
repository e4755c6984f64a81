import type { Metadata } from 'next'
import { ContactsCaisses } from '@/components/comptes/contacts-caisses'
import { PageLecture } from '@/components/comptes/page-lecture'
import { ListeActions } from '@/components/ui/liste-actions'
import { contactsPublics } from '@/lib/caisses/contacts-publics'

export const metadata: Metadata = { title: 'Aide et contacts' }

export const dynamic = 'force-dynamic'

export default async function Aide() {
  const caisses = await contactsPublics(['support', 'partenariat', 'secours'])
  return (
    <PageLecture titre="Aide et contacts">
      <h2 className="mt-8 mb-2">Se connecter</h2>
      <ListeActions
        className="max-w-160"
        liens={[
          { href: '/aide-connexion', libelle: 'Je n’arrive pas à me connecter' },
          { href: '/mot-de-passe/oublie', libelle: 'Identifiant ou mot de passe oublié' },
        ]}
      />
      <h2 className="mt-10 mb-2">Des données perdues, ou vues par quelqu’un d’autre</h2>
      <ListeActions
        className="max-w-160"
        liens={[
          { href: '/violations/declarer', libelle: 'Déclarer une violation de données' },
          { href: '/signaler', libelle: 'Signaler un usage frauduleux, une perte ou un vol de compte' },
        ]}
      />
      <section aria-labelledby="dysfonctionnement">
        <h2 id="dysfonctionnement" className="mt-10 mb-3">
          Un dysfonctionnement{'\u202f'}? Qui appeler
        </h2>
        <p className="lecture mb-6">
          Appelez la caisse concernée. Si le portail affiche un numéro d’incident, donnez-le{'\u00a0'}: il suffit à
          retrouver ce qui s’est passé. Ne donnez jamais votre mot de passe, ni le nom d’un assuré dans un courriel.
        </p>
        <ContactsCaisses caisses={caisses} />
      </section>
    </PageLecture>
  )
}
