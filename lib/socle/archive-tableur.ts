import { inflateRawSync } from 'node:zlib'
import { CFB } from '@e965/xlsx'

/**
 * The archive of an XLSX or ODS file, opened here and closed again without compression: the reader of sheets opens without any
 * bound. Throws when it is no such archive, or opens to more than `octetsOuverts`.
 */
export function reecrireArchive(archive: Buffer, octetsOuverts: number): Buffer {
  const fin = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const propre = CFB.utils.cfb_new()
  let ouverts = 0
  let ou = archive.readUInt32LE(fin + 16)
  for (let reste = archive.readUInt16LE(fin + 10); reste > 0; reste -= 1) {
    if (archive.readUInt32LE(ou) !== 0x02014b50) throw new Error('The central directory of the archive is damaged.')
    const lire = (decalage: number) => archive.readUInt16LE(ou + decalage)
    const nom = archive.toString('latin1', ou + 46, ou + 46 + lire(28))
    const local = archive.readUInt32LE(ou + 42)
    const debut = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const comprime = archive.subarray(debut, debut + archive.readUInt32LE(ou + 20))
    // Text parts only: pictures and macros are of no use here.
    if (/(\.xml|\.rels|^mimetype)$/i.test(nom)) {
      const maxOutputLength = Math.max(1, octetsOuverts - ouverts)
      const contenu = lire(10) === 0 ? comprime : inflateRawSync(comprime, { maxOutputLength })
      ouverts += contenu.length
      // Parts that are not compressed may stand many times for the same bytes.
      if (ouverts > octetsOuverts) throw new Error('The archive opens to more than allowed.')
      CFB.utils.cfb_add(propre, nom, contenu)
    }
    ou += 46 + lire(28) + lire(30) + lire(32)
  }
  return CFB.write(propre, { type: 'buffer', fileType: 'zip' }) as Buffer
}
