import { FormulaireActe, type ProprietesActe } from '@/components/conventions/actes/cadre-acte'
import { adresseConvention } from '@/components/conventions/adresses'
import { ChampsConvention } from '@/components/conventions/champs-convention'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Radios } from '@/components/formulaire/choix'
import { Liste } from '@/components/formulaire/liste'
import {
  actionAbandonnerConvention,
  actionAjouterAvenant,
  actionHabiliterDocuments,
  actionLeverMiseEnDemeure,
  actionMettreEnDemeure,
  actionModifierConvention,
  actionRetirerDenonciation,
} from '@/lib/conventions/actions'
import { enMots } from '@/lib/conventions/libelles'
import { pluriel } from '@/lib/socle/format'
import { avecArticle } from '@/lib/socle/francais'
import { enParties, jourDe } from '@/lib/socle/jour'

export function ActeModifier({
  vue,
  titre,
  autresCaisses,
}: ProprietesActe & { autresCaisses: { id: string; nom: string }[] }) {
  const { convention, part } = vue
  const invitees = convention.caisses.map(({ caisseId }) => caisseId)
  return (
    <FormulaireActe
      vue={vue}
      titre={titre}
      action={actionModifierConvention}
      cle="modifier"
      version={convention.version}
      envoi="Enregistrer le projet"
      enCours="Enregistrement…"
    >
      <ChampsConvention
        valeurs={{
          ...convention,
          effetLe: jourDe(convention.effetLe),
          tiers: convention.signataires.map(({ organisme }) => organisme),
          referentId: part.referentId,
          caisses: [],
        }}
        caisses={autresCaisses.filter(({ id }) => !invitees.includes(id))}
        referents={vue.referents}
      />
    </FormulaireActe>
  )
}

export function ActeAbandonner({ vue, titre }: ProprietesActe) {
  const autres = vue.parts.filter(({ caisseId }) => caisseId !== vue.part.caisseId)
  return (
    <FormulaireActe
      vue={vue}
      titre={titre}
      action={actionAbandonnerConvention}
      cle="abandonner"
      envoi="Abandonner le brouillon"
      enCours="Abandon…"
      annuler="Le garder"
      danger
    >
      <p>
        {autres.length > 0
          ? `Votre caisse se retire de ce projet. Il reste ouvert à ${autres.map(({ nom }) => avecArticle(nom)).join(', ')}.`
          : 'Le projet et ses documents sont effacés. Rien n’était signé : aucun accès ne change.'}
      </p>
    </FormulaireActe>
  )
}

export function ActeRetirer({ vue, titre }: ProprietesActe) {
  return (
    <FormulaireActe
      vue={vue}
      titre={titre}
      action={actionRetirerDenonciation}
      cle="retirer"
      envoi="Retirer la dénonciation"
      enCours="Enregistrement…"
    >
      <p className="mb-5">La convention continue pour votre caisse comme si elle n’avait pas été dénoncée.</p>
      <ChampTexteLong name="motif" label="Pourquoi ?" aide="Le partenaire lira ces mots." maxLength={1000} />
    </FormulaireActe>
  )
}

const delai = (jours: number) => (jours === 0 ? 'sans délai' : pluriel(jours, 'jour'))

export function ActeMettreEnDemeure({ vue, titre }: ProprietesActe) {
  const { delaiMiseEnDemeureJours = 0, delaiMiseEnDemeurePortailJours = 0 } = vue.reglages ?? {}
  return (
    <FormulaireActe
      vue={vue}
      titre={titre}
      action={actionMettreEnDemeure}
      cle="mettre-en-demeure"
      envoi="Mettre le partenaire en demeure"
      enCours="Enregistrement…"
      danger
    >
      <p className="mb-5">
        L’accès reste ouvert. Le partenaire reçoit ces mots et sa date limite. Le délai passé, c’est vous qui déciderez
        de lever la mise en demeure ou de résilier : rien ne se ferme de soi-même.
      </p>
      <ChampDate name="le" label="Date de la mise en demeure" aide="Celle du courrier." valeur={enParties(vue.jour)} />
      <Radios
        name="regime"
        label="Quel texte n’est pas respecté ?"
        aide="Le délai est celui des réglages de votre caisse."
        options={[
          { valeur: 'convention', libelle: 'La convention', aide: `Délai : ${delai(delaiMiseEnDemeureJours)}.` },
          {
            valeur: 'portail',
            libelle: 'La convention d’utilisation du portail',
            aide: `Délai : ${delai(delaiMiseEnDemeurePortailJours)}.`,
          },
        ]}
      />
      <ChampTexteLong
        name="motif"
        label="Ce qui n’est pas respecté"
        aide="Des faits, sans jugement. Le partenaire lira ces mots."
        maxLength={2000}
      />
    </FormulaireActe>
  )
}

