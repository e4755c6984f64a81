import { ChampTexte } from '@/components/formulaire/champ-texte'
import { libellesPrestation } from '@/lib/reglages/libelles'
import { prestations } from '@/lib/reglages/modele'

const enNombre = { inputMode: 'numeric', maxLength: 4, largeur: 'court' } as const

/** Two numbers by prestation, then the delays that hold for all. */
export function ChampsDelais() {
  return (
    <>
      {prestations.map((prestation) => (
        <fieldset key={prestation} className="m-0 border-0 border-t border-filet p-0">
          <legend className="float-left w-full pt-4 pb-2 font-[650]">{libellesPrestation[prestation]}</legend>
          <div className="clear-both gap-8 tab:flex">
            <ChampTexte
              name={`delai.${prestation}`}
              label="Délai, en jours"
              aide="À partir d’un dossier complet"
              optionnel
              {...enNombre}
            />
            <ChampTexte
              name={`seuil.${prestation}`}
              label="Alerte, en jours avant"
              aide="L’échéance se voit alors dans la file"
              optionnel
              {...enNombre}
            />
          </div>
        </fieldset>
      ))}
      <div className="border-t border-filet pt-6">
        <ChampTexte
          name="delaiUrgentJours"
          label="Délai d’un dossier urgent, en jours"
          aide="Quand le technicien joint un justificatif d’urgence."
          {...enNombre}
        />
        <ChampTexte
          name="delaiReouvertureJours"
          label="Une demande close peut être rouverte pendant, en jours"
          aide="Par un message de l’un ou de l’autre côté."
          {...enNombre}
        />
      </div>
    </>
  )
}
