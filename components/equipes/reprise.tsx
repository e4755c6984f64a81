import { Liste } from '@/components/formulaire/liste'

/** Where the demandes of who is no longer there are to be taken again. */
export function Reprise({ n, equipes }: { n: number; equipes: { id: string; nom: string }[] }) {
  return (
    <Liste
      name="demandes"
      label={n === 1 ? 'Où revient sa demande ?' : `Où reviennent ses ${n} demandes ?`}
      aide="Pour les répartir entre plusieurs agents, un agent peut d’abord les attribuer dans la file."
      vide={null}
      valeur="garder"
      largeur="plein"
      options={[
        { valeur: 'garder', libelle: 'À prendre, chacune dans son équipe' },
        ...equipes.map(({ id, nom }) => ({ valeur: id, libelle: `À prendre, toutes dans ${nom}` })),
        { valeur: 'commune', libelle: 'À prendre dans la file commune, sans équipe' },
      ]}
    />
  )
}