export function ActeLever({ vue, titre }: ProprietesActe) {
  return (
    <FormulaireActe
      vue={vue}
      titre={titre}
      action={actionLeverMiseEnDemeure}
      cle="lever"
      envoi="Lever la mise en demeure"
      enCours="Enregistrement…"
    >
      <p className="mb-5">Le partenaire s’est mis en règle. La convention continue.</p>
      <ChampTexteLong name="motif" label="Comment ?" aide="Le partenaire lira ces mots." maxLength={1000} />
    </FormulaireActe>
  )
}

export function ActeAvenant({ vue, titre }: ProprietesActe) {
  const { termes } = vue
  return (
    <FormulaireActe
      vue={vue}
      titre={titre}
      action={actionAjouterAvenant}
      cle="avenant"
      envoi="Ajouter l’avenant"
      enCours="Enregistrement…"
    >
      {vue.parts.length > 1 && (
        <p className="mb-5">L’avenant vaut pour votre caisse. Les autres le signent pour elles-mêmes.</p>
      )}
      <ChampTexte
        name="objet"
        label="Ce qu’il change"
        aide="Par exemple, demandes de rendez-vous ouvertes."
        largeur="plein"
        maxLength={200}
      />
      <ChampDate name="signeLe" label="Signé le" aide="Par le partenaire et par votre caisse." />
      <ChampDate name="effetLe" label="Prend effet le" aide="Le jour de la signature ou plus tard." />
      <ChampTexte
        name="dureeMois"
        label="Nouvelle durée, en mois"
        optionnel
        aide={`À laisser vide si elle ne change pas${termes ? ` (${termes.dureeMois} mois)` : ''}. Elle compte depuis le début de la période en cours à la date d’effet.`}
        largeur="court"
        inputMode="numeric"
        maxLength={3}
      />
      <ChampTexte
        name="preavisMois"
        label="Nouveau préavis, en mois"
        optionnel
        aide={`À laisser vide s’il ne change pas${termes ? ` (${termes.preavisMois} mois)` : ''}.`}
        largeur="court"
        inputMode="numeric"
        maxLength={2}
      />
      <Liste
        name="taciteReconduction"
        label="Tacite reconduction"
        optionnel
        vide="Inchangée"
        options={[
          { valeur: 'oui', libelle: 'La convention se renouvelle d’elle-même' },
          { valeur: 'non', libelle: 'La convention s’arrête à la fin de sa période' },
        ]}
      />
    </FormulaireActe>
  )
}

export function ActeHabilitation({ vue, titre }: ProprietesActe) {
  return (
    <FormulaireActe
      vue={vue}
      titre={titre}
      action={actionHabiliterDocuments}
      cle="habilitation"
      envoi="Enregistrer ce choix"
      enCours="Enregistrement…"
    >
      <Radios
        name="habilite"
        label="Ce partenaire peut-il recevoir dans le portail les documents des assurés ?"
        aide="Réservé aux organismes tutélaires, à l’ASE et aux organismes dépositaires. Pour les autres, la caisse écrit à l’adresse de l’assuré."
        valeur={vue.part.habiliteDocuments ? 'oui' : 'non'}
        options={[
          { valeur: 'oui', libelle: 'Oui, il est habilité' },
          { valeur: 'non', libelle: 'Non' },
        ]}
      />
    </FormulaireActe>
  )
}

/** What the page says when the act is not (any more) possible. */
export function ActeImpossible({ vue, titre }: Pick<ProprietesActe, 'vue' | 'titre'>) {
  const { finLe } = vue.etatPart
  return (
    <>
      <h1 className="mb-4">
        {titre}
         : ce n’est pas possible aujourd’hui
      </h1>
      <p>
        {finLe && vue.etatPart.causeFin === 'terme'
          ? `Cette convention ne se reconduit pas : elle s’arrête d’elle-même le ${enMots(finLe)}.`
          : 'L’état de la convention a changé, ou ne permet pas cet acte. Relisez ses dates.'}
      </p>
      <p className="mt-4">
        <a href={adresseConvention(vue.convention.id)}>Revenir à la convention</a>
      </p>
    </>
  )
}
