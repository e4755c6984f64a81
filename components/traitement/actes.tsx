import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { CasesACocher, Radios } from '@/components/formulaire/choix'
import { Attribuer } from '@/components/traitement/actes/attribuer'
import { LierParReference } from '@/components/traitement/actes/lier'
import { CorrigerMotif } from '@/components/traitement/actes/motif'
import { Orienter } from '@/components/traitement/actes/orienter'
import { Poster } from '@/components/traitement/actes/poster'
import { Procedure } from '@/components/traitement/actes/procedure'
import {
  type ActeRendezVous,
  FormulaireRendezVous,
  type OffreCreneaux,
} from '@/components/traitement/actes/rendez-vous'
import { SortDuRendezVous } from '@/components/traitement/actes/sort-du-rendez-vous'
import { Transferer } from '@/components/traitement/actes/transferer'
import { Urgence } from '@/components/traitement/actes/urgence'
import type { Agir } from '@/components/traitement/adresses'
import { Ecrire } from '@/components/traitement/ecrire'
import { type CadreActe, FormulaireActe } from '@/components/traitement/formulaire-acte'
import { rangsPieces } from '@/components/traitement/rangs-pieces'
import { AvecLaReponse, FormulairesDeLaReponse, ModelesDuFormulaire } from '@/components/traitement/reponse'
import { Avis } from '@/components/ui/avis'
import { Pause } from '@/components/ui/icones'
import { actionClore, actionDemanderComplement, actionRecevoirComplement } from '@/lib/demandes/actions'
import { libelleEtatCaisse } from '@/lib/demandes/libelles'
import { definitionDe } from '@/lib/demandes/registre'
import { type Acte, actePossible } from '@/lib/demandes/regles'
import { dateSansAnnee, pluriel } from '@/lib/socle/format'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'

const regles: Record<
  Exclude<Agir, 'repondre' | 'poster' | 'lier' | 'procedure' | ActeRendezVous>,
  { acte: Acte; verbe: string }
> = {
  clore: { acte: 'clore', verbe: 'la clore' },
  complement: { acte: 'demander_complement', verbe: 'demander un complément' },
  complet: { acte: 'recevoir_complement', verbe: 'faire repartir son délai' },
  attribuer: { acte: 'passer', verbe: 'l’attribuer' },
  urgence: { acte: 'corriger', verbe: 'changer son urgence' },
  motif: { acte: 'corriger', verbe: 'corriger son motif' },
  transferer: { acte: 'corriger', verbe: 'la transférer' },
  orienter: { acte: 'clore', verbe: 'la clore' },
}

/** Asked for, but the demande has moved on: the form stays, with the text it holds. */
function Depasse({ cadre: { demande }, agir }: { cadre: CadreActe; agir: keyof typeof regles }) {
  if (actePossible(regles[agir].acte, demande.etat)) return null
  return (
    <Avis ton="chaud" className="mt-3">
      <p>
        Cette demande est maintenant «{'\u00A0'}
        {libelleEtatCaisse[demande.etat]}
        {'\u00A0'}»{'\u00A0'}: vous ne pouvez plus {regles[agir].verbe}. L’historique dit qui a fait quoi.
      </p>
    </Avis>
  )
}

function Clore({ cadre, maintenant }: { cadre: CadreActe; maintenant: Date }) {
  const { service, partenaire, caisse } = cadre.demande
  const jours = caisse.reglages?.delaiReouvertureJours ?? 0
  return (
    <FormulaireActe
      cadre={cadre}
      agir="clore"
      action={actionClore}
      titre="Répondre et clore"
      avis={<Depasse cadre={cadre} agir="clore" />}
      bouton={
        <>
          <BoutonEnvoi enCours="Envoi…">Répondre et clore</BoutonEnvoi>
          <ModelesDuFormulaire cadre={cadre} agir="clore" />
        </>
      }
      enCours="Envoi…"
      apres={cadre.remise && <FormulairesDeLaReponse cadre={cadre} />}
    >
      <Radios
        name="issue"
        label="Résultat"
        valeur={cadre.modele?.issue ?? undefined}
        options={definitionDe(service).issues.map(({ code, libelle }) => ({ valeur: code, libelle }))}
      />
      <SortDuRendezVous cadre={cadre} maintenant={maintenant} />
      <ChampTexteLong
        name="texte"
        label={`Votre réponse, ${partenaire.nom}`}
        aide={`Une réponse du partenaire dans les ${jours} jours rouvrira la demande.`}
        valeur={cadre.modele?.texte}
        lignes={cadre.modele ? 8 : undefined}
        maxLength={4000}
      />
      <AvecLaReponse cadre={cadre} />
    </FormulaireActe>
  )
}

