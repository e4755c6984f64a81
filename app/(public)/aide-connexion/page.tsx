import type { Metadata } from 'next'
import { ContactsCaisses } from '@/components/comptes/contacts-caisses'
import { PageLecture, SectionLecture } from '@/components/comptes/page-lecture'
import { contactsPublics } from '@/lib/caisses/contacts-publics'

export const metadata: Metadata = { title: 'Je n’arrive pas à me connecter' }

export const dynamic = 'force-dynamic'

const oubli = <a href="/mot-de-passe/oublie">Identifiant ou mot de passe oublié</a>

export default async function AideConnexion() {
  const caisses = await contactsPublics(['support', 'partenariat'])
  return (
    <PageLecture titre="Je n’arrive pas à me connecter">
      <SectionLecture id="lien-expire" titre="Mon lien d’activation ne marche plus">
        <p>Un lien sert une seule fois, pendant 24{'\u00a0'}heures. En demander un second ne ferme pas le premier.</p>
        <p>Pour en recevoir un autre, donnez votre adresse professionnelle sur la page {oubli}.</p>
      </SectionLecture>
      <SectionLecture id="jamais-recu" titre="Je n’ai jamais reçu le courriel d’activation">
        <ol className="flex list-decimal flex-col gap-1.5 pl-6">
          <li>
            Regardez dans les courriers indésirables, et dans la boîte de votre structure si vous en partagez une.
          </li>
          <li>Demandez un autre courriel sur la page {oubli}.</li>
          <li>
            S’il n’arrive toujours pas, l’adresse enregistrée est peut-être fausse{'\u00a0'}: le gestionnaire de votre
            structure la voit et la corrige. Si vous êtes gestionnaire, ou agent d’une caisse, appelez la caisse.
          </li>
        </ol>
      </SectionLecture>
      <SectionLecture id="double-authentification" titre="Je n’ai plus mon téléphone ou ma clé">
        <p>
          Un code de secours, noté quand vous avez mis la double authentification en place, ouvre votre compte une fois.
          Choisissez «{'\u00a0'}Utiliser un code de secours{'\u00a0'}» après le mot de passe.
        </p>
        <p>Sans code de secours non plus, demandez qu’on remette votre double authentification à zéro{'\u00a0'}:</p>
        <ul className="flex list-disc flex-col gap-1.5 pl-6">
          <li>
            technicien{'\u00a0'}: au gestionnaire de votre structure{'\u202f'};
          </li>
          <li>
            gestionnaire, ou agent d’une caisse{'\u00a0'}: au référent de la caisse{'\u202f'};
          </li>
          <li>référent{'\u00a0'}: à l’administration nationale.</li>
        </ul>
        <p>
          La personne s’assure que c’est bien vous, et un courriel vous le dit. À la connexion suivante, votre mot de
          passe suffit pour mettre un autre téléphone ou une clé en place.
        </p>
        <p>
          Pas de téléphone professionnel{'\u202f'}? Une clé de sécurité, l’empreinte ou le code de votre ordinateur, ou
          un gestionnaire de mots de passe qui montre des codes, conviennent aussi.
        </p>
      </SectionLecture>
      <SectionLecture id="inactive" titre="Mon compte a été inactivé">
        <p>
          Un compte inactivé ne permet plus de se connecter, et le portail répond comme pour un mot de passe faux. Un
          compte s’inactive au départ d’une personne, à la fin d’une convention, ou quand un risque est signalé.
        </p>
        <p>
          Technicien{'\u00a0'}: demandez au gestionnaire de votre structure. Gestionnaire{'\u00a0'}: demandez à la
          caisse. Les demandes déjà déposées ne sont pas perdues{'\u00a0'}: vos collègues continuent de les suivre.
        </p>
      </SectionLecture>
      <SectionLecture id="vol" titre="Signaler un compte volé ou utilisé par un autre">
        <p>
          Appelez tout de suite votre caisse, et prévenez le gestionnaire de votre structure. La caisse ferme le compte
          sur-le-champ{'\u00a0'}: les sessions ouvertes s’arrêtent aussitôt.
        </p>
        <p>
          Si vous pouvez encore vous connecter, changez le mot de passe depuis «{'\u00a0'}Mon compte{'\u00a0'}»
          {'\u00a0'}: toutes vos autres sessions sont fermées.
        </p>
      </SectionLecture>
      <SectionLecture id="assure" titre="Je suis assuré">
        <p>
          Ce portail est réservé aux partenaires conventionnés et aux agents. Pour vos droits et vos remboursements,
          adressez-vous à votre caisse d’assurance maladie, par votre compte personnel, par téléphone ou à l’accueil.
        </p>
      </SectionLecture>
      <section aria-labelledby="contacts" className="mt-10">
        <h2 id="contacts" className="mb-4">
          Joindre une caisse
        </h2>
        <ContactsCaisses caisses={caisses} />
      </section>
    </PageLecture>
  )
}
