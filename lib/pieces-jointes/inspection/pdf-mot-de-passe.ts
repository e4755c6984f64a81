import { createCipheriv, createHash } from 'node:crypto'

/** The encryption dictionary of a PDF, standard handler (ISO 32000-2, §7.6.4). */
export type ProtectionPdf = {
  version: number
  revision: number
  permissions: number
  octetsCle: number
  o: Buffer
  u: Buffer
  id: Buffer
  metadonneesClaires: boolean
}

/** The padding of the standard, 32 bytes. */
const BOURRAGE = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

/** Whether the empty password opens the file: it then opens everywhere without asking. */
export function souvreSansMotDePasse(protection: ProtectionPdf): boolean {
  if (protection.revision >= 5) return accepteVideR6(protection)
  return protection.revision >= 2 && accepteVideR4(protection)
}

function accepteVideR4({ revision, permissions, octetsCle, o, u, id, metadonneesClaires }: ProtectionPdf): boolean {
  if (o.length < 32 || u.length < 16 || ![5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16].includes(octetsCle)) return false
  const droits = Buffer.alloc(4)
  droits.writeInt32LE(permissions | 0)
  const marque = revision >= 4 && metadonneesClaires ? Buffer.alloc(4, 0xff) : Buffer.alloc(0)
  let cle = md5(BOURRAGE, o.subarray(0, 32), droits, id, marque)
  if (revision >= 3) for (let tour = 0; tour < 50; tour += 1) cle = md5(cle.subarray(0, octetsCle))
  cle = cle.subarray(0, octetsCle)
  if (revision === 2) return rc4(cle, BOURRAGE).equals(u.subarray(0, 32))
  let attendu = rc4(cle, md5(BOURRAGE, id))
  for (let tour = 1; tour <= 19; tour += 1)
    attendu = rc4(
      cle.map((octet) => octet ^ tour),
      attendu,
    )
  return attendu.equals(u.subarray(0, 16))
}

function accepteVideR6({ revision, u }: ProtectionPdf): boolean {
  if (u.length < 48) return false
  const sel = u.subarray(32, 40)
  const empreinte = createHash('sha256').update(sel).digest()
  return (revision === 5 ? empreinte : durcir(empreinte)).equals(u.subarray(0, 32))
}

/** Algorithm 2.B with an empty password. */
function durcir(depart: Buffer): Buffer {
  let k = depart
  for (let tour = 0, dernier = 0; tour < 64 || dernier > tour - 32; tour += 1) {
    const chiffreur = createCipheriv('aes-128-cbc', k.subarray(0, 16), k.subarray(16, 32)).setAutoPadding(false)
    const e = chiffreur.update(Buffer.concat(Array.from({ length: 64 }, () => k)))
    const reste = e.subarray(0, 16).reduce((somme, octet) => somme + octet, 0) % 3
    k = createHash(['sha256', 'sha384', 'sha512'][reste] ?? 'sha256')
      .update(e)
      .digest()
    dernier = e.readUInt8(e.length - 1)
  }
  return k.subarray(0, 32)
}

function md5(...morceaux: Buffer[]): Buffer {
  return createHash('md5').update(Buffer.concat(morceaux)).digest()
}

/** OpenSSL no longer offers RC4; here it only checks a password, it protects nothing. */
function rc4(cle: Uint8Array, donnees: Buffer): Buffer {
  const s = Uint8Array.from({ length: 256 }, (_, i) => i)
  const lu = (i: number) => s[i & 255] ?? 0
  const echanger = (i: number, j: number) => {
    const garde = lu(i)
    s[i & 255] = lu(j)
    s[j & 255] = garde
  }
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + lu(i) + (cle[i % cle.length] ?? 0)) & 255
    echanger(i, j)
  }
  let [i, j] = [0, 0]
  return Buffer.from(
    donnees.map((octet) => {
      i = (i + 1) & 255
      j = (j + lu(i)) & 255
      echanger(i, j)
      return octet ^ lu(lu(i) + lu(j))
    }),
  )
}

/** The string under `/nom` (or the first one of an array there), from text of one character per byte. */
export function lireChaine(texte: string, nom: string): Buffer | null {
  const debut = new RegExp(`/${nom}\\s*\\[?\\s*([(<])(?!<)`).exec(texte)
  if (!debut) return null
  const depuis = debut.index + debut[0].length
  return debut[1] === '<' ? lireHexa(texte, depuis) : lireLitterale(texte, depuis)
}

function lireHexa(texte: string, depuis: number): Buffer {
  const chiffres = texte.slice(depuis, texte.indexOf('>', depuis)).replace(/\s/g, '')
  return Buffer.from(chiffres.length % 2 ? `${chiffres}0` : chiffres, 'hex')
}

const ECHAPPEMENTS: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function lireLitterale(texte: string, depuis: number): Buffer | null {
  let lu = ''
  let profondeur = 1
  for (let i = depuis; i < texte.length; i += 1) {
    const signe = texte.charAt(i)
    if (signe === '\\') {
      const octal = /^[0-7]{1,3}/.exec(texte.slice(i + 1, i + 4))?.[0]
      const finDeLigne = /^(?:\r\n|\r|\n)/.exec(texte.slice(i + 1, i + 3))?.[0]
      if (octal) lu += String.fromCharCode(Number.parseInt(octal, 8) & 255)
      else if (!finDeLigne) lu += ECHAPPEMENTS[texte.charAt(i + 1)] ?? texte.charAt(i + 1)
      i += octal?.length ?? finDeLigne?.length ?? 1
      continue
    }
    if (signe === '(') profondeur += 1
    if (signe === ')') profondeur -= 1
    if (profondeur === 0) return Buffer.from(lu, 'latin1')
    // An unescaped end of line is one \n, whatever it was.
    if (signe === '\r') {
      lu += '\n'
      if (texte.charAt(i + 1) === '\n') i += 1
    } else lu += signe
  }
  return null
}
