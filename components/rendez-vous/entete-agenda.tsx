import { adresseAgenda } from '@/components/rendez-vous/adresse-agenda'
import { Bouton, LienBouton } from '@/components/ui/bouton'
import { FiltreListe } from '@/components/ui/filtres'
import { ChevronLeft, ChevronRight } from '@/components/ui/icones'
import { libelleMode } from '@/lib/rendez-vous/libelles'
import { modesRendezVous } from '@/lib/rendez-vous/modele'
import { type Agenda, type FiltresAgenda, lundiDe } from '@/lib/rendez-vous/queries'
import { choisissable } from '@/lib/rendez-vous/regles'
import { dateSansAnnee, pluriel } from '@/lib/socle/format'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'

/** «3 rendez-vous, 12 créneaux libres», as the filters show them. */
function compteDeLaSemaine({ rendezVous, creneaux }: Agenda, maintenant: Date): string {
  const libres = creneaux.filter((creneau) => choisissable(creneau, maintenant)).length
  const tenus = rendezVous.length === 0 ? 'aucun rendez-vous' : pluriel(rendezVous.length, 'rendez-vous', 'rendez-vous')
  return `${tenus}, ${libres === 0 ? 'aucun créneau libre' : pluriel(libres, 'créneau libre', 'créneaux libres')}`
}

/** The week shown, the ones around it, whose slots, and where. */
export function EnteteAgenda({
  filtres,
  agenda,
  maintenant,
}: {
  filtres: FiltresAgenda
  agenda: Agenda
  maintenant: Date
}) {
  const { lundi, lieux } = agenda
  const aujourdhui = dateAParis(maintenant)
  const autre = (jours: number) => adresseAgenda({ ...filtres, semaine: ajouterJours(lundi, jours) })
  const cetteSemaine = lundiDe(ajouterJours(aujourdhui, 2)) === lundi
  return (
    <div className="border-b border-filet-2 pb-5">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div>
          <h1>Rendez-vous</h1>
          <p className="mt-1">
            Semaine du {dateSansAnnee(lundi, aujourdhui)} au {dateSansAnnee(ajouterJours(lundi, 6), aujourdhui)}
            {'\u00A0'}: {compteDeLaSemaine(agenda, maintenant)}
          </p>
        </div>
        <LienBouton href="/caisse/rendez-vous/plages/nouvelle">Ouvrir des créneaux</LienBouton>
      </div>
      <div className="mt-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <form method="get" action="/caisse/rendez-vous" className="flex flex-wrap items-end gap-3 max-tab:w-full">
          <input type="hidden" name="semaine" defaultValue={lundi} />
          <FiltreListe
            nom="qui"
            libelle="Créneaux"
            valeur={filtres.qui}
            options={[
              { valeur: 'moi', libelle: 'Les miens' },
              { valeur: 'tous', libelle: 'Toute la caisse' },
            ]}
          />
          <FiltreListe
            nom="ou"
            libelle="Lieu ou canal"
            valeur={filtres.ou ?? ''}
            options={[
              { valeur: '', libelle: 'Tous' },
              ...modesRendezVous.map((mode) => ({ valeur: mode, libelle: libelleMode(mode) })),
              ...lieux.map((lieu) => ({ valeur: lieu, libelle: lieu })),
            ]}
          />
          <Bouton type="submit" aspect="secondaire" dense>
            Afficher
          </Bouton>
        </form>
        <nav aria-label="Semaines" className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <a href={autre(-7)} className="inline-flex min-h-6 items-center gap-1">
            <ChevronLeft /> Précédente
          </a>
          {!cetteSemaine && (
            <a href={adresseAgenda({ ...filtres, semaine: undefined })} className="inline-flex min-h-6 items-center">
              Cette semaine
            </a>
          )}
          <a href={autre(7)} className="inline-flex min-h-6 items-center gap-1">
            Suivante <ChevronRight />
          </a>
        </nav>
      </div>
    </div>
  )
}
