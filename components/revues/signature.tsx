import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { CaseACocher } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { motsAttestation } from '@/lib/habilitations/libelles'
import { actionSignerRevue } from '@/lib/revues/actions'
import type { Revue } from '@/lib/revues/queries'
import { nomComplet } from '@/lib/socle/acteur'
import { pluriel } from '@/lib/socle/format'

/** The end of a revue: what signing does and attests. Nothing can be signed while a line is not decided. */
export function Signature({ revue, organisme, titrePage }: { revue: Revue; organisme: string; titrePage: string }) {
  const { lignes, restent, id, vues } = revue
  const aInactiver = lignes.filter(({ decision }) => decision === 'inactiver')
  const techniciens = lignes.filter(({ compte, decision }) => compte.profil === 'technicien' && decision === 'garder')
  const mots = motsAttestation(organisme)
  return (
    <section id="signer" tabIndex={-1} aria-labelledby="titre-signer" className="mt-10 max-w-180 scroll-mt-4">
      <h2 id="titre-signer" className="mb-3">
        Signer la revue
      </h2>
      {restent > 0 ? (
        <p>
          {pluriel(restent, 'compte reste', 'comptes restent')} à confirmer avant de signer. Ce qui est décidé est
          enregistré : vous pouvez vous arrêter ici et reprendre plus tard.
        </p>
      ) : (
        <Formulaire action={actionSignerRevue} titrePage={titrePage} cle={`signer-${id}`}>
          <ChampCache name="id" valeur={id} />
          <ChampCache name="vues" valeur={vues} />
          <ul className="mb-5 list-disc pl-5">
            <li>{pluriel(lignes.length, 'compte relu', 'comptes relus')}.</li>
            {aInactiver.length > 0 && (
              <li>
                {pluriel(aInactiver.length, 'compte est fermé', 'comptes sont fermés')} dès la signature, et les
                personnes en sont averties : {aInactiver.map(({ compte }) => nomComplet(compte)).join(', ')}.
              </li>
            )}
            <li>La caisse voit la date de la signature et votre nom.</li>
          </ul>
          <CaseACocher
            name="atteste"
            label={
              techniciens.length > 0
                ? `J’atteste que chaque technicien dont le compte est gardé ${mots.rattachement}, ${mots.equipement}, et ${mots.messagerie}.`
                : 'J’atteste que chaque compte gardé est encore utile à la personne qui le tient.'
            }
          />
          <div className="rangee-boutons">
            <BoutonEnvoi enCours="Signature…">Signer la revue</BoutonEnvoi>
          </div>
        </Formulaire>
      )}
    </section>
  )
}
