import { abime, type Conclusion, type Examen } from '@/lib/pieces-jointes/inspection/examen'

const ENTREE = 128
const SECTEUR = 512

const NOMS = [
  'Root Entry',
  'WordDocument',
  'Workbook',
  'Book',
  'EncryptedPackage',
  'PowerPoint Document',
  '_VBA_PROJECT',
]
const enUtf16 = NOMS.map((nom) => ({ nom, octets: Buffer.from(`${nom}\0`, 'utf16le') }))

/**
 * Old Word and Excel files are small file systems. Their directory may be anywhere: each 128 bytes that look like one of its
 * entries is noted as it goes by, with the heads of the streams that say whether they are encrypted.
 */
export function examenCfb(): Examen {
  const premiersSecteurs = new Map<string, number>()
  const secteursChiffres = new Set<number>()
  let reste = Buffer.alloc(0)
  let position = 0

  const regarderEntree = (entree: Buffer) => {
    const trouve = enUtf16.find(({ octets }) => entree.subarray(0, octets.length).equals(octets))
    // The length of the name and the kind of the entry (storage, stream, root) tell it from a text that says the same.
    if (!trouve || entree.readUInt16LE(64) !== trouve.octets.length) return
    if ([1, 2, 5].includes(entree.readUInt8(66))) premiersSecteurs.set(trouve.nom, entree.readUInt32LE(116))
  }

  const traiter = (donnees: Buffer) => {
    for (let i = 0; i + SECTEUR <= donnees.length; i += SECTEUR) {
      const secteur = donnees.subarray(i, i + SECTEUR)
      if (secteursChiffres.size < 1000 && (wordChiffre(secteur) || excelChiffre(secteur)))
        secteursChiffres.add(position + i)
      for (let j = 0; j < SECTEUR; j += ENTREE) regarderEntree(secteur.subarray(j, j + ENTREE))
    }
  }

  return {
    ajouter(morceau) {
      const donnees = reste.length > 0 ? Buffer.concat([reste, morceau]) : morceau
      const pleins = donnees.length - (donnees.length % SECTEUR)
      traiter(donnees.subarray(0, pleins))
      position += pleins
      reste = Buffer.from(donnees.subarray(pleins))
    },
    conclure({ debut, taille }): Conclusion {
      if (reste.length > 0) traiter(Buffer.concat([reste, Buffer.alloc(SECTEUR - reste.length)]))
      const secteur = debut.length >= SECTEUR ? 1 << debut.readUInt16LE(30) : 0
      if (secteur < SECTEUR || secteur > 4096 || !tablesPresentes(debut, taille, secteur)) return abime
      if (!premiersSecteurs.has('Root Entry')) return abime
      if (premiersSecteurs.has('EncryptedPackage')) return { refus: 'mot_de_passe' }
      const flux = ['WordDocument', 'Workbook', 'Book'].find((nom) => premiersSecteurs.has(nom))
      if (!flux) return { refus: 'inconnu' }
      if (secteursChiffres.has(((premiersSecteurs.get(flux) ?? 0) + 1) * secteur)) return { refus: 'mot_de_passe' }
      if (premiersSecteurs.has('_VBA_PROJECT')) return { refus: 'macros' }
      return { type: flux === 'WordDocument' ? 'doc' : 'xls' }
    },
  }
}

/** fEncrypted of the File Information Block, which opens the stream WordDocument. */
function wordChiffre(secteur: Buffer): boolean {
  return secteur.readUInt16LE(0) === 0xa5ec && (secteur.readUInt16LE(10) & 0x0100) !== 0
}

/** A FILEPASS record soon after the BOF that opens the stream Workbook. */
function excelChiffre(secteur: Buffer): boolean {
  if (secteur.readUInt16LE(0) !== 0x0809) return false
  for (let i = 0, n = 0; i + 4 <= secteur.length && n < 10; n += 1) {
    if (secteur.readUInt16LE(i) === 0x002f) return true
    i += 4 + secteur.readUInt16LE(i + 2)
  }
  return false
}

/** Whether the sectors the header points to exist: they do not in a truncated file. */
function tablesPresentes(debut: Buffer, taille: number, secteur: number): boolean {
  const present = (numero: number) => (numero + 2) * secteur <= taille
  const nombre = Math.min(debut.readUInt32LE(44), 109)
  if (!present(debut.readUInt32LE(48))) return false
  for (let rang = 0; rang < nombre; rang += 1) {
    if (!present(debut.readUInt32LE(76 + 4 * rang))) return false
  }
  return nombre > 0
}
