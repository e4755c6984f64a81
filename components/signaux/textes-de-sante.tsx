import { Tableau } from '@/components/ui/tableau'
import type { MoisDeTextes } from '@/lib/signaux/textes-de-sante'

const enLettres = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** How often a text was kept in spite of the warning about health: figures, to know whether people need reminding. */
export function TextesDeSante({ mois }: { mois: MoisDeTextes[] }) {
  return (
    <section className="mt-12 max-w-160" aria-labelledby="textes-de-sante">
      <h2 id="textes-de-sante" className="mb-2">
        Textes gardés malgré l’avertissement sur la santé
      </h2>
      <p className="mb-4 text-15 text-encre-2">
        Quand un texte semble parler de santé, le portail prévient celui qui écrit, et le laisse décider. Seul le nombre
        est gardé. S’il monte, un rappel à l’équipe ou au partenaire suffit souvent.
      </p>
      {mois.length === 0 ? (
        <p>Aucun depuis douze mois.</p>
      ) : (
        <Tableau legende="Textes gardés, par mois et par côté" allure="chiffres">
          <thead>
            <tr>
              <th scope="col">Mois</th>
              <th scope="col" className="text-right">
                Partenaires
              </th>
              <th scope="col" className="text-right">
                Caisse
              </th>
            </tr>
          </thead>
          <tbody>
            {mois.map(({ mois: lu, partenaire, caisse }) => (
              <tr key={lu}>
                <th scope="row">{enLettres.format(new Date(`${lu}-01`))}</th>
                <td className="text-right">{partenaire}</td>
                <td className="text-right">{caisse}</td>
              </tr>
            ))}
          </tbody>
        </Tableau>
      )}
    </section>
  )
}
