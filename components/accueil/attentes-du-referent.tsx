import { Echeance } from '@/components/ui/echeance'
import { LigneAttente } from '@/components/ui/ligne-attente'
import type { accueilDeLaCaisse } from '@/lib/accueil/queries'
import type { EcheanceDeConvention } from '@/lib/conventions/queries'
import { echeanceEnMots } from '@/lib/demandes/echeance'
import { echeanceOuvree } from '@/lib/demandes-habilitation/echeance'
import { dateAvecAnnee, relatif } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { type DateIso, dateAParis } from '@/lib/socle/temps'
import { pageDuTicket } from '@/lib/support/libelles'

export type AttentesDuReferent = NonNullable<Awaited<ReturnType<typeof accueilDeLaCaisse>>['referent']>

/** What must be decided, by whom the caisse is waited for: incidents first, then what has a day. */
export function AttentesDuReferent({ attentes, maintenant }: { attentes: AttentesDuReferent; maintenant: Date }) {
  const aujourdhui = dateAParis(maintenant)
  const { incidents, requetes, nombreRequetes, conventions, revuesEnRetard, liensOublies, auDelaDuQuota } = attentes
  const { courrielsEnEchec, formations, dysfonctionnements } = attentes
  const [formation] = formations
  const [ticket] = dysfonctionnements
  const urgentes = conventions.filter(({ type }) => type in aDecider)
  const premiere = requetes[0]
  const [lien] = liensOublies
  const [horsQuota] = auDelaDuQuota
  if (
    !incidents.length &&
    !premiere &&
    !urgentes.length &&
    !revuesEnRetard.length &&
    !lien &&
    !horsQuota &&
    !formation &&
    !ticket &&
    !courrielsEnEchec
  )
    return (
      <p className="mt-4 border-t-2 border-encre pt-4">
        Rien pour l’instant : aucune demande d’habilitation, aucune échéance à décider, aucun compte signalé.
      </p>
    )
  return (
    <ul className="mt-4 border-t-2 border-encre">
      {incidents.map(({ id, signaleLe, compte }) => (
        <LigneAttente
          key={id}
          repere={<Echeance mots={relatif(signaleLe, maintenant)} ton="retard" />}
          href={`/caisse/incidents/${id}`}
          titre={`Donner suite à un compte signalé${compte.partenaire ? `, ${compte.partenaire.nom}` : ''}`}
          verbe="Examiner"
        >
          Une fraude, une perte ou un vol : le compte attend votre décision.
        </LigneAttente>
      ))}
      {premiere && (
        <LigneAttente
          repere={<Echeance {...echeanceOuvree(jourDe(premiere.echeanceLe), aujourdhui, attentes.calendrier)} />}
          href={nombreRequetes > 1 ? '/caisse/habilitations' : `/caisse/habilitations/${premiere.id}`}
          titre={
            nombreRequetes > 1
              ? `Répondre à ${nombreRequetes} demandes d’habilitation`
              : 'Répondre à une demande d’habilitation'
          }
          verbe="Répondre"
        >
          {[...new Set(requetes.map(({ partenaire }) => partenaire.nom))].join(', ')}
          {nombreRequetes > requetes.length && '…'}
        </LigneAttente>
      )}
      {urgentes.map((echeance) => (
        <LigneAttente
          key={`${echeance.conventionId} ${echeance.type}`}
          repere={<Echeance {...jusqua(echeance, aujourdhui)} />}
          href={echeance.lien}
          titre={`${aDecider[echeance.type]?.titre}, ${echeance.partenaire}`}
          verbe="Décider"
        >
          {aDecider[echeance.type]?.phrase(dateAvecAnnee(echeance.le))}
        </LigneAttente>
      ))}
      {revuesEnRetard.length > 0 && (
        <LigneAttente
          repere={<Echeance mots="en retard" ton="retard" />}
          href="/caisse/revues?etat=retard"
          titre={
            revuesEnRetard.length > 1
              ? `Relancer ${revuesEnRetard.length} revues d’habilitation`
              : 'Relancer une revue d’habilitation'
          }
          verbe="Relancer"
        >
          Pas encore {revuesEnRetard.length > 1 ? 'signées' : 'signée'} : {enumerer(revuesEnRetard)}
        </LigneAttente>
      )}
      {formation && (
        <LigneAttente
          repere="à noter"
          href={formations.length > 1 ? '/caisse/formations' : `/caisse/formations/${formation.id}`}
          titre={
            formations.length > 1
              ? `Noter les présences de ${formations.length} formations`
              : 'Noter les présences d’une formation'
          }
          verbe="Noter"
        >
          {enumerer(formations.map(({ theme }) => theme))}
        </LigneAttente>
      )}
      {ticket && (
        <LigneAttente
          repere="à dépanner"
          href={dysfonctionnements.length > 1 ? '/support/recus' : `/support/${ticket.id}`}
          titre={
            dysfonctionnements.length > 1
              ? `Répondre à ${dysfonctionnements.length} dysfonctionnements signalés`
              : 'Répondre à un dysfonctionnement signalé'
          }
          verbe="Répondre"
        >
          {enumerer(dysfonctionnements.map(({ page }) => pageDuTicket(page)))}
        </LigneAttente>
      )}
      {courrielsEnEchec > 0 && (
        <LigneAttente
          repere="à corriger"
          href="/caisse/courriels"
          titre={
            courrielsEnEchec > 1 ? `${courrielsEnEchec} courriels ne sont pas arrivés` : 'Un courriel n’est pas arrivé'
          }
          verbe="Voir"
        >
          L’adresse est à corriger, puis le courriel à renvoyer : la personne n’a pas été prévenue.
        </LigneAttente>
      )}
      {lien && (
        <LigneAttente
          repere={`depuis le ${dateAvecAnnee(dateAParis(lien.creeLe))}`}
          href={lien.partenaire ? `/caisse/partenaires/${lien.partenaire.id}` : '/caisse/parametres/comptes'}
          titre={
            liensOublies.length > 1
              ? `${liensOublies.length} liens d’activation n’ont pas servi`
              : `Le lien de ${lien.prenom} ${lien.nom} n’a pas servi`
          }
          verbe="Voir"
        >
          {enumerer(liensOublies.map(({ partenaire }) => partenaire?.nom ?? 'votre caisse'))}. Un autre lien peut
          partir, ou être remis en main propre.
        </LigneAttente>
      )}
      {horsQuota && (
        <LigneAttente
          repere="à voir ensemble"
          href={auDelaDuQuota.length > 1 ? '/caisse/partenaires?vue=quota' : `/caisse/partenaires/${horsQuota.id}`}
          titre={
            auDelaDuQuota.length > 1
              ? `${auDelaDuQuota.length} partenaires ont plus de comptes que de places`
              : 'Un partenaire a plus de comptes que de places'
          }
          verbe="Voir"
        >
          {enumerer(auDelaDuQuota.map(({ nom }) => nom))}. Les comptes restent ouverts ; aucun autre ne peut être créé.
        </LigneAttente>
      )}
    </ul>
  )
}

