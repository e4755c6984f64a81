import { CircleQuestionMark } from '@/components/ui/icones'

/** «Aide», in the header: to the chapter of the guide that tells how to use the page. */
export function LienAide({ href }: { href: string }) {
  return (
    <a href={href} className="entete__aide max-tab:hidden">
      <CircleQuestionMark />
      <span className="entete__aide-mot">Aide</span>
      <span className="sr-only"> sur cette page</span>
    </a>
  )
}
