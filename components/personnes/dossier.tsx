import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { StatutDemande } from '@/components/ui/badge-statut'
import { Resume } from '@/components/ui/resume'
import { identiteComplete } from '@/lib/demandes/libelles'
import { coteEnMots, evenementEnMots } from '@/lib/demandes/mots-historique'
import { libelleIssue, resumeDe } from '@/lib/demandes/registre'
import type { DemandeDuDossier } from '@/lib/personnes/dossier'
import { libellesConsentement } from '@/lib/personnes/libelles'
import { consultationEnMots } from '@/lib/personnes/mots-consultation'
import { etatFichierEnMots } from '@/lib/pieces-jointes/mots-etat'
import { libelleEtatRendezVous, libelleMode } from '@/lib/rendez-vous/libelles'
import { departements } from '@/lib/socle/departements'
import { dateAvecAnnee, dateEtHeure, pluriel, taille } from '@/lib/socle/format'

const quand = (iso: string) => dateEtHeure(new Date(iso))

function Partie({ titre, nombre, children }: { titre: string; nombre: number; children: ReactNode }) {
  if (nombre === 0) return null
  return (
    <details className="border-b border-filet py-2">
      <summary className="min-h-6 font-[650]">
        {titre} ({nombre})
      </summary>
      <ul className="mt-2 mb-3">{children}</ul>
    </details>
  )
}

/** One demande of the person, whole: what is kept, who wrote, who read. */
export function DemandeDeLaPersonne({ demande }: { demande: DemandeDuDossier }) {
  const { id, reference, personne, consentement, limitation, service } = demande
  const lignes = [
    { cle: 'Personne', valeur: identiteComplete(personne) ?? 'Non renseignée' },
    { cle: 'Date de naissance', valeur: personne.dateNaissance ? dateAvecAnnee(personne.dateNaissance) : '' },
    {
      cle: 'Département',
      valeur: personne.departement ? (departements[personne.departement] ?? personne.departement) : '',
    },
    {
      cle: 'Accord',
      valeur: consentement
        ? `${libellesConsentement[consentement.forme]}, le ${dateAvecAnnee(consentement.le)}`
        : 'Forme et date non notées',
    },
    {
      cle: 'Transmise',
      valeur: [quand(demande.deposeeLe), demande.auteur?.nom, demande.partenaire].filter(Boolean).join(', '),
    },
    { cle: 'Issue', valeur: libelleIssue(service, demande.issue) ?? '' },
    ...resumeDe(service, demande.details).map(({ libelle, valeur }) => ({ cle: libelle, valeur })),
    ...demande.piecesAbsentes.map(({ libelle, raison }) => ({ cle: `Absente : ${libelle}`, valeur: raison })),
    ...(limitation ? [{ cle: 'Limitée', valeur: `${quand(limitation.poseeLe)}. ${limitation.motif}` }] : []),
  ].filter(({ valeur }) => valeur)
  return (
    <article aria-labelledby={`d-${id}`} className="mb-12">
      <h2 id={`d-${id}`}>{demande.objet}</h2>
      <p className="mt-1 mb-3 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="reference">{reference}</span>
        <StatutDemande etat={demande.etat} cote="caisse" />
        {limitation && <Badge ton="contour">Limitée</Badge>}
      </p>
      <Resume titre="Ce qui est gardé" niveau={3} lignes={lignes} />
      <Partie titre="Messages et notes" nombre={demande.messages.length}>
        {demande.messages.map((message) => (
          <li key={message.id} className="mt-2">
            <p className="text-14 text-encre-2">
              {message.interne ? 'Note interne, ' : ''}
              {message.auteur}, {coteEnMots(message.cote).toLowerCase()}, {quand(message.envoyeLe)}
              {message.retireLe && `, retiré le ${quand(message.retireLe)}`}
            </p>
            <p className="lecture whitespace-pre-line">{message.texte}</p>
          </li>
        ))}
      </Partie>
      <Partie titre="Fichiers" nombre={demande.fichiers.length}>
        {demande.fichiers.map((fichier) => (
          <li key={fichier.id} className="mt-1 break-words">
            {fichier.nom}
            <span className="text-encre-2">
              , {fichier.sens === 'sortante' ? 'document de la caisse' : 'pièce reçue'}, {taille(fichier.taille)},{' '}
              {etatFichierEnMots(fichier.etat).toLowerCase()}, {quand(fichier.deposeLe)}
              {fichier.telechargements > 0 && `, ${pluriel(fichier.telechargements, 'téléchargement')}`}
            </span>
          </li>
        ))}
      </Partie>
      <Partie titre="Rendez-vous" nombre={demande.rendezVous.length}>
        {demande.rendezVous.map((rendezVous) => (
          <li key={rendezVous.id} className="mt-1">
            {[
              libelleMode(rendezVous.mode),
              rendezVous.debutLe && quand(rendezVous.debutLe),
              libelleEtatRendezVous(rendezVous.etat).toLowerCase(),
              rendezVous.lieu,
              rendezVous.raison,
            ]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </Partie>
      <Partie titre="Historique" nombre={demande.historique.length}>
        {demande.historique.map(({ type, le, auteur, cote }, rang) => (
          <li key={`${le}-${String(rang)}`} className="mt-1">
            {evenementEnMots(type)}{' '}
            <span className="text-encre-2">
              {auteur ?? coteEnMots(cote)}, {quand(le)}
            </span>
          </li>
        ))}
      </Partie>
      <Partie titre="Courriels envoyés" nombre={demande.courriels.length}>
        {demande.courriels.map(({ objet, modele, destinataire, le }, rang) => (
          <li key={`${le}-${String(rang)}`} className="mt-1 break-words">
            {objet ?? modele}{' '}
            <span className="text-encre-2">
              à {destinataire}, {quand(le)}
            </span>
          </li>
        ))}
      </Partie>
      <Partie titre="Qui l’a lue" nombre={demande.consultations.length}>
        {demande.consultations.map(({ rang, le, action, nom, organisme }) => (
          <li key={rang} className="mt-1">
            {consultationEnMots(action)}{' '}
            <span className="text-encre-2">
              {[nom, organisme, quand(le), `journal nº ${rang}`].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </Partie>
    </article>
  )
}
