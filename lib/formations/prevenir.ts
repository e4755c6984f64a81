import { ouSession, quandSession } from '@/lib/formations/libelles'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import type { DonneesFormation, ModeleFormation } from '@/lib/notifications/modeles/formations'
import type { Transaction } from '@/lib/socle/base'

type Session = {
  id: string
  caisseId: string
  theme: string
  mode: string
  lieu: string
  debutLe: Date
  finLe: Date
  creeeLe: Date
}

/** Enough of an account to write to it. */
export type Lecteur = { compteId: string; prenom: string; courriel: string }

type Methode = 'REQUEST' | 'CANCEL'

/** What calendars are told: never the address to connect to, which stands in the portal for those registered. */
export function calendrierDe(session: Session, methode: Methode, maintenant: Date) {
  const { id, debutLe, finLe, mode, creeeLe } = session
  return {
    id,
    // Of two versions a calendar keeps the higher: who withdraws then comes back has one more each time.
    sequence: Math.max(0, Math.floor((maintenant.getTime() - creeeLe.getTime()) / 1000)),
    methode,
    debutLe: debutLe.toISOString(),
    finLe: finLe.toISOString(),
    le: maintenant.toISOString(),
    lieu: mode === 'distance' ? 'À distance, lien dans le portail' : session.lieu,
  }
}

/** Writes to each, in the transaction of the act. With a `methode`, their calendars are told too. */
export async function prevenirDeLaFormation(
  tx: Transaction,
  session: Session,
  modele: ModeleFormation,
  lecteurs: readonly Lecteur[],
  { methode, maintenant }: { methode?: Methode; maintenant: Date },
): Promise<void> {
  if (lecteurs.length === 0) return
  const { nom } = await tx.caisse.findUniqueOrThrow({ where: { id: session.caisseId }, select: { nom: true } })
  const donnees: DonneesFormation = {
    id: session.id,
    theme: session.theme,
    quand: quandSession(session),
    ou: ouSession(session),
    caisse: nom,
    ...(methode && { calendrier: calendrierDe(session, methode, maintenant) }),
  }
  for (const { compteId, prenom, courriel } of lecteurs)
    await ajouterCourriel(tx, {
      modele,
      destinataire: courriel,
      compteId,
      caisseId: session.caisseId,
      donnees: { ...donnees, prenom },
    })
}
