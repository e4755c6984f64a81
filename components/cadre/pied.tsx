import type { CadreContenu } from '@/components/cadre/contenu'
import { enHtmlGarde } from '@/components/ui/en-html'
import { contenuHtml } from '@/lib/socle/html'

const liensParDefaut = [
  { href: '/accessibilite', libelle: 'Accessibilité : partiellement conforme' },
  { href: '/cgu', libelle: 'Conditions d’utilisation' },
  { href: '/confidentialite', libelle: 'Données personnelles' },
  { href: '/aide', libelle: 'Un dysfonctionnement ? Qui appeler' },
]

const support = { href: '/support/signaler', libelle: 'Signaler un dysfonctionnement' }
const publications = [
  { href: '/actualites', libelle: 'Actualités' },
  { href: '/bibliotheque', libelle: 'Bibliothèque' },
]
const violation = { href: '/violations/declarer', libelle: 'Déclarer une violation de données' }

/** `cadre`: the width of the content above. Of someone signed in: `lire` the news and the library, `signaler` what does not work, `declarer` a breach, from anywhere. */
export function Pied({
  liens = liensParDefaut,
  cadre = 'partenaire',
  lire = false,
  signaler = false,
  declarer = false,
}: {
  liens?: typeof liensParDefaut
  cadre?: CadreContenu
  lire?: boolean
  signaler?: boolean
  declarer?: boolean
}) {
  const contenu = enHtmlGarde(
    liensParDefaut,
    JSON.stringify({ liens, cadre, lire, signaler, declarer }),
    <ul className={`pied__rang${cadre === 'partenaire' ? '' : ` pied__rang--${cadre}`}`}>
      {[...(lire ? publications : []), ...liens, ...(signaler ? [support] : []), ...(declarer ? [violation] : [])].map(
        ({ href, libelle }) => (
          <li key={href}>
            <a href={href}>{libelle}</a>
          </li>
        ),
      )}
    </ul>,
  )
  return <footer className="pied" {...contenuHtml(contenu)} />
}
