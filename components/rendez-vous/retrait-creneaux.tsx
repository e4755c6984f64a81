import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { CaseACocher, CasesACocher } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Avis } from '@/components/ui/avis'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionRetirerCreneaux } from '@/lib/rendez-vous/actions'
import { ouSeTient } from '@/lib/rendez-vous/libelles'
import type { plageDe } from '@/lib/rendez-vous/queries'
import { dateLongue, heure, pluriel } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

type Plage = NonNullable<Awaited<ReturnType<typeof plageDe>>>

/** The free slots of a half-day, to take away; those that are taken are named, and stay. */
export function RetraitCreneaux({ plage, maintenant }: { plage: Plage; maintenant: Date }) {
  const heures = ({ debutLe, finLe }: { debutLe: Date; finLe: Date }) => `${heure(debutLe)} – ${heure(finLe)}`
  const libres = plage.creneaux.filter(({ pris, debutLe }) => pris === 0 && debutLe > maintenant)
  const pris = plage.creneaux.filter((creneau) => creneau.pris > 0)
  const jour = dateAParis(plage.debutLe)
  const retour = `/caisse/rendez-vous?semaine=${jour}`
  return (
    <>
      <FilRetour href={retour} libelle="Rendez-vous" />
      <Formulaire action={actionRetirerCreneaux} titrePage="Retirer des créneaux" cle="retrait" className="max-w-180">
        <h1>Retirer des créneaux</h1>
        <p className="mt-2 mb-6">
          {dateLongue(jour)}. {ouSeTient(plage)}.
        </p>
        {pris.length > 0 && (
          <Avis
            ton="chaud"
            className="mb-6"
            titre={`${pluriel(pris.length, 'créneau est pris', 'créneaux sont pris')}`}
          >
            <p>Ils restent dans l’agenda. Pour les libérer, déplacez ou annulez d’abord le rendez-vous.</p>
            <ul className="mt-1 list-disc pl-5">
              {pris.flatMap((creneau) =>
                creneau.rendezVous.map(({ id, demande }) => (
                  <li key={id}>
                    {heures(creneau)}, demande{' '}
                    <a href={`/caisse/demandes/${demande.reference}#rendez-vous`}>{demande.reference}</a>
                  </li>
                )),
              )}
            </ul>
          </Avis>
        )}
        <ChampCache name="id" valeur={plage.id} />
        {libres.length > 0 ? (
          <CasesACocher
            name="creneaux"
            label="Créneaux libres à retirer"
            enLigne
            options={libres.map((creneau) => ({ valeur: creneau.id, libelle: heures(creneau) }))}
            valeurs={libres.map(({ id }) => id)}
          />
        ) : (
          <p className="mb-6">Aucun créneau libre à venir ce jour-là.</p>
        )}
        {plage.suivants > 0 && (
          <CaseACocher
            name="serie"
            label={`Retirer aussi les ${pluriel(plage.suivants, 'créneau libre', 'créneaux libres')} des demi-journées suivantes, créés en même temps`}
          />
        )}
        <div className="rangee-boutons">
          {libres.length + plage.suivants > 0 && (
            <BoutonEnvoi aspect="danger" enCours="Retrait…">
              Retirer les créneaux
            </BoutonEnvoi>
          )}
          <a href={retour} className="inline-block min-h-6">
            Ne rien retirer
          </a>
        </div>
      </Formulaire>
    </>
  )
}
