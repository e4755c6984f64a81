import { Avis } from '@/components/ui/avis'
import type { Technicien } from '@/lib/habilitations/queries'
import { nomComplet } from '@/lib/socle/acteur'
import { dateLongue, pluriel } from '@/lib/socle/format'
import { de } from '@/lib/socle/francais'

/** What has just been done, told once on the page the act leads to. Read from the account itself, never from the address. */
export function Fait({ fait, technicien, nombre }: { fait?: string; technicien?: Technicien; nombre: number }) {
  const mots =
    fait === 'import' && nombre > 0
      ? [
          `${pluriel(nombre, 'compte est créé', 'comptes sont créés')}.`,
          'Chaque personne reçoit un courriel avec son identifiant et un lien valable 24\u00a0heures.',
        ]
      : technicien && messages[fait ?? '']?.(technicien)
  if (!mots) return null
  const [titre, suite] = mots
  return (
    <Avis role="status" titre={titre} className="mb-8">
      {suite && <p>{suite}</p>}
    </Avis>
  )
}

const messages: Record<string, (technicien: Technicien) => [string, string?]> = {
  cree: (t) => [
    `Le compte ${de(nomComplet(t))} est créé. Son identifiant\u00a0: ${t.identifiant}`,
    `Un courriel part à ${t.courriel}, avec un lien valable 24\u00a0heures pour choisir le mot de passe.`,
  ],
  modifie: (t) => [`Le compte ${de(nomComplet(t))} est modifié.`],
  adresse: (t) => [
    `Le compte ${de(nomComplet(t))} est modifié.`,
    t.etat === 'attente_activation'
      ? `Un nouveau lien part à ${t.courriel}. Celui envoyé à l’ancienne adresse ne sert plus.`
      : 'L’ancienne et la nouvelle adresse en sont averties.',
  ],
  inactive: (t) => [
    `Le compte ${de(nomComplet(t))} est inactivé.`,
    'Ses sessions sont fermées. Vous pouvez le rétablir tant qu’il n’est pas effacé.',
  ],
  prevu: (t) => [
    `Le compte ${de(nomComplet(t))} sera inactivé${t.inactivationPrevueLe ? ` le ${dateLongue(t.inactivationPrevueLe)}` : ''}.`,
    'D’ici là, il fonctionne comme d’habitude.',
  ],
  garde: (t) => [`Le compte ${de(nomComplet(t))} reste actif\u00a0: l’inactivation prévue est annulée.`],
  retabli: (t) => [
    `Le compte ${de(nomComplet(t))} est rétabli.`,
    'La personne se connecte avec son identifiant et son mot de passe d’avant.',
  ],
  retabli_lien: (t) => [
    `Le compte ${de(nomComplet(t))} est rétabli.`,
    `Un courriel part à ${t.courriel}, avec un lien pour choisir un mot de passe.`,
  ],
  atteste: (t) => [`L’attestation ${de(nomComplet(t))} est renouvelée pour un an.`],
  renvoye: (t) => [
    `Le courriel d’activation repart à ${t.courriel}.`,
    'Le lien est valable 24\u00a0heures. Ceux envoyés avant servent encore jusqu’à leur fin.',
  ],
}
