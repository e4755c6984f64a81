'use client'

import '@/components/file/icones.css'
import './tableau-demandes.css'
import type { LigneDemande } from '@/components/demandes/lignes-demandes'
import { ArrowUp } from '@/components/ui/icones'
import type { Etat } from '@/lib/demandes/modele'
import { nouveautesEnMots } from '@/lib/demandes/nouveautes'
import { contenuHtml, type Html, html } from '@/lib/socle/html'

const colonnes = ['Personne', 'Motif', 'Statut', 'Échéance', 'Déposée par', 'Référence']

/**
 * The demandes of the structure: a table from 1024 px, the same rows as cards below. Roles are written since cards are no table
 * cells. Declared for the browser, like the queue: the page carries its rows once as text and once as data.
 */
export function TableauDemandes({
  legende,
  lignes,
  parEcheance,
}: {
  legende: string
  /** `LigneDemande[]`, as JSON. */
  lignes: string
  /** Ordered by due date. */
  parEcheance: boolean
}) {
  return (
    <table role="table" className="tableau tableau--aere demandes">
      <caption className="sr-only">{legende}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {colonnes.map((titre) =>
            titre === 'Échéance' && parEcheance ? (
              <th key={titre} role="columnheader" aria-sort="ascending">
                {titre} <ArrowUp />
              </th>
            ) : (
              <th key={titre} role="columnheader">
                {titre}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {(JSON.parse(lignes) as LigneDemande[]).map((ligne) => (
          <tr key={ligne.reference} role="row" {...contenuHtml(cellules(ligne))} />
        ))}
      </tbody>
    </table>
  )
}

// Icons come from the style sheet: fifty rows repeat the same ones.
const statuts: Record<Etat, { classe: string; mots: string }> = {
  transmise: { classe: 'badge badge--bleu ico ico--envoi', mots: 'Transmise' },
  prise_en_charge: { classe: 'badge badge--cyan ico ico--point', mots: 'Prise en charge' },
  attente_complement: { classe: 'badge badge--brique ico ico--retour', mots: 'Complément demandé' },
  // The partenaire has done its part: the caisse has it again.
  complement_recu: { classe: 'badge badge--cyan ico ico--point', mots: 'Prise en charge' },
  traitee: { classe: 'badge badge--contour ico ico--coche', mots: 'Traitée' },
  annulee: { classe: 'badge badge--discret ico ico--annule', mots: 'Annulée' },
}

const echeances = {
  aucune: 'echeance echeance--loin',
  loin: 'echeance echeance--loin',
  bientot: 'echeance echeance--bientot ico ico--heure',
  retard: 'echeance echeance--retard ico ico--alerte',
  suspendu: 'echeance echeance--suspendu ico ico--pause',
}

/** The cells of a row. */
export function cellules(ligne: LigneDemande): Html {
  const { reference, personne, objet, urgent, etat, nonLus, echeance, auteur } = ligne
  const { classe, mots } = statuts[etat]
  return html`<th role="rowheader"><a href="/demandes/${reference}">${personne ?? 'Partenariat'}</a>${
    nonLus > 0 && html`<span class="demandes__non-lus"><span class="pastille">${nouveautesEnMots(nonLus)}</span></span>`
  }</th>
<td role="cell">${urgent && html`<span class="echeance echeance--urgent ico ico--eclair">Urgent </span>`}${objet}</td>
<td role="cell"><span class="${classe}">${mots}</span></td>
<td role="cell"><span class="${echeances[echeance.ton]}">${echeance.mots}</span></td>
<td role="cell">${auteur ?? 'Vous'}</td>
<td role="cell"><span>${reference}</span><span class="demandes__par"> · déposée par ${auteur ?? 'vous'}</span></td>`
}
