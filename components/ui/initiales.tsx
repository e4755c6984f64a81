/** Two letters in a circle beside a message. The name stands next to it, so this is hidden from screen readers. */
export function Initiales({ nom, caisse }: { nom: string; caisse?: boolean }) {
  const mots = nom.split(/[\s-]+/).filter(Boolean)
  const lettres = [mots[0], mots[1]].map((mot) => mot?.[0] ?? '').join('')
  return (
    <span
      aria-hidden="true"
      className={`grid size-8 flex-none place-items-center rounded-rond text-13 font-[650] uppercase ${caisse ? 'bg-bleu-100 text-bleu-900' : 'bg-papier-2'}`}
    >
      {lettres}
    </span>
  )
}
