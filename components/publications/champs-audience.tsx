import { CasesACocher } from '@/components/formulaire/choix'
import { Pli } from '@/components/formulaire/pli'
import { optionsType } from '@/lib/partenaires/libelles'
import { lecteurs } from '@/lib/publications/audience'

type Lue = { profils: string[]; types: string[]; caisses: string[] }

const duPartenaire = ['technicien', 'gestionnaire']

/** Whom something is published for. `caisses`: those an administrateur may choose, none for a référent. */
export function ChampsAudience({ lue, caisses }: { lue?: Lue; caisses: { id: string; nom: string }[] }) {
  return (
    <>
      <h2 className="mt-8 mb-3">Pour qui</h2>
      <CasesACocher
        name="profils"
        label="Profils"
        aide="La caisse lit aussi tout ce qui est dit à ses partenaires."
        valeurs={lue?.profils ?? duPartenaire}
        options={Object.entries(lecteurs).map(([valeur, libelle]) => ({ valeur, libelle }))}
      />
      <Pli
        resume="Certains types de partenaire seulement"
        champs={['types']}
        ouvert={Boolean(lue?.types.length)}
        className="mb-6"
      >
        <CasesACocher
          name="types"
          label="Types de partenaire"
          aide="Sans rien cocher, tous."
          valeurs={lue?.types}
          optionnel
          className="mt-3"
          options={optionsType}
        />
      </Pli>
      {caisses.length > 0 && (
        <Pli
          resume="Certaines caisses seulement"
          champs={['caisses']}
          ouvert={Boolean(lue?.caisses.length)}
          className="mb-6"
        >
          <CasesACocher
            name="caisses"
            label="Caisses"
            aide="Sans rien cocher, toutes."
            valeurs={lue?.caisses}
            optionnel
            className="mt-3"
            options={caisses.map(({ id, nom }) => ({ valeur: id, libelle: nom }))}
          />
        </Pli>
      )}
    </>
  )
}
