import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Radios } from '@/components/formulaire/choix'
import { Liste } from '@/components/formulaire/liste'
import { CasesParJour } from '@/components/rendez-vous/cases-par-jour'
import { rendezVousAMontrer } from '@/components/rendez-vous/lecture'
import { convient, lireSouhaits, parJour } from '@/components/rendez-vous/souhaits'
import { type CadreActe, FormulaireActe } from '@/components/traitement/formulaire-acte'
import { Avis } from '@/components/ui/avis'
import { resumeDe } from '@/lib/demandes/registre'
import { actionAnnulerRendezVous, actionFixerRendezVous, actionProposerCreneaux } from '@/lib/rendez-vous/actions'
import { libelleMode } from '@/lib/rendez-vous/libelles'
import type { CreneauAProposer } from '@/lib/rendez-vous/queries'
import { nomComplet } from '@/lib/socle/acteur'
import { pluriel } from '@/lib/socle/format'

export type ActeRendezVous = 'proposer' | 'fixer' | 'annuler_rendez_vous'
export type OffreCreneaux = { creneaux: CreneauAProposer[]; modes: string[] }

type Proprietes = { cadre: CadreActe; offre: OffreCreneaux | null; moi: string; maintenant: Date }

export function FormulaireRendezVous({ agir, ...reste }: Proprietes & { agir: ActeRendezVous }) {
  switch (agir) {
    case 'proposer':
      return <Proposer {...reste} />
    case 'fixer':
      return <Fixer {...reste} />
    default:
      return <Annuler {...reste} />
  }
}

const souhaitsMontres = ['Le rendez-vous se tiendra', 'Pas avant', 'Disponibilités', 'À savoir']

/** The wishes of the person, beside the slots. */
function Souhaits({ cadre: { demande } }: { cadre: CadreActe }) {
  if (demande.service !== 'rendez_vous') return null
  const lignes = resumeDe(demande.service, demande.details).filter(({ libelle }) => souhaitsMontres.includes(libelle))
  return (
    <dl className="demande-lue mt-3">
      {lignes.map(({ libelle, valeur }) => (
        <div key={libelle}>
          <dt>{libelle}</dt>
          <dd>{valeur}</dd>
        </div>
      ))}
    </dl>
  )
}

function classer({ cadre: { demande }, offre, moi }: Proprietes) {
  const souhaits = lireSouhaits(demande.service, demande.details)
  const creneaux = offre?.creneaux ?? []
  const qui = ({ agentId }: CreneauAProposer) => {
    if (!agentId || agentId === moi) return undefined
    const agent = demande.agents.find(({ id }) => id === agentId)
    return agent && nomComplet(agent)
  }
  const bons = creneaux.filter((creneau) => convient(creneau, souhaits))
  const autres = creneaux.filter((creneau) => !convient(creneau, souhaits))
  return {
    jours: parJour(bons, qui),
    autres: parJour(autres, qui),
    autresEnMots: `${pluriel(autres.length, 'autre créneau', 'autres créneaux')}, hors des souhaits de la personne`,
    aucun: creneaux.length === 0,
  }
}

const AucunCreneau = () => (
  <Avis ton="chaud" className="mt-3">
    <p>
      Aucun créneau n’est libre à la caisse. <a href="/caisse/rendez-vous/plages/nouvelle">Ouvrez des créneaux</a>, ou
      fixez une heure.
    </p>
  </Avis>
)

