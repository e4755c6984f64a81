'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { useChamp, useFormulaire } from '@/components/formulaire/contexte'
import { Enveloppe, type ProprietesChamp } from '@/components/formulaire/enveloppe'
import { useTexteSurveille } from '@/components/formulaire/use-texte-surveille'
import { Avis } from '@/components/ui/avis'
import { Eraser } from '@/components/ui/icones'

const RAPPEL = 'Ni numéro de sécurité sociale, ni information de santé.'

/**
 * Free text. The reminder always stands in the hint. A NIR is refused where it stands, with a button that removes it;
 * what looks like health information raises a warning the writer may override: `name__sante=gardee` is then sent, be it by the
 * button or by sending a text in spite of the warning under it. `_surveille` asks the server for the same warning when none was given.
 */
export function ChampTexteLong({
  name,
  label,
  aide,
  optionnel,
  className,
  valeur,
  lignes = 4,
  maxLength,
  pied,
  garde = false,
}: ProprietesChamp & {
  valeur?: string
  lignes?: number
  maxLength?: number
  pied?: ReactNode
  /** This text was kept in spite of the warning, on an earlier visit of the page. */
  garde?: boolean
}) {
  const champ = useChamp(name, true, valeur)
  const { erreurs, valeurs } = useFormulaire()
  const [gardes, setGardes] = useState<string[]>([])
  // The refusal of the server that was answered by removing the number: no longer true.
  const [repondu, setRepondu] = useState<string>()
  const { champ: zone, constat, retirer, surSaisie, examiner } = useTexteSurveille()
  const nomSante = `${name}__sante`
  const santeRefusee = erreurs[nomSante]

  // Refused by the server: find the number again, to offer its removal.
  useEffect(() => {
    if (champ.erreur || santeRefusee) void examiner()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- examined when the refusal changes, not at each rendering
  }, [champ.erreur, santeRefusee])

  const dejaGarde = garde || valeurs[nomSante] === 'gardee' || gardes.length > 0
  const nouveaux = constat.sante.filter((mot) => !gardes.includes(mot))
  const avertir = nouveaux.length > 0 || (santeRefusee !== undefined && !constat.lu && !dejaGarde)
  const erreur = constat.nir?.message ?? (champ.erreur === repondu ? undefined : champ.erreur)

  return (
    <Enveloppe
      {...{ label, optionnel, className, ...champ, erreur }}
      htmlFor={name}
      aide={
        <>
          {aide} {RAPPEL}
        </>
      }
    >
      <textarea
        ref={zone}
        id={name}
        name={name}
        rows={lignes}
        maxLength={maxLength}
        defaultValue={champ.valeur}
        onInput={surSaisie}
        aria-required={!optionnel}
        aria-invalid={erreur ? true : undefined}
        aria-describedby={`${champ.idAide}${erreur ? ` ${champ.idErreur}` : ''}${avertir ? ` ${nomSante}` : ''}`}
        className={lignes >= 10 ? 'controle controle--long controle--haut' : 'controle controle--long'}
      />
      {/* The message stands above the field: it is read here, at the pause in typing. */}
      <p role="status" className="sr-only">
        {constat.nir?.message} {nouveaux.length > 0 && 'Attention : ce texte semble parler de santé.'}
      </p>
      {constat.nir && (
        <div className="champ__pied">
          <button
            type="button"
            onClick={() => {
              if (champ.erreur?.startsWith('Un numéro de sécurité sociale')) setRepondu(champ.erreur)
              void retirer()
            }}
            className="bouton bouton--secondaire bouton--dense"
          >
            <Eraser />
            Retirer « {constat.nir.extrait} »
          </button>
          <span>Un téléphone ou une référence peuvent rester.</span>
        </div>
      )}
      <input type="hidden" name="_surveille" value={name} />
      {(dejaGarde || constat.sante.length > 0) && <input type="hidden" name={nomSante} value="gardee" />}
      {avertir && (
        <Avis ton="chaud" className="mt-3">
          <p id={nomSante}>{constat.avis ?? santeRefusee}</p>
          {constat.lu ? (
            <div className="mt-2 flex flex-wrap gap-x-4 gap-y-2">
              <button
                type="button"
                className="bouton bouton--secondaire bouton--dense"
                onClick={() => setGardes(constat.sante)}
              >
                Garder ce texte
              </button>
              <button
                type="button"
                className="bouton bouton--tiers bouton--dense"
                onClick={() => zone.current?.focus()}
              >
                Modifier
              </button>
            </div>
          ) : (
            // Said by the server, and not read here yet: scripts may be off, or never come.
            <label className="choix mt-2">
              <input type="checkbox" name={nomSante} value="gardee" />
              <span className="choix__texte">Garder ce texte et l’envoyer tel quel</span>
            </label>
          )}
        </Avis>
      )}
      {pied && <div className="champ__pied">{pied}</div>}
    </Enveloppe>
  )
}
