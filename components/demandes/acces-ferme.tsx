import { Avis } from '@/components/ui/avis'
import type { RaisonFermeture } from '@/lib/conventions/acces'
import type { Fermeture } from '@/lib/conventions/acces-fermes'
import { dateAvecAnnee, telephoneEspace } from '@/lib/socle/format'

const le = (date: string | null) => (date ? ` le ${dateAvecAnnee(date)}` : '')

const mots: Record<RaisonFermeture, (fermeture: Fermeture) => string> = {
  suspendue: ({ motif }) =>
    `La caisse a suspendu l’accès de votre organisation.${motif ? ` Motif indiqué\u00a0: ${motif}` : ''}`,
  structure: ({ ouvreLe }) => `L’accès de votre structure s’ouvre${le(ouvreLe)}.`,
  a_venir: ({ effetLe }) => `La convention prend effet${le(effetLe)}.`,
  terminee: ({ finLe }) => `La convention a pris fin${le(finLe)}.`,
  sans_convention: () => 'La convention d’utilisation du portail n’est pas encore en vigueur.',
}

const pasEncore: RaisonFermeture[] = ['structure', 'a_venir']

/** No caisse is open today: why, at each one, and whom to call. Nothing can be filed. */
export function AccesFerme({ fermetures }: { fermetures: Fermeture[] }) {
  return (
    <div className="lecture">
      <Avis ton="fond" className="mt-5">
        {fermetures.length > 0 && fermetures.every(({ raison }) => pasEncore.includes(raison)) ? (
          <p>
            Il n’est pas encore ouvert. Vous pourrez déposer des demandes à partir du jour indiqué ; rien à faire d’ici
            là.
          </p>
        ) : (
          <p>
            Aucune caisse n’est ouverte à votre organisation aujourd’hui : vous ne pouvez pas déposer de demande, ni
            relire celles qui ont été déposées. La caisse garde les demandes déjà transmises et continue de les traiter.
          </p>
        )}
      </Avis>
      {fermetures.length === 0 && (
        <p className="mt-6">
          Aucune convention n’est enregistrée pour votre organisation. Parlez-en à votre gestionnaire.
        </p>
      )}
      {fermetures.map((fermeture) => (
        <section key={fermeture.caisse.id} className="mt-8">
          <h2>{fermeture.caisse.nom}</h2>
          <p className="mt-2">{mots[fermeture.raison](fermeture)}</p>
          {fermeture.contacts.length > 0 ? (
            <>
              <p className="mt-3 font-semibold">Qui appeler</p>
              <ul>
                {fermeture.contacts.map(({ id, nom, telephone, courriel }) => (
                  <li key={id} className="mt-1">
                    {nom ?? 'Votre interlocuteur à la caisse'}
                    {telephone && (
                      <>
                        {' : '}
                        <a href={`tel:${telephone.replace(/\s/g, '')}`} className="whitespace-nowrap">
                          {telephoneEspace(telephone)}
                        </a>
                      </>
                    )}
                    {courriel && (
                      <>
                        {telephone ? ', ' : ' : '}
                        <a href={`mailto:${courriel}`}>{courriel}</a>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <p className="mt-3">Adressez-vous à votre référent de la convention.</p>
          )}
        </section>
      ))}
    </div>
  )
}
