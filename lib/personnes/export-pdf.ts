import { civiliteCourte, libelleEtatCaisse } from '@/lib/demandes/libelles'
import { coteEnMots, evenementEnMots } from '@/lib/demandes/mots-historique'
import { definitionDe, libelleIssue, resumeDe } from '@/lib/demandes/registre'
import type { DemandeDuDossier } from '@/lib/personnes/dossier'
import { libellesConsentement } from '@/lib/personnes/libelles'
import { consultationEnMots } from '@/lib/personnes/mots-consultation'
import { etatFichierEnMots } from '@/lib/pieces-jointes/mots-etat'
import { libelleEtatRendezVous, libelleMode } from '@/lib/rendez-vous/libelles'
import { departements } from '@/lib/socle/departements'
import { dateAvecAnnee, dateEtHeure, pluriel, taille } from '@/lib/socle/format'
import { type PagesPdf, pagesPdf } from '@/lib/socle/pdf-pages'

/** What stands at the head of the copy. `dpo`: where to write back. */
export type EnteteExport = {
  reference: string
  caisse: string
  dpo: string
  personne: string
  faitLe: Date
}

/** Path of a file in the archive, or why it is not there. */
export type FichierExporte = { id: string; chemin: string | null; raison?: string }

const quand = (iso: string | null) => (iso ? dateEtHeure(new Date(iso)) : null)

/** The readable copy of all that is kept about a person. */
export function copieEnPdf(
  entete: EnteteExport,
  dossier: DemandeDuDossier[],
  fichiers: FichierExporte[],
): Promise<Buffer> {
  const titre = 'Copie de vos données'
  const options = {
    titre,
    sujet: `Demande ${entete.reference}`,
    pied: `${entete.caisse}, copie des données, demande ${entete.reference}`,
    creeLe: entete.faitLe,
  }
  const lieux = new Map(fichiers.map((fichier) => [fichier.id, fichier]))
  return pagesPdf(options, (pages) => {
    pages.titre(1, titre)
    pages.paragraphe(
      `Voici ce que la ${entete.caisse} garde sur vous dans l’Espace Partenaires, le portail par lequel des professionnels lui écrivent avec votre accord.`,
    )
    pages.fait('Personne', entete.personne)
    pages.fait('Référence', entete.reference)
    pages.fait('Faite', dateEtHeure(entete.faitLe))
    pages.fait('Demandes', pluriel(dossier.length, 'demande'))
    pages.paragraphe(
      `Vous pouvez faire corriger ces données, en limiter l’usage ou vous y opposer : écrivez à ${entete.dpo}. Si la réponse ne vous convient pas, vous pouvez saisir la CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, ou cnil.fr.`,
    )
    for (const demande of dossier) ecrireDemande(pages, demande, lieux)
  })
}

function ecrireDemande(pages: PagesPdf, demande: DemandeDuDossier, lieux: Map<string, FichierExporte>): void {
  const { personne, service } = demande
  pages.titre(2, `Demande ${demande.reference}`)
  pages.fait('Objet', demande.objet)
  pages.fait('Service', definitionDe(service).libelle)
  pages.fait('Transmise', quand(demande.deposeeLe))
  pages.fait('Par', [demande.auteur?.nom, demande.auteur?.fonction, demande.partenaire].filter(Boolean).join(', '))
  pages.fait('État', libelleEtatCaisse[demande.etat])
  pages.fait('Close', quand(demande.closeLe))
  pages.fait('Issue', libelleIssue(service, demande.issue))
  pages.fait('Urgente', demande.urgent ? 'Oui' : null)
  pages.fait('Agent qui la suit', demande.agent)
  if (demande.limitation)
    pages.fait('Limitée', `depuis le ${quand(demande.limitation.poseeLe)}, ${demande.limitation.motif}`)
  pages.titre(3, 'Votre identité sur cette demande')
  pages.fait('Civilité', personne.civilite && (civiliteCourte[personne.civilite] ?? personne.civilite))
  pages.fait('Nom de naissance', personne.nomNaissance)
  pages.fait('Nom d’usage', personne.nomUsage)
  pages.fait('Prénom', personne.prenom)
  pages.fait('Date de naissance', personne.dateNaissance && dateAvecAnnee(personne.dateNaissance))
  pages.fait('Département', personne.departement && (departements[personne.departement] ?? personne.departement))
  pages.fait('Votre accord', accord(demande))
  const reponses = resumeDe(service, demande.details).filter(({ valeur }) => valeur)
  if (reponses.length > 0 || demande.attestations.length > 0) pages.titre(3, 'Ce qui a été demandé')
  for (const { libelle, valeur } of reponses) pages.fait(libelle, valeur)
  for (const { libelle, raison } of demande.piecesAbsentes) pages.fait(`Pièce absente, ${libelle}`, raison)
  if (demande.attestations.length > 0) {
    pages.paragraphe('Ce que le professionnel a attesté en la transmettant :')
    pages.liste(demande.attestations.map(({ texte }) => texte))
  }
  if (demande.messages.length > 0) pages.titre(3, 'Messages et notes')
  for (const message of demande.messages) {
    const genre = message.interne ? 'Note interne de la caisse' : `Message, ${coteEnMots(message.cote).toLowerCase()}`
    const retire = message.retireLe ? `, retiré le ${quand(message.retireLe)}` : ''
    pages.fait(`${genre}, ${message.auteur}, ${quand(message.envoyeLe)}${retire}`, message.texte || '(vide)')
  }
  if (demande.fichiers.length > 0) {
    pages.titre(3, 'Fichiers')
    pages.liste(
      demande.fichiers.map((fichier) => {
        const lieu = lieux.get(fichier.id)
        const suite = lieu?.chemin
          ? `dans l’archive : ${lieu.chemin}`
          : `non remis : ${lieu?.raison ?? etatFichierEnMots(fichier.etat)}`
        const sens = fichier.sens === 'sortante' ? 'document de la caisse' : 'pièce reçue'
        return `${fichier.nom}, ${sens}, ${taille(fichier.taille)}, ${quand(fichier.deposeLe)}, ${suite}`
      }),
    )
  }
  if (demande.rendezVous.length > 0) {
    pages.titre(3, 'Rendez-vous')
    pages.liste(
      demande.rendezVous.map(({ mode, lieu, debutLe, etat, raison }) =>
        [libelleMode(mode), lieu, quand(debutLe) ?? 'date à choisir', libelleEtatRendezVous(etat).toLowerCase(), raison]
          .filter(Boolean)
          .join(', '),
      ),
    )
  }
  pages.titre(3, 'Historique')
  pages.liste(
    demande.historique.map(
      ({ type, le, cote, auteur }) => `${quand(le)} : ${evenementEnMots(type)}, ${auteur ?? coteEnMots(cote)}`,
    ),
  )
  if (demande.courriels.length > 0) {
    pages.titre(3, 'Courriels envoyés par le portail, sans rien sur vous')
    pages.liste(demande.courriels.map(({ objet, modele, le }) => `${quand(le)} : ${objet ?? modele}`))
  }
  if (demande.consultations.length > 0) {
    pages.titre(3, 'Qui l’a consultée')
    pages.liste(
      demande.consultations.map(
        ({ le, action, organisme }) => `${quand(le)} : ${consultationEnMots(action)}, ${organisme ?? 'le portail'}`,
      ),
    )
  }
}

function accord({ consentement }: DemandeDuDossier): string {
  if (!consentement) return 'Forme et date non notées'
  return `${libellesConsentement[consentement.forme]}, le ${dateAvecAnnee(consentement.le)}`
}
