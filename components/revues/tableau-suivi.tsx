import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { delaiRevue } from '@/components/revues/banniere-revue'
import { Echeance } from '@/components/ui/echeance'
import { actionRelancerRevue } from '@/lib/revues/actions'
import type { LigneSuivi } from '@/lib/revues/queries-caisse'
import { dateAvecAnnee, dateSansAnnee, pluriel } from '@/lib/socle/format'
import { type DateIso, joursEntre } from '@/lib/socle/temps'

const cellule = 'max-bureau:p-0! max-bureau:border-0! max-bureau:w-full'
const bientotJours = 7

/** Where each structure stands with its revues: a table from 1024 px, cards below. Roles are written since cards are no table cells. */
export function TableauSuivi({
  lignes,
  aujourdhui,
  titrePage,
}: {
  lignes: LigneSuivi[]
  aujourdhui: DateIso
  titrePage: string
}) {
  return (
    <table role="table" className="tableau tableau--aere max-bureau:block">
      <caption className="sr-only">Revues d’habilitation des structures, les retards d’abord</caption>
      <thead role="rowgroup" className="max-bureau:sr-only">
        <tr role="row">
          <th role="columnheader">Structure</th>
          <th role="columnheader">Revue ouverte</th>
          <th role="columnheader">Dernière signée</th>
          <th role="columnheader">Prochaine</th>
          <th role="columnheader">
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-bureau:block max-bureau:border-t max-bureau:border-filet-2">
        {lignes.map((ligne) => (
          <tr
            key={ligne.structureId}
            role="row"
            className="max-bureau:flex max-bureau:flex-wrap max-bureau:gap-y-1 max-bureau:border-b max-bureau:border-filet max-bureau:py-3.5"
          >
            <th role="rowheader" className={cellule}>
              <a href={`/caisse/partenaires/${ligne.partenaireId}`} className="inline-block min-h-6 font-semibold">
                {ligne.organisme}
              </a>
              <span className="block text-14 font-normal text-encre-2">{pluriel(ligne.comptes, 'compte')}</span>
            </th>
            <td role="cell" className={ligne.ouverte ? cellule : 'max-bureau:hidden'}>
              <RevueOuverte ligne={ligne} aujourdhui={aujourdhui} />
            </td>
            <td role="cell" className={cellule}>
              <span className="text-encre-2 bureau:hidden">Dernière signée : </span>
              {ligne.derniere ? (
                <a href={`/caisse/revues/${ligne.derniere.id}`} className="inline-block min-h-6">
                  le {dateAvecAnnee(ligne.derniere.le)}
                  <span className="sr-only">, revue de {ligne.organisme}</span>
                </a>
              ) : (
                'jamais'
              )}
            </td>
            <td role="cell" className={ligne.prochaineLe ? cellule : 'max-bureau:hidden'}>
              {ligne.prochaineLe && (
                <>
                  <span className="text-encre-2 bureau:hidden">Prochaine : </span>
                  {ligne.prochaineLe <= aujourdhui ? 'la nuit prochaine' : `le ${dateAvecAnnee(ligne.prochaineLe)}`}
                </>
              )}
            </td>
            <td role="cell" className={cellule}>
              <Acte ligne={ligne} aujourdhui={aujourdhui} titrePage={titrePage} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RevueOuverte({
  ligne: { ouverte, comptes, organisme },
  aujourdhui,
}: {
  ligne: LigneSuivi
  aujourdhui: DateIso
}) {
  if (!ouverte) return null
  const { id, echeanceLe, confirmes, retard } = ouverte
  const ton = retard ? 'retard' : joursEntre(aujourdhui, echeanceLe) <= bientotJours ? 'bientot' : 'loin'
  return (
    <>
      <Echeance mots={delaiRevue(echeanceLe, aujourdhui).replace(' au plus tard', '')} ton={ton} />
      <span className="block text-14 text-encre-2">
        {confirmes} sur {comptes} confirmés,{' '}
        <a href={`/caisse/revues/${id}`} className="inline-block min-h-6">
          voir la revue<span className="sr-only"> de {organisme}</span>
        </a>
      </span>
    </>
  )
}

function Acte({ ligne, aujourdhui, titrePage }: { ligne: LigneSuivi; aujourdhui: DateIso; titrePage: string }) {
  const { ouverte, structureId, organisme, comptes } = ligne
  if (!ouverte)
    return comptes > 0 ? (
      <a href={`/caisse/revues/ouvrir?portee=structure&id=${structureId}`} className="inline-block min-h-6">
        Ouvrir une revue<span className="sr-only">, {organisme}</span>
      </a>
    ) : null
  if (ouverte.relanceeLe === aujourdhui) return <span className="text-encre-2">Relancée aujourd’hui</span>
  return (
    <Formulaire action={actionRelancerRevue} titrePage={titrePage} cle={`relancer-${ouverte.id}`}>
      <ChampCache name="id" valeur={ouverte.id} />
      <BoutonEnvoi aspect="secondaire" dense enCours="Relance…">
        Relancer<span className="sr-only"> {organisme}</span>
      </BoutonEnvoi>
      {ouverte.relanceeLe && (
        <span className="mt-1 block text-14 text-encre-2">
          relancée le {dateSansAnnee(ouverte.relanceeLe, aujourdhui)}
        </span>
      )}
    </Formulaire>
  )
}
