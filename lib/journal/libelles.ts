import type { EvenementJournal } from '@/lib/journal/evenements'

export const familles = {
  lecture: 'Consultations',
  telechargement: 'Téléchargements et exports',
  demande: 'Actes sur une demande',
  connexion: 'Connexions et mots de passe',
  refus: 'Accès refusés',
  compte: 'Comptes et habilitations',
  convention: 'Conventions et partenaires',
  reglage: 'Réglages et organisation',
  protection: 'Journal et protection des données',
} as const

export type Famille = keyof typeof familles

/** `mots`: what follows «Camille Aubry » in a sentence; `objet` where its reference stands, when it has one. */
type Libelle = { famille: Famille; mots: string }

const l = (famille: Famille, mots: string): Libelle => ({ famille, mots })

/** Every event in words: a new one does not compile without them. */
export const libellesEvenement: Record<EvenementJournal, Libelle> = {
  'page.vue': l('lecture', 'a ouvert la page {objet}'),
  'acces.refuse': l('refus', 's’est vu refuser {objet}'),
  'connexion.ouverte': l('connexion', 's’est connecté(e)'),
  'connexion.refusee': l('connexion', 'n’a pas pu se connecter'),
  'connexion.nouvel_appareil': l('connexion', 's’est connecté(e) depuis un nouvel appareil'),
  'second_facteur.donne': l('connexion', 'a donné son second facteur'),
  'second_facteur.installe': l('connexion', 'a installé un second facteur'),
  'second_facteur.retire': l('connexion', 'a retiré son second facteur'),
  'second_facteur.reinitialise': l('connexion', 'a réinitialisé le second facteur de {objet}'),
  'codes_secours.refaits': l('connexion', 'a refait ses codes de secours'),
  'cle_acces.defi': l('connexion', 'a commencé une connexion par clé d’accès'),
  'cle_acces.ajoutee': l('connexion', 'a ajouté une clé d’accès'),
  'cle_acces.renommee': l('connexion', 'a renommé une clé d’accès'),
  'cle_acces.retiree': l('connexion', 'a retiré une clé d’accès'),
  'appareil.oublie': l('connexion', 'a oublié un appareil'),
  'session.confirmee': l('connexion', 'a confirmé son identité'),
  'session.fermee': l('connexion', 'a fermé une session'),
  'compte.active': l('connexion', 'a activé son compte'),
  'compte.preferences': l('compte', 'a changé ses préférences'),
  'mot_de_passe.demande': l('connexion', 'a demandé un nouveau mot de passe'),
  'mot_de_passe.change': l('connexion', 'a changé de mot de passe'),
  'cgu.acceptee': l('connexion', 'a accepté les conditions d’utilisation'),
  'brouillon.cree': l('demande', 'a commencé une demande'),
  'brouillon.enregistre': l('demande', 'a enregistré un brouillon'),
  'brouillon.supprime': l('demande', 'a supprimé un brouillon'),
  'demande.deposee': l('demande', 'a transmis {objet}'),
  'demande.consultee': l('lecture', 'a consulté {objet}'),
  'demande.prise_en_charge': l('demande', 'a pris en charge {objet}'),
  'demande.passee': l('demande', 'a passé {objet} à un collègue'),
  'demande.complement_demande': l('demande', 'a demandé un complément sur {objet}'),
  'demande.complement_envoye': l('demande', 'a envoyé un complément sur {objet}'),
  'demande.complement_recu': l('demande', 'a noté reçu le complément de {objet}'),
  'demande.traitee': l('demande', 'a répondu et clos {objet}'),
  'demande.annulee': l('demande', 'a annulé {objet}'),
  'demande.rouverte': l('demande', 'a rouvert {objet}'),
  'demande.accuse': l('telechargement', 'a téléchargé l’accusé de réception de {objet}'),
  'message.envoye': l('demande', 'a écrit un message sur {objet}'),
  'note.ajoutee': l('demande', 'a ajouté une note interne sur {objet}'),
  'piece.deposee': l('demande', 'a joint {objet}'),
  'piece.supprimee': l('demande', 'a supprimé {objet}'),
  'piece.consultee': l('telechargement', 'a ouvert {objet}'),
  'caisse.creee': l('reglage', 'a créé une caisse'),
  'caisse.modifiee': l('reglage', 'a modifié une caisse'),
  'caisse.reglages': l('reglage', 'a changé les réglages de la caisse'),
  'caisse.contacts': l('reglage', 'a changé les contacts de la caisse'),
  'caisse.motifs': l('reglage', 'a changé les motifs de la caisse'),
  'catalogue.motif': l('reglage', 'a changé le catalogue national'),
  'cgu.redigee': l('reglage', 'a rédigé des conditions d’utilisation'),
  'cgu.publiee': l('reglage', 'a publié des conditions d’utilisation'),
  'cgu.registre_exporte': l('telechargement', 'a exporté le registre des conditions d’utilisation'),
  'parametre.modifie': l('reglage', 'a changé un paramètre national'),
  'compte.cree': l('compte', 'a créé {objet}'),
  'compte.modifie': l('compte', 'a modifié {objet}'),
  'compte.inactive': l('compte', 'a inactivé {objet}'),
  'compte.inactivation_prevue': l('compte', 'a prévu l’inactivation de {objet}'),
  'compte.retabli': l('compte', 'a rétabli {objet}'),
  'compte.supprime': l('compte', 'a supprimé {objet}'),
  'compte.lien_remis': l('compte', 'a remis un lien d’activation à {objet}'),
  'compte.lien_renvoye': l('compte', 'a renvoyé un lien d’activation à {objet}'),
  'compte.import': l('compte', 'a importé des comptes'),
  'attestation.renouvelee': l('compte', 'a renouvelé une attestation'),
  'partenaire.cree': l('convention', 'a créé un partenaire'),
  'partenaire.modifie': l('convention', 'a modifié un partenaire'),
  'partenaire.contacts': l('convention', 'a changé les contacts d’un partenaire'),
  'partenaire.services': l('convention', 'a changé les services d’un partenaire'),
  'partenaire.suspendu': l('convention', 'a suspendu un partenaire'),
  'partenaire.retabli': l('convention', 'a levé la suspension d’un partenaire'),
  'structure.creee': l('convention', 'a créé une structure'),
  'structure.modifiee': l('convention', 'a modifié une structure'),
  'structure.ouverte': l('convention', 'a changé l’ouverture d’une structure'),
  'convention.creee': l('convention', 'a préparé une convention'),
  'convention.modifiee': l('convention', 'a modifié une convention'),
  'convention.signee': l('convention', 'a noté signée une convention'),
  'convention.prise_effet': l('convention', 'a fait prendre effet à une convention'),
  'convention.reconduite': l('convention', 'a reconduit une convention'),
  'convention.denoncee': l('convention', 'a noté la dénonciation d’une convention'),
  'convention.denonciation_retiree': l('convention', 'a retiré la dénonciation d’une convention'),
  'convention.mise_en_demeure': l('convention', 'a mis en demeure un partenaire'),
  'convention.mise_en_demeure_levee': l('convention', 'a levé une mise en demeure'),
  'convention.resiliee': l('convention', 'a résilié une convention'),
  'convention.echue': l('convention', 'a constaté la fin d’une convention'),
  'convention.abandonnee': l('convention', 'a abandonné un projet de convention'),
  'convention.avenant': l('convention', 'a enregistré un avenant'),
  'convention.document': l('convention', 'a changé un document de convention'),
  'convention.document_consulte': l('telechargement', 'a ouvert un document de convention'),
  'habilitation.commencee': l('compte', 'a commencé une demande d’habilitation'),
  'habilitation.deposee': l('compte', 'a déposé une demande d’habilitation'),
  'habilitation.appliquee': l('compte', 'a appliqué une demande d’habilitation'),
  'habilitation.refusee': l('compte', 'a refusé une demande d’habilitation'),
  'habilitation.retiree': l('compte', 'a retiré une demande d’habilitation'),
  'revue.ouverte': l('compte', 'a ouvert une revue d’habilitation'),
  'revue.confirmee': l('compte', 'a décidé d’un compte dans une revue'),
  'revue.signee': l('compte', 'a signé une revue d’habilitation'),
  'revue.relancee': l('compte', 'a relancé une revue d’habilitation'),
  'revue.exportee': l('telechargement', 'a exporté une revue d’habilitation'),
  'equipe.exportee': l('telechargement', 'a exporté la liste de l’équipe'),
  'incident.signale': l('protection', 'a signalé {objet}'),
  'incident.traite': l('protection', 'a traité le signalement de {objet}'),
  'incident.preuve': l('telechargement', 'a téléchargé l’attestation d’un signalement'),
  'demande.attribuee': l('demande', 'a attribué {objet}'),
  'demande.motif_corrige': l('demande', 'a corrigé le motif de {objet}'),
  'demande.transferee': l('demande', 'a transféré {objet}'),
  'demande.urgence_retiree': l('demande', 'a retiré l’urgence de {objet}'),
  'demande.urgence_donnee': l('demande', 'a mis en urgence {objet}'),
  'demande.liee': l('demande', 'a lié {objet} à une autre'),
  'demande.deliee': l('demande', 'a délié {objet} d’une autre'),
  'demande.procedure_ordinaire': l('demande', 'a noté la procédure ordinaire sur {objet}'),
  'recherche.faite': l('lecture', 'a cherché une demande'),
  'file.action_groupee': l('demande', 'a agi sur plusieurs demandes à la fois'),
  'file.action_annulee': l('demande', 'a annulé un acte groupé'),
  'vue.enregistree': l('reglage', 'a enregistré une vue de la file'),
  'vue.supprimee': l('reglage', 'a supprimé une vue de la file'),
  'message.retire': l('demande', 'a retiré un message de {objet}'),
  'modele.enregistre': l('reglage', 'a enregistré un modèle de réponse'),
  'modele.supprime': l('reglage', 'a supprimé un modèle de réponse'),
  'equipe_caisse.enregistree': l('reglage', 'a changé une équipe'),
  'routage.enregistre': l('reglage', 'a changé une règle de répartition'),
  'routage.supprime': l('reglage', 'a supprimé une règle de répartition'),
  'absence.enregistree': l('reglage', 'a noté une absence'),
  'absence.supprimee': l('reglage', 'a supprimé une absence'),
  'fermeture.enregistree': l('reglage', 'a noté une fermeture de la caisse'),
  'fermeture.supprimee': l('reglage', 'a supprimé une fermeture de la caisse'),
  'plage.creee': l('reglage', 'a ouvert des créneaux de rendez-vous'),
  'plage.supprimee': l('reglage', 'a retiré des créneaux de rendez-vous'),
  'rendez_vous.propose': l('demande', 'a proposé un rendez-vous sur {objet}'),
  'rendez_vous.fixe': l('demande', 'a fixé un rendez-vous sur {objet}'),
  'rendez_vous.choisi': l('demande', 'a choisi un créneau sur {objet}'),
  'rendez_vous.deplace': l('demande', 'a déplacé un rendez-vous sur {objet}'),
  'rendez_vous.annule': l('demande', 'a annulé un rendez-vous sur {objet}'),
  'rendez_vous.tenu': l('demande', 'a noté si le rendez-vous a été honoré sur {objet}'),
  'rendez_vous.calendrier': l('telechargement', 'a téléchargé un rendez-vous pour son agenda'),
  'document.remis': l('demande', 'a remis un document sur {objet}'),
  'document.poste': l('demande', 'a noté l’envoi postal d’un document sur {objet}'),
  'document.telecharge': l('telechargement', 'a téléchargé {objet}'),
  'document.prolonge': l('demande', 'a prolongé la disponibilité d’un document de {objet}'),
  'courriel.renvoye': l('demande', 'a renvoyé un courriel'),
  'courriel.vu': l('demande', 'a noté vu un courriel non distribué'),
  'structure.boite': l('convention', 'a changé la boîte partagée d’une structure'),
  'personne.enregistree': l('protection', 'a enregistré la demande d’une personne sur ses données'),
  'personne.modifiee': l('protection', 'a modifié la demande d’une personne sur ses données'),
  'personne.identite_verifiee': l('protection', 'a noté vérifiée l’identité d’une personne'),
  'personne.prolongee': l('protection', 'a prolongé le délai de la demande d’une personne'),
  'personne.traitee': l('protection', 'a répondu à la demande d’une personne sur ses données'),
  'personne.rouverte': l('protection', 'a rouvert la demande d’une personne sur ses données'),
  'personne.cherchee': l('lecture', 'a cherché tout ce qui concerne une personne'),
  'personne.dossiers_retenus': l('protection', 'a retenu les demandes qui concernent une personne'),
  'personne.dossier_vu': l('lecture', 'a consulté le dossier d’une personne'),
  'personne.corrigee': l('protection', 'a corrigé l’identité d’une personne sur {objet}'),
  'personne.limitee': l('protection', 'a limité l’usage de {objet}'),
  'personne.limitation_levee': l('protection', 'a levé la limitation de {objet}'),
  'personne.opposition': l('protection', 'a noté une opposition sur {objet}'),
  'personne.opposition_levee': l('protection', 'a levé une opposition sur {objet}'),
  'personne.export_demande': l('telechargement', 'a demandé l’export des données d’une personne'),
  'personne.export_pret': l('protection', 'a préparé l’export des données d’une personne'),
  'personne.export_telecharge': l('telechargement', 'a téléchargé l’export des données d’une personne'),
  'compte.donnees_vues': l('lecture', 'a consulté ses propres données'),
  'compte.donnees_exportees': l('telechargement', 'a exporté ses propres données'),
  'journal.ancre': l('protection', 'a noté hors de la base où en est le journal'),
  'journal.purge': l('protection', 'a effacé les lignes du journal arrivées à leur terme'),
  'demande.effacee': l('protection', 'a effacé le contenu de {objet}, arrivé à son terme'),
  'convention.effacee': l('protection', 'a effacé les documents d’une convention terminée'),
  'conservation.passage': l('protection', 'a appliqué les durées de conservation'),
  'conservation.retenue': l('protection', 'a retenu {objet}, que la conservation n’effacera pas'),
  'conservation.levee': l('protection', 'a levé la retenue de {objet}'),
  'conservation.registre_exporte': l('telechargement', 'a téléchargé le registre des traitements'),
  'journal.verifie': l('protection', 'a vérifié le journal'),
  'journal.cherche': l('protection', 'a cherché dans le journal'),
  'journal.exporte': l('telechargement', 'a exporté des lignes du journal'),
  'signal.leve': l('protection', 'a signalé un usage inhabituel'),
  'signal.pris_en_compte': l('protection', 'a pris en compte un signal'),
}