const NOMS_MAX = 4

/** Each name once, cut where the list is longer than a line. */
function enumerer(noms: string[]): string {
  const uniques = [...new Set(noms)]
  return uniques.slice(0, NOMS_MAX).join(', ') + (uniques.length > NOMS_MAX ? '…' : '')
}

/** What a person must decide; the rest happens by itself. */
const aDecider: Partial<Record<EcheanceDeConvention['type'], { titre: string; phrase: (jour: string) => string }>> = {
  mise_en_demeure_depassee: {
    titre: 'Décider de la suite de la mise en demeure',
    phrase: (jour) => `Le délai laissé au partenaire s’est terminé le ${jour}. Rien ne se ferme sans votre décision.`,
  },
  mise_en_demeure: {
    titre: 'Suivre la mise en demeure',
    phrase: (jour) => `Le partenaire a jusqu’au ${jour} pour y remédier.`,
  },
  limite_denonciation: {
    titre: 'Dernier jour pour dénoncer',
    phrase: (jour) => `Après le ${jour}, la convention sera reconduite.`,
  },
  signature: { titre: 'Faire signer la convention', phrase: (jour) => `Elle doit prendre effet le ${jour}.` },
}

function jusqua({ type, le }: EcheanceDeConvention, aujourdhui: DateIso) {
  const suspendue = false
  const dite = echeanceEnMots({ echeanceLe: le, suspendue, seuilAlerteJours: 14 }, aujourdhui)
  return type === 'mise_en_demeure_depassee' ? { ...dite, ton: 'retard' as const } : dite
}

/** What happens by itself in the coming months: ends and renewals. */
export function EcheancesAVenir({ echeances }: { echeances: EcheanceDeConvention[] }) {
  const aVenir = echeances.filter(({ type }) => type === 'fin' || type === 'reconduction')
  if (aVenir.length === 0) return <p className="mt-2">Aucune fin ni reconduction dans les mois qui viennent.</p>
  return (
    <ul className="mt-2">
      {aVenir.map(({ conventionId, type, le, partenaire, lien }) => (
        <li key={`${conventionId} ${type}`} className="flex gap-x-6 border-b border-filet py-3 max-tab:flex-col">
          <span className="text-encre-2 tab:w-52 tab:flex-none">{dateAvecAnnee(le)}</span>
          <span>
            <a href={lien}>{partenaire}</a>
            {type === 'fin' ? ' : dernier jour de la convention' : ' : la convention est reconduite'}
          </span>
        </li>
      ))}
    </ul>
  )
}
