import type { CadreContenu } from '@/components/cadre/contenu'
import { enHtml } from '@/components/ui/en-html'
import { contenuHtml } from '@/lib/socle/html'

const liensParDefaut = [
  { href: '/accessibilite', libelle: 'Accessibilité : partiellement conforme' },
  { href: '/cgu', libelle: 'Conditions d’utilisation' },
  { href: '/confidentialite', libelle: 'Données personnelles' },
  { href: '/aide', libelle: 'Un dysfonctionnement ? Qui appeler' },
]

/** `cadre`: the width of the content above. */
export function Pied({
  liens = liensParDefaut,
  cadre = 'partenaire',
}: {
  liens?: typeof liensParDefaut
  cadre?: CadreContenu
}) {
  const contenu = enHtml(
    <ul className={`pied__rang${cadre === 'partenaire' ? '' : ` pied__rang--${cadre}`}`}>
      {liens.map(({ href, libelle }) => (
        <li key={href}>
          <a href={href}>{libelle}</a>
        </li>
      ))}
    </ul>,
  )
  return <footer className="pied" {...contenuHtml(contenu)} />
}