function Proposer(proprietes: Proprietes) {
  const { cadre, maintenant } = proprietes
  const { aucun, ...cases } = classer(proprietes)
  const actuel = rendezVousAMontrer(cadre.demande.rendezVous, maintenant)
  const proposes = actuel && ['propose', 'fixe'].includes(actuel.etat) ? actuel.libres.map(({ id }) => id) : []
  return (
    <FormulaireActe
      cadre={cadre}
      agir="proposer"
      action={actionProposerCreneaux}
      titre="Proposer des créneaux"
      avis={
        <>
          <Souhaits cadre={cadre} />
          {aucun && <AucunCreneau />}
        </>
      }
      bouton={aucun ? <span /> : 'Proposer ces créneaux'}
      enCours="Envoi…"
    >
      {!aucun && (
        <CasesParJour
          name="creneaux"
          label="Créneaux à proposer"
          aide="Ils ne sont pas retenus : le premier partenaire qui choisit un créneau l’obtient. Cette proposition remplace la précédente."
          multiple
          cochees={proposes}
          {...cases}
        />
      )}
    </FormulaireActe>
  )
}

function Fixer(proprietes: Proprietes) {
  const { cadre, offre, maintenant } = proprietes
  const { aucun: _, ...cases } = classer(proprietes)
  const deplace = rendezVousAMontrer(cadre.demande.rendezVous, maintenant)?.etat === 'fixe'
  const verbe = deplace ? 'Déplacer le rendez-vous' : 'Fixer le rendez-vous'
  const souhaits = lireSouhaits(cadre.demande.service, cadre.demande.details)
  const modes = offre?.modes ?? []
  return (
    <FormulaireActe
      cadre={cadre}
      agir="fixer"
      action={actionFixerRendezVous}
      titre={verbe}
      avis={<Souhaits cadre={cadre} />}
      bouton={<BoutonEnvoi enCours="Un instant…">{verbe}</BoutonEnvoi>}
      enCours="Un instant…"
    >
      <CasesParJour
        name="creneau"
        label="Quand"
        aide="Le partenaire et l’agent qui reçoit sont prévenus, avec une invitation pour leur agenda."
        {...cases}
        jours={[
          ...cases.jours,
          {
            jour: 'Hors créneau',
            creneaux: [{ valeur: 'libre', heures: 'À une autre heure', ou: 'indiquée ci-dessous' }],
          },
        ]}
      />
      <fieldset className="mb-6 border-l-4 border-filet pl-4">
        <legend className="sr-only">À une autre heure</legend>
        <ChampDate name="jour" label="Jour" aide="Par exemple, 16 3 2026" optionnel />
        <div className="flex flex-wrap gap-x-6">
          <ChampTexte name="heure" label="Heure" largeur="court" maxLength={10} optionnel />
          <Liste
            name="duree"
            label="Durée"
            largeur="court"
            vide={null}
            valeur="30"
            options={['15', '20', '30', '45', '60', '90'].map((n) => ({ valeur: n, libelle: `${n}\u00A0min` }))}
          />
        </div>
        <Radios
          name="mode"
          label="Il se tient"
          enLigne
          optionnel
          valeur={souhaits?.mode && modes.includes(souhaits.mode) ? souhaits.mode : modes[0]}
          options={modes.map((mode) => ({ valeur: mode, libelle: libelleMode(mode) }))}
        />
        <ChampTexte name="lieu" label="Lieu ou consigne" maxLength={200} optionnel />
      </fieldset>
    </FormulaireActe>
  )
}

function Annuler({ cadre, maintenant }: Proprietes) {
  const fixe = rendezVousAMontrer(cadre.demande.rendezVous, maintenant)?.etat === 'fixe'
  const verbe = fixe ? 'Annuler le rendez-vous' : 'Retirer la proposition'
  return (
    <FormulaireActe
      cadre={cadre}
      agir="annuler_rendez_vous"
      action={actionAnnulerRendezVous}
      titre={verbe}
      bouton={
        <BoutonEnvoi aspect="danger" enCours="Un instant…">
          {verbe}
        </BoutonEnvoi>
      }
      enCours="Un instant…"
    >
      <ChampTexteLong
        name="raison"
        label="Pourquoi"
        aide={
          fixe
            ? 'Le partenaire le lit dans le portail. Le rendez-vous quitte les deux agendas, et le créneau redevient libre.'
            : 'Le partenaire le lit dans le portail.'
        }
        lignes={2}
        maxLength={500}
      />
    </FormulaireActe>
  )
}
