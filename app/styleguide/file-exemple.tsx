import { Section } from '@/app/styleguide/section'
import { Echeance, Urgent } from '@/components/ui/echeance'
import { PastilleCourte } from '@/components/ui/pastille'
import { EnteteTri, Tableau, ZoneDefilante } from '@/components/ui/tableau'
import type { EcheanceDite } from '@/lib/demandes/echeance'

type Ligne = EcheanceDite & {
  motif: string
  personne: string
  etat?: 'ouverte' | 'cochee'
  messages?: number
  urgent?: boolean
}

const lignes: Ligne[] = [
  { mots: 'en retard de 3 jours', ton: 'retard', motif: 'C2S, renouvellement', personne: 'Yaël Cohen-Maréchal' },
  { mots: 'demain', ton: 'bientot', motif: 'C2S, renouvellement', personne: 'Raphaël Sylvestre-Oury', urgent: true },
  {
    mots: 'dans 3 jours',
    ton: 'bientot',
    motif: 'C2S, première demande',
    personne: 'Éloïse Brisset',
    messages: 1,
    etat: 'ouverte',
  },
  { mots: 'dans 5 jours', ton: 'loin', motif: 'AME, première demande', personne: 'Loïc Péron', etat: 'cochee' },
  { mots: 'suspendu', ton: 'suspendu', motif: 'Ouverture de droits (PUMa)', personne: 'Élisée Kouamé-Tessier' },
]

/** The dense table of the queue: one line per row, unread, checked and open rows. */
export function FileExemple() {
  return (
    <Section titre="File">
      <ZoneDefilante nom="Exemple de file">
        <Tableau legende="File des demandes" allure="dense">
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">Cocher</span>
              </th>
              <EnteteTri libelle="Échéance" href="#tri-file" sens="croissant" />
              <th scope="col">Motif</th>
              <th scope="col">Personne</th>
            </tr>
          </thead>
          <tbody>
            {lignes.map(({ mots, ton, motif, personne, etat, messages = 0, urgent }) => (
              <tr key={personne} aria-current={etat === 'ouverte' ? 'true' : undefined}>
                <td className="w-11.5 py-0! pl-3!">
                  <span className="choix choix--dense">
                    <input type="checkbox" aria-label={`Cocher ${personne}`} defaultChecked={etat === 'cochee'} />
                  </span>
                </td>
                <td>
                  <Echeance mots={mots} ton={ton} alignee />
                </td>
                <td className={messages > 0 ? 'non-lu' : undefined}>
                  {urgent && <Urgent />}{' '}
                  <a href="#d4" className="text-encre no-underline hover:underline">
                    {motif}
                  </a>{' '}
                  <PastilleCourte nombre={messages} icone />
                </td>
                <td>{personne}</td>
              </tr>
            ))}
          </tbody>
        </Tableau>
      </ZoneDefilante>
    </Section>
  )
}
