export type CleFichiers = { version: number; cle: Buffer }

/**
 * Reads the master keys: `1:<32 bytes in base64>,2:…`, highest version first. The first one encrypts; the others only
 * read older files. Throws, with the reason in French, when the text is not of that form.
 */
export function lireClesFichiers(texte: string): CleFichiers[] {
  const cles = texte.split(',').map((morceau) => {
    const [, numero, contenu] = /^\s*(\d{1,6}):([A-Za-z0-9+/]+={0,2})\s*$/.exec(morceau) ?? []
    if (!numero || !contenu) throw new Error('chaque clé s’écrit « numéro:clé en base64 »')
    const cle = Buffer.from(contenu, 'base64')
    if (cle.length !== 32) throw new Error(`la clé ${numero} doit faire 32 octets, elle en fait ${cle.length}`)
    if (new Set(cle).size < 8) throw new Error(`la clé ${numero} n’est pas tirée au hasard`)
    return { version: Number(numero), cle }
  })
  if (new Set(cles.map(({ version }) => version)).size !== cles.length) {
    throw new Error('deux clés portent le même numéro')
  }
  return cles.sort((a, b) => b.version - a.version)
}
