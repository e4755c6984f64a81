import { cheminDeLaDemande, type DonneesDemande, type ModeleDemande } from '@/lib/notifications/modeles'
import { Bouton, Cadre, Discret, Texte, Titre } from '@/lib/notifications/modeles/cadre'
import { quand } from '@/lib/rendez-vous/libelles'
import type { Invitation } from '@/lib/rendez-vous/schema-invitation'
import { majuscule } from '@/lib/socle/francais'

type Contenu = { titre: string; corps: (demande: string, caisse: string) => string[]; bouton: string }

const contenus: Record<ModeleDemande, Contenu> = {
  demande_deposee: {
    titre: 'La caisse a bien reçu votre demande',
    corps: (demande, caisse) => [
      `Votre ${demande} est arrivée à ${caisse}.`,
      'Un courriel vous préviendra quand un agent s’en occupera. L’accusé de réception est dans le portail.',
    ],
    bouton: 'Voir la demande',
  },
  demande_prise_en_charge: {
    titre: 'La caisse s’occupe de votre demande',
    corps: (demande, caisse) => [`Un agent de ${caisse} a pris en charge votre ${demande}.`],
    bouton: 'Voir la demande',
  },
  complement_demande: {
    titre: 'La caisse demande un complément',
    corps: (demande, caisse) => [
      `Pour traiter votre ${demande}, il manque quelque chose à ${caisse}.`,
      'Le délai est suspendu jusqu’à votre envoi.',
    ],
    bouton: 'Voir ce qui manque',
  },
  message_recu: {
    titre: 'La caisse vous a répondu',
    corps: (demande, caisse) => [`${caisse} vous a écrit au sujet de votre ${demande}.`],
    bouton: 'Lire le message',
  },
  demande_traitee: {
    titre: 'La caisse a répondu et clos la demande',
    corps: (demande, caisse) => [
      `${caisse} a répondu à votre ${demande} et l’a close.`,
      'Si la réponse ne convient pas, vous pouvez la rouvrir pendant quelque temps en écrivant depuis la demande.',
    ],
    bouton: 'Lire la réponse',
  },
  piece_refusee: {
    titre: 'Une pièce est à renvoyer',
    corps: (demande, caisse) => [
      `Une pièce jointe à votre ${demande} n’a pas pu être transmise à ${caisse}\u00a0: le fichier est refusé au contrôle (virus, contenu actif, fichier illisible…).`,
      'La demande reste déposée, avec ses autres pièces. Le portail dit laquelle renvoyer.',
    ],
    bouton: 'Voir la pièce',
  },
  rendez_vous_propose: {
    titre: 'Des créneaux de rendez-vous sont à choisir',
    corps: (demande, caisse) => [
      `${caisse} propose des créneaux de rendez-vous pour votre ${demande}.`,
      'Ils ne sont pas retenus\u00a0: le premier qui choisit un créneau l’obtient.',
    ],
    bouton: 'Choisir un créneau',
  },
  rendez_vous_fixe: {
    titre: 'Le rendez-vous est fixé',
    corps: (demande, caisse) => [`Le rendez-vous de votre ${demande} avec ${caisse} est fixé.`],
    bouton: 'Voir le rendez-vous',
  },
  rendez_vous_deplace: {
    titre: 'Le rendez-vous est déplacé',
    corps: (demande, caisse) => [`Le rendez-vous de votre ${demande} avec ${caisse} est déplacé.`],
    bouton: 'Voir le rendez-vous',
  },
  rendez_vous_annule: {
    titre: 'Le rendez-vous est annulé',
    corps: (demande, caisse) => [`Le rendez-vous de votre ${demande} avec ${caisse} est annulé.`],
    bouton: 'Voir pourquoi',
  },
  rendez_vous_rappel: {
    titre: 'Rappel du rendez-vous',
    corps: (demande, caisse) => [
      `Le rendez-vous de votre ${demande} avec ${caisse} approche.`,
      'Si la personne ne peut pas venir, déplacez-le ou annulez-le dans le portail.',
    ],
    bouton: 'Voir le rendez-vous',
  },
  document_remis: {
    titre: 'Un document vous est remis',
    corps: (demande, caisse) => [
      `${caisse} vous remet un document au sujet de votre ${demande}.`,
      'Il reste disponible pour un temps limité\u00a0: la page de la demande dit jusqu’à quand. Chaque téléchargement est noté.',
    ],
    bouton: 'Voir le document',
  },
  document_poste: {
    titre: 'Un document est envoyé par courrier',
    corps: (demande, caisse) => [
      `${caisse} a envoyé par courrier, à l’adresse qu’elle connaît de la personne, un document au sujet de votre ${demande}.`,
    ],
    bouton: 'Voir la demande',
  },
  motif_corrige: {
    titre: 'La caisse a corrigé le motif de votre demande',
    corps: (demande, caisse) => [
      `${caisse} a corrigé le motif de votre ${demande}. La date de réponse annoncée change avec lui.`,
      'La date de dépôt, les pièces et les échanges restent les mêmes.',
    ],
    bouton: 'Voir la nouvelle date',
  },
  urgence_retiree: {
    titre: 'Votre demande n’est plus traitée en urgence',
    corps: (demande, caisse) => [
      `${caisse} a examiné votre ${demande} et ne la traite plus comme urgente. Son délai ordinaire s’applique, compté depuis le dossier complet.`,
      'La raison et la nouvelle date de réponse sont dans le portail. Si la situation a changé, écrivez-le à la caisse depuis la demande.',
    ],
    bouton: 'Lire la raison',
  },
  urgence_donnee: {
    titre: 'Votre demande est traitée en urgence',
    corps: (demande, caisse) => [
      `${caisse} traite désormais votre ${demande} comme urgente. La date de réponse est avancée.`,
    ],
    bouton: 'Voir la nouvelle date',
  },
  demande_transferee: {
    titre: 'Votre demande change de caisse',
    corps: (demande, caisse) => [
      `Votre ${demande} ne relevait pas de la caisse à laquelle elle était adressée. Elle est maintenant entre les mains de ${caisse}.`,
      'Vous n’avez rien à refaire\u00a0: la date de dépôt, les pièces et les échanges la suivent. La raison est dans le portail.',
    ],
    bouton: 'Voir la demande',
  },
  complement_recu: {
    titre: 'Le complément est arrivé',
    corps: (demande) => [`Le partenaire a envoyé le complément attendu pour la ${demande}.`],
    bouton: 'Ouvrir la demande',
  },
  message_partenaire: {
    titre: 'Nouveau message du partenaire',
    corps: (demande) => [`Le partenaire a écrit au sujet de la ${demande}.`],
    bouton: 'Lire le message',
  },
  demande_attribuee: {
    titre: 'Une demande vous est confiée',
    corps: (demande) => [`Un collègue vous a attribué la ${demande}. Elle est dans vos demandes.`],
    bouton: 'Ouvrir la demande',
  },
  rendez_vous_fixe_caisse: {
    titre: 'Le rendez-vous est fixé',
    corps: (demande) => [`Le rendez-vous de la ${demande} est fixé.`],
    bouton: 'Ouvrir la demande',
  },
  rendez_vous_deplace_caisse: {
    titre: 'Le rendez-vous est déplacé',
    corps: (demande) => [`Le rendez-vous de la ${demande} est déplacé.`],
    bouton: 'Ouvrir la demande',
  },
  rendez_vous_annule_caisse: {
    titre: 'Le rendez-vous est annulé',
    corps: (demande) => [`Le rendez-vous de la ${demande} est annulé, ou n’est plus à votre agenda.`],
    bouton: 'Ouvrir la demande',
  },
  rendez_vous_rappel_caisse: {
    titre: 'Rappel du rendez-vous',
    corps: (demande) => [`Le rendez-vous de la ${demande} approche.`],
    bouton: 'Ouvrir la demande',
  },
}

