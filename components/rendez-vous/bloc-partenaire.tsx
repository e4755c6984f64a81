import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Formulaire } from '@/components/formulaire/formulaire'
import { CasesParJour } from '@/components/rendez-vous/cases-par-jour'
import { rendezVousAMontrer } from '@/components/rendez-vous/lecture'
import { parJour } from '@/components/rendez-vous/souhaits'
import { Avis } from '@/components/ui/avis'
import type { DemandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { actionChoisirCreneau, actionDemanderAutre, actionRenoncerRendezVous } from '@/lib/rendez-vous/actions'
import { ouSeTient, quand } from '@/lib/rendez-vous/libelles'
import { possible } from '@/lib/rendez-vous/regles'
import { relatif } from '@/lib/socle/format'
import { majuscule } from '@/lib/socle/francais'

type Proprietes = { demande: DemandeDePartenaire; titrePage: string; maintenant: Date }

/** On top of the demande, for the partenaire: the slots to choose from, or the rendez-vous that is fixed, and how to change it. */
export function RendezVousPartenaire({ demande, titrePage, maintenant }: Proprietes) {
  const rendezVous = rendezVousAMontrer(demande.rendezVous, maintenant)
  if (!rendezVous) return null
  const { etat, debutLe, finLe, libres, autreDemandeLe } = rendezVous
  const situation = { etat, debutLe, ouverte: demande.ouverte }
  const peut = (acte: Parameters<typeof possible>[0]) => possible(acte, 'partenaire', situation, maintenant)
  const moment = debutLe && finLe ? majuscule(quand({ debutLe, finLe })) : null
  const commun = { demande, titrePage }
  return (
    <section id="rendez-vous" aria-labelledby="rendez-vous-titre" className="scroll-mt-4">
      <h2 id="rendez-vous-titre">{etat === 'propose' ? 'Choisissez un créneau de rendez-vous' : 'Le rendez-vous'}</h2>
      {etat === 'fixe' && (
        <div className="mt-3 border-l-4 border-cyan-500 bg-cyan-50 px-4 py-3">
          <p className="text-19 font-[650]">{moment}</p>
          <p>
            {ouSeTient(rendezVous)}, {demande.caisse.nom}
          </p>
          <p className="mt-1">
            <a href={`/api/rendez-vous/${rendezVous.id}/calendrier`}>Ajouter à mon agenda</a>
          </p>
        </div>
      )}
      {(etat === 'honore' || etat === 'manque') && (
        <p className="mt-2">
          {moment}. {ouSeTient(rendezVous)}. La caisse a noté qu’il a été {etat === 'honore' ? 'honoré' : 'manqué'}.
        </p>
      )}
      {etat === 'annule' && (
        <p className="mt-2">
          {rendezVous.annulePar === 'caisse' ? 'La caisse l’a annulé' : 'Vous l’avez annulé'}
          {moment && `, il était fixé : ${moment}`}. {rendezVous.raison}
        </p>
      )}
      {autreDemandeLe && (etat === 'propose' || etat === 'fixe') && (
        <Avis className="mt-3">
          <p>
            Vous avez demandé d’autres créneaux {relatif(autreDemandeLe, maintenant)}. La caisse va vous répondre
            {etat === 'fixe' ? ' ; d’ici là, le rendez-vous tient.' : '.'}
          </p>
        </Avis>
      )}
      {etat === 'propose' && !demande.ouverte && (
        <p className="mt-2">La demande est close : ils ne se choisissent plus.</p>
      )}
      {(peut('choisir') || peut('deplacer')) && libres.length > 0 && (
        <Choisir {...commun} libres={libres} deplace={etat === 'fixe'} />
      )}
      {peut('choisir') && libres.length === 0 && (
        <Avis ton="chaud" className="mt-3">
          <p>Les créneaux que la caisse proposait sont pris ou passés. Demandez-lui en d’autres ci-dessous.</p>
        </Avis>
      )}
      {peut('demander_autre') && (
        <details className="mt-4" open={peut('choisir') && libres.length === 0 && !autreDemandeLe}>
          <summary className="min-h-6 cursor-pointer text-bleu-700 underline underline-offset-3">
            {etat === 'fixe' ? 'Demander un autre créneau' : 'Aucun créneau ne convient'}
          </summary>
          <Formulaire action={actionDemanderAutre} titrePage={titrePage} cle="autre-creneau" className="mt-3 max-w-160">
            <ChampCache name="id" valeur={demande.id} />
            <ChampTexteLong
              name="autre"
              label="Ce qui conviendrait"
              aide="Les jours et les heures. Ce mot part à la caisse, dans les échanges."
              lignes={3}
              maxLength={1000}
            />
            <BoutonEnvoi aspect="secondaire" enCours="Envoi…">
              Demander d’autres créneaux
            </BoutonEnvoi>
          </Formulaire>
        </details>
      )}
      {peut('annuler') && (
        <details className="mt-3">
          <summary className="min-h-6 cursor-pointer text-bleu-700 underline underline-offset-3">
            {etat === 'fixe' ? 'Annuler le rendez-vous' : 'Ne plus demander de rendez-vous'}
          </summary>
          <Formulaire
            action={actionRenoncerRendezVous}
            titrePage={titrePage}
            cle="annuler-rendez-vous"
            className="mt-3 max-w-160"
          >
            <ChampCache name="id" valeur={demande.id} />
            <ChampTexteLong
              name="raison"
              label="Pourquoi"
              aide="La caisse le lit dans le portail."
              lignes={2}
              maxLength={500}
            />
            <BoutonEnvoi aspect="danger" enCours="Un instant…">
              {etat === 'fixe' ? 'Annuler le rendez-vous' : 'Renoncer à ces créneaux'}
            </BoutonEnvoi>
          </Formulaire>
        </details>
      )}
    </section>
  )
}

function Choisir({
  demande,
  titrePage,
  libres,
  deplace,
}: Omit<Proprietes, 'maintenant'> & { libres: Parameters<typeof parJour>[0]; deplace: boolean }) {
  const verbe = deplace ? 'Déplacer le rendez-vous' : 'Choisir ce créneau'
  return (
    <Formulaire action={actionChoisirCreneau} titrePage={titrePage} cle="creneau" className="mt-3 max-w-160">
      <ChampCache name="id" valeur={demande.id} />
      <CasesParJour
        name="creneau"
        label={deplace ? 'La caisse propose aussi' : 'Créneaux proposés'}
        aide="Ils ne sont pas retenus : le premier qui choisit un créneau l’obtient."
        jours={parJour(libres)}
      />
      <BoutonEnvoi aspect={deplace ? 'secondaire' : 'primaire'} enCours="Un instant…">
        {verbe}
      </BoutonEnvoi>
    </Formulaire>
  )
}
