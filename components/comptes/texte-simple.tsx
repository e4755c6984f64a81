import type { ReactNode } from 'react'

type Bloc = { type: 'titre' | 'sous_titre' | 'texte'; texte: string } | { type: 'liste'; lignes: string[] }

/** «## Titre», «### Sous-titre», «- ligne de liste»; a blank line ends a paragraph. Nothing else means anything. */
export function lireTexteSimple(texte: string): Bloc[] {
  const blocs: Bloc[] = []
  let ouvert = false
  for (const ligne of texte
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((brute) => brute.trim())) {
    const dernier = ouvert ? blocs.at(-1) : undefined
    const titre = /^(##|###) +(.+)$/.exec(ligne)
    const puce = /^[-*] +(.+)$/.exec(ligne)?.[1]
    if (titre) blocs.push({ type: titre[1] === '##' ? 'titre' : 'sous_titre', texte: titre[2] ?? '' })
    else if (puce && dernier?.type === 'liste') dernier.lignes.push(puce)
    else if (puce) blocs.push({ type: 'liste', lignes: [puce] })
    else if (ligne && dernier?.type === 'texte') dernier.texte += ` ${ligne}`
    else if (ligne) blocs.push({ type: 'texte', texte: ligne })
    ouvert = ligne !== '' && !titre
  }
  return blocs
}

/** A text typed by an administrator, shown as text: it can carry no markup. */
export function TexteSimple({ texte }: { texte: string }) {
  return <div className="lecture flex flex-col gap-3">{lireTexteSimple(texte).map(rendre)}</div>
}

function rendre(bloc: Bloc, rang: number): ReactNode {
  if (bloc.type === 'liste') {
    return (
      <ul key={rang} className="list-disc pl-5">
        {bloc.lignes.map((ligne) => (
          <li key={ligne}>{ligne}</li>
        ))}
      </ul>
    )
  }
  if (bloc.type === 'titre') {
    return (
      <h2 key={rang} className="mt-6 first:mt-0">
        {bloc.texte}
      </h2>
    )
  }
  return bloc.type === 'sous_titre' ? <h3 key={rang}>{bloc.texte}</h3> : <p key={rang}>{bloc.texte}</p>
}
