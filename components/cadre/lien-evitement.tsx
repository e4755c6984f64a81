/** First stop of the keyboard: jumps over the header, to `<main id="contenu">`. */
export function LienEvitement() {
  return (
    <a href="#contenu" className="lien-evitement">
      Aller au contenu
    </a>
  )
}
