import type { ReactNode } from 'react'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Avis } from '@/components/ui/avis'
import { FilRetour } from '@/components/ui/fil-retour'
import { Tableau } from '@/components/ui/tableau'
import type { Changement } from '@/lib/reglages/comparer'
import type { Effet } from '@/lib/reglages/modele'
import type { ActionFormulaire } from '@/lib/socle/etat-action'

const TITRE = 'Avant d’enregistrer'

/** What changes, what it touches, and the button that does it. What was typed travels in the address and in hidden fields. */
export function AvantEnregistrer({
  action,
  sujet,
  changements,
  effets,
  modifier,
  abandonner,
  modifieEntreTemps,
  caches,
}: {
  action: ActionFormulaire
  /** «Délais de réponse, CPAM des Deux-Vallées». */
  sujet: string
  changements: Changement[]
  effets: Effet[]
  /** The form again, with what was typed. */
  modifier: string
  abandonner: string
  /** Someone has changed the settings since the form was opened. */
  modifieEntreTemps: boolean
  caches: Record<string, string | string[]>
}) {
  if (changements.length === 0)
    return (
      <>
        <FilRetour href={modifier} libelle="Modifier ma saisie" />
        <h1>Rien ne change</h1>
        <p className="mt-2 mb-6">{sujet} : ce que vous avez saisi est déjà réglé ainsi.</p>
        <p>
          <a href={abandonner}>Revenir aux paramètres</a>
        </p>
      </>
    )
  return (
    <>
      <FilRetour href={modifier} libelle="Modifier ma saisie" />
      <Formulaire action={action} titrePage={TITRE} cle="avant-enregistrer" className="max-w-210">
        <h1>{TITRE}</h1>
        <p className="mt-2 mb-6 text-encre-2">{sujet}</p>
        {modifieEntreTemps && (
          <Avis ton="chaud" className="mb-6">
            Les réglages ont été changés depuis que vous avez ouvert le formulaire. La comparaison ci-dessous est faite
            avec ceux d’aujourd’hui : vérifiez que vous ne défaites pas le travail d’un collègue.
          </Avis>
        )}
        <TableauChangements changements={changements} />
        <Touche effets={effets} />
        {Object.entries(caches).flatMap(([nom, valeur]) =>
          [valeur].flat().map((element) => <ChampCache key={`${nom} ${element}`} name={nom} valeur={element} />),
        )}
        <div className="rangee-boutons mt-8">
          <BoutonEnvoi enCours="Enregistrement…">Enregistrer ces réglages</BoutonEnvoi>
          <a href={abandonner} className="inline-block min-h-6">
            Ne rien changer
          </a>
        </div>
      </Formulaire>
    </>
  )
}

function TableauChangements({ changements }: { changements: Changement[] }) {
  return (
    <Tableau legende="Ce qui change" allure="chiffres" className="tableau-changements">
      <thead>
        <tr>
          <th scope="col">Réglage</th>
          <th scope="col">Aujourd’hui</th>
          <th scope="col">Ensuite</th>
        </tr>
      </thead>
      <tbody>
        {changements.map(({ cle, avant, apres }) => (
          <tr key={cle}>
            <th scope="row" className="text-left font-normal">
              {cle}
            </th>
            <td>{avant}</td>
            <td className="font-[650]">{apres}</td>
          </tr>
        ))}
      </tbody>
    </Tableau>
  )
}

function Touche({ effets }: { effets: Effet[] }) {
  if (effets.length === 0) return null
  return (
    <Section titre="Ce que cela touche">
      <ul className="mt-3 flex flex-col gap-3">
        {effets.map(({ texte, liste }) => (
          <li key={texte} className="border-l-4 border-cyan-500 pl-4">
            {texte}
            {liste && (
              <ul className="mt-1.5 list-disc pl-5 text-15">
                {liste.map((ligne) => (
                  <li key={ligne}>{ligne}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Section({ titre, children }: { titre: string; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2>{titre}</h2>
      {children}
    </section>
  )
}
