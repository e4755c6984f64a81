/** A technical value of the form: its unique id, the version of the draft. */
export function ChampCache({ name, valeur }: { name: string; valeur: string | number }) {
  return <input type="hidden" name={name} defaultValue={valeur} />
}
