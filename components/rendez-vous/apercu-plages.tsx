import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { requete } from '@/components/reglages/requete'
import { FilRetour } from '@/components/ui/fil-retour'
import { Tableau } from '@/components/ui/tableau'
import { actionCreerPlages } from '@/lib/rendez-vous/actions'
import { ouSeTient } from '@/lib/rendez-vous/libelles'
import type { Prevision } from '@/lib/rendez-vous/prevoir-plages'
import type { SaisiePlages } from '@/lib/rendez-vous/schema-plages'
import { dateLongue, heure, pluriel } from '@/lib/socle/format'

const TITRE = 'Avant de créer les créneaux'

const ecartesEnMots = (n: number) =>
  pluriel(n, 'jour férié ou fermé laissé de côté', 'jours fériés ou fermés laissés de côté')

/** What will be created, day by day, and what is left aside. Nothing is written yet. */
export function ApercuPlages({
  prevision: { jours, ecartes, creneaux },
  saisie,
  qui,
  valeurs,
}: {
  prevision: Prevision
  saisie: SaisiePlages
  qui: string
  valeurs: Record<string, string | string[]>
}) {
  const places = saisie.capacite > 1 ? `, de ${saisie.capacite}\u00A0places chacun` : ''
  return (
    <>
      <FilRetour href={`/caisse/rendez-vous/plages/nouvelle?${requete(valeurs)}`} libelle="Modifier ma saisie" />
      <Formulaire action={actionCreerPlages} titrePage={TITRE} cle="plages" className="max-w-210">
        <h1>
          {pluriel(creneaux, 'créneau', 'créneaux')}
          {ecartes.length > 0 && `, ${ecartesEnMots(ecartes.length)}`}
        </h1>
        <p className="mt-2">
          {ouSeTient({ mode: saisie.mode, lieu: saisie.lieu || null })}. {qui}. {saisie.dureeMinutes}
          {'\u00A0'}minutes par créneau{places}.
        </p>
        {Object.entries(valeurs).flatMap(([nom, valeur]) =>
          [valeur].flat().map((element) => <ChampCache key={`${nom} ${element}`} name={nom} valeur={element} />),
        )}
        <div className="rangee-boutons mt-5">
          <BoutonEnvoi enCours="Création…">Créer {pluriel(creneaux, 'créneau', 'créneaux')}</BoutonEnvoi>
          <a href="/caisse/rendez-vous" className="inline-block min-h-6">
            Ne rien créer
          </a>
        </div>
      </Formulaire>
      <div className="mt-7 max-w-210">
        <Tableau legende="Jours et heures des créneaux" allure="chiffres">
          <thead>
            <tr>
              <th scope="col">Jour</th>
              <th scope="col">Heures</th>
              <th scope="col" className="text-right">
                Créneaux
              </th>
            </tr>
          </thead>
          <tbody>
            {[
              ...jours.map(({ jour, demiJournees }) => ({
                jour,
                heures: demiJournees
                  .map((intervalles) => {
                    const [premier, dernier] = [intervalles[0], intervalles.at(-1)]
                    return premier && dernier ? `${heure(premier.debutLe)} – ${heure(dernier.finLe)}` : ''
                  })
                  .join(', '),
                nombre: String(demiJournees.flat().length),
              })),
              ...ecartes.map(({ jour, raison }) => ({ jour, heures: raison, nombre: 'aucun' })),
            ]
              .sort((a, b) => a.jour.localeCompare(b.jour))
              .map(({ jour, heures, nombre }) => (
                <tr key={jour} className={nombre === 'aucun' ? 'text-encre-2' : undefined}>
                  <th scope="row" className="text-left font-normal">
                    {dateLongue(jour)}
                  </th>
                  <td>{heures}</td>
                  <td className="chiffres text-right">{nombre}</td>
                </tr>
              ))}
          </tbody>
        </Tableau>
      </div>
    </>
  )
}