function DemanderComplement({ cadre }: { cadre: CadreActe }) {
  const { motif, variante, urgent } = cadre.demande
  const pieces = motif.pieces.filter(
    ({ actif, variantes, exigence }) =>
      actif &&
      (urgent || exigence !== 'urgence') &&
      (variantes.length === 0 || (variante !== null && variantes.includes(variante))),
  )
  // A piece that is there may be unreadable, and asked for again.
  const rangs = new Map(rangsPieces(cadre.demande).map((rang) => [rang.code, rang]))
  const sort = (code: string) => {
    const rang = rangs.get(code)
    if (!rang) return ''
    return rang.raisonAbsence === null ? ', au dossier' : ', la personne ne l’a pas'
  }
  return (
    <FormulaireActe
      cadre={cadre}
      agir="complement"
      action={actionDemanderComplement}
      titre="Demander un complément"
      avis={
        <>
          <Depasse cadre={cadre} agir="complement" />
          <Avis icone={<Pause />} className="mt-3">
            <p>Le délai s’arrête. Il repart de zéro quand le partenaire a envoyé ce qui manque.</p>
          </Avis>
        </>
      }
      bouton={
        <>
          <BoutonEnvoi enCours="Envoi…">Demander le complément</BoutonEnvoi>
          <ModelesDuFormulaire cadre={cadre} agir="complement" />
        </>
      }
      enCours="Envoi…"
      apres={cadre.remise && <FormulairesDeLaReponse cadre={cadre} />}
    >
      {pieces.length > 0 && (
        <CasesACocher
          name="pieces"
          label="Pièces qui manquent"
          aide="Elles sont nommées en tête du message, et comptées dans le bilan."
          optionnel
          className="tab:[&_.choix-liste]:grid tab:[&_.choix-liste]:grid-cols-2 tab:[&_.choix-liste]:gap-x-6"
          options={pieces.map(({ code, libelle }) => ({ valeur: code, libelle: `${libelle}${sort(code)}` }))}
        />
      )}
      <ChampTexteLong
        name="texte"
        label="Ce qui manque"
        aide={'Les pièces, la période, et pourquoi\u00A0: le partenaire doit pouvoir répondre en une fois.'}
        valeur={cadre.modele?.texte}
        lignes={cadre.modele ? 8 : undefined}
        maxLength={4000}
      />
      <AvecLaReponse cadre={cadre} />
    </FormulaireActe>
  )
}

function DossierComplet({ cadre, maintenant }: { cadre: CadreActe; maintenant: Date }) {
  const { delaiJours } = cadre.demande
  const aujourdhui = dateAParis(maintenant)
  return (
    <FormulaireActe
      cadre={cadre}
      agir="complet"
      action={actionRecevoirComplement}
      titre="Le dossier est complet"
      avis={
        <>
          <Depasse cadre={cadre} agir="complet" />
          <p className="lecture mt-2">
            Vous avez reçu ce qui manquait par un autre moyen que le portail, par courrier ou par téléphone. La demande
            revient dans vos demandes en cours
            {delaiJours === null
              ? '.'
              : ` et son délai repart de zéro\u00A0: ${pluriel(delaiJours, 'jour')}, réponse avant le ${dateSansAnnee(ajouterJours(aujourdhui, delaiJours), aujourdhui)}.`}
          </p>
        </>
      }
      bouton="Faire repartir le délai"
      enCours="Un instant…"
    />
  )
}

/** The form of the act asked for in the address. */
export function ActeDemande({
  cadre,
  agir,
  moi,
  maintenant,
  offre,
}: {
  cadre: CadreActe
  agir: Agir
  moi: string
  maintenant: Date
  /** Slots that can be chosen, read for the forms of a rendez-vous only. */
  offre: OffreCreneaux | null
}) {
  switch (agir) {
    case 'clore':
      return <Clore cadre={cadre} maintenant={maintenant} />
    case 'complement':
      return <DemanderComplement cadre={cadre} />
    case 'complet':
      return <DossierComplet cadre={cadre} maintenant={maintenant} />
    case 'attribuer':
      return (
        <Attribuer
          cadre={cadre}
          avis={<Depasse cadre={cadre} agir="attribuer" />}
          moi={moi}
          aujourdhui={dateAParis(maintenant)}
        />
      )
    case 'urgence':
      return <Urgence cadre={cadre} depasse={<Depasse cadre={cadre} agir="urgence" />} />
    case 'motif':
      return <CorrigerMotif cadre={cadre} depasse={<Depasse cadre={cadre} agir="motif" />} />
    case 'transferer':
      return <Transferer cadre={cadre} depasse={<Depasse cadre={cadre} agir="transferer" />} maintenant={maintenant} />
    case 'orienter':
      return <Orienter cadre={cadre} depasse={<Depasse cadre={cadre} agir="orienter" />} maintenant={maintenant} />
    case 'lier':
      return <LierParReference cadre={cadre} />
    case 'procedure':
      return <Procedure cadre={cadre} />
    case 'poster':
      return <Poster cadre={cadre} maintenant={maintenant} />
    case 'proposer':
    case 'fixer':
    case 'annuler_rendez_vous':
      return <FormulaireRendezVous cadre={cadre} agir={agir} offre={offre} moi={moi} maintenant={maintenant} />
    default:
      return <Ecrire cadre={cadre} maintenant={maintenant} />
  }
}
