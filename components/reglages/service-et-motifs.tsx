'use client'

import { useFormulaire } from '@/components/formulaire/contexte'
import { MessageChamp } from '@/components/formulaire/message-champ'
import type { ServiceDuPartenaire } from '@/lib/reglages/services-partenaire'

/** A service as a box, its motifs as boxes under it: one list for the whole form. */
export function ServiceEtMotifs({
  libelle,
  offert: { service, motifs },
}: {
  libelle: string
  offert: ServiceDuPartenaire
}) {
  const { erreurs, valeurs } = useFormulaire()
  const coche = (nom: string, valeur: string) => [valeurs[nom] ?? []].flat().includes(valeur)
  const nom = `motifs-${service}`
  return (
    <fieldset
      className={`champ group/service border-0 border-t border-filet p-0 pt-3 ${erreurs[nom] ? 'champ--erreur' : ''}`}
    >
      <legend className="sr-only">{libelle}</legend>
      <MessageChamp id={`${nom}-erreur`} message={erreurs[nom]} />
      <div className="choix">
        <input
          id={nom}
          type="checkbox"
          name="services[]"
          value={service}
          defaultChecked={coche('services[]', service)}
          aria-describedby={erreurs[nom] ? `${nom}-erreur` : undefined}
        />
        <span className="choix__texte">
          <label htmlFor={nom} className="font-[650]">
            {libelle}
          </label>
        </span>
      </div>
      <div className="ml-3 hidden border-l-4 border-bleu-200 pl-5 group-has-[input[name='services[]']:checked]/service:block">
        {motifs.map(({ id, libelle: motif }) => (
          <div key={id} className="choix">
            <input
              id={`motif-${id}`}
              type="checkbox"
              name="motifs[]"
              value={id}
              defaultChecked={coche('motifs[]', id)}
            />
            <span className="choix__texte">
              <label htmlFor={`motif-${id}`}>{motif}</label>
            </span>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
