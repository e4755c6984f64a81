import { MessageChamp } from '@/components/formulaire/message-champ'
import { Bouton } from '@/components/ui/bouton'
import { ChevronDown } from '@/components/ui/icones'
import type { Periode } from '@/lib/bilan/modele'
import type { PeriodeLue } from '@/lib/bilan/periode'
import { enParties } from '@/lib/socle/jour'

const mots = { jour: 'Jour', mois: 'Mois', annee: 'Année' } as const

function Jour({ nom, legende, lue }: { nom: 'du' | 'au'; legende: string; lue: PeriodeLue }) {
  const { erreurs, saisie, periode } = lue
  const erreur = erreurs[nom]
  const choisi = periode.genre === 'libre' ? enParties(periode[nom]) : undefined
  return (
    <fieldset
      aria-describedby={erreur ? `${nom}-erreur` : undefined}
      className={`champ mb-0!${erreur ? ' champ--erreur' : ''}`}
    >
      <legend className="champ__libelle text-15">{legende}</legend>
      <div>
        <MessageChamp id={`${nom}-erreur`} message={erreur} />
        <div className="controle-date">
          {(['jour', 'mois', 'annee'] as const).map((partie) => (
            <div key={partie}>
              <label htmlFor={partie === 'jour' ? nom : `${nom}.${partie}`}>{mots[partie]}</label>
              <input
                id={partie === 'jour' ? nom : `${nom}.${partie}`}
                name={`${nom}.${partie}`}
                type="text"
                inputMode="numeric"
                maxLength={partie === 'annee' ? 4 : 2}
                autoComplete="off"
                defaultValue={saisie[`${nom}.${partie}`] || choisi?.[partie]}
                aria-invalid={erreur ? true : undefined}
                className="controle"
              />
            </div>
          ))}
        </div>
      </div>
    </fieldset>
  )
}

/** The period, in the address: a list, and free days behind a fold. A plain form, which works without JavaScript. */
export function ChoixPeriode({
  lue,
  offertes,
  conventions,
  cachees = {},
}: {
  lue: PeriodeLue
  offertes: readonly Periode[]
  conventions: readonly Periode[]
  /** What else stands in the address. */
  cachees?: Record<string, string>
}) {
  const { periode, erreurs } = lue
  const libre = periode.genre === 'libre' || Object.keys(erreurs).length > 0
  const champsCaches = Object.entries(cachees).map(([nom, valeur]) => (
    <input key={nom} type="hidden" name={nom} value={valeur} />
  ))
  const connue = [...offertes, ...conventions].some(({ cle }) => cle === periode.cle)
  return (
    <div className="bureau:max-w-130">
      <form method="get" className="flex flex-wrap items-end gap-3">
        {champsCaches}
        <div className="max-tab:w-full">
          <label htmlFor="periode" className="mb-1 block text-14 font-semibold text-encre-2">
            Période
          </label>
          <span className="controle-filtre controle-filtre--liste">
            <select id="periode" name="periode" defaultValue={periode.cle}>
              {!connue && periode.genre !== 'libre' && <option value={periode.cle}>{periode.libelle}</option>}
              {periode.genre === 'libre' && <option value={periode.cle}>Dates choisies</option>}
              {conventions.length > 0 && (
                <optgroup label="Années de la convention">
                  {conventions.map(({ cle, libelle }) => (
                    <option key={cle} value={cle}>
                      {libelle.replace('Année de convention du', 'Du')}
                    </option>
                  ))}
                </optgroup>
              )}
              <optgroup label="Années">
                {offertes
                  .filter(({ genre }) => genre === 'annee')
                  .map(({ cle, libelle }) => (
                    <option key={cle} value={cle}>
                      {libelle}
                    </option>
                  ))}
              </optgroup>
              <optgroup label="Trimestres">
                {offertes
                  .filter(({ genre }) => genre === 'trimestre')
                  .map(({ cle, libelle }) => (
                    <option key={cle} value={cle}>
                      {libelle}
                    </option>
                  ))}
              </optgroup>
            </select>
            <ChevronDown />
          </span>
        </div>
        <Bouton type="submit" aspect="secondaire">
          Afficher la période
        </Bouton>
      </form>
      <details className="mt-3" open={libre}>
        <summary className="min-h-6 cursor-pointer text-bleu-700">Entre deux dates</summary>
        <form method="get" className="mt-3 flex flex-wrap items-end gap-x-6 gap-y-4" noValidate>
          {champsCaches}
          <input type="hidden" name="periode" value="libre" />
          <Jour nom="du" legende="Du" lue={lue} />
          <Jour nom="au" legende="Au (compris)" lue={lue} />
          <Bouton type="submit" aspect="secondaire">
            Afficher ces dates
          </Bouton>
        </form>
      </details>
    </div>
  )
}

/** Above the title of the page, with the same words as at the fields. */
export function PeriodeACorriger({ erreurs }: { erreurs: Record<string, string> }) {
  const liste = Object.entries(erreurs)
  if (liste.length === 0) return null
  return (
    <div role="alert" aria-labelledby="sommaire-erreurs" className="sommaire-erreurs mb-6">
      <h2 id="sommaire-erreurs">
        Il y a {liste.length} {liste.length > 1 ? 'points' : 'point'} à corriger
      </h2>
      <ul>
        {liste.map(([nom, message]) => (
          <li key={nom}>
            <a href={`#${nom}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
