import type { Metadata } from 'next'
import { ContactsCaisses } from '@/components/comptes/contacts-caisses'
import { PageLecture, SectionLecture } from '@/components/comptes/page-lecture'
import { autresCanaux } from '@/lib/maintenance/autres-canaux'
import { etatDeMaintenance } from '@/lib/maintenance/etat'
import { jusquaEnMots, periodeEnMots } from '@/lib/maintenance/regles'
import { typo } from '@/lib/socle/format'

const titre = 'Pendant une maintenance'

export const metadata: Metadata = { title: titre }

export const dynamic = 'force-dynamic'

export default async function Maintenance() {
  const maintenant = new Date()
  const { enCours, annoncee } = await etatDeMaintenance(maintenant)
  const chapeau = enCours
    ? `Le portail est en lecture seule ${jusquaEnMots(enCours, maintenant)}.`
    : annoncee
      ? `Le portail sera en lecture seule ${periodeEnMots(annoncee)}, heures de Paris.`
      : 'Aucune maintenance n’est en cours ni annoncée.'
  const texte = (enCours ?? annoncee)?.texte
  return (
    <PageLecture titre={titre} chapeau={chapeau}>
      {texte && <p className="lecture mt-4 whitespace-pre-line">{typo(texte)}</p>}
      <SectionLecture titre="Ce que vous pouvez faire">
        <ul className="list-disc pl-5">
          <li>Vous connecter, lire vos demandes, leurs réponses et leurs documents, et vous déconnecter.</li>
          <li>Commencer une demande ou la continuer : le brouillon se garde. Vous la déposerez à la reprise.</li>
          <li>Laisser ouverte une page où vous écriviez : ce qui est tapé y reste. Envoyez-le à la reprise.</li>
        </ul>
      </SectionLecture>
      <SectionLecture titre="Ce qui attend la reprise">
        <p>
          Déposer une demande, répondre, joindre un fichier, prendre un rendez-vous, gérer un compte : le bouton répond
          que le portail est en maintenance, et rien ne part. Les délais ne changent pas.
        </p>
      </SectionLecture>
      <section aria-labelledby="autre-canal">
        <h2 id="autre-canal" className="mt-10 mb-3">
          Ce qui ne peut pas attendre
        </h2>
        <p className="lecture mb-6">
          Écrivez à la caisse concernée ou appelez-la. N’écrivez ni le nom d’un assuré ni son numéro de sécurité sociale
          dans un courriel.
        </p>
        <ContactsCaisses caisses={await autresCanaux()} />
      </section>
    </PageLecture>
  )
}
