import { Avis } from '@/components/ui/avis'
import { pluriel } from '@/lib/socle/format'

/** That something unusual waits to be looked at; nothing when all was. */
export function AvisSignaux({ nombre, base }: { nombre: number; base: string }) {
  if (nombre === 0) return null
  return (
    <Avis
      ton="chaud"
      className="mb-6 max-w-180"
      titre={`${pluriel(nombre, 'usage inhabituel', 'usages inhabituels')} à regarder`}
    >
      <p>
        Il y a souvent une explication simple. <a href={`${base}/signaux`}>Voir ce qui est signalé</a>
      </p>
    </Avis>
  )
}
