import type { CadreContenu } from '@/components/cadre/contenu'
import { enHtml } from '@/components/ui/en-html'
import { contenuHtml } from '@/lib/socle/html'

const liensParDefaut = [
  { href: '/accessibilite', libelle: 'Accessibilité : partiellement conforme' },
  { href: '/cgu', libelle: 'Conditions d’utilisation' },
  { href: '/confidentialite', libelle: 'Données personnelles' },
  { href: '/aide', libelle: 'Un dysfonctionnement ? Qui appeler' },
]

const violation = { href: '/violations/declarer', libelle: 'Déclarer une violation de données' }

/** `cadre`: the width of the content above. `declarer`: the reader may declare a breach, from anywhere. */
export function Pied({
  liens = liensParDefaut,
  cadre = 'partenaire',
  declarer = false,
}: {
  liens?: typeof liensParDefaut
  cadre?: CadreContenu
  declarer?: boolean
}) {
  const contenu = enHtml(
    <ul className={`pied__rang${cadre === 'partenaire' ? '' : ` pied__rang--${cadre}`}`}>
      {(declarer ? [...liens, violation] : liens).map(({ href, libelle }) => (
        <li key={href}>
          <a href={href}>{libelle}</a>
        </li>
      ))}
    </ul>,
  )
  return <footer className="pied" {...contenuHtml(contenu)} />
}
