import { HorlogeDuDroit } from '@/components/personnes/horloge'
import { LigneAttente } from '@/components/ui/ligne-attente'
import { MotsHorloge } from '@/components/violations/horloges'
import type { accueilDeLaCaisse } from '@/lib/accueil/queries'
import { horlogeDuDroit } from '@/lib/personnes/regles'
import { jourDe } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'
import { referenceViolation } from '@/lib/violations/libelles'
import { horlogesDe, resteAFaire } from '@/lib/violations/regles'

type AttentesDuDpo = NonNullable<Awaited<ReturnType<typeof accueilDeLaCaisse>>['dpo']>

const montrees = 3

/** What a DPO must do: breaches, whose clocks run in hours, then the requests of persons. */
export function AttentesDuDpo({ attentes, maintenant }: { attentes: AttentesDuDpo; maintenant: Date }) {
  const { violations, droits } = attentes
  const [premier] = droits
  if (violations.length === 0 && !premier)
    return (
      <p className="mt-4 border-t-2 border-encre pt-4">
        Rien pour l’instant{'\u00A0'}: aucune violation ouverte, aucune demande d’une personne sur ses données.
      </p>
    )
  return (
    <ul className="mt-4 border-t-2 border-encre">
      {violations.slice(0, montrees).map((part) => {
        const { autrePartie, autorite } = horlogesDe(part, maintenant)
        const pressee = autrePartie.ton === 'retard' || autrePartie.ton === 'bientot' ? autrePartie : autorite
        const [reste] = resteAFaire(part)
        return (
          <LigneAttente
            key={part.violationId}
            repere={<MotsHorloge horloge={pressee} />}
            href={`/caisse/violations/${part.violationId}`}
            titre={`Violation de données ${referenceViolation(part.violationId)}`}
            verbe="Traiter"
          >
            {reste ? `Il reste à ${reste}.` : 'Tout est fait, il reste à la clore.'}
          </LigneAttente>
        )
      })}
      {violations.length > montrees && (
        <LigneAttente
          repere="aussi"
          href="/caisse/violations"
          titre={`${violations.length - montrees} autres violations ouvertes`}
          verbe="Voir"
        >
          Leurs limites viennent après.
        </LigneAttente>
      )}
      {premier && (
        <LigneAttente
          repere={
            <HorlogeDuDroit
              horloge={horlogeDuDroit(
                { echeanceLe: jourDe(premier.echeanceLe), reponduLe: null },
                dateAParis(maintenant),
              )}
            />
          }
          href={droits.length > 1 ? '/caisse/personnes' : `/caisse/personnes/${premier.id}`}
          titre={
            droits.length > 1
              ? `Répondre à ${droits.length} personnes sur leurs données`
              : 'Répondre à une personne sur ses données'
          }
          verbe="Répondre"
        >
          La loi donne un mois, à compter de l’arrivée de la demande.
        </LigneAttente>
      )}
    </ul>
  )
}
