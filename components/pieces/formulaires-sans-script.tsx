import { idEnvoi } from '@/components/pieces/id-envoi'

/** One plain form per piece, for browsers without JavaScript: the file fields name it through their `form` attribute. */
export function FormulairesSansScript({ parent, codes, retour }: { parent: string; codes: string[]; retour: string }) {
  return codes.map((code) => (
    <form
      key={code}
      id={idEnvoi(code)}
      method="post"
      encType="multipart/form-data"
      action={`/api/pieces-jointes?${parent}&code=${code}`}
    >
      <input type="hidden" name="retour" value={retour} />
    </form>
  ))
}
