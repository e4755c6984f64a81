import { Download } from '@/components/ui/icones'

const formats = [
  { format: 'xlsx', mots: 'XLSX' },
  { format: 'ods', mots: 'ODS' },
  { format: 'csv', mots: 'CSV' },
]

/** The table of a revue, in the three formats of offices. */
export function ExportRevue({ id, nom }: { id: string; nom?: string }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-15">
      <span className="inline-flex items-center gap-2">
        <Download />
        Exporter le tableau :
      </span>
      {formats.map(({ format, mots }) => (
        <a key={format} href={`/api/revues/${id}/export?format=${format}`} className="inline-block min-h-6">
          {mots}
          {nom && <span className="sr-only"> de la revue, {nom}</span>}
        </a>
      ))}
    </p>
  )
}
