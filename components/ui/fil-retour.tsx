import { ChevronLeft } from '@/components/ui/icones'

export function FilRetour({ href, libelle = 'Retour' }: { href: string; libelle?: string }) {
  return (
    <p className="fil-retour mb-5 text-15">
      <a href={href} className="inline-flex min-h-6 items-center gap-2 no-underline">
        <ChevronLeft className="text-encre" />
        <span className="underline">{libelle}</span>
      </a>
    </p>
  )
}
