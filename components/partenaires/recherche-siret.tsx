import { Enveloppe } from '@/components/formulaire/enveloppe'
import { ErreurSommaire } from '@/components/formulaire/erreur-sommaire'
import { Bouton } from '@/components/ui/bouton'

/** First step of a new partenaire: a plain GET form, so that the number stays in the address. */
export function RechercheSiret({ valeur, erreur }: { valeur?: string; erreur?: string }) {
  return (
    <form action="/caisse/partenaires/nouveau" method="get" noValidate>
      {erreur && <ErreurSommaire erreurs={{ siret: erreur }} />}
      <h1 className="mb-6">Ajouter un partenaire</h1>
      <Enveloppe
        htmlFor="siret"
        label="Numéro SIRET"
        aide="14 chiffres, sur l’avis de situation de l’Insee ou l’en-tête du partenaire. S’il est déjà dans le portail avec une autre caisse, sa fiche est reprise."
        erreur={erreur}
        idAide="siret-aide"
        idErreur="siret-erreur"
      >
        <input
          id="siret"
          name="siret"
          type="text"
          inputMode="numeric"
          maxLength={25}
          autoComplete="off"
          defaultValue={valeur}
          aria-required
          aria-invalid={erreur ? true : undefined}
          aria-describedby={erreur ? 'siret-aide siret-erreur' : 'siret-aide'}
          className="controle controle--moyen chiffres"
        />
      </Enveloppe>
      <Bouton type="submit">Chercher ce SIRET</Bouton>
    </form>
  )
}
