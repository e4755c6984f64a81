import { Avis } from '@/components/ui/avis'
import { Copy } from '@/components/ui/icones'
import type { DemandeDeCaisse } from '@/lib/demandes/queries-caisse'
import { nomComplet } from '@/lib/socle/acteur'

/** Two demandes for one person are answered by one agent, or in one voice. */
export function MemePersonne({ demande: { memePersonne } }: { demande: DemandeDeCaisse }) {
  if (memePersonne.length === 0) return null
  return (
    <Avis ton="chaud" icone={<Copy />} className="mb-6">
      <p>
        Cette personne a déjà {memePersonne.length > 1 ? 'd’autres demandes ouvertes' : 'une demande ouverte'}
        {'\u00A0'}:{' '}
        {memePersonne.map(({ reference, objet, agent }, rang) => (
          <span key={reference}>
            {rang > 0 && '\u00A0; '}
            <a href={`/caisse/demandes/${reference}`}>
              <span className="whitespace-nowrap">{reference}</span>, {objet}
            </a>
            , {agent ? `suivie par ${nomComplet(agent)}` : 'que personne ne suit'}
          </span>
        ))}
        .
      </p>
    </Avis>
  )
}
