import type { ReactNode } from 'react'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { actionAjouterDecision, actionNoterDecision, actionRetirerDecision } from '@/lib/copil/actions'
import { libellesPorteur } from '@/lib/copil/libelles'
import { type CopilEntier, DECISIONS_MAX, type DecisionLue, porteurs } from '@/lib/copil/modele'
import type { DecisionAFaire } from '@/lib/copil/queries'
import { dateAvecAnnee } from '@/lib/socle/format'
import type { DateIso } from '@/lib/socle/temps'

type Cadre = {
  /** The reader notes what is done, and writes while the COPIL is prepared. */
  prepare: boolean
  titrePage: string
  aujourdhui: DateIso
}

/** What this meeting decides. */
export function Decisions({ copil, ...cadre }: Cadre & { copil: CopilEntier }) {
  const ouvert = cadre.prepare && copil.etat === 'preparation'
  return (
    <section aria-labelledby="decisions" className="mt-10 max-w-180">
      <h2 id="decisions" className="mb-3">
        Décisions
      </h2>
      {copil.decisions.length > 0 ? (
        <ol className="mb-6">
          {copil.decisions.map((decision) => (
            <Decision key={decision.id} {...{ decision, depuis: copil.id, ...cadre }}>
              {ouvert && (
                <Formulaire action={actionRetirerDecision} titrePage={cadre.titrePage} cle={`retirer-${decision.id}`}>
                  <ChampCache name="id" valeur={decision.id} />
                  <BoutonEnvoi aspect="tiers" dense enCours="Un instant…">
                    Retirer<span className="sr-only"> : {decision.texte}</span>
                  </BoutonEnvoi>
                </Formulaire>
              )}
            </Decision>
          ))}
        </ol>
      ) : (
        <p className="mb-4 text-encre-2">
          {copil.etat === 'tenu' ? 'Aucune décision n’a été notée.' : 'Aucune décision pour le moment.'}
        </p>
      )}
      {ouvert &&
        (copil.decisions.length < DECISIONS_MAX ? (
          <AjouterDecision copilId={copil.id} titrePage={cadre.titrePage} />
        ) : (
          <p>Ce COPIL garde {DECISIONS_MAX} décisions : c’est le plus qu’il peut en garder.</p>
        ))}
    </section>
  )
}

/** What earlier meetings decided, and that is still to do. */
export function DecisionsAFaire({
  decisions,
  copilId,
  ...cadre
}: Cadre & { decisions: DecisionAFaire[]; copilId: string }) {
  if (decisions.length === 0) return null
  return (
    <section aria-labelledby="a-faire" className="mt-10 max-w-180">
      <h2 id="a-faire" className="mb-3">
        Décisions précédentes encore à faire
      </h2>
      <ul>
        {decisions.map((decision) => (
          <Decision
            key={decision.id}
            {...{ decision, depuis: copilId, ...cadre }}
            origine={
              <a href={decision.adresse} className="inline-block min-h-6">
                COPIL : {decision.libelle}
              </a>
            }
          />
        ))}
      </ul>
    </section>
  )
}

function Decision({
  decision: { id, texte, porteur, echeanceLe, faiteLe },
  depuis,
  prepare,
  titrePage,
  aujourdhui,
  origine,
  children,
}: Cadre & { decision: DecisionLue; depuis: string; origine?: ReactNode; children?: ReactNode }) {
  const passee = echeanceLe !== null && faiteLe === null && echeanceLe < aujourdhui
  return (
    <li className="border-t border-filet py-3">
      <p className="whitespace-pre-line">{texte}</p>
      <p className="mt-1 flex flex-wrap gap-x-4 text-15 text-encre-2">
        <span>{libellesPorteur[porteur]}</span>
        {echeanceLe && (
          <span className={passee ? 'font-[650] text-brique-700' : undefined}>
            Avant le {dateAvecAnnee(echeanceLe)}
            {passee && ', date passée'}
          </span>
        )}
        {faiteLe && <span className="font-[650]">Faite le {dateAvecAnnee(faiteLe)}</span>}
        {origine}
      </p>
      {(prepare || children) && (
        <div className="mt-1 -ml-1 flex flex-wrap gap-x-4 gap-y-2">
          {prepare && (
            <Formulaire action={actionNoterDecision} titrePage={titrePage} cle={`noter-${id}`}>
              <ChampCache name="id" valeur={id} />
              <ChampCache name="depuis" valeur={depuis} />
              <ChampCache name="faite" valeur={faiteLe ? 'non' : 'oui'} />
              <BoutonEnvoi aspect="tiers" dense enCours="Un instant…">
                {faiteLe ? 'Remettre à faire' : 'Noter comme faite'}
                <span className="sr-only"> : {texte}</span>
              </BoutonEnvoi>
            </Formulaire>
          )}
          {children}
        </div>
      )}
    </li>
  )
}

function AjouterDecision({ copilId, titrePage }: { copilId: string; titrePage: string }) {
  return (
    <Formulaire action={actionAjouterDecision} titrePage={titrePage} cle={`decision-${copilId}`}>
      <h3 className="mb-3">Ajouter une décision</h3>
      <ChampCache name="id" valeur={copilId} />
      <ChampTexteLong name="texte" label="Ce qui est décidé" lignes={2} maxLength={1000} />
      <Radios
        name="porteur"
        label="Qui s’en charge"
        enLigne
        options={porteurs.map((porteur) => ({ valeur: porteur, libelle: libellesPorteur[porteur] }))}
      />
      <ChampDate name="echeanceLe" label="À faire avant le" aide="Par exemple, 30 6 2027" optionnel />
      <BoutonEnvoi aspect="secondaire" enCours="Enregistrement…">
        Ajouter la décision
      </BoutonEnvoi>
    </Formulaire>
  )
}
