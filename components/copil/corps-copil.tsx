import { BadgeCopil } from '@/components/copil/badge-copil'
import { Commentaires } from '@/components/copil/commentaires'
import { CompteRendu, Rouvrir } from '@/components/copil/compte-rendu'
import { Decisions, DecisionsAFaire } from '@/components/copil/decisions'
import { FormulaireReunion } from '@/components/copil/reunion'
import { Avis } from '@/components/ui/avis'
import { EtatVide } from '@/components/ui/etat-vide'
import { Fait } from '@/components/ui/fait'
import { Resume } from '@/components/ui/resume'
import type { Periode } from '@/lib/bilan/modele'
import { enAdresse } from '@/lib/bilan/periode'
import { quandCopil } from '@/lib/copil/libelles'
import type { CopilEntier } from '@/lib/copil/modele'
import type { DecisionAFaire } from '@/lib/copil/queries'
import { type Acteur, aDroit, coteDe } from '@/lib/socle/acteur'
import { dateAvecAnnee } from '@/lib/socle/format'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

const faits = {
  prepare: 'Le COPIL est préparé. Chaque côté peut y écrire son commentaire.',
  date: 'La réunion est enregistrée. Les gestionnaires du partenaire sont prévenus si la date ou le lieu change.',
  commente: 'Le commentaire est enregistré.',
  decision: 'La décision est ajoutée.',
  retiree: 'La décision est retirée.',
  faite: 'La décision est notée comme faite.',
  a_faire: 'La décision est de nouveau à faire.',
  tenu: 'Le compte rendu est enregistré. Le partenaire est prévenu.',
  rouvert: 'Le COPIL est rouvert.',
  annule: 'Le COPIL est annulé. Les commentaires et les décisions sont gardés.',
}

/** The COPIL of a period, the same on both sides: who may write finds its forms in their place. */
export function CorpsCopil({
  acteur,
  copil,
  periode,
  cible: { partenaireId },
  noms,
  aFaire,
  aujourdhui,
  fait,
}: {
  acteur: Acteur
  copil: CopilEntier | null
  periode: Periode
  cible: { caisseId: string; partenaireId: string }
  noms: Record<'caisse' | 'partenaire', string>
  aFaire: DecisionAFaire[]
  aujourdhui: DateIso
  fait: unknown
}) {
  const titrePage = 'COPIL'
  const prepare = aDroit(acteur, 'copil.preparer')
  const cadre = { prepare, titrePage, aujourdhui }
  const reunion = <FormulaireReunion {...{ titrePage, copil, partenaireId, adresse: enAdresse(periode) }} />
  return (
    <>
      <Fait fait={fait} mots={faits} />
      <h1>COPIL de la convention</h1>
      <p className="mt-1 mb-4">
        {noms.caisse} et {noms.partenaire}. {periode.libelle}.
      </p>
      {!copil &&
        (prepare ? (
          <section aria-labelledby="reunion" className="mt-6 max-w-180">
            <h2 id="reunion" className="mb-2">
              Réunion
            </h2>
            <p className="mb-4">
              La date peut attendre : dès que le COPIL est préparé, les deux côtés peuvent écrire leur commentaire.
              Quand une date est fixée, les gestionnaires du partenaire reçoivent un courriel.
            </p>
            {reunion}
          </section>
        ) : (
          <EtatVide titre="Pas encore de COPIL sur cette période">
            <p>
              {coteDe(acteur) === 'caisse'
                ? 'Un référent de la caisse peut le préparer.'
                : 'La caisse le prépare : un courriel préviendra les gestionnaires quand une date est fixée.'}
            </p>
          </EtatVide>
        ))}
      {copil && (
        <>
          <p className="mb-6">
            <BadgeCopil etat={copil.etat} />
          </p>
          {copil.motifReouverture && copil.etat === 'preparation' && (
            <Avis ton="fond" titre="Rouvert par la caisse" className="mb-6 max-w-180">
              <p className="whitespace-pre-line">{copil.motifReouverture}</p>
            </Avis>
          )}
          {prepare && copil.etat !== 'tenu' ? (
            <section aria-labelledby="reunion" className="max-w-180">
              <h2 id="reunion" className="mb-3">
                Réunion
              </h2>
              {reunion}
              <Agenda copil={copil} />
            </section>
          ) : (
            <div className="max-w-180">
              <Resume titre="Réunion" lignes={faitsDeLaReunion(copil)} />
              <Agenda copil={copil} />
            </div>
          )}
        </>
      )}
      <DecisionsAFaire decisions={aFaire} copilId={copil?.id ?? ''} {...cadre} />
      {copil && (
        <>
          <Commentaires
            copil={copil}
            ecrit={copil.etat === 'preparation' && aDroit(acteur, 'copil.commenter') ? coteDe(acteur) : null}
            noms={noms}
            titrePage={titrePage}
          />
          <Decisions copil={copil} {...cadre} />
          {prepare && copil.etat === 'preparation' && <CompteRendu {...{ copil, titrePage, aujourdhui }} />}
          {prepare && copil.etat === 'tenu' && <Rouvrir {...{ copil, titrePage }} />}
        </>
      )}
    </>
  )
}

function faitsDeLaReunion({ etat, prevuLe, tenuLe, lieu, presents }: CopilEntier) {
  return [
    ...(tenuLe && etat === 'tenu' ? [{ cle: 'Tenu le', valeur: dateAvecAnnee(tenuLe) }] : []),
    ...(etat === 'preparation' || (etat === 'tenu' && prevuLe && dateAParis(prevuLe) !== tenuLe)
      ? [{ cle: 'Prévu le', valeur: prevuLe ? quandCopil(prevuLe) : 'Date à fixer par la caisse' }]
      : []),
    ...(etat === 'annule' ? [{ cle: 'Réunion', valeur: 'Elle n’aura pas lieu.' }] : []),
    ...(lieu ? [{ cle: 'Lieu', valeur: <Lieu lieu={lieu} /> }] : []),
    ...(presents ? [{ cle: 'Présents', valeur: <span className="whitespace-pre-line">{presents}</span> }] : []),
  ]
}

const Lieu = ({ lieu }: { lieu: string }) =>
  /^https:\/\/\S+$/.test(lieu) && URL.canParse(lieu) ? (
    <a href={lieu} rel="noreferrer" className="break-all">
      {lieu}
    </a>
  ) : (
    lieu
  )

const Agenda = ({ copil: { id, etat, prevuLe } }: { copil: CopilEntier }) =>
  etat === 'preparation' && prevuLe ? (
    <p className="mt-3">
      <a href={`/api/copil/${id}/calendrier`} className="inline-block min-h-6">
        Ajouter à mon agenda
      </a>
    </p>
  ) : null
