import { PairesNote } from '@/components/ui/resume'
import { libellesEtatCompte } from '@/lib/comptes/libelles'
import { derniereConnexion } from '@/lib/habilitations/libelles'
import type { Technicien } from '@/lib/habilitations/queries'
import { dateAvecAnnee } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

/** What is known of an account, beside its form: the words attested are kept as they were given. */
export function NoteCompte({ technicien, maintenant }: { technicien: Technicien; maintenant: Date }) {
  const { identifiant, etat, creeLe, connecteLe, attestation, attesteeLe, inactiveLe } = technicien
  return (
    <>
      <PairesNote
        titre="Le compte"
        paires={[
          { cle: 'Identifiant', valeur: identifiant },
          { cle: 'État', valeur: libellesEtatCompte[etat] ?? etat },
          { cle: 'Créé le', valeur: dateAvecAnnee(dateAParis(creeLe)) },
          { cle: 'Dernière connexion', valeur: derniereConnexion(connecteLe, maintenant) },
          ...(inactiveLe && etat === 'inactif'
            ? [{ cle: 'Inactivé le', valeur: dateAvecAnnee(dateAParis(inactiveLe)) }]
            : []),
        ]}
      />
      {etat === 'actif' && (
        <p className="text-15">
          Plus de téléphone ni de clé{'\u202f'}?{' '}
          <a href={`/comptes/${technicien.id}/double-authentification`}>Réinitialiser la double authentification</a>
        </p>
      )}
      {attestation && attesteeLe && (
        <div className="border-l border-filet-2 pl-4 text-15">
          <p className="font-[650]">Attestation du {dateAvecAnnee(attesteeLe)}</p>
          <p className="mt-1">{attestation}</p>
        </div>
      )}
    </>
  )
}
