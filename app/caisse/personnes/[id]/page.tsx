import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Copie } from '@/components/personnes/copie'
import { Effacement } from '@/components/personnes/effacement'
import { HorlogeDuDroit } from '@/components/personnes/horloge'
import { Avis } from '@/components/ui/avis'
import { LienBouton } from '@/components/ui/bouton'
import { ChronologieCompacte } from '@/components/ui/chronologie'
import { FilRetour } from '@/components/ui/fil-retour'
import { type LienAction, ListeActions } from '@/components/ui/liste-actions'
import { type LigneResume, Resume } from '@/components/ui/resume'
import { actionLeverOpposition, actionRouvrirDroit } from '@/lib/personnes/actions'
import {
  libellesCanal,
  libellesDroit,
  libellesEvenementPersonne,
  libellesIssue,
  libellesMoyen,
} from '@/lib/personnes/libelles'
import { type DroitLu, droitDe } from '@/lib/personnes/queries'
import { termesDuDossier } from '@/lib/personnes/termes'
import { dateAvecAnnee, pluriel, relatif } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Demande d’une personne sur ses données'

export const metadata: Metadata = { title: TITRE }

export default async function Droit({ params }: PageProps<'/caisse/personnes/[id]'>) {
  const acteur = await exigerActeur('personnes.traiter')
  const maintenant = new Date()
  const droit = await droitDe(acteur, (await params).id, maintenant)
  if (!droit) notFound()
  const { id, etat, dossiers, version } = droit
  const ouverte = etat === 'ouverte'
  const termes = ouverte && droit.type === 'effacement' ? await termesDuDossier(acteur, id, maintenant) : null
  return (
    <Cadre acteur={acteur} entree="/caisse/personnes">
      <FilRetour href="/caisse/personnes" libelle="Droits des personnes" />
      <h1>
        {droit.prenom} {droit.nomNaissance}
      </h1>
      <p className="mt-2 mb-6 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="reference">{droit.reference}</span>
        <span>{libellesDroit[droit.type]}</span>
        <HorlogeDuDroit horloge={droit.horloge} />
        <span className="text-encre-2">réponse au plus tard le {dateAvecAnnee(jourDe(droit.echeanceLe))}</span>
      </p>
      <div className="bureau:flex bureau:gap-18">
        <div className="min-w-0 flex-1">
          {ouverte && (
            <div className="rangee-boutons mb-8">
              <LienBouton href={`/caisse/personnes/${id}/${dossiers > 0 ? 'dossier' : 'recherche'}`}>
                {dossiers > 1
                  ? `Lire ses ${dossiers}\u00A0dossiers`
                  : dossiers
                    ? 'Lire son dossier'
                    : 'Chercher ses dossiers'}
              </LienBouton>
            </div>
          )}
          <Resume
            titre="La demande"
            modifier={ouverte ? `/caisse/personnes/${id}/modifier` : undefined}
            lignes={faits(droit)}
          />
          {droit.opposition && (
            <Avis
              titre={
                droit.opposition.decision === 'acceptee'
                  ? 'Opposition acceptée, montrée aux agents'
                  : 'Opposition refusée'
              }
              className="mb-6"
            >
              <p className="whitespace-pre-line">{droit.opposition.consigne}</p>
              {ouverte && (
                <Formulaire action={actionLeverOpposition} titrePage={TITRE} cle={`lever-opposition-${id}`}>
                  <ChampCache name="id" valeur={id} />
                  <ChampCache name="version" valeur={version} />
                  <BoutonEnvoi aspect="secondaire" enCours="Enregistrement…">
                    Revenir sur cette décision
                  </BoutonEnvoi>
                </Formulaire>
              )}
            </Avis>
          )}
          {termes && <Effacement id={id} termes={termes} maintenant={maintenant} />}
          <Copie droit={droit} titrePage={TITRE} maintenant={maintenant} />
          {!ouverte && (
            <Formulaire action={actionRouvrirDroit} titrePage={TITRE} cle={`rouvrir-${id}`} className="mt-10">
              <ChampCache name="id" valeur={id} />
              <ChampCache name="version" valeur={version} />
              <BoutonEnvoi aspect="secondaire" enCours="Réouverture…">
                Rouvrir la demande
              </BoutonEnvoi>
            </Formulaire>
          )}
        </div>
        <aside className="max-bureau:mt-10 bureau:w-72 bureau:flex-none">
          {ouverte && <ListeActions regle liens={actes(droit)} />}
          <section aria-labelledby="historique" className="mt-7">
            <h2 id="historique" className="mb-3">
              Historique
            </h2>
            <ChronologieCompacte
              evenements={droit.evenements.map(({ id: cle, type, le, auteur }) => ({
                cle,
                titre: libellesEvenementPersonne[type],
                detail: `${auteur ? `${auteur}, ` : ''}${relatif(le, maintenant)}`,
              }))}
            />
          </section>
        </aside>
      </div>
    </Cadre>
  )
}

