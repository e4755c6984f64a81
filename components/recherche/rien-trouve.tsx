import type { Cote } from '@/components/ui/badge-statut'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { adresseRecherche, type Criteres } from '@/lib/recherche/schema'

const conseils = (cote: Cote) => [
  ['Une référence', '26-004817, ou seulement 4817'],
  [
    'Une personne',
    'nom de naissance ou d’usage, prénom, dans n’importe quel ordre, sans accents si vous voulez ; la date de naissance aussi',
  ],
  cote === 'caisse'
    ? ['Un motif ou un partenaire', 'renouvellement C2S, CCAS de Vaucreux']
    : ['Un motif', 'renouvellement C2S, rendez-vous'],
  [
    'Des mots écrits',
    cote === 'caisse' ? 'dans la demande, les messages et les notes internes' : 'dans la demande et les messages',
  ],
]

/** Says what can be searched, and how to widen what found nothing. */
export function RienTrouve({ cote, adresse, criteres }: { cote: Cote; adresse: string; criteres: Criteres }) {
  const { q, r, service, statut, apres } = criteres
  const filtree = Boolean(service || statut)
  const titre = !q ? 'Que peut-on chercher ?' : apres ? 'La liste s’arrête ici' : `Rien ne répond à «\u00a0${q}\u00a0»`
  return (
    <EtatVide
      titre={titre.replace(' ?', '\u202f?')}
      action={
        q && filtree ? (
          <LienBouton aspect="secondaire" href={adresseRecherche(adresse, { r })}>
            Chercher dans tous les services, ouvertes et closes
          </LienBouton>
        ) : undefined
      }
    >
      {q && !filtree && !apres && <p className="mb-3">Essayez avec moins de mots, ou le seul nom de famille.</p>}
      <dl className="recherche__conseils">
        {conseils(cote).map(([quoi, comment]) => (
          <div key={quoi}>
            <dt>{quoi}</dt>
            <dd>{comment}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-15 text-encre-2">
        {cote === 'caisse'
          ? 'La recherche couvre toutes les demandes de votre caisse, closes comprises.'
          : 'La recherche couvre toutes les demandes de votre structure, closes comprises.'}
      </p>
    </EtatVide>
  )
}
