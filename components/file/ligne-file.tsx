import type { EcheanceDite } from '@/lib/demandes/echeance'
import type { Etat } from '@/lib/demandes/modele'
import { type Html, html } from '@/lib/socle/html'

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
  /** Came from another caisse. */
  transferee?: true
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

function motif({ reference, objet, urgent, nonLus, presents, transferee }: LigneFile, suite: string): Html {
  const lien = html`<a href="/caisse/demandes/${reference}${suite}">${objet}</a>`
  // «Situation d’urgence» says it already.
  const dit = urgent && /urgen/i.test(objet)
  return html`<td role="cell"${nonLus > 0 && html` class="non-lu"`}>${
    dit
      ? html`<span class="echeance--urgent ico ico--eclair">${lien}</span>`
      : html`${urgent && html`<span class="echeance--urgent ico ico--eclair">Urgent </span>`}${lien}`
  }${transferee && html`<span class="text-14 text-encre-2"> transférée</span>`}${
    nonLus > 0 &&
    html`<span class="pastille ico ico--message">${nonLus}<span class="sr-only">${nonLus > 1 ? ' nouveaux messages' : ' nouveau message'}</span></span>`
  }${
    presents &&
    html`<span class="present ico ico--oeil" title="À l’écran de ${presents}"><span class="sr-only">À l’écran de ${presents}</span></span>`
  }</td>`
}

function suivi({ id, reference, suiviPar, absence }: LigneFile): Html {
  return html`<td role="cell">${
    suiviPar ??
    html`<button type="submit" name="id" value="${id}" aria-label="Je m’en occupe, ${reference}">Je m’en occupe</button>`
  }${absence && html`<span class="block text-14 text-encre-2">${absence}</span>`}</td>`
}

/** The cells of a row. `suite`: the view, carried by the link so that the page leads back to it. */
export function cellules(ligne: LigneFile, suite: string): Html {
  const { id, reference, etat, personne, partenaire, echeance, moi, recue } = ligne
  const { classe, mots } = statuts[etat]
  // The box belongs to the form of the bulk acts, which is elsewhere on the page.
  return html`<td role="cell"><input type="checkbox" form="lot" name="ids[]" value="${id}" aria-label="Cocher ${reference}"></td>
<td role="cell"><span class="${echeances[echeance.ton]}">${echeance.mots}</span></td>
${motif(ligne, suite)}
<td role="cell">${personne ?? html`<span class="text-encre-3">partenariat</span>`}</td>
<td role="cell" title="${partenaire}">${partenaire}</td>
${suivi(ligne)}
<td role="cell"><span class="${classe}">${moi && etat === 'prise_en_charge' ? 'Prise en charge par vous' : mots}</span></td>
<td role="cell" class="reference">${reference}</td>
<td role="cell">${recue}</td>
<td role="cell"><a href="/caisse/file${suite}&amp;ouvrir=${reference}" data-doux class="apercu ico ico--apercu" aria-label="Aperçu, ${reference}"></a></td>`
}

/** One row, written as text: fifty of them as elements would cost more than all the rest of the page. */
export const ecrireLigne = (ligne: LigneFile, suite: string, ouverte: boolean): Html =>
  html`<tr role="row"${ouverte && html` aria-current="true"`}>${cellules(ligne, suite)}</tr>`
