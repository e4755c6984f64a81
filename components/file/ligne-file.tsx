import type { EcheanceDite } from '@/lib/demandes/echeance'
import type { Etat } from '@/lib/demandes/modele'

export type LigneFile = {
  id: string
  reference: string
  objet: string
  urgent: boolean
  etat: Etat
  nonLus: number
  /** Null for a demande about the partnership. */
  personne: string | null
  partenaire: string
  echeance: EcheanceDite
  /** «F. Aubertin»; null while nobody follows it. */
  suiviPar: string | null
  /** Of the colleague one stands in for: «absente jusqu’au 12 mai». */
  absence?: string
  moi: boolean
  recue: string
  /** Colleagues who have it on the screen; absent most of the time. */
  presents?: string
}

// Written once: fifty rows are made at each request. Icons come from the style sheet.
const echeances = {
  aucune: 'echeance echeance--alignee echeance--loin',
  loin: 'echeance echeance--alignee echeance--loin',
  bientot: 'echeance echeance--alignee echeance--bientot ico ico--heure',
  retard: 'echeance echeance--alignee echeance--retard ico ico--alerte',
  suspendu: 'echeance echeance--alignee echeance--suspendu ico ico--pause',
}

const statuts: Record<Etat, { classe: string; mots: string }> = {
  transmise: { classe: 'badge badge--bleu ico ico--envoi', mots: 'Transmise' },
  prise_en_charge: { classe: 'badge badge--cyan ico ico--point', mots: 'Prise en charge' },
  attente_complement: { classe: 'badge badge--papier ico ico--attente', mots: 'En attente du partenaire' },
  complement_recu: { classe: 'badge badge--brique ico ico--retour', mots: 'Complément reçu' },
  traitee: { classe: 'badge badge--contour ico ico--coche', mots: 'Traitée' },
  annulee: { classe: 'badge badge--discret ico ico--annule', mots: 'Annulée par le partenaire' },
}

function Motif({ ligne, suite }: { ligne: LigneFile; suite: string }) {
  const { reference, objet, urgent, nonLus, presents } = ligne
  const lien = <a href={`/caisse/demandes/${reference}${suite}`}>{objet}</a>
  // «Situation d’urgence» says it already.
  const dit = urgent && /urgen/i.test(objet)
  return (
    <td role="cell" className={nonLus > 0 ? 'non-lu' : undefined}>
      {dit ? <span className="echeance--urgent ico ico--eclair">{lien}</span> : null}
      {urgent && !dit ? <span className="echeance--urgent ico ico--eclair">Urgent </span> : null}
      {dit ? null : lien}
      {nonLus > 0 ? (
        <span className="pastille ico ico--message">
          {nonLus}
          <span className="sr-only">{nonLus > 1 ? ' nouveaux messages' : ' nouveau message'}</span>
        </span>
      ) : null}
      {presents ? (
        <span className="present ico ico--oeil" title={`À l’écran de ${presents}`}>
          <span className="sr-only">À l’écran de {presents}</span>
        </span>
      ) : null}
    </td>
  )
}

/**
 * One row: few elements, no script. `suite`: the view, carried by the link so that the page leads back to it. The box belongs
 * to the form of the bulk acts, which is elsewhere on the page.
 */
export function Ligne({ ligne, suite, ouverte }: { ligne: LigneFile; suite: string; ouverte: boolean }) {
  const { id, reference, etat, personne, partenaire, echeance, suiviPar, absence, moi, recue } = ligne
  const statut = statuts[etat]
  return (
    <tr role="row" aria-current={ouverte || undefined}>
      <td role="cell">
        <input type="checkbox" form="lot" name="ids[]" value={id} aria-label={`Cocher ${reference}`} />
      </td>
      <td role="cell">
        <span className={echeances[echeance.ton]}>{echeance.mots}</span>
      </td>
      <Motif ligne={ligne} suite={suite} />
      <td role="cell">{personne ?? <span className="text-encre-3">partenariat</span>}</td>
      <td role="cell" title={partenaire}>
        {partenaire}
      </td>
      <td role="cell">
        {suiviPar ?? (
          <button type="submit" name="id" value={id} aria-label={`Je m’en occupe, ${reference}`}>
            Je m’en occupe
          </button>
        )}
        {absence ? <span className="block text-14 text-encre-2">{absence}</span> : null}
      </td>
      <td role="cell">
        <span className={statut.classe}>
          {moi && etat === 'prise_en_charge' ? 'Prise en charge par vous' : statut.mots}
        </span>
      </td>
      <td role="cell" className="reference">
        {reference}
      </td>
      <td role="cell">{recue}</td>
      <td role="cell">
        <a
          href={`/caisse/file${suite}&ouvrir=${reference}`}
          data-doux=""
          className="apercu ico ico--apercu"
          aria-label={`Aperçu, ${reference}`}
        />
      </td>
    </tr>
  )
}
