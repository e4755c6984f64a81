import { FormulaireActe, type ProprietesActe } from '@/components/conventions/actes/cadre-acte'
import { Consequences } from '@/components/conventions/actes/consequences'
import { lireRecherche } from '@/components/conventions/recherche'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Avis } from '@/components/ui/avis'
import { Bouton } from '@/components/ui/bouton'
import { actionResilier } from '@/lib/conventions/actions'
import { refusDeResiliation } from '@/lib/conventions/fins'
import { enMots } from '@/lib/conventions/libelles'
import { resiliationDemandeeSchema } from '@/lib/conventions/schema'
import { enParties } from '@/lib/socle/jour'
import { ajouterJours } from '@/lib/socle/temps'

/** First from which day; then, with what will happen in view, why. */
export function ActeResilier({ vue, titre, recherche }: ProprietesActe) {
  const { jour, etatPart } = vue
  const echeance = etatPart.miseEnDemeureEcheanceLe
  if (echeance !== null && echeance > jour)
    return (
      <>
        <h1 className="mb-5">{titre}</h1>
        <Avis>
          Le partenaire a jusqu’au {enMots(echeance)} pour se mettre en règle. La convention pourra être résiliée à
          partir de ce jour. En cas d’urgence,{' '}
          <a href={`/caisse/partenaires/${vue.convention.partenaireId}/suspendre`}>suspendez le partenaire</a>.
        </Avis>
      </>
    )
  const lue = resiliationDemandeeSchema.safeParse(lireRecherche(recherche))
  const refus = lue.success ? refusDeResiliation(etatPart, lue.data.effetLe, jour) : null
  if (lue.success && !refus) {
    const { effetLe } = lue.data
    return (
      <FormulaireActe
        vue={vue}
        titre={titre}
        action={actionResilier}
        cle="resilier"
        envoi="Résilier la convention"
        enCours="Résiliation…"
        danger
      >
        <p className="mb-5">
          La convention s’arrête pour votre caisse{vue.parts.length > 1 && ' seulement'} le{' '}
          <strong>{enMots(effetLe)}</strong>
          {effetLe === jour && ', dès que vous aurez confirmé'}. Une résiliation ne se retire pas.
        </p>
        <Consequences vue={vue} finLe={ajouterJours(effetLe, -1)} causeFin="resiliation" />
        {Object.entries(enParties(effetLe)).map(([cle, valeur]) => (
          <ChampCache key={cle} name={`effetLe.${cle}`} valeur={valeur ?? ''} />
        ))}
        <ChampTexteLong name="motif" label="Pourquoi ?" aide="Le partenaire lira ces mots." maxLength={1000} />
      </FormulaireActe>
    )
  }
  const demande = recherche['effetLe.jour'] !== undefined
  return (
    <form method="get">
      <h1 className="mb-5">{titre}</h1>
      {demande && (
        <Avis ton="chaud" role="alert" className="mb-6">
          {refus ?? (lue.success ? null : lue.error.issues[0]?.message)}
        </Avis>
      )}
      <p className="mb-5">La mise en demeure est restée sans effet. Choisissez le premier jour sans accès.</p>
      <ChampDate
        name="effetLe"
        label="La convention s’arrête le"
        aide="Aujourd’hui ou un jour à venir."
        valeur={enParties(jour)}
      />
      <Bouton type="submit">Voir ce qui se passera</Bouton>
    </form>
  )
}
