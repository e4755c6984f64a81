import { FormulaireActe, type ProprietesActe } from '@/components/conventions/actes/cadre-acte'
import { Consequences } from '@/components/conventions/actes/consequences'
import { lireRecherche } from '@/components/conventions/recherche'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Radios } from '@/components/formulaire/choix'
import { Avis } from '@/components/ui/avis'
import { Bouton } from '@/components/ui/bouton'
import { actionDenoncer } from '@/lib/conventions/actions'
import { fenetreDenonciation } from '@/lib/conventions/cycle'
import { finsProposees, refusDeDenonciation } from '@/lib/conventions/fins'
import { enMots } from '@/lib/conventions/libelles'
import { denonciationDemandeeSchema } from '@/lib/conventions/schema'
import { enParties } from '@/lib/socle/jour'

/** First who, when and until when; then, with what will happen in view, why. */
export function ActeDenoncer({ vue, titre, recherche }: ProprietesActe) {
  const { cycle, jour } = vue
  if (!cycle) return null
  const lue = denonciationDemandeeSchema.safeParse(lireRecherche(recherche))
  const refus = lue.success ? refusDeDenonciation(cycle, lue.data, jour) : null
  if (lue.success && !refus) {
    const { par, le, finLe } = lue.data
    return (
      <FormulaireActe
        vue={vue}
        titre={titre}
        action={actionDenoncer}
        cle="denoncer"
        envoi="Enregistrer la dénonciation"
        enCours="Enregistrement…"
        danger
      >
        <p className="mb-5">
          Dénonciation par {par === 'caisse' ? 'votre caisse' : 'le partenaire'}, donnée le {enMots(le)}. La convention
          finit le <strong>{enMots(finLe)}</strong> pour votre caisse{vue.parts.length > 1 && ' seulement'}.
        </p>
        <Consequences vue={vue} finLe={finLe} causeFin="denonciation" />
        <ChampCache name="par" valeur={par} />
        {Object.entries(enParties(le)).map(([cle, valeur]) => (
          <ChampCache key={cle} name={`le.${cle}`} valeur={valeur ?? ''} />
        ))}
        <ChampCache name="finLe" valeur={finLe} />
        <ChampTexteLong
          name="motif"
          label="Pourquoi ?"
          aide="Le partenaire lira ces mots. La dénonciation pourra être retirée jusqu’à la fin."
          maxLength={1000}
        />
      </FormulaireActe>
    )
  }
  const demande = recherche.par !== undefined || recherche['le.jour'] !== undefined
  return (
    <form method="get">
      <h1 className="mb-5">{titre}</h1>
      {demande && (
        <Avis ton="chaud" role="alert" className="mb-6">
          {refus?.message ?? (lue.success ? null : lue.error.issues[0]?.message)}
        </Avis>
      )}
      <Radios
        name="par"
        label="Qui dénonce la convention ?"
        valeur={recherche.par === 'partenaire' ? 'partenaire' : 'caisse'}
        options={[
          { valeur: 'caisse', libelle: 'Votre caisse' },
          {
            valeur: 'partenaire',
            libelle: 'Le partenaire',
            aide: 'Vous enregistrez le courrier qu’il vous a adressé.',
          },
        ]}
      />
      <ChampDate
        name="le"
        label="Date de la dénonciation"
        aide="Celle du courrier, envoyé ou reçu."
        valeur={partiesDe(recherche) ?? enParties(jour)}
      />
      <Radios
        name="finLe"
        label="Fin de la convention"
        aide="La veille d’un anniversaire."
        valeur={typeof recherche.finLe === 'string' ? recherche.finLe : undefined}
        options={finsProposees(cycle, jour).map((finLe) => ({
          valeur: finLe,
          libelle: enMots(finLe),
          aide: `À dénoncer au plus tard le ${enMots(fenetreDenonciation(cycle, finLe))}.`,
        }))}
      />
      <Bouton type="submit">Voir ce qui se passera</Bouton>
    </form>
  )
}

function partiesDe(recherche: ProprietesActe['recherche']) {
  const lire = (cle: string) => (typeof recherche[`le.${cle}`] === 'string' ? String(recherche[`le.${cle}`]) : '')
  return recherche['le.jour'] === undefined
    ? undefined
    : { jour: lire('jour'), mois: lire('mois'), annee: lire('annee') }
}
