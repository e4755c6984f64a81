import type { Metadata } from 'next'
import { PageLecture, SectionLecture } from '@/components/comptes/page-lecture'

export const metadata: Metadata = { title: 'Accessibilité' }

export default function Accessibilite() {
  return (
    <PageLecture
      titre="Accessibilité"
      chapeau="Partiellement conforme, d’après nos propres contrôles. Aucun audit extérieur n’a encore eu lieu."
    >
      <SectionLecture titre="Ce qui est visé">
        <p>Le référentiel général d’amélioration de l’accessibilité (RGAA 4.1.2) et les WCAG 2.2, niveau AA.</p>
      </SectionLecture>
      <SectionLecture titre="Ce qui est contrôlé">
        <ul className="list-disc pl-5">
          <li>Chaque page, par l’outil axe, sans violation acceptée, à chaque modification du portail.</li>
          <li>Les contrastes du texte et des contours, calculés pour toutes les couleurs en usage.</li>
          <li>Le dépôt d’une demande au clavier seul, et l’affichage à partir de 320 pixels de large.</li>
        </ul>
      </SectionLecture>
      <SectionLecture titre="Ce qui ne l’est pas encore">
        <ul className="list-disc pl-5">
          <li>
            Aucun parcours complet n’a été fait avec un lecteur d’écran par une personne qui s’en sert chaque jour.
          </li>
          <li>
            Les fichiers que vous recevez en pièce jointe sont ceux des partenaires et des caisses{'\u00a0'}: nous n’en
            corrigeons pas l’accessibilité.
          </li>
        </ul>
      </SectionLecture>
      <SectionLecture titre="Signaler une difficulté">
        <p>
          Écrivez ou appelez votre caisse{'\u00a0'}: ses contacts sont sur la page <a href="/aide">Aide et contacts</a>.
          Elle vous donne l’information autrement en attendant. Sans réponse, vous pouvez saisir le Défenseur des
          droits.
        </p>
      </SectionLecture>
    </PageLecture>
  )
}
