import type { Metadata } from 'next'
import { ContactsCaisses } from '@/components/comptes/contacts-caisses'
import { PageLecture, SectionLecture } from '@/components/comptes/page-lecture'
import { contactsPublics } from '@/lib/caisses/contacts-publics'

export const metadata: Metadata = { title: 'Données personnelles' }

export const dynamic = 'force-dynamic'

export default async function Confidentialite() {
  const caisses = await contactsPublics(['dpo'])
  return (
    <PageLecture titre="Données personnelles">
      <SectionLecture titre="À quoi elles servent">
        <p>
          À traiter les demandes que les partenaires conventionnés déposent pour des assurés, et à tenir leurs
          conventions et leurs comptes. À rien d’autre. Chaque caisse est responsable des demandes qu’elle reçoit.
        </p>
      </SectionLecture>
      <SectionLecture titre="Ce qui est enregistré">
        <ul className="list-disc pl-5">
          <li>De l’assuré{'\u00a0'}: état civil, département, ce que la demande exige, et les pièces jointes.</li>
          <li>
            De l’utilisateur{'\u00a0'}: civilité, nom, fonction, coordonnées professionnelles, conditions d’utilisation
            acceptées, attestations du gestionnaire, et le journal de ses actes.
          </li>
          <li>
            Des référents et des DPO de l’annuaire{'\u00a0'}: nom, fonction, téléphone et adresse électronique
            professionnels.
          </li>
          <li>Jamais de numéro de sécurité sociale ni d’information de santé dans un texte libre.</li>
        </ul>
      </SectionLecture>
      <SectionLecture titre="Qui y a accès">
        <p>
          À une demande{'\u00a0'}: les techniciens de la structure qui la dépose, et les agents de la caisse qui la
          reçoit. Chaque consultation d’une demande et chaque ouverture de pièce est inscrite au journal. Les pièces
          sont gardées chiffrées.
        </p>
        <p>
          À un compte de partenaire{'\u00a0'}: les gestionnaires de la structure et les référents des caisses liées à
          elle par une convention. L’annuaire se lit des deux côtés.
        </p>
        <p>L’administration nationale ne voit aucune demande.</p>
      </SectionLecture>
      <SectionLecture titre="Combien de temps">
        <ul className="list-disc pl-5">
          <li>
            Un brouillon{'\u00a0'}: 30{'\u00a0'}jours après sa dernière modification.
          </li>
          <li>
            Un compte inactivé{'\u00a0'}: 6{'\u00a0'}mois, puis il est effacé. Ce que la personne a déposé reste, sans
            son nom.
          </li>
          <li>
            Une session{'\u00a0'}: 30{'\u00a0'}minutes sans activité, 10{'\u00a0'}heures en tout.
          </li>
        </ul>
      </SectionLecture>
      <SectionLecture titre="Témoins de connexion (cookies)">
        <p>
          Un seul, nécessaire à la connexion, effacé à la fermeture du navigateur. Aucune mesure d’audience, et rien
          n’est chargé depuis un autre site.
        </p>
      </SectionLecture>
      <SectionLecture titre="Vos droits">
        <p>
          Accès, rectification, limitation, opposition{'\u00a0'}: écrivez au délégué à la protection des données de la
          caisse. Vous pouvez aussi saisir la CNIL.
        </p>
      </SectionLecture>
      <div className="mt-6">
        <ContactsCaisses caisses={caisses} />
      </div>
    </PageLecture>
  )
}
