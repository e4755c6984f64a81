const liensParDefaut = [
  { href: '/accessibilite', libelle: 'Accessibilité : partiellement conforme' },
  { href: '/cgu', libelle: 'Conditions d’utilisation' },
  { href: '/confidentialite', libelle: 'Données personnelles' },
  { href: '/aide', libelle: 'Un dysfonctionnement ? Qui appeler' },
]

export function Pied({ liens = liensParDefaut, large }: { liens?: typeof liensParDefaut; large?: boolean }) {
  return (
    <footer className="pied">
      <ul className={`pied__rang${large ? ' pied__rang--large' : ''}`}>
        {liens.map(({ href, libelle }) => (
          <li key={href}>
            <a href={href}>{libelle}</a>
          </li>
        ))}
      </ul>
    </footer>
  )
}
