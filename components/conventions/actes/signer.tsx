import { FormulaireActe, type ProprietesActe } from '@/components/conventions/actes/cadre-acte'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { actionSignerConvention } from '@/lib/conventions/actions'
import { enMots } from '@/lib/conventions/libelles'
import { avecArticle } from '@/lib/socle/francais'
import { enParties, jourDe } from '@/lib/socle/jour'

/** Who signed, and when; the part is signed once nobody is missing. */
export function ActeSigner({ vue, titre }: ProprietesActe) {
  const { convention, part, cycle } = vue
  const ma = vue.parts.find(({ caisseId }) => caisseId === part.caisseId)
  const effetLe = cycle?.effetLe ?? null
  return (
    <FormulaireActe
      vue={vue}
      titre={titre}
      action={actionSignerConvention}
      cle="signer"
      envoi="Enregistrer les signatures"
      enCours="Enregistrement…"
    >
      <p className="mb-6">
        Laissez vide ce qui n’est pas encore signé. La convention est signée pour votre caisse quand toutes ces dates y
        sont. {effetLe && `Elle prend effet le ${enMots(effetLe)}.`}
      </p>
      <ChampDate
        name="partenaireSigneLe"
        label={`Signée par ${avecArticle(convention.partenaire.nom)} le`}
        aide=""
        optionnel
        valeur={enParties(jourDe(convention.partenaireSigneLe))}
      />
      <ChampTexte
        name="partenaireSignataire"
        label="Nom et qualité de la personne qui a signé pour le partenaire"
        optionnel
        valeur={convention.partenaireSignataire ?? ''}
        largeur="plein"
        maxLength={150}
      />
      {convention.signataires.map(({ id, organisme, signeeLe }) => (
        <ChampDate
          key={id}
          name={`tiers.${id}`}
          label={`Signée par ${avecArticle(organisme)} le`}
          aide=""
          optionnel
          valeur={enParties(jourDe(signeeLe))}
        />
      ))}
      <ChampDate
        name="signeeLe"
        label="Signée par votre caisse le"
        aide=""
        optionnel
        valeur={enParties(ma?.signeeLe)}
      />
      <ChampDate
        name="utilisationSigneeLe"
        label="Convention d’utilisation du portail signée le"
        aide="Le même jour, ou plus tard."
        optionnel
        valeur={enParties(ma?.utilisationSigneeLe)}
      />
      <ChampDate
        name="utilisationEffetLe"
        label="L’accès au portail s’ouvre le"
        aide="À la date d’effet de la convention, ou plus tard."
        optionnel
        valeur={enParties(ma?.utilisationEffetLe ?? effetLe)}
      />
    </FormulaireActe>
  )
}
