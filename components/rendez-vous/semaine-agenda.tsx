import { adresseAgenda } from '@/components/rendez-vous/adresse-agenda'
import { LigneRendezVous } from '@/components/rendez-vous/ligne-rendez-vous'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { disponibiliteEnMots, ouSeTient } from '@/lib/rendez-vous/libelles'
import type { Agenda, FiltresAgenda } from '@/lib/rendez-vous/queries'
import { disponibilite } from '@/lib/rendez-vous/regles'
import { nomComplet } from '@/lib/socle/acteur'
import { dateLongue, heure, pluriel } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

type Cadre = { agenda: Agenda; filtres: FiltresAgenda; moi: string; maintenant: Date }

/** The week as a list by day: each slot with what it holds, then what is fixed outside of the slots. */
export function SemaineAgenda(cadre: Cadre) {
  const { agenda, filtres } = cadre
  const { rendezVous } = agenda
  const creneaux = agenda.creneaux.filter(({ pris, debutLe }) => pris > 0 || debutLe > cadre.maintenant)
  const jours = [
    ...new Set([...creneaux, ...rendezVous].flatMap(({ debutLe }) => (debutLe ? dateAParis(debutLe) : []))),
  ]
  if (jours.length === 0)
    return (
      <div className="mt-6">
        <EtatVide
          titre="Aucun créneau cette semaine"
          action={
            filtres.qui === 'moi' ? (
              <LienBouton aspect="secondaire" href={adresseAgenda({ ...filtres, qui: 'tous' })}>
                Voir toute la caisse
              </LienBouton>
            ) : undefined
          }
        >
          Ouvrez des créneaux pour les proposer aux partenaires depuis leurs demandes.
        </EtatVide>
      </div>
    )
  return (
    <div className="mt-6 flex flex-col gap-7">
      {jours.sort().map((jour) => (
        <JourAgenda key={jour} jour={jour} {...cadre} />
      ))}
    </div>
  )
}

function JourAgenda({ jour, agenda, filtres, moi, maintenant }: Cadre & { jour: string }) {
  const duJour = (ligne: { debutLe: Date | null }) => ligne.debutLe !== null && dateAParis(ligne.debutLe) === jour
  // A free slot that is over says nothing any more.
  const creneaux = agenda.creneaux.filter(
    (creneau) => duJour(creneau) && (creneau.pris > 0 || creneau.debutLe > maintenant),
  )
  const horsCreneau = agenda.rendezVous.filter(
    (ligne) => duJour(ligne) && !creneaux.some(({ id }) => id === ligne.creneauId),
  )
  const fermeture = agenda.fermetures.find(({ debutLe, finLe }) => jourDe(debutLe) <= jour && jour <= jourDe(finLe))
  const libres = creneaux.filter((creneau) => disponibilite(creneau, maintenant) === 'libre').length
  const nomAgent = (id: string | null) => {
    if (id === moi) return 'Vous'
    const agent = agenda.agents.find((candidat) => candidat.id === id)
    return agent ? nomComplet(agent) : 'Guichet'
  }
  return (
    <section aria-labelledby={`jour-${jour}`}>
      <h2 id={`jour-${jour}`} className="border-b border-filet-2 pb-1.5 text-17! first-letter:uppercase">
        {dateLongue(jour)}
        {fermeture && <span className="font-normal text-brique-700">, caisse fermée : {fermeture.libelle}</span>}
        {!fermeture && libres > 0 && (
          <span className="font-normal text-encre-2">, {pluriel(libres, 'créneau libre', 'créneaux libres')}</span>
        )}
      </h2>
      <ul>
        {[
          ...creneaux.map((creneau) => ({
            debut: creneau.debutLe,
            creneau,
            tenus: agenda.rendezVous.filter((r) => r.creneauId === creneau.id),
          })),
          ...horsCreneau.map((rendezVous) => ({
            debut: rendezVous.debutLe as Date,
            creneau: null,
            tenus: [rendezVous],
          })),
        ]
          .sort((a, b) => a.debut.getTime() - b.debut.getTime())
          .map(({ creneau, tenus }) => {
            const ligne = creneau ?? tenus[0]
            if (!ligne?.debutLe || !ligne.finLe) return null
            const etat = creneau && disponibilite(creneau, maintenant)
            return (
              <li
                key={ligne.id}
                className="flex gap-x-5 gap-y-0.5 border-b border-filet py-1.5 text-15 max-tab:flex-col tab:items-baseline"
              >
                <p className="chiffres font-semibold tab:w-36 tab:flex-none">
                  {heure(ligne.debutLe)} – {heure(ligne.finLe)}
                </p>
                <p className="min-w-0 text-encre-2 tab:w-72 tab:flex-none">
                  {ouSeTient(ligne)}
                  {filtres.qui === 'tous' && `, ${nomAgent(ligne.agentId)}`}
                </p>
                <div className="min-w-0 flex-1">
                  {tenus.map((rendezVous) => (
                    <LigneRendezVous
                      key={rendezVous.id}
                      rendezVous={rendezVous}
                      retour={adresseAgenda(filtres)}
                      maintenant={maintenant}
                    />
                  ))}
                  {creneau && etat && (tenus.length === 0 || creneau.capacite > 1) && (
                    <p className={etat === 'libre' ? '' : 'text-encre-2'}>
                      {tenus.length === 0
                        ? disponibiliteEnMots(etat, creneau)
                        : disponibiliteEnMots('partiel', creneau)}
                    </p>
                  )}
                </div>
                {creneau && creneau.pris === 0 && creneau.debutLe > maintenant && (
                  <p>
                    <a href={`/caisse/rendez-vous/plages/${creneau.plageId}`} className="inline-block min-h-6">
                      Retirer
                      <span className="sr-only"> des créneaux, à partir de celui de {heure(creneau.debutLe)}</span>
                    </a>
                  </p>
                )}
              </li>
            )
          })}
      </ul>
    </section>
  )
}

/** What is over and that nobody has noted, from the weeks before. */
export function RendezVousAClore({ agenda: { aClore }, filtres }: { agenda: Agenda; filtres: FiltresAgenda }) {
  if (aClore.length === 0) return null
  return (
    <section aria-labelledby="a-clore" className="mt-6">
      <h2 id="a-clore" className="text-17!">
        À noter : {pluriel(aClore.length, 'rendez-vous passé', 'rendez-vous passés')}
      </h2>
      <ul className="mt-2 border-t border-filet-2">
        {aClore.map(
          (rendezVous) =>
            rendezVous.debutLe && (
              <li
                key={rendezVous.id}
                className="flex gap-x-5 border-b border-filet py-1.5 text-15 max-tab:flex-col tab:items-baseline"
              >
                <p className="tab:w-72 tab:flex-none">
                  {dateLongue(dateAParis(rendezVous.debutLe))}, {heure(rendezVous.debutLe)}
                </p>
                <LigneRendezVous
                  rendezVous={rendezVous}
                  retour={adresseAgenda(filtres)}
                  maintenant={rendezVous.finLe ?? rendezVous.debutLe}
                />
              </li>
            ),
        )}
      </ul>
    </section>
  )
}
