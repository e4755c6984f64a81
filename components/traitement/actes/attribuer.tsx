import type { ReactNode } from 'react'
import { Liste } from '@/components/formulaire/liste'
import { type CadreActe, FormulaireActe } from '@/components/traitement/formulaire-acte'
import { absenceEnMots } from '@/lib/absences/libelles'
import { actionAttribuer } from '@/lib/equipes/actions'
import { nomComplet } from '@/lib/socle/acteur'
import type { DateIso } from '@/lib/socle/temps'

type Option = { valeur: string; libelle: string; groupe?: string }

/** To whom: oneself first, then the teams, the colleagues with who is away, and the queue. */
function destinataires({ demande }: CadreActe, moi: string, aujourdhui: DateIso): Option[] {
  const { agents, agentId, equipe, equipeId, equipes } = demande
  const autres = agents.filter(({ id }) => id !== agentId)
  const soi = autres.find(({ id }) => id === moi)
  const aPrendre = 'Remettre à prendre'
  return [
    ...(soi ? [{ valeur: `agent:${moi}`, libelle: `Moi, ${nomComplet(soi)}` }] : []),
    ...equipes
      .filter(({ id }) => agentId !== null || id !== equipeId)
      .map(({ id, nom }) => ({ valeur: `equipe:${id}`, libelle: nom, groupe: 'Une équipe' })),
    ...autres
      .filter(({ id }) => id !== moi)
      .map((agent) => ({
        valeur: `agent:${agent.id}`,
        libelle: [nomComplet(agent), absenceEnMots(agent, aujourdhui)].filter(Boolean).join(', '),
        groupe: 'Un collègue',
      })),
    ...(agentId && equipe?.actif ? [{ valeur: 'personne', libelle: `Dans ${equipe.nom}`, groupe: aPrendre }] : []),
    ...(agentId || equipeId
      ? [{ valeur: 'commune', libelle: 'Dans la file commune, sans équipe', groupe: aPrendre }]
      : []),
  ]
}

/** «Attribuer»: one list, for oneself, a team, a colleague or the queue. */
export function Attribuer({
  cadre,
  avis,
  moi,
  aujourdhui,
}: {
  cadre: CadreActe
  avis: ReactNode
  moi: string
  aujourdhui: DateIso
}) {
  return (
    <FormulaireActe
      cadre={cadre}
      agir="attribuer"
      action={actionAttribuer}
      titre="Attribuer la demande"
      avis={avis}
      bouton="Attribuer la demande"
      enCours="Un instant…"
    >
      <Liste
        name="a"
        label={'Qui suivra cette demande\u00A0?'}
        aide="Le délai continue. Le partenaire n’est averti que de la première prise en charge. Une équipe la retrouve à prendre ; un collègue reçoit un courriel. Pour expliquer le contexte, laissez d’abord une note interne."
        largeur="plein"
        options={destinataires(cadre, moi, aujourdhui)}
      />
    </FormulaireActe>
  )
}
