import { inflateRawSync } from 'node:zlib'
import { abime, type Conclusion, type Examen, type Souvenir } from '@/lib/pieces-jointes/inspection/examen'

const ENTREE = 0x02014b50
const FIN_REPERTOIRE = 0x06054b50
const TAILLE_FIN = 22

type Entree = { nom: string; chiffree: boolean; methode: number; compresse: number; position: number }

/** OOXML and OpenDocument are ZIP files: the list at their end says what they hold. Nothing is unpacked but one small part. */
export function examenZip(): Examen {
  return {
    ajouter() {},
    conclure(souvenir) {
      const entrees = lireRepertoire(souvenir)
      if (!entrees) return abime
      if (entrees.some(({ chiffree }) => chiffree)) return { refus: 'mot_de_passe' }
      return openDocument(entrees, souvenir) ?? ooxml(entrees) ?? { refus: 'archive' }
    },
  }
}

/** The central directory; null when it is not whole, not where it says, or larger than what is kept of the end. */
function lireRepertoire({ fin, taille }: Souvenir): Entree[] | null {
  const marqueFin = fin.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (marqueFin < 0 || marqueFin + TAILLE_FIN > fin.length || fin.readUInt32LE(marqueFin) !== FIN_REPERTOIRE)
    return null
  if (marqueFin + TAILLE_FIN + fin.readUInt16LE(marqueFin + 20) > fin.length) return null
  const nombre = fin.readUInt16LE(marqueFin + 10)
  const debutFin = taille - fin.length
  const position = fin.readUInt32LE(marqueFin + 16)
  if (position + fin.readUInt32LE(marqueFin + 12) !== debutFin + marqueFin) return null
  const entrees: Entree[] = []
  let i = position - debutFin
  for (let rang = 0; rang < nombre; rang += 1) {
    if (i < 0 || i + 46 > marqueFin || fin.readUInt32LE(i) !== ENTREE) return null
    const longueurNom = fin.readUInt16LE(i + 28)
    entrees.push({
      nom: fin.toString('utf8', i + 46, i + 46 + longueurNom),
      chiffree: (fin.readUInt16LE(i + 8) & 1) === 1,
      methode: fin.readUInt16LE(i + 10),
      compresse: fin.readUInt32LE(i + 20),
      position: fin.readUInt32LE(i + 42),
    })
    i += 46 + longueurNom + fin.readUInt16LE(i + 30) + fin.readUInt16LE(i + 32)
  }
  return entrees
}

function openDocument(entrees: Entree[], souvenir: Souvenir): Conclusion | null {
  const { debut } = souvenir
  // The format wants the part «mimetype» first, and not compressed, so that it can be read here.
  if (debut.toString('latin1', 30, 38) !== 'mimetype') return null
  const debutMime = 38 + debut.readUInt16LE(28)
  const mime = debut.toString('latin1', debutMime, debutMime + 60)
  const [, genre] = /^application\/vnd\.oasis\.opendocument\.(text|spreadsheet)(?![a-z-])/.exec(mime) ?? []
  if (!genre) return null
  const noms = new Set(entrees.map(({ nom }) => nom))
  if (noms.has('encrypted-package') || manifesteChiffre(entrees, souvenir)) return { refus: 'mot_de_passe' }
  if (!noms.has('content.xml')) return abime
  return { type: genre === 'text' ? 'odt' : 'ods' }
}

/** With a password, the parts of an OpenDocument are encrypted one by one, and its manifest says so. */
function manifesteChiffre(entrees: Entree[], { debut, fin, taille }: Souvenir): boolean {
  const manifeste = entrees.find(({ nom }) => nom === 'META-INF/manifest.xml')
  if (!manifeste) return false
  const dansFin = manifeste.position - (taille - fin.length)
  const [source, i] = dansFin >= 0 ? [fin, dansFin] : [debut, manifeste.position]
  if (i + 30 > source.length) return false
  const donnees = i + 30 + source.readUInt16LE(i + 26) + source.readUInt16LE(i + 28)
  const brut = source.subarray(donnees, donnees + manifeste.compresse)
  try {
    const texte = manifeste.methode === 8 ? inflateRawSync(brut, { maxOutputLength: 1 << 20 }) : brut
    return texte.includes('encryption-data')
  } catch {
    return false
  }
}

function ooxml(entrees: Entree[]): Conclusion | null {
  const noms = entrees.map(({ nom }) => nom.replaceAll('\\', '/').toLowerCase())
  if (!noms.includes('[content_types].xml')) return null
  if (noms.some((nom) => nom.endsWith('/vbaproject.bin'))) return { refus: 'macros' }
  if (noms.some((nom) => /^word\/document\d*\.xml$/.test(nom))) return { type: 'docx' }
  if (noms.includes('xl/workbook.xml')) return { type: 'xlsx' }
  return { refus: 'inconnu' }
}
