import { abime, type Examen, type Souvenir } from '@/lib/pieces-jointes/inspection/examen'
import { fenetres } from '@/lib/pieces-jointes/inspection/fenetres'
import { lireChaine, type ProtectionPdf, souvreSansMotDePasse } from '@/lib/pieces-jointes/inspection/pdf-mot-de-passe'

const REFERENCE = /^\/Encrypt\s*(?:(\d+)\s+(\d+)\s+R|<<)/
const GESTIONNAIRE = /^\/Filter\s*\/[A-Za-z.]+/

/**
 * A PDF must end as one, and open without a password. Many official PDFs are encrypted with an empty one, only to
 * forbid changes: they open everywhere, and are accepted.
 */
export function examenPdf(): Examen {
  const renvois = fenetres('/Encrypt', REFERENCE)
  const gestionnaires = fenetres('/Filter', /^\/Filter\s*\/(?:Standard|Adobe\.PubSec|Entrust\.PPKEF)\b/)
  return {
    ajouter(morceau) {
      renvois.ajouter(morceau)
      gestionnaires.ajouter(morceau)
    },
    conclure(souvenir) {
      if (!finEntiere(souvenir)) return abime
      const renvoi = trouverRenvoi(renvois.conclure())
      if (!renvoi) return { type: 'pdf' }
      const protection = lireProtection(renvoi, gestionnaires.conclure())
      return protection && souvreSansMotDePasse(protection) ? { type: 'pdf' } : { refus: 'mot_de_passe' }
    },
  }
}

function finEntiere({ fin, taille }: Souvenir): boolean {
  let bout = fin.length
  // Some senders pad the end with zeros or line ends.
  while (bout > 0 && [0, 9, 10, 12, 13, 32].includes(fin.readUInt8(bout - 1))) bout -= 1
  const queue = fin.toString('latin1', Math.max(0, bout - 4096), bout)
  const [, position] = /startxref\s+(\d+)\s+%%EOF/.exec(queue.slice(queue.lastIndexOf('startxref'))) ?? []
  return position !== undefined && Number(position) < taille
}

type Fenetre = { texte: string; marque: number }

/** The last «/Encrypt» of a trailer, or of the dictionary of a cross-reference stream: elsewhere it is only text. */
function trouverRenvoi(fenetres: Fenetre[]): Fenetre | undefined {
  return fenetres
    .flatMap(({ texte }) =>
      [...texte.matchAll(/\/Encrypt\s*(?=\d|<<)/g)].map(({ index }) => ({ texte, marque: index })),
    )
    .findLast(({ texte, marque }) => {
      const avant = texte.slice(0, marque)
      const depuisTrailer = avant.lastIndexOf('trailer')
      if (depuisTrailer >= 0 && !avant.includes('startxref', depuisTrailer)) return true
      const depuisObjet = avant.lastIndexOf(' obj')
      const finObjet = texte.indexOf('stream', marque)
      return !avant.includes('endobj', depuisObjet) && /\/XRef/.test(texte.slice(depuisObjet, finObjet))
    })
}

function lireProtection(renvoi: Fenetre, gestionnaires: Fenetre[]): ProtectionPdf | null {
  const [, objet, generation] = REFERENCE.exec(renvoi.texte.slice(renvoi.marque)) ?? []
  for (const { texte, marque } of gestionnaires.toReversed()) {
    if (!GESTIONNAIRE.exec(texte.slice(marque))?.[0].endsWith('Standard')) continue
    const avant = texte.slice(0, marque)
    const debut = objet
      ? avant.search(new RegExp(`(?<!\\d)${objet}\\s+${generation}\\s+obj(?![\\s\\S]*endobj)`))
      : avant.lastIndexOf('/Encrypt')
    if (debut < 0) continue
    const fin = texte.indexOf('endobj', marque)
    const corps = texte.slice(debut, fin < 0 ? undefined : fin)
    const nombre = (nom: string) => Number(new RegExp(`/${nom}\\s+(-?\\d+)`).exec(corps)?.[1] ?? Number.NaN)
    const [o, u] = [lireChaine(corps, 'O'), lireChaine(corps, 'U')]
    if (!o || !u || Number.isNaN(nombre('R')) || Number.isNaN(nombre('P'))) continue
    return {
      version: nombre('V'),
      revision: nombre('R'),
      permissions: nombre('P'),
      octetsCle: nombre('V') === 4 ? 16 : nombre('V') === 1 ? 5 : (nombre('Length') || 40) / 8,
      o,
      u,
      id: lireChaine(renvoi.texte, 'ID') ?? Buffer.alloc(0),
      metadonneesClaires: /\/EncryptMetadata\s+false/.test(corps),
    }
  }
  return null
}
