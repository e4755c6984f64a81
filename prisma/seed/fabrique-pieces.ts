import { once } from 'node:events'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import sharp, { type OverlayOptions } from 'sharp'
import { Hasard } from './fabriques/hasard'
import { type ContenuPiece, memePiece, modelesPieces } from './modeles-pieces'

type Demande = {
  /** Code of a piece of the catalogue; an unknown one gives an ordinary attestation. */
  type: string
  /** Whose piece it is, as written on it. */
  nom: string
  graine: string | number
  format: 'pdf' | 'jpeg'
  /** For a JPEG: a photo out of focus, which the portal warns of. */
  floue?: boolean
}

export type PieceFabriquee = { nomFichier: string; typeMime: string; contenu: Buffer }

/** A piece of the demo, invented and marked «SPÉCIMEN»: same bytes from the same seed, under 60 kB. */
export async function fabriquerPiece({ type, nom, graine, format, floue = false }: Demande): Promise<PieceFabriquee> {
  const { modele: code, ...propre } = memePiece[type] ?? { modele: type }
  const modele = modelesPieces[code] ?? modelesPieces.autre
  if (!modele) throw new Error('Aucun modèle de pièce.')
  const hasard = new Hasard(`piece/${type}/${graine}`)
  const ecrit = { ...modele.ecrire(hasard, nom) }
  const contenu = { ...ecrit, titre: propre.titre ?? ecrit.titre }
  const fichier = propre.fichier ?? modele.fichier
  if (format === 'pdf') {
    return { nomFichier: `${fichier}.pdf`, typeMime: 'application/pdf', contenu: await enPdf(contenu) }
  }
  return { nomFichier: `${fichier}.jpg`, typeMime: 'image/jpeg', contenu: await enJpeg(contenu, hasard, floue) }
}

const police = (nom: 'regulier' | 'gras') => join(process.cwd(), 'lib/socle/polices', `${nom}.ttf`)

async function enPdf({ emetteur, titre, faits, texte }: ContenuPiece): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 64,
    lang: 'fr-FR',
    font: police('regulier'),
    // A fixed date: the identifier of the file depends on it.
    info: { Title: titre, Author: emetteur, CreationDate: new Date('2026-01-15T09:00:00Z') },
  })
  const morceaux: Buffer[] = []
  document.on('data', (morceau: Buffer) => morceaux.push(morceau))
  const fin = once(document, 'end')
  document.registerFont('regulier', police('regulier')).registerFont('gras', police('gras'))
  document
    .save()
    .rotate(-35, { origin: [298, 421] })
    .fillColor('#e4ddd2')
    .font('gras', 92)
  document.text('SPÉCIMEN', 0, 380, { width: 595, align: 'center', lineBreak: false }).restore()
  document.fillColor('#465066').font('regulier', 11).text(emetteur, 64, 64)
  document.fillColor('#152238').font('gras', 20).text(titre, 64, 112)
  document.y += 18
  for (const [intitule, valeur] of faits) {
    const { y } = document
    document.fillColor('#465066').font('regulier', 11).text(intitule, 64, y, { width: 190 })
    document.fillColor('#152238').font('gras', 11).text(valeur, 262, y, { width: 270 })
    document.y += 8
  }
  document.font('regulier', 11).text(texte, 64, document.y + 24, { width: 467, lineGap: 3 })
  document
    .fillColor('#465066')
    .fontSize(9)
    .text('Spécimen\u00A0: document inventé, sans valeur.', 64, 770, { lineBreak: false })
  document.end()
  await fin
  return Buffer.concat(morceaux)
}

const LARGEUR = 1000
const HAUTEUR = 1414

/** A page put a little askew on the glass of a scanner, or photographed out of focus. */
async function enJpeg(contenu: ContenuPiece, hasard: Hasard, floue: boolean): Promise<Buffer> {
  const { emetteur, titre, faits, texte } = contenu
  const filigrane = await sharp(await ecrire('SPÉCIMEN', { corps: 118, couleur: '#ddd4c4', gras: true }))
    .rotate(-35, { background: '#0000' })
    .toBuffer()
  const ligne = (rang: number) => 330 + rang * 62
  const calques: OverlayOptions[] = [
    { input: filigrane, gravity: 'centre' },
    { input: await ecrire(emetteur, { corps: 24, couleur: '#465066' }), left: 90, top: 110 },
    { input: await ecrire(titre, { corps: 40, gras: true }), left: 90, top: 200 },
    { input: await ecrire(texte, { corps: 24 }), left: 90, top: ligne(faits.length) + 50 },
  ]
  for (const [rang, [intitule, valeur]] of faits.entries()) {
    calques.push({ input: await ecrire(intitule, { corps: 24, couleur: '#465066' }), left: 90, top: ligne(rang) })
    calques.push({ input: await ecrire(valeur, { corps: 26, gras: true }), left: 440, top: ligne(rang) })
  }
  const page = await sharp({ create: { width: LARGEUR, height: HAUTEUR, channels: 3, background: '#fbfaf6' } })
    .composite(calques)
    .png({ compressionLevel: 1 })
    .toBuffer()
  const posee = sharp(page).rotate(hasard.entier(-12, 12) / 10, { background: '#d9d5cc' })
  return (floue ? posee.blur(6) : posee).jpeg({ quality: 55 }).toBuffer()
}

type Ecriture = { corps: number; couleur?: string; gras?: boolean }

/** Text drawn with the font of the repo: a server has none of its own. */
function ecrire(texte: string, { corps, couleur = '#152238', gras = false }: Ecriture): Promise<Buffer> {
  const echappe = texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return sharp({
    text: {
      text: `<span foreground="${couleur}">${echappe}</span>`,
      font: `Espace Partenaires Sans ${gras ? 'Bold ' : ''}${corps}`,
      fontfile: police(gras ? 'gras' : 'regulier'),
      width: LARGEUR - 180,
      dpi: 72,
      rgba: true,
    },
  })
    .png()
    .toBuffer()
}
