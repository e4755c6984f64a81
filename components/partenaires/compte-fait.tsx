import { Avis } from '@/components/ui/avis'
import type { ComptePourCaisse } from '@/lib/partenaires/queries-comptes'
import { dateLongue } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'

/** What has just been done, told once on the page the act leads to. Read from the account itself, never from the address. */
export function CompteFait({ fait, compte }: { fait: string | undefined; compte: ComptePourCaisse }) {
  const mots = fait && Object.hasOwn(messages, fait) ? messages[fait]?.(compte) : undefined
  if (!mots) return null
  const [titre, suite] = mots
  return (
    <Avis role="status" titre={titre} className="mb-6">
      {suite && <p>{suite}</p>}
    </Avis>
  )
}

const messages: Record<string, (compte: ComptePourCaisse) => [string, string?] | undefined> = {
  cree: (c) => [
    `Le compte est créé. Son identifiant\u00A0: ${c.identifiant}`,
    `Un courriel part à ${c.courriel}, avec un lien valable 24\u00A0heures pour choisir le mot de passe.`,
  ],
  modifie: () => ['Les changements sont enregistrés.'],
  adresse: (c) => [
    'Les changements sont enregistrés.',
    c.etat === 'attente_activation'
      ? `Un nouveau lien part à ${c.courriel}. Celui envoyé à l’ancienne adresse ne sert plus.`
      : 'L’ancienne et la nouvelle adresse en sont averties.',
  ],
  inactive: (c) =>
    c.etat === 'inactif'
      ? ['Le compte est inactivé.', 'Ses sessions sont fermées. Il peut être rétabli tant qu’il n’est pas effacé.']
      : undefined,
  prevu: (c) => {
    const le = jourDe(c.inactivationPrevueLe)
    return le
      ? [`Le compte sera inactivé le ${dateLongue(le)}.`, 'D’ici là, il fonctionne comme d’habitude.']
      : undefined
  },
  garde: () => ['Le compte reste actif\u00A0: l’inactivation prévue est annulée.'],
  retabli: () => [
    'Le compte est rétabli.',
    'La personne se connecte avec son identifiant et son mot de passe d’avant.',
  ],
  retabli_lien: (c) => [
    'Le compte est rétabli.',
    `Un courriel part à ${c.courriel}, avec un lien pour choisir un mot de passe.`,
  ],
  renvoye: (c) => [
    `Le courriel d’activation repart à ${c.courriel}.`,
    'Le lien est valable 24\u00A0heures. Ceux envoyés avant servent encore jusqu’à leur fin.',
  ],
}
