import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { LienBouton } from '@/components/ui/bouton'
import { Progression } from '@/components/ui/progression'
import { actionExporterPersonne } from '@/lib/personnes/actions'
import type { DroitLu } from '@/lib/personnes/queries'
import { dateEtHeure, pluriel, taille } from '@/lib/socle/format'

/** The archive of all that is kept: asked for, being made, ready, past its time. */
export function Copie({ droit, titrePage, maintenant }: { droit: DroitLu; titrePage: string; maintenant: Date }) {
  const [derniere] = droit.exports
  const enCours = derniere?.etat === 'en_preparation'
  const prete = derniere?.etat === 'pret' && derniere.expireLe && derniere.expireLe > maintenant ? derniere : null
  return (
    <section id="copie" aria-labelledby="titre-copie" className="mt-10">
      <h2 id="titre-copie" className="mb-2">
        La copie de ses données
      </h2>
      <p className="lecture">
        Une archive à remettre à la personne{'\u00A0'}: tout ce qui est gardé, à lire (PDF) et pour un ordinateur
        (JSON), avec les fichiers sains. Relisez-la avant de l’envoyer{'\u00A0'}: une note peut parler de quelqu’un
        d’autre.
      </p>
      {enCours && (
        <div className="mt-3">
          <p role="status">
            En préparation
            {derniere.total > 0 && `, ${derniere.faits} sur ${pluriel(derniere.total, 'fichier')}`}.
          </p>
          <Progression
            pourcent={derniere.total > 0 ? Math.round((100 * derniere.faits) / derniere.total) : 5}
            nom="Copie en préparation"
          />
          <p className="mt-2">
            <a href={`/caisse/personnes/${droit.id}#copie`}>Voir où elle en est</a>
          </p>
        </div>
      )}
      {derniere?.etat === 'echec' && (
        <p className="mt-3">
          La dernière copie n’a pas pu être faite. Demandez-en une autre, ou signalez-le au support.
        </p>
      )}
      {prete && (
        <p className="mt-3">
          Prête depuis le {dateEtHeure(prete.pretLe ?? prete.demandeLe)} ({taille(prete.taille ?? 0)}). Elle s’efface le{' '}
          {dateEtHeure(prete.expireLe ?? maintenant)}.
        </p>
      )}
      <div className="rangee-boutons mt-4 items-start">
        {prete && <LienBouton href={`/api/personnes/${prete.id}`}>Télécharger la copie (ZIP)</LienBouton>}
        {!enCours && droit.etat === 'ouverte' && droit.dossiers > 0 && (
          <Formulaire action={actionExporterPersonne} titrePage={titrePage} cle={`copie-${droit.id}`}>
            <ChampCache name="id" valeur={droit.id} />
            <ChampCache name="version" valeur={droit.version} />
            <BoutonEnvoi aspect="secondaire" enCours="Demande…">
              {prete ? 'Refaire la copie' : 'Préparer la copie'}
            </BoutonEnvoi>
          </Formulaire>
        )}
      </div>
      {droit.dossiers === 0 && <p className="mt-3 text-encre-2">Choisissez d’abord ses dossiers.</p>}
    </section>
  )
}
