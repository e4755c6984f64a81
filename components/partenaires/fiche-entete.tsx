import { AuDela, EtatPart, Suspendu } from '@/components/partenaires/badges'
import { FinProche } from '@/components/partenaires/tableau-partenaires'
import { Avis } from '@/components/ui/avis'
import { messageTenue } from '@/lib/partenaires/fiche-mots'
import { libelleType } from '@/lib/partenaires/libelles'
import type { FichePartenaire } from '@/lib/partenaires/queries-fiche'
import { dateAvecAnnee, pluriel, relatif } from '@/lib/socle/format'
import { avecArticle } from '@/lib/socle/francais'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

/** Name, state, and what the reader must know before anything else. */
export function EnteteFiche({
  fiche,
  caisse,
  maintenant,
}: {
  fiche: FichePartenaire
  caisse: string
  maintenant: Date
}) {
  const { situation } = fiche
  const aujourdhui: DateIso = dateAParis(maintenant)
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1>{fiche.nom}</h1>
        <EtatPart etat={situation.part.etat} />
        {situation.suspendueLe && <Suspendu />}
        <AuDela nombre={situation.depassement} />
        {situation.finProche && <FinProche le={situation.finProche} aujourdhui={aujourdhui} />}
      </div>
      <p className="mt-1 text-15 text-encre-2">
        {libelleType(fiche.type)}, {fiche.ville}, {pluriel(fiche.nombreMembres, 'membre déclaré', 'membres déclarés')}
      </p>
      {fiche.modifieeParAutre && fiche.modifieLe && (
        <p className="mt-1 text-15 text-encre-2">
          Fiche modifiée par {avecArticle(fiche.modifieeParAutre)} {leJour(fiche.modifieLe, maintenant)}.
        </p>
      )}
      <div className="mt-5 flex flex-col gap-3 empty:hidden">
        {!fiche.comptesVisibles && (
          <Avis titre={`La convention avec ${avecArticle(caisse)} est en préparation`}>
            <p>
              Elle n’ouvre encore aucun accès, et les comptes du partenaire ne sont pas visibles de votre caisse. Ils le
              seront une fois la convention signée.
            </p>
          </Avis>
        )}
        {!fiche.tenu && (
          <Avis ton="fond">
            <p>{messageTenue(fiche.autres)}</p>
          </Avis>
        )}
        {fiche.suspension && (
          <Avis ton="chaud" titre={`Suspendu depuis le ${dateAvecAnnee(dateAParis(fiche.suspension.debutLe))}`}>
            <p>Motif : {fiche.suspension.motif}</p>
            <p>
              <a href={`/caisse/partenaires/${fiche.id}/suspendre`}>Voir la suspension, ou rétablir le partenaire</a>
            </p>
          </Avis>
        )}
        {situation.depassement > 0 && (
          <Avis ton="chaud" titre={`${pluriel(situation.depassement, 'compte')} au-delà du quota`}>
            <p>
              Les comptes restent ouverts ; aucun ne s’ajoute tant que le quota est dépassé. Voyez avec le partenaire
              lesquels inactiver.
            </p>
          </Avis>
        )}
      </div>
    </>
  )
}

/** «le 12 mars 2026», «hier à 14 h 02». */
function leJour(instant: Date, maintenant: Date): string {
  const proche = maintenant.getTime() - instant.getTime() < 2 * 86_400_000
  return proche ? relatif(instant, maintenant) : `le ${dateAvecAnnee(dateAParis(instant))}`
}