const tous = libellesEvenement as Record<string, Libelle | undefined>

/** The words of an event; those of an older version of the portal say its code. */
export function libelleEvenement(action: string): Libelle {
  return tous[action] ?? l('protection', `a fait «\u00a0${action}\u00a0»`)
}

/** «Consulter une demande» said of nobody: the words of a filter. */
export function intituleEvenement(action: string): string {
  const { mots } = libelleEvenement(action)
  const seuls = mots.replace(/\{objet\}/, objetSansReference(action))
  return seuls.charAt(0).toUpperCase() + seuls.slice(1)
}

/** What an event is about, when its reference is not known. */
export function objetSansReference(action: string): string {
  if (action === 'page.vue') return 'du portail'
  if (action === 'acces.refuse') return 'une page ou un acte'
  const [domaine] = action.split('.')
  if (domaine === 'piece' || domaine === 'document') return 'un fichier'
  if (domaine === 'compte' || domaine === 'incident' || domaine === 'second_facteur') return 'un compte'
  return 'une demande'
}

/** Codes of the events of a family. */
export function evenementsDe(famille: Famille): EvenementJournal[] {
  return (Object.keys(libellesEvenement) as EvenementJournal[]).filter(
    (action) => libellesEvenement[action].famille === famille,
  )
}
