import { Avis } from '@/components/ui/avis'
import type { Routage } from '@/lib/equipes/queries-reglages'
import { pluriel } from '@/lib/socle/format'

export const totalARouter = ({ mouvements }: Routage) => mouvements.reduce((somme, { n }) => somme + n, 0)

/** «12 iront à C2S», «3 dans la file commune». */
export function mouvementsEnMots({ mouvements, equipes }: Routage): string[] {
  const noms = new Map(equipes.map(({ id, nom }) => [id, nom]))
  return mouvements.map(({ apres, n }) => {
    const ou = apres ? `à ${noms.get(apres) ?? 'une autre équipe'}` : 'dans la file commune'
    return `${pluriel(n, 'demande')} ${n >= 2 ? 'iront' : 'ira'} ${ou}`
  })
}

/** The rules act on what comes: what waits already is moved only when asked. */
export function ARouter({ routage }: { routage: Routage }) {
  const n = totalARouter(routage)
  if (n === 0) return null
  return (
    <Avis className="mb-6" titre={`${pluriel(n, 'demande à prendre irait', 'demandes à prendre iraient')} ailleurs`}>
      <p>
        Arrivées avant les règles d’aujourd’hui, elles restent où elles sont.{' '}
        <a href="/caisse/parametres/routage/appliquer">Leur appliquer les règles…</a>
      </p>
    </Avis>
  )
}
