import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { delaiConnexion } from '@/components/revues/mots'
import { Badge, type TonBadge } from '@/components/ui/badge'
import { Ban, Check, CircleDashed, Send } from '@/components/ui/icones'
import { actionConfirmerLigne } from '@/lib/revues/actions'
import { motsDecision, motsDecisionSignee } from '@/lib/revues/libelles'
import type { Decision } from '@/lib/revues/lignes'
import type { Revue } from '@/lib/revues/queries'
import { nomComplet } from '@/lib/socle/acteur'
import { dateSansAnnee } from '@/lib/socle/format'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

type Ligne = Revue['lignes'][number]

const aspects: Record<Decision | 'aucune', [TonBadge, typeof Check]> = {
  garder: ['contour', Check],
  inactiver: ['papier', Ban],
  demander: ['papier', Send],
  aucune: ['brique', CircleDashed],
}

/** «À confirmer», or what was decided, by whom and when. */
export function DecisionPrise({
  ligne,
  signee,
  moi,
  aujourdhui,
}: {
  ligne: Ligne
  signee: boolean
  moi?: string
  aujourdhui: DateIso
}) {
  const { decision, decideeLe, decideePar, decideeParId } = ligne
  const [ton, Icone] = aspects[decision ?? 'aucune']
  const mots = signee ? motsDecisionSignee : motsDecision
  return (
    <>
      <Badge ton={ton} icone={<Icone />}>
        {decision ? mots[decision] : 'À confirmer'}
      </Badge>
      {decision && decideeLe && (
        <span className="mt-1 block text-14 text-encre-2">
          le {dateSansAnnee(dateAParis(decideeLe), aujourdhui)}
          {decideeParId && `, par ${decideeParId === moi ? 'vous' : (decideePar ?? 'un ancien compte')}`}
        </span>
      )}
    </>
  )
}

/** One account of an open revue: who it is, what is decided, and the buttons that decide. */
export function LigneOuverte({
  revueId,
  ligne,
  moi,
  aujourdhui,
  titrePage,
}: {
  revueId: string
  ligne: Ligne
  moi: string
  aujourdhui: DateIso
  titrePage: string
}) {
  const { compte, decision } = ligne
  const nom = nomComplet(compte)
  const ancre = `compte-${compte.id}`
  return (
    <li
      id={ancre}
      tabIndex={-1}
      className="scroll-mt-4 border-b border-filet py-4 bureau:grid bureau:grid-cols-[minmax(0,1fr)_13rem_20rem] bureau:items-center bureau:gap-x-6"
    >
      <div className="min-w-0">
        <h3 className="text-17! font-[650]">{nom}</h3>
        <p className="text-15 text-encre-2 wrap-anywhere">
          {compte.fonction}, {compte.identifiant}
          <span className="block">{delaiConnexion(compte, aujourdhui)}</span>
        </p>
      </div>
      <div className="max-bureau:mt-2">
        <DecisionPrise ligne={ligne} signee={false} moi={moi} aujourdhui={aujourdhui} />
      </div>
      <Formulaire
        action={actionConfirmerLigne}
        titrePage={titrePage}
        cle={`ligne-${compte.id}`}
        className="max-bureau:mt-3"
      >
        <ChampCache name="id" valeur={revueId} />
        <ChampCache name="compteId" valeur={compte.id} />
        <ChampCache name="vue" valeur={decision ?? ''} />
        <div className="rangee-boutons bureau:flex-nowrap bureau:justify-end">
          {(decision === null || decision === 'inactiver') && (
            <BoutonEnvoi
              aspect={decision ? 'tiers' : 'secondaire'}
              dense
              name="decision"
              value="garder"
              enCours="Enregistrement…"
            >
              {decision ? 'Plutôt garder' : compte.profil === 'gestionnaire' ? 'Confirmer' : 'Garder'}
              <span className="sr-only"> le compte de {nom}</span>
            </BoutonEnvoi>
          )}
          {compte.profil === 'technicien' && decision !== 'inactiver' && (
            <BoutonEnvoi
              aspect={decision ? 'tiers' : 'danger'}
              dense
              name="decision"
              value="inactiver"
              enCours="Enregistrement…"
            >
              {decision ? 'Plutôt inactiver' : 'Inactiver'}
              <span className="sr-only"> le compte de {nom}</span>
            </BoutonEnvoi>
          )}
          <a
            href={
              compte.profil === 'technicien' ? `/equipe/${compte.id}` : `/habilitations/nouvelle?compte=${compte.id}`
            }
            className="inline-block min-h-6 text-15"
          >
            {compte.profil === 'technicien' ? 'Modifier' : 'Demander à la caisse'}
            <span className="sr-only"> pour le compte de {nom}</span>
          </a>
        </div>
      </Formulaire>
    </li>
  )
}
