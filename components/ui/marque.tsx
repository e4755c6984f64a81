/** The sign alone: two corners (caisse, partenaire) hold a space, a person in the middle. On white or papier only. */
export function Signe({ taille = 28 }: { taille?: number }) {
  return (
    <svg viewBox="0 0 28 28" width={taille} height={taille} fill="none" aria-hidden="true" className="flex-none">
      <path d="M4.5 17V8.5a4 4 0 0 1 4-4H17" stroke="#0c419a" strokeWidth="5" />
      <path d="M23.5 11v8.5a4 4 0 0 1-4 4H11" stroke="#00a5df" strokeWidth="5" />
      <circle cx="14" cy="14" r="3.2" fill="#0a2757" />
    </svg>
  )
}

const tailles = { caisse: 'text-[1.0625rem]', partenaire: 'text-19', grande: 'text-[1.75rem]' }
const signes = { caisse: 25, partenaire: 28, grande: 38 }

/** The wordmark. */
export function Marque({ taille = 'partenaire' }: { taille?: keyof typeof tailles }) {
  return (
    <span
      className={`inline-flex items-center gap-2.5 leading-none tracking-[-0.008em] whitespace-nowrap text-bleu-900 ${tailles[taille]}`}
    >
      <Signe taille={signes[taille]} />
      <span>
        Espace <span className="font-bold">Partenaires</span>
      </span>
    </span>
  )
}