function faits(droit: DroitLu): LigneResume[] {
  const { dateNaissance, identiteLe, identiteMoyen, prolongeeLe, prolongeeDiteLe, reponduLe, issue } = droit
  const dit = (cle: string, valeur: string | null) => (valeur ? [{ cle, valeur }] : [])
  return [
    { cle: 'Ce qui est demandé', valeur: <span className="whitespace-pre-line">{droit.objet}</span> },
    { cle: 'Reçue', valeur: `le ${dateAvecAnnee(jourDe(droit.recueLe))}, ${libellesCanal[droit.canal].toLowerCase()}` },
    ...dit('Nom d’usage', droit.nomUsage),
    ...dit('Née ou né le', dateNaissance && dateAvecAnnee(jourDe(dateNaissance))),
    ...dit('Autres noms', droit.autresNoms),
    ...dit('Écrite par', droit.representant),
    ...dit('Où répondre', droit.adresse),
    {
      cle: 'Identité',
      valeur:
        identiteLe && identiteMoyen
          ? `Vérifiée le ${dateAvecAnnee(jourDe(identiteLe))}. ${libellesMoyen[identiteMoyen]}.`
          : 'À vérifier avant toute réponse',
    },
    ...dit(
      'Délai prolongé',
      prolongeeLe && prolongeeDiteLe
        ? `Personne prévenue le ${dateAvecAnnee(jourDe(prolongeeDiteLe))}. ${droit.prolongeeMotif}`
        : null,
    ),
    ...dit('Dossiers limités', droit.limites > 0 ? pluriel(droit.limites, 'dossier') : null),
    ...dit(
      'Réponse',
      reponduLe && issue ? `${libellesIssue[issue]}, le ${dateAvecAnnee(jourDe(reponduLe))}. ${droit.reponse}` : null,
    ),
  ]
}

function actes({ id, dossiers, identiteLe, prolongeeLe, opposition }: DroitLu): LienAction[] {
  const vers = (suite: string) => `/caisse/personnes/${id}/${suite}`
  return [
    {
      href: vers('identite'),
      libelle: identiteLe ? 'Vérifier à nouveau l’identité' : 'Noter la vérification de l’identité',
    },
    ...(dossiers > 0
      ? [
          { href: vers('recherche'), libelle: 'Revoir le choix des dossiers' },
          { href: vers('dossier/corriger'), libelle: 'Corriger son identité' },
          { href: vers('dossier/limiter'), libelle: 'Limiter ses dossiers' },
          { href: vers('dossier/lever'), libelle: 'Lever une limitation' },
        ]
      : []),
    ...(opposition ? [] : [{ href: vers('opposition'), libelle: 'Décider de l’opposition' }]),
    ...(prolongeeLe ? [] : [{ href: vers('prolonger'), libelle: 'Prolonger le délai' }]),
    { href: vers('repondre'), libelle: 'Enregistrer la réponse' },
  ]
}
