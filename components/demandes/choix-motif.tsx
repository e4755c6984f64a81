'use client'

import { useChamp, useFormulaire } from '@/components/formulaire/contexte'
import { Groupe } from '@/components/formulaire/enveloppe'
import { MessageChamp } from '@/components/formulaire/message-champ'

export type MotifPropose = {
  id: string
  libelle: string
  aide: string | null
  variantes: { code: string; libelle: string }[]
}

type Proprietes = { motifs: MotifPropose[]; valeur?: string; variante?: string }

/** Motifs as radios; the variantes of the chosen one open under it, without JavaScript too. */
export function ChoixMotif({ motifs, valeur, variante }: Proprietes) {
  const champ = useChamp('motif', false, valeur)
  return (
    <Groupe label="Motif" className="[&>legend]:sr-only" {...champ}>
      <div className="choix-liste">
        {motifs.map((motif, rang) => (
          <div key={motif.id} className="group/motif">
            <Radio
              id={rang === 0 ? 'motif' : `motif-${motif.id}`}
              name="motif"
              valeur={motif.id}
              libelle={motif.libelle}
              aide={motif.aide}
              coche={champ.valeur === motif.id}
            />
            {motif.variantes.length > 0 && (
              <Variantes motif={motif} variante={motif.id === valeur ? variante : undefined} />
            )}
          </div>
        ))}
      </div>
    </Groupe>
  )
}

function Variantes({ motif, variante }: { motif: MotifPropose; variante?: string }) {
  const nom = `variante.${motif.id}`
  const { erreurs, valeurs } = useFormulaire()
  const choisie = valeurs[nom] ?? variante
  return (
    <fieldset
      className={`mb-3 ml-3 hidden border-l-4 pl-5 group-has-[input[name=motif]:checked]/motif:block ${erreurs[nom] ? 'border-brique-600' : 'border-bleu-200'}`}
    >
      <legend className="sr-only">{motif.libelle} : précisez</legend>
      <MessageChamp id={`${nom}-erreur`} message={erreurs[nom]} />
      {motif.variantes.map(({ code, libelle }, rang) => (
        <Radio
          key={code}
          id={rang === 0 ? nom : `${nom}-${code}`}
          name={nom}
          valeur={code}
          libelle={libelle}
          coche={choisie === code}
        />
      ))}
    </fieldset>
  )
}

function Radio({
  id,
  name,
  valeur,
  libelle,
  aide,
  coche,
}: {
  id: string
  name: string
  valeur: string
  libelle: string
  aide?: string | null
  coche: boolean
}) {
  return (
    <div className="choix">
      <input
        id={id}
        type="radio"
        name={name}
        value={valeur}
        defaultChecked={coche}
        aria-describedby={aide ? `${id}-aide` : undefined}
      />
      <span className="choix__texte">
        <label htmlFor={id}>{libelle}</label>
        {aide && (
          <span id={`${id}-aide`} className="choix__aide">
            {aide}
          </span>
        )}
      </span>
    </div>
  )
}
