import { Tableau, ZoneDefilante } from '@/components/ui/tableau'
import type { Jours } from '@/lib/bilan/modele'
import type { CibleBilan } from '@/lib/bilan/queries'
import { participationEnMots, questionnaireDuBilan } from '@/lib/questionnaires/bilan'
import { type Acteur, aDroit } from '@/lib/socle/acteur'

/** In a bilan: what its partenaire and all of them answered to the questionnaire of the year, and the way to it. */
export async function BlocQuestionnaire({
  acteur,
  cible,
  periode,
}: {
  acteur: Acteur
  cible: CibleBilan
  periode: Jours
}) {
  const lu = await questionnaireDuBilan(acteur, cible, periode)
  const gere = aDroit(acteur, 'questionnaire.gerer')
  const repond = aDroit(acteur, 'questionnaire.repondre')
  const liste = gere ? '/caisse/questionnaires' : repond ? '/questionnaires' : null
  if (!lu && !liste) return null
  const recues = lu && participationEnMots(lu.resultats)
  const avecSoi = lu?.lignes.some(({ soi }) => soi)
  const avecAvant = lu?.lignes.some(({ avant }) => avant)
  return (
    <section aria-labelledby="questionnaire" className="mt-10">
      <h2 id="questionnaire" className="mb-2">
        Questionnaire annuel
      </h2>
      {lu ? (
        <>
          <p className="mb-3 max-w-180">
            {lu.titre}, année {lu.annee}.{recues && ` Réponses reçues : ${recues}.`}
            {lu.repondu === false &&
              (acteur.caisse ? ' Ce partenaire n’a pas répondu.' : ' Votre organisme n’a pas répondu.')}
            {lu.anonyme && ' Réponses anonymes.'}
          </p>
          {lu.lignes.some(({ soi, tous }) => soi || tous) && (
            <ZoneDefilante nom="Réponses au questionnaire annuel">
              <Tableau allure="chiffres" legende={`Questionnaire de ${lu.annee}`}>
                <thead>
                  <tr>
                    <th scope="col">Question</th>
                    {avecSoi && <th scope="col">{acteur.caisse ? 'Ce partenaire' : 'Votre organisme'}</th>}
                    <th scope="col">Tous les partenaires</th>
                    {avecAvant && <th scope="col">Tous en {lu.resultats.anneeAvant}</th>}
                  </tr>
                </thead>
                <tbody>
                  {lu.lignes.map(({ intitule, soi, tous, avant }) => (
                    <tr key={intitule}>
                      <th scope="row">{intitule}</th>
                      {avecSoi && <td>{soi || '–'}</td>}
                      <td>{tous || '–'}</td>
                      {avecAvant && <td>{avant || '–'}</td>}
                    </tr>
                  ))}
                </tbody>
              </Tableau>
            </ZoneDefilante>
          )}
        </>
      ) : (
        <p className="mb-3">Aucun questionnaire sur cette période.</p>
      )}
      {liste && (
        <p className="mt-3">
          <a
            href={lu ? (gere ? `${liste}/${lu.id}/resultats` : `${liste}/${lu.id}`) : liste}
            className="inline-block min-h-6"
          >
            {lu ? (gere ? 'Voir tous les résultats' : 'Voir le questionnaire') : 'Voir les questionnaires'}
          </a>
        </p>
      )}
    </section>
  )
}
