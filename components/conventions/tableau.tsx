import { adresseConvention } from '@/components/conventions/adresses'
import { EtatConvention } from '@/components/conventions/etat'
import { Echeance } from '@/components/ui/echeance'
import { Tableau } from '@/components/ui/tableau'
import { enMots } from '@/lib/conventions/libelles'
import type { LigneConvention, ProchaineDate } from '@/lib/conventions/queries-liste'
import type { TonEcheance } from '@/lib/demandes/echeance'
import { pluriel } from '@/lib/socle/format'
import { avecArticle } from '@/lib/socle/francais'
import { type DateIso, joursEntre } from '@/lib/socle/temps'

const mots: Record<ProchaineDate['type'], string> = {
  effet: 'Prend effet',
  fin: 'Fin',
  reconduction: 'Reconduction',
  echeance: 'Mise en demeure, délai',
  signature: 'À signer, effet prévu',
}

/** Days under which an end or a cure period is shown as near. */
const seuils: Record<ProchaineDate['type'], number> = {
  effet: 0,
  fin: 90,
  reconduction: 0,
  echeance: 15,
  signature: 30,
}

function echeance({ type, le }: ProchaineDate, jour: DateIso): { mots: string; ton: TonEcheance } {
  const reste = joursEntre(jour, le)
  if (reste < 0)
    return type === 'effet' || type === 'reconduction'
      ? { mots: '', ton: 'aucune' }
      : { mots: `passé de ${pluriel(-reste, 'jour')}`, ton: 'retard' }
  const dits = reste === 0 ? 'aujourd’hui' : reste === 1 ? 'demain' : `dans ${pluriel(reste, 'jour')}`
  return { mots: dits, ton: seuils[type] > 0 && reste <= seuils[type] ? 'bientot' : 'loin' }
}

/** The conventions of a caisse: a table, cards on a phone. */
export function TableauConventions({ conventions, jour }: { conventions: LigneConvention[]; jour: DateIso }) {
  return (
    <>
      <div className="max-tab:hidden">
        <Tableau legende="Conventions de votre caisse">
          <thead>
            <tr>
              <th scope="col">Partenaire</th>
              <th scope="col">État</th>
              <th scope="col">Prochaine date</th>
              <th scope="col">
                <span className="sr-only">Dans combien de jours</span>
              </th>
              <th scope="col">Avec</th>
            </tr>
          </thead>
          <tbody>
            {conventions.map((ligne) => (
              <tr key={ligne.id}>
                <th scope="row" className="font-normal">
                  <a href={adresseConvention(ligne.id)} className="font-semibold">
                    {ligne.partenaire}
                  </a>
                  <span className="block text-14 text-encre-2">{ligne.intitule}</span>
                </th>
                <td>
                  <EtatConvention etat={ligne.etat} />
                </td>
                <td>{ligne.prochaine && `${mots[ligne.prochaine.type]} le ${enMots(ligne.prochaine.le)}`}</td>
                <td>{ligne.prochaine && <Echeance {...echeance(ligne.prochaine, jour)} alignee />}</td>
                <td className="text-encre-2">
                  <Autres ligne={ligne} />
                </td>
              </tr>
            ))}
          </tbody>
        </Tableau>
      </div>
      <ul className="tab:hidden">
        {conventions.map((ligne) => (
          <li key={ligne.id} className="border-t border-filet py-4 text-15">
            <p className="flex flex-wrap items-baseline justify-between gap-2">
              <a href={adresseConvention(ligne.id)} className="font-semibold">
                {ligne.partenaire}
              </a>
              <EtatConvention etat={ligne.etat} />
            </p>
            {ligne.prochaine && (
              <p className="mt-1.5">
                {mots[ligne.prochaine.type]} le {enMots(ligne.prochaine.le)}{' '}
                <Echeance {...echeance(ligne.prochaine, jour)} />
              </p>
            )}
            <p className="mt-1 text-encre-2">
              <Autres ligne={ligne} />
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

function Autres({ ligne: { autres, denonceesAilleurs } }: { ligne: LigneConvention }) {
  if (autres.length === 0) return null
  return (
    <>
      {autres.map(avecArticle).join(', ')}
      {denonceesAilleurs > 0 && ', qui l’a dénoncée'}
    </>
  )
}
