import { Lier } from '@/components/traitement/actes/lier'
import { Avis } from '@/components/ui/avis'
import { Copy } from '@/components/ui/icones'
import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { libelleEtatCaisse } from '@/lib/demandes/libelles'
import { libelleIssue } from '@/lib/demandes/registre'
import { nomComplet } from '@/lib/socle/acteur'
import { dateSansAnnee } from '@/lib/socle/format'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

type Autre = DemandeDeCaisse['memePersonne'][number]

type Proprietes = { demande: DemandeDeCaisse; moi: string; titrePage: string; suite: string; aujourdhui: DateIso }

function situation({ ouverte, etat, agent, closeLe, issue, service, partenaire }: Autre, moi: string, jour: DateIso) {
  const qui = partenaire.nom
  if (!ouverte)
    return `${qui}, close le ${closeLe ? dateSansAnnee(dateAParis(closeLe), jour) : ''}, ${libelleIssue(service, issue) ?? ''}`
  const suivie = agent ? `suivie par ${agent.id === moi ? 'vous' : nomComplet(agent)}` : 'que personne ne suit'
  return `${qui}, ${libelleEtatCaisse[etat].toLowerCase()}, ${suivie}`
}

/** Two demandes for one person are answered by one agent, or in one voice: said strongly when the motif is the same. */
export function MemePersonne({ demande, moi, titrePage, suite, aujourdhui }: Proprietes) {
  const { memePersonne, liees } = demande
  if (memePersonne.length === 0) return null
  const ouvertes = memePersonne.filter(({ ouverte }) => ouverte)
  const doublon = ouvertes.some(({ memeMotif }) => memeMotif)
  const titre = doublon
    ? 'Cette personne a déjà une demande ouverte du même motif'
    : ouvertes.length > 1
      ? 'Cette personne a d’autres demandes ouvertes'
      : ouvertes.length === 1
        ? 'Cette personne a une autre demande ouverte'
        : 'Une demande de cette personne vient d’être traitée'
  const dejaLiees = new Set(liees.map(({ reference }) => reference))
  return (
    <Avis ton={ouvertes.length > 0 ? 'chaud' : 'fond'} icone={<Copy />} titre={titre} className="mb-6">
      <ul>
        {memePersonne.map((autre) => (
          <li key={autre.reference} className="flex flex-wrap items-baseline gap-x-3 py-0.5">
            <span>
              <a href={`/caisse/demandes/${autre.reference}`}>
                <span className="whitespace-nowrap">{autre.reference}</span>, {autre.objet}
              </a>
              {doublon && autre.ouverte && autre.memeMotif && <strong> même motif</strong>}
              {', '}
              {situation(autre, moi, aujourdhui)}
            </span>
            {!dejaLiees.has(autre.reference) && (
              <Lier id={demande.id} reference={autre.reference} titrePage={titrePage} suite={suite} />
            )}
          </li>
        ))}
      </ul>
    </Avis>
  )
}
