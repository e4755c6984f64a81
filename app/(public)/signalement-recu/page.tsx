import type { Metadata } from 'next'
import { PageLecture } from '@/components/comptes/page-lecture'

export const metadata: Metadata = { title: 'Votre compte est fermé' }

/** After the report on one's own account, whose sessions are closed. */
export default function SignalementRecu() {
  return (
    <PageLecture
      titre="Votre compte est fermé"
      chapeau="Votre signalement est reçu. Plus personne ne peut se servir de ce compte, vous non plus."
    >
      <div className="lecture mt-8 flex flex-col gap-3">
        <p>
          Les personnes qui gèrent les comptes de votre structure et la caisse sont prévenues. Un courriel vous le
          confirme, avec la date.
        </p>
        <p>
          La caisse rouvre le compte quand tout est en ordre : vous recevrez alors un lien pour choisir un nouveau mot
          de passe.
        </p>
        <p>
          <a href="/aide">Voir qui appeler</a>
        </p>
      </div>
    </PageLecture>
  )
}
