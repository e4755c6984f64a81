import type { Bilan } from '@/lib/bilan/modele'
import { enAdresse } from '@/lib/bilan/periode'

const formats = [
  { format: 'pdf', mots: 'PDF, pour la réunion' },
  { format: 'xlsx', mots: 'Excel' },
  { format: 'ods', mots: 'LibreOffice' },
  { format: 'csv', mots: 'CSV' },
] as const

/** The bilan to take away, with the same period and the same draw. `base`: the route of one side; `autres`: whose bilan it is. */
export function ExportsBilan({
  bilan: { periode },
  base,
  autres,
}: {
  bilan: Pick<Bilan, 'periode'>
  base: string
  autres: Record<string, string>
}) {
  return (
    <nav aria-label="Télécharger ce bilan" className="my-4 flex flex-wrap items-baseline gap-x-5 gap-y-1 text-15">
      <span className="text-encre-2">Télécharger{'\u00A0'}:</span>
      {formats.map(({ format, mots }) => (
        <a
          key={format}
          href={`${base}?${enAdresse(periode, { ...autres, format })}`}
          download
          className="inline-block min-h-6"
        >
          {mots}
        </a>
      ))}
    </nav>
  )
}
