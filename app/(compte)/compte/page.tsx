import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { CaseACocher, Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { LienBouton } from '@/components/ui/bouton'
import { type LigneResume, Resume } from '@/components/ui/resume'
import { enregistrerPreferences } from '@/lib/comptes/actions'
import { libellesProfil, libellesRole } from '@/lib/comptes/libelles'
import { monCompte } from '@/lib/comptes/queries'
import { type Frequence, frequences } from '@/lib/notifications/frequence'
import { type Acteur, aDroit, nomComplet } from '@/lib/socle/acteur'
import { telephoneEspace } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

const libelles: Record<Frequence, { libelle: string; aide: string }> = {
  chaque: { libelle: 'Aussitôt', aide: 'Un courriel à chaque fois' },
  deux_par_jour: {
    libelle: 'Deux fois par jour',
    aide: 'Un résumé à 8\u00a0h et un à 13\u00a0h\u00a030, tous les jours où il y a du nouveau',
  },
  jour: { libelle: 'Une fois par jour', aide: 'Un résumé à 8\u00a0h, tous les jours où il y a du nouveau' },
  aucun: { libelle: 'Jamais', aide: 'Vous regardez vous-même le portail' },
}

const choixFrequence = frequences.map((valeur) => ({ valeur, ...libelles[valeur] }))

export const metadata: Metadata = { title: 'Mon compte' }

export default async function Compte() {
  const acteur = await exigerActeur('compte.soi')
  const { frequence, ...coordonnees } = await monCompte(acteur)
  const groupables = ceQuiSeGroupe(acteur)
  return (
    <Cadre acteur={acteur} entree="/compte" exacte>
      <div className="max-w-180">
        <h1 className="mb-8">Mon compte</h1>
        <Resume titre="Mes informations" lignes={informations(acteur, coordonnees)} />
        <p className="mb-10 -mt-4 text-15 text-encre-2">
          Une erreur{'\u202f'}? <QuiCorrige acteur={acteur} />
        </p>
        <section className="mb-10">
          <h2 className="mb-3">Sécurité</h2>
          <p className="mb-4">
            Mot de passe, double authentification, clés d’accès, appareils connus, sessions ouvertes, et le signalement
            d’un compte en danger.
          </p>
          <LienBouton href="/compte/securite" aspect="secondaire">
            Voir ce qui protège mon compte
          </LienBouton>
        </section>
        <section className="mb-10">
          <h2 className="mb-3">Mes données</h2>
          <p className="mb-4">Tout ce que le portail garde sur votre compte, à lire ou à emporter.</p>
          <LienBouton href="/compte/donnees" aspect="secondaire">
            Voir mes données
          </LienBouton>
        </section>
        <section className="mb-10">
          <h2 className="mb-3">Aide</h2>
          <p className="mb-4">
            Le guide de ce que vous faites, chapitre par chapitre, et{' '}
            <a href="/premiere-visite">la visite du portail</a>, en quatre étapes.
          </p>
          <LienBouton href="/guide" aspect="secondaire">
            Ouvrir le guide
          </LienBouton>
        </section>
        <section id="preferences">
          <h2 className="mb-3">Préférences</h2>
          <Formulaire action={enregistrerPreferences} titrePage="Mon compte" cle="preferences">
            <CaseACocher
              name="raccourcis"
              label="Utiliser les raccourcis du clavier"
              aide="Dans les listes, par exemple j et k pour aller d’une ligne à l’autre. À décocher s’ils gênent un lecteur d’écran ou une saisie vocale."
              cochee={acteur.raccourcis}
            />
            {groupables && (
              <Radios
                name="frequenceCourriels"
                label={`Les courriels sur ${groupables}`}
                aide="Dans le portail, ce qui est nouveau reste signalé. Les courriels sur votre compte, la sécurité, les rendez-vous et vos inscriptions partent toujours aussitôt."
                options={choixFrequence}
                valeur={frequence}
              />
            )}
            <BoutonEnvoi aspect="secondaire" enCours="Enregistrement…">
              Enregistrer mes préférences
            </BoutonEnvoi>
          </Formulaire>
        </section>
      </div>
    </Cadre>
  )
}

/** Who may change what the page shows (règles du domaine, §3): nobody changes their own account. */
function QuiCorrige({ acteur }: { acteur: Acteur }) {
  if (acteur.profil === 'technicien') return 'Le gestionnaire de votre structure la corrige.'
  if (acteur.profil === 'administrateur') return 'Un autre administrateur la corrige.'
  if (aDroit(acteur, 'caisse.regler'))
    return 'Un autre référent de votre caisse, ou l’administration nationale, la corrige.'
  if (acteur.profil === 'caisse') return 'Un référent de votre caisse la corrige.'
  return aDroit(acteur, 'equipe.gerer') ? (
    <>
      La caisse la corrige{'\u00a0'}:{' '}
      <a href={`/habilitations/nouvelle?type=modification&compte=${acteur.compteId}`}>demandez-lui le changement</a>.
    </>
  ) : (
    'La caisse la corrige.'
  )
}

function informations(acteur: Acteur, compte: { fonction: string; telephone: string | null }): LigneResume[] {
  const profil = acteur.roles.map((role) => libellesRole[role]).join(', ') || libellesProfil[acteur.profil]
  const organisme = acteur.partenaire?.nom ?? acteur.caisse?.nom
  const structure = acteur.structure && !acteur.structure.unique ? acteur.structure.nom : null
  return [
    { cle: 'Identifiant', valeur: acteur.identifiant },
    { cle: 'Nom', valeur: `${acteur.civilite === 'madame' ? 'Madame' : 'Monsieur'} ${nomComplet(acteur)}` },
    { cle: 'Profil', valeur: profil },
    ...(organisme ? [{ cle: 'Organisme', valeur: organisme }] : []),
    ...(structure ? [{ cle: 'Structure', valeur: structure }] : []),
    { cle: 'Fonction', valeur: compte.fonction },
    { cle: 'Téléphone', valeur: compte.telephone ? telephoneEspace(compte.telephone) : 'Non renseigné' },
    { cle: 'Courriel', valeur: acteur.courriel },
  ]
}

/** What an account may be written about once or twice a day rather than each time; null for who receives nothing of the kind. */
function ceQuiSeGroupe(acteur: Acteur): string | null {
  const sujets = [
    ...(aDroit(acteur, 'demande.suivre') || aDroit(acteur, 'demande.voir') ? ['les demandes'] : []),
    ...(aDroit(acteur, 'formation.suivre') ? ['les formations proposées'] : []),
  ]
  return sujets.length > 0 ? sujets.join(' et ') : null
}
