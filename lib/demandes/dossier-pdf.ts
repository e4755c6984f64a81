import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'
import type { DemandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { identiteComplete, libelleEtatCaisse } from '@/lib/demandes/libelles'
import { coteEnMots, evenementEnMots } from '@/lib/demandes/mots-historique'
import { definitionDe, libelleIssue, resumeDe } from '@/lib/demandes/registre'
import { libelleEtatRendezVous, libelleMode } from '@/lib/rendez-vous/libelles'
import { nomComplet } from '@/lib/socle/acteur'
import { dateAvecAnnee, dateEtHeure } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { pagesPdf } from '@/lib/socle/pdf-pages'

/** A file of the demande, and where it stands in the archive, or why it does not. */
export type FichierDuDossier = { nom: string; lieu: string }

type Dossier = (DemandeDeCaisse | DemandeDePartenaire) & { caisse: { nom: string } }

const quand = (instant: Date | null) => instant && dateEtHeure(instant)

/** A demande to be printed or kept, as the side that asks for it sees it: what was asked, all that was said, what happened. */
export function dossierEnPdf(demande: Dossier, fichiers: FichierDuDossier[], faitLe: Date): Promise<Buffer> {
  const { reference, service } = demande
  const options = {
    titre: `Demande ${reference}`,
    sujet: `Dossier de la demande ${reference}`,
    pied: `Demande ${reference}. Ce dossier contient des données personnelles\u00A0: gardez-le en lieu sûr.`,
    creeLe: faitLe,
  }
  return pagesPdf(options, (pages) => {
    pages.titre(1, `Demande ${reference}`)
    pages.fait('Objet', demande.objet)
    pages.fait('Service', definitionDe(service).libelle)
    pages.fait('Caisse', demande.caisse.nom)
    pages.fait('Pour', identiteComplete(demande))
    const ne = jourDe(demande.dateNaissance)
    pages.fait('Date de naissance', ne && dateAvecAnnee(ne))
    pages.fait('Reçue', quand(demande.deposeeLe))
    pages.fait('Déposée par', nomComplet(demande.auteur))
    pages.fait('Suivie par', demande.agent && nomComplet(demande.agent))
    pages.fait('État', libelleEtatCaisse[demande.etat])
    pages.fait('Urgente', demande.urgent ? 'oui' : null)
    pages.fait('Close', quand(demande.closeLe))
    pages.fait('Issue', libelleIssue(service, demande.issue))
    pages.fait('Dossier établi', quand(faitLe))

    const reponses = resumeDe(service, demande.details).filter(({ valeur }) => valeur)
    if (reponses.length > 0) pages.titre(2, 'Ce qui est demandé')
    for (const { libelle, valeur } of reponses) pages.fait(libelle, valeur)

    const messages = demande.messages.toSorted((a, b) => a.envoyeLe.getTime() - b.envoyeLe.getTime())
    if (messages.length > 0) pages.titre(2, 'Messages')
    for (const { interne, auteur, envoyeLe, retireLe, texte } of messages)
      pages.fait(
        [interne && 'Note interne', nomComplet(auteur), quand(envoyeLe)].filter(Boolean).join(', '),
        retireLe ? 'Message retiré par son auteur.' : texte || 'Fichiers seuls.',
      )

    const { rendezVous } = demande
    if (rendezVous.length > 0) {
      pages.titre(2, 'Rendez-vous')
      pages.liste(
        rendezVous.map(({ mode, lieu, debutLe, etat }) =>
          [libelleMode(mode), lieu, quand(debutLe) ?? 'date à choisir', libelleEtatRendezVous(etat).toLowerCase()]
            .filter(Boolean)
            .join(', '),
        ),
      )
    }
    if (fichiers.length > 0) {
      pages.titre(2, 'Fichiers')
      pages.liste(fichiers.map(({ nom, lieu }) => `${nom}, ${lieu}`))
    }
    pages.titre(2, 'Historique')
    pages.liste(
      demande.evenements
        .toSorted((a, b) => a.le.getTime() - b.le.getTime())
        .map(({ type, le, cote, auteur }) =>
          [quand(le), evenementEnMots(type), auteur ? nomComplet(auteur) : coteEnMots(cote)].join(', '),
        ),
    )
  })
}
