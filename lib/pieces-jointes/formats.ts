/** What a partner may send (règles du domaine, §7): told by the content of the file, never by its name. */
export type TypeAccepte = 'pdf' | 'jpeg' | 'png' | 'heic' | 'tiff' | 'odt' | 'ods' | 'docx' | 'xlsx' | 'doc' | 'xls'

type Format = {
  mime: string
  /** Extension a downloaded file is given when its own does not fit. */
  extensions: readonly [string, ...string[]]
  image: boolean
  /** Browsers show it without help. */
  affichable: boolean
}

const ooxml = 'application/vnd.openxmlformats-officedocument'

export const formats: Readonly<Record<TypeAccepte, Format>> = {
  pdf: { mime: 'application/pdf', extensions: ['pdf'], image: false, affichable: true },
  jpeg: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jfif'], image: true, affichable: true },
  png: { mime: 'image/png', extensions: ['png'], image: true, affichable: true },
  heic: { mime: 'image/heic', extensions: ['heic', 'heif'], image: true, affichable: false },
  tiff: { mime: 'image/tiff', extensions: ['tif', 'tiff'], image: true, affichable: false },
  odt: { mime: 'application/vnd.oasis.opendocument.text', extensions: ['odt'], image: false, affichable: false },
  ods: { mime: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'], image: false, affichable: false },
  docx: { mime: `${ooxml}.wordprocessingml.document`, extensions: ['docx'], image: false, affichable: false },
  xlsx: { mime: `${ooxml}.spreadsheetml.sheet`, extensions: ['xlsx'], image: false, affichable: false },
  doc: { mime: 'application/msword', extensions: ['doc'], image: false, affichable: false },
  xls: { mime: 'application/vnd.ms-excel', extensions: ['xls'], image: false, affichable: false },
}

/** As announced beside the field. */
export const libelleFormats = 'PDF, JPEG, PNG, HEIC, TIFF, Word, Excel, OpenDocument'

/** For the `accept` attribute of a file field: a help to choose, not a check. */
export const attributAccept = Object.values(formats)
  .flatMap(({ mime, extensions }) => [mime, ...extensions.map((extension) => `.${extension}`)])
  .join(',')

export function formatParMime(mime: string): TypeAccepte | null {
  const trouve = Object.entries(formats).find(([, format]) => format.mime === mime)
  return trouve ? (trouve[0] as TypeAccepte) : null
}