/** Says that something happened, and links to the portal: never about whom, nor what was written. */
export function CourrielDemande({
  modele,
  objet,
  adresse,
  donnees,
}: {
  modele: ModeleDemande
  objet: string
  adresse: string
  donnees: DonneesDemande
}) {
  const { titre, corps, bouton } = contenus[modele]
  const service = donnees.service ? ` (${donnees.service})` : ''
  return (
    <Cadre titre={objet} adresse={adresse}>
      <Titre>{titre}</Titre>
      <Texte>Bonjour{donnees.prenom ? ` ${donnees.prenom}` : ''},</Texte>
      {corps(`demande ${donnees.reference}${service}`, avecArticle(donnees.caisse)).map((paragraphe) => (
        <Texte key={paragraphe}>{majuscule(paragraphe)}</Texte>
      ))}
      {donnees.rendezVous && <QuandEtOu {...donnees.rendezVous} />}
      <Bouton href={new URL(cheminDeLaDemande(modele, donnees), adresse).href}>{bouton}</Bouton>
      <Discret>Le contenu se lit dans le portail seulement, après connexion.</Discret>
    </Cadre>
  )
}

/** «CPAM de…» and «CGSS de…» are named without an article, which a sentence needs. */
const avecArticle = (caisse: string) => (/^(CPAM|CGSS|CCSS|CARSAT|Caisse)\b/.test(caisse) ? `la ${caisse}` : caisse)

/** When and where, and what was given up when it is cancelled. */
function QuandEtOu({ methode, debutLe, finLe, lieu }: Invitation) {
  const quandEst = quand({ debutLe: new Date(debutLe), finLe: new Date(finLe) })
  return (
    <Texte>
      {methode === 'CANCEL' ? <s>{majuscule(quandEst)}</s> : <strong>{majuscule(quandEst)}</strong>}
      <br />
      {lieu}
    </Texte>
  )
}
