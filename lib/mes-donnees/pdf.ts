import { appareil } from '@/lib/comptes/libelles'
import { libellesInscription } from '@/lib/formations/libelles'
import { acteEnMots } from '@/lib/mes-donnees/acte-en-mots'
import type { MesDonnees } from '@/lib/mes-donnees/donnees'
import { dateEtHeure } from '@/lib/socle/format'
import { pagesPdf } from '@/lib/socle/pdf-pages'
import { pageDuTicket } from '@/lib/support/libelles'

const quand = (iso: string | null) => (iso ? dateEtHeure(new Date(iso)) : null)

/** One's own data, to be read. */
export function mesDonneesEnPdf(donnees: MesDonnees, faitLe: Date): Promise<Buffer> {
  const { identite, vie } = donnees
  const titre = 'Mes données dans l’Espace Partenaires'
  const options = {
    titre,
    sujet: `Compte ${identite.identifiant}`,
    pied: `Compte ${identite.identifiant}`,
    creeLe: faitLe,
  }
  return pagesPdf(options, (pages) => {
    const lister = (nom: string, lignes: string[]) => {
      if (lignes.length === 0) return
      pages.titre(2, nom)
      pages.liste(lignes)
    }
    pages.titre(1, titre)
    pages.fait('Fait', dateEtHeure(faitLe))
    pages.titre(2, 'Identité et compte')
    pages.fait('Identifiant', identite.identifiant)
    pages.fait('Nom', `${identite.prenom} ${identite.nom}`)
    pages.fait('Fonction', identite.fonction)
    pages.fait('Téléphone', identite.telephone)
    pages.fait('Courriel', identite.courriel)
    pages.fait('Profil', [identite.profil, ...identite.roles].join(', '))
    pages.fait('Organisme', [identite.partenaire, identite.structure, identite.caisse].filter(Boolean).join(', '))
    pages.fait('Créé', quand(vie.creeLe))
    pages.fait('Activé', quand(vie.activeLe))
    pages.fait('Dernière connexion', quand(vie.connecteLe))
    pages.fait('Mot de passe choisi', quand(vie.motDePasseLe))
    pages.fait('Second facteur installé', quand(vie.secondFacteurLe))
    lister(
      'Conditions d’utilisation acceptées',
      donnees.conditions.map(({ numero, accepteeLe }) => `Version ${numero}, ${quand(accepteeLe)}`),
    )
    lister(
      'Attestations de votre gestionnaire',
      donnees.attestations.map(({ texte, le, par }) => `${quand(le)}, ${par ?? 'un gestionnaire'} : ${texte}`),
    )
    lister(
      'Revues d’habilitation',
      donnees.revues.map(({ le, decision }) => `${quand(le)} : ${decision ?? 'sans décision'}`),
    )
    lister(
      'Sessions',
      donnees.sessions.map(
        ({ ouverteLe, adresse, navigateur }) =>
          `${quand(ouverteLe)}, ${appareil(navigateur)}, adresse ${adresse ?? 'inconnue'}`,
      ),
    )
    lister(
      'Appareils connus',
      donnees.appareils.map(
        ({ navigateur, premierLe, vuLe }) => `${appareil(navigateur)}, du ${quand(premierLe)} au ${quand(vuLe)}`,
      ),
    )
    lister(
      'Clés d’accès',
      donnees.clesAcces.map(({ nom, creeeLe }) => `${nom}, ${quand(creeeLe)}`),
    )
    lister(
      'Absences',
      donnees.absences.map(({ debutLe, finLe }) => `Du ${debutLe} au ${finLe ?? '(sans fin)'}`),
    )
    lister(
      'Formations',
      donnees.formations.map(
        ({ theme, le, etat, presente }) =>
          `${quand(le)}, ${theme} : ${presente === null ? libellesInscription[etat]?.toLowerCase() : presente ? 'présent' : 'absent'}`,
      ),
    )
    lister(
      'Actualités ouvertes',
      donnees.actualites.map(({ titre, lueLe }) => `${quand(lueLe)} : ${titre}`),
    )
    lister(
      'Réponses à un questionnaire, pour votre organisme',
      donnees.questionnaires.map(
        ({ titre, le, envoyee }) => `${quand(le)}, ${titre} : ${envoyee ? 'envoyée' : 'enregistrée'}`,
      ),
    )
    lister(
      'Commentaires écrits pour un COPIL',
      donnees.copils.map(({ libelle, commenteLe }) => `${quand(commenteLe)} : ${libelle}`),
    )
    lister(
      'Dysfonctionnements signalés',
      donnees.dysfonctionnements.map(
        ({ le, page, constat, precisions }) =>
          `${quand(le)}, ${pageDuTicket(page)} : ${[constat, ...precisions].join(' / ')}`,
      ),
    )
    lister(
      'Courriels qui vous ont été envoyés',
      donnees.courriels.map(({ objet, le }) => `${quand(le)} : ${objet ?? 'sans objet'}`),
    )
    lister(
      'Vos actes au journal',
      donnees.journal.map(
        (ligne) =>
          `nº ${ligne.rang}, ${quand(ligne.le)} : ${acteEnMots(ligne)}, adresse ${ligne.adresse ?? 'inconnue'}`,
      ),
    )
  })
}
