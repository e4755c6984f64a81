import { dateEtHeure, pluriel } from '@/lib/socle/format'
import { feuillePdf } from '@/lib/socle/pdf'
import { couleurs } from '@/lib/socle/pdf-cadre'

export type DonneesAccuse = {
  reference: string
  caisse: string
  partenaire: string
  service: string
  motif: string
  recueLe: Date
  /** Who the demande is for, as addressed: «Mme Rosalie Vasseur». */
  personne: string | null
  deposeePar: string
  /** Names of the files. */
  pieces: string[]
  /** «30 jours à partir d’un dossier complet». */
  delai: string | null
  /** «samedi 11 avril 2026». */
  reponseAvant: string | null
}

/** What must stay on the page for the last section, and what a piece takes, in points. */
const HAUTEUR_SUITE = 160
const HAUTEUR_PIECE = 20

/** The acknowledgement a partner prints or keeps: one A4 page, tagged. */
export function accuseDeReception(donnees: DonneesAccuse): Promise<Buffer> {
  const { reference, caisse, pieces } = donnees
  const options = {
    titre: `Accusé de réception de la demande ${reference}`,
    sujet: `Demande reçue par ${caisse}`,
    pied: `Accusé de réception de la demande ${reference}. Il contient des données personnelles\u00A0: gardez-le en lieu sûr.`,
    creeLe: donnees.recueLe,
  }
  return feuillePdf(options, (feuille) => {
    feuille.titre1('Accusé de réception')
    feuille.bandeau(() => {
      feuille.paragraphe('Référence à donner pour tout échange', { avant: 2 })
      feuille.paragraphe(reference, { police: 'gras', corps: 24, avant: 0 })
      feuille.paragraphe(`Reçue le ${dateEtHeure(donnees.recueLe)}`, { couleur: couleurs.encre2, avant: 3 })
    })
    feuille.titre2('La demande')
    feuille.faits([
      ['Transmise à', caisse],
      ['Service', donnees.service],
      ['Motif', donnees.motif],
      ...(donnees.personne ? [['Pour', donnees.personne] as const] : []),
      ['Partenaire', donnees.partenaire],
      ['Déposée par', donnees.deposeePar],
    ])
    feuille.titre2(
      pieces.length ? `${pluriel(pieces.length, 'pièce')}\u00A0${pieces.length > 1 ? 'jointes' : 'jointe'}` : 'Pièces',
    )
    if (pieces.length) feuille.liste(enUneListe(pieces, Math.floor((feuille.reste() - HAUTEUR_SUITE) / HAUTEUR_PIECE)))
    else feuille.paragraphe('Aucune pièce n’a été jointe à cette demande.')
    feuille.titre2('Ce qui va se passer')
    for (const phrase of suite(donnees)) feuille.paragraphe(phrase, { avant: 3 })
  })
}

function suite({ delai, reponseAvant }: DonneesAccuse): string[] {
  return [
    'Un agent prend la demande en charge. S’il manque une pièce, il vous la demande dans le portail.',
    reponseAvant ? `La caisse répond au plus tard le ${reponseAvant}${delai ? `\u00A0: ${delai}` : ''}.` : null,
    !reponseAvant && delai ? `La caisse répond dans un délai de ${delai}.` : null,
    delai
      ? 'Quand la caisse demande une pièce, le délai s’arrête. Il repart à zéro le jour où le dossier est complet.'
      : null,
    'Un courriel vous prévient de chaque étape, sans aucune donnée sur la personne.',
  ].filter((phrase) => phrase !== null)
}

function enUneListe(pieces: string[], place: number): string[] {
  if (pieces.length <= place) return pieces
  const autres = pieces.length - (place - 1)
  return [...pieces.slice(0, place - 1), `et ${pluriel(autres, 'autre')}, dont la liste est dans le portail`]
}
