import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { LienBouton } from '@/components/ui/bouton'
import { FilRetour } from '@/components/ui/fil-retour'
import { type LigneResume, Resume } from '@/components/ui/resume'
import { appareil } from '@/lib/comptes/libelles'
import { libellesInscription } from '@/lib/formations/libelles'
import { acteEnMots } from '@/lib/mes-donnees/acte-en-mots'
import { mesDonnees } from '@/lib/mes-donnees/donnees'
import { dateEtHeure, pluriel } from '@/lib/socle/format'
import { adresseClient, exigerActeur } from '@/lib/socle/session'
import { pageDuTicket } from '@/lib/support/libelles'

export const metadata: Metadata = { title: 'Mes données' }

const montres = 20
const quand = (iso: string | null) => (iso ? dateEtHeure(new Date(iso)) : 'Jamais')

export default async function MesDonnees() {
  const acteur = await exigerActeur('compte.soi', { dejaConsignee: true })
  const donnees = await mesDonnees(acteur, await adresseClient())
  const { vie, travail } = donnees
  return (
    <Cadre acteur={acteur} entree="/compte">
      <FilRetour href="/compte" libelle="Mon compte" />
      <div className="max-w-180">
        <h1 className="mb-4">Mes données</h1>
        <p className="lecture mb-4">
          Tout ce que le portail garde sur votre compte, avec vos propres actes. Une erreur sur votre identité{'\u202F'}
          ? <a href="/compte">Mon compte</a> dit qui la corrige. Le journal, lui, ne se corrige pas{'\u00A0'}: il est la
          preuve de ce qui a été fait. Pour toute autre demande,{' '}
          <a href="/annuaire">écrivez au délégué à la protection des données</a>.
        </p>
        <div className="rangee-boutons mb-8">
          <LienBouton href="/api/compte/donnees?format=pdf">Lire la copie complète (PDF)</LienBouton>
          <LienBouton href="/api/compte/donnees" aspect="secondaire">
            Télécharger mes données (JSON)
          </LienBouton>
        </div>
        <Resume
          titre="Mon compte"
          lignes={[
            { cle: 'Créé', valeur: quand(vie.creeLe) },
            { cle: 'Activé', valeur: quand(vie.activeLe) },
            { cle: 'Mot de passe choisi', valeur: quand(vie.motDePasseLe) },
            {
              cle: 'Second facteur',
              valeur: vie.secondFacteurLe ? `Installé le ${quand(vie.secondFacteurLe)}` : 'Aucun',
            },
            { cle: 'Mon travail', valeur: enMots(travail) },
          ]}
        />
        <Liste
          titre="Habilitations"
          lignes={[
            ...donnees.conditions.map(({ numero, accepteeLe }) => ({
              cle: `Conditions, version ${numero}`,
              valeur: `Acceptées le ${quand(accepteeLe)}`,
            })),
            ...donnees.attestations.map(({ le, par, texte }) => ({
              cle: `Attestation, ${quand(le)}`,
              valeur: `${par ? `${par}\u00A0: ` : ''}${texte}`,
            })),
            ...donnees.revues.map(({ le, decision }) => ({
              cle: `Revue, ${quand(le)}`,
              valeur: decision ?? 'Sans décision',
            })),
          ]}
        />
        <Liste
          titre="Formations"
          lignes={donnees.formations.map(({ theme, le, etat, presente }) => ({
            cle: quand(le),
            valeur: `${theme}\u00A0: ${(presente === null ? libellesInscription[etat] : presente ? 'Présent' : 'Absent')?.toLowerCase()}`,
          }))}
        />
        <Liste
          titre="Réponses à un questionnaire, pour votre organisme"
          lignes={donnees.questionnaires.map(({ titre, le, envoyee }) => ({
            cle: quand(le),
            valeur: `${titre}\u00A0: ${envoyee ? 'envoyée' : 'enregistrée'}`,
          }))}
        />
        <Liste
          titre="Actualités ouvertes"
          lignes={donnees.actualites.map(({ titre, lueLe }) => ({ cle: quand(lueLe), valeur: titre }))}
        />
        <Liste
          titre="Commentaires écrits pour un COPIL"
          lignes={donnees.copils.map(({ libelle, commenteLe }) => ({ cle: quand(commenteLe), valeur: libelle }))}
        />
        <Liste
          titre="Dysfonctionnements signalés"
          lignes={donnees.dysfonctionnements.map(({ le, page, constat, precisions }) => ({
            cle: `${quand(le)}, ${pageDuTicket(page)}`,
            valeur: [constat, ...precisions].join(' / '),
          }))}
        />
        <Liste
          titre="Sessions et appareils"
          lignes={[
            ...donnees.sessions.slice(0, montres).map(({ ouverteLe, navigateur, adresse }) => ({
              cle: quand(ouverteLe),
              valeur: `${appareil(navigateur)}, adresse ${adresse ?? 'inconnue'}`,
            })),
            ...donnees.appareils.map(({ navigateur, vuLe }) => ({
              cle: 'Appareil connu',
              valeur: `${appareil(navigateur)}, vu le ${quand(vuLe)}`,
            })),
            ...donnees.clesAcces.map(({ nom, creeeLe }) => ({
              cle: 'Clé d’accès',
              valeur: `${nom}, ${quand(creeeLe)}`,
            })),
          ]}
        />
        <Liste
          titre="Mes derniers actes au journal"
          lignes={donnees.journal.slice(0, montres).map((ligne) => ({
            cle: quand(ligne.le),
            valeur: `${acteEnMots(ligne)}, adresse ${ligne.adresse ?? 'inconnue'}, nº\u00A0${ligne.rang}`,
          }))}
        />
        <p className="text-encre-2">
          {pluriel(donnees.sessions.length, 'session')}, {pluriel(donnees.courriels.length, 'courriel')} et{' '}
          {pluriel(donnees.journal.length, 'ligne')} de journal en tout{'\u00A0'}: la copie complète les donne.
        </p>
      </div>
    </Cadre>
  )
}

function Liste({ titre, lignes }: { titre: string; lignes: LigneResume[] }) {
  // Two rows may say the same thing at the same minute.
  return lignes.length > 0 && <Resume titre={titre} lignes={lignes.map((ligne) => ligne)} />
}

function enMots({
  demandesDeposees,
  demandesSuivies,
  messages,
}: Record<'demandesDeposees' | 'demandesSuivies' | 'messages', number>) {
  return [
    pluriel(demandesDeposees, 'demande déposée', 'demandes déposées'),
    pluriel(demandesSuivies, 'demande suivie', 'demandes suivies'),
    pluriel(messages, 'message écrit', 'messages écrits'),
  ].join(', ')
}
