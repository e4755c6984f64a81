import { render, toPlainText } from '@react-email/render'
import type { ReactElement } from 'react'
import { creerJeton } from '@/lib/comptes/creer-jeton'
import { comptesDuCourriel } from '@/lib/comptes/envoyer-liens-mot-de-passe'
import { libellesProfil } from '@/lib/comptes/libelles'
import { estModele, estModeleDemande, modelesDemande, objetDuCourriel } from '@/lib/notifications/modeles'
import { actualite, CourrielActualite, estModeleActualite } from '@/lib/notifications/modeles/actualites'
import { CourrielAvis } from '@/lib/notifications/modeles/avis'
import { gouvernance } from '@/lib/notifications/modeles/avis/commun'
import { Activation, type CompteEtLien, MotDePasse, MotDePasseChange } from '@/lib/notifications/modeles/comptes'
import { CourrielDemande } from '@/lib/notifications/modeles/demandes'
import { CourrielFormation, estModeleFormation, formation } from '@/lib/notifications/modeles/formations'
import { estAvis } from '@/lib/notifications/modeles/gouvernance'
import { CourrielResume, objetDuResume, resume } from '@/lib/notifications/modeles/resume'
import { calendrierJoint, type InvitationJointe, invitationJointe } from '@/lib/rendez-vous/joindre-invitation'
import { baseTravaux, type Transaction } from '@/lib/socle/base'

export type CourrielRendu = { objet: string; html: string; texte: string; invitation?: InvitationJointe }

export type CourrielARendre = { modele: string; destinataire: string; compteId: string | null; donnees: unknown }

/** The mail as it leaves, its links made now; null when it has no reason to leave any more (account closed, activated). */
export async function rendreCourriel(
  courriel: CourrielARendre,
  maintenant = new Date(),
): Promise<CourrielRendu | null> {
  const { modele } = courriel
  if (!estModele(modele)) throw new Error(`Modèle de courriel inconnu : ${modele}`)
  const adresse = new URL(process.env.URL_PUBLIQUE ?? '').origin
  if (estModeleDemande(modele)) {
    const donnees = modelesDemande[modele].parse(courriel.donnees)
    const objet = objetDuCourriel(modele, donnees)
    const rendu = await mettreEnForme(objet, <CourrielDemande {...{ modele, objet, adresse, donnees }} />)
    return { ...rendu, invitation: invitationJointe(modele, donnees, courriel.destinataire) }
  }
  if (estModeleFormation(modele)) {
    const donnees = formation.parse(courriel.donnees)
    const objet = objetDuCourriel(modele, donnees)
    const rendu = await mettreEnForme(objet, <CourrielFormation {...{ modele, objet, adresse, donnees }} />)
    return { ...rendu, invitation: calendrierJoint(donnees, courriel.destinataire) }
  }
  if (estModeleActualite(modele)) {
    const donnees = actualite.parse(courriel.donnees)
    const objet = objetDuCourriel(modele, donnees)
    return mettreEnForme(objet, <CourrielActualite {...{ modele, objet, adresse, donnees }} />)
  }
  if (estAvis(modele)) {
    const donnees = gouvernance.parse(courriel.donnees)
    const objet = objetDuCourriel(modele, donnees)
    return mettreEnForme(objet, <CourrielAvis {...{ modele, objet, adresse, donnees }} />)
  }
  if (modele === 'resume') {
    const donnees = resume.parse(courriel.donnees)
    const objet = objetDuResume(donnees)
    return mettreEnForme(objet, <CourrielResume {...{ objet, adresse, donnees }} />)
  }
  const titre = objetDuCourriel(modele, {})
  const corps = await baseTravaux().$transaction((tx) =>
    corpsDeCompte(tx, modele, courriel, { titre, adresse, maintenant }),
  )
  return corps && mettreEnForme(titre, corps)
}

async function corpsDeCompte(
  tx: Transaction,
  modele: 'activation' | 'mot_de_passe' | 'mot_de_passe_change',
  { destinataire, compteId }: CourrielARendre,
  { maintenant, ...commun }: { titre: string; adresse: string; maintenant: Date },
): Promise<ReactElement | null> {
  const comptes = (await comptesDuCourriel(tx, destinataire)).filter(
    ({ id, etat }) =>
      modele === 'mot_de_passe' || (id === compteId && (etat === 'actif') !== (modele === 'activation')),
  )
  const [premier] = comptes
  if (!premier) return null
  const { prenom } = premier
  if (modele === 'mot_de_passe_change') {
    return <MotDePasseChange {...commun} prenom={prenom} identifiant={premier.identifiant} />
  }
  const prets: CompteEtLien[] = []
  for (const { id, identifiant, profil, etat } of comptes) {
    const aActiver = etat === 'attente_activation'
    const lien = await creerJeton(tx, { compteId: id, type: aActiver ? 'activation' : 'mot_de_passe', maintenant })
    prets.push({ identifiant, profil: libellesProfil[profil as keyof typeof libellesProfil], lien, aActiver })
  }
  return modele === 'activation' && prets[0] ? (
    <Activation {...commun} prenom={prenom} compte={prets[0]} />
  ) : (
    <MotDePasse {...commun} prenom={prenom} comptes={prets} />
  )
}

async function mettreEnForme(objet: string, corps: ReactElement): Promise<CourrielRendu> {
  const html = await render(corps)
  const texte = toPlainText(html, { selectors: [{ selector: 'h1', options: { uppercase: false } }] })
  return { objet, html, texte }
}
