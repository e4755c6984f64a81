import { DeuxColonnes } from '@/components/cadre/contenu'
import { Avancement, etapePrecedente } from '@/components/demandes/etapes/cadre-etape'
import { SectionVerifiee } from '@/components/demandes/section-verifiee'
import { dateDe, texteDe, type Valeurs } from '@/components/demandes/valeurs'
import { VotreDemande } from '@/components/demandes/votre-demande'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { CaseACocher, Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { type LigneResume, Resume } from '@/components/ui/resume'
import { actionDeposer, actionEnregistrerBrouillon } from '@/lib/demandes/actions'
import { adresseBrouillon } from '@/lib/demandes/adresses'
import { identiteComplete } from '@/lib/demandes/libelles'
import type { BrouillonRepris } from '@/lib/demandes/queries-brouillon'
import { personneSchema } from '@/lib/demandes/schema'
import { departements } from '@/lib/socle/departements'
import { dateAvecAnnee, pluriel } from '@/lib/socle/format'
import { enParties } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

export const titreVerifier = 'Vérifiez avant de transmettre'

export function EtapeVerifier({ cadre }: { cadre: BrouillonRepris }) {
  const { id } = cadre.brouillon
  const modifier = (etape: string) => adresseBrouillon(id, etape)
  return (
    <>
      <FilRetour href={etapePrecedente(cadre, 'verifier')} />
      <DeuxColonnes large note={<VotreDemande cadre={cadre} />}>
        <Formulaire
          action={actionDeposer}
          autosave={actionEnregistrerBrouillon}
          titrePage={titreVerifier}
          cle={`verifier-${id}`}
        >
          <Avancement cadre={cadre} etape="verifier" />
          <h1 className="mb-7">{titreVerifier}</h1>
          <ChampCache name="id" valeur={id} />
          <ChampCache name="etape" valeur="verifier" />
          <ChampCache name="version" valeur={cadre.brouillon.version} />
          <Resume
            titre="La demande"
            modifier={modifier('motif')}
            lignes={[
              { cle: 'Organisme', valeur: cadre.caisse.nom },
              { cle: 'Motif', valeur: cadre.objet },
              ...(cadre.motif.urgent ? [{ cle: 'Urgent', valeur: 'Oui, toujours pour ce motif' }] : []),
            ]}
          />
          {cadre.motif.assureRequis && (
            <SectionVerifiee etape="personne">
              <Resume titre="La personne" modifier={modifier('personne')} lignes={lignesPersonne(cadre)} />
            </SectionVerifiee>
          )}
          <SectionVerifiee etape="besoin">
            <Resume titre={cadre.definition.titreBesoin} modifier={modifier('besoin')} lignes={lignesBesoin(cadre)} />
          </SectionVerifiee>
          <SectionVerifiee etape="pieces">
            <Resume titre="Les pièces" modifier={modifier('pieces')} lignes={lignesPieces(cadre)} />
          </SectionVerifiee>
          {cadre.motif.assureRequis && <Consentement cadre={cadre} />}
          {cadre.attestations.map(({ code, texte, aide }, rang) => (
            <CaseACocher
              key={code}
              name={`attestations.${code}`}
              label={texte}
              aide={
                rang === 0 && cadre.motif.assureRequis ? (
                  <>
                    {aide} La{' '}
                    <a href={`/api/demandes/notice?caisse=${cadre.caisse.id}`} target="_blank" rel="noreferrer">
                      notice d’information à lui remettre<span className="sr-only"> (nouvel onglet)</span>
                    </a>{' '}
                    (PDF).
                  </>
                ) : (
                  aide
                )
              }
            />
          ))}
          <div className="rangee-boutons mt-6">
            <BoutonEnvoi enCours="Transmission…">Transmettre à la {cadre.caisse.nom}</BoutonEnvoi>
            <a href="/demandes" className="inline-block min-h-6">
              Reprendre plus tard
            </a>
          </div>
          <p className="mt-4 text-15 text-encre-2">
            Vous pourrez encore l’annuler tant qu’aucun agent ne l’a prise en charge.
          </p>
        </Formulaire>
      </DeuxColonnes>
    </>
  )
}

/** How the person agreed, and when: today unless said otherwise. */
function Consentement({ cadre: { donnees } }: { cadre: BrouillonRepris }) {
  const tape = (donnees.consentement ?? {}) as Valeurs
  const { jour, mois, annee } = dateDe(tape, 'le')
  return (
    <section aria-labelledby="accord">
      <h2 id="accord" className="mb-4">
        L’accord de la personne
      </h2>
      <Radios
        name="consentement.forme"
        label="Comment a-t-elle donné son accord ?"
        options={[
          { valeur: 'oral', libelle: 'De vive voix', aide: 'En entretien ou au téléphone.' },
          { valeur: 'ecrit', libelle: 'Par écrit', aide: 'Gardez ce papier dans votre dossier, ne le joignez pas.' },
        ]}
        valeur={texteDe(tape, 'forme')}
      />
      <ChampDate
        name="consentement.le"
        label="Quel jour ?"
        aide="Aujourd’hui, sauf si elle l’a donné avant."
        valeur={jour || mois || annee ? { jour, mois, annee } : enParties(dateAParis(new Date()))}
      />
    </section>
  )
}

const aCompleter: LigneResume[] = [{ cle: 'À compléter', valeur: 'Des réponses manquent ou sont à corriger.' }]

function lignesPersonne({ besoin, donnees }: BrouillonRepris): LigneResume[] {
  const lue = personneSchema(besoin.aujourdhui).safeParse(donnees.personne ?? {})
  if (!lue.success) return aCompleter
  const { civilite, dateNaissance, departement } = lue.data
  return [
    { cle: 'Identité', valeur: identiteComplete(lue.data) },
    { cle: civilite === 'madame' ? 'Née le' : 'Né le', valeur: dateAvecAnnee(dateNaissance) },
    { cle: 'Département', valeur: departements[departement] },
  ]
}

function lignesBesoin({ definition, besoin, donnees }: BrouillonRepris): LigneResume[] {
  const lues = definition.schema(besoin).safeParse(donnees.besoin ?? {})
  if (!lues.success) return aCompleter
  return definition.resume(lues.data).map(({ libelle, valeur }) => ({
    cle: libelle,
    valeur: <span className="whitespace-pre-line">{valeur}</span>,
  }))
}

function lignesPieces({ brouillon, pieces, donnees }: BrouillonRepris): LigneResume[] {
  const gardees = brouillon.pieces.filter(({ etat }) => etat !== 'infectee' && etat !== 'refusee')
  const absentes = donnees.absentes ?? {}
  const jointes = [...pieces, { code: 'autre', libelle: 'Autre pièce' }]
    .map(({ code, libelle }) => ({ libelle, n: gardees.filter((piece) => piece.code === code).length }))
    .filter(({ n }) => n > 0)
  const manquantes = pieces.filter(
    ({ code, requise }) => requise && absentes[code] === undefined && !gardees.some((piece) => piece.code === code),
  )
  const sans = pieces.filter(
    ({ code }) => absentes[code] !== undefined && !gardees.some((piece) => piece.code === code),
  )
  return [
    {
      cle: jointes.length ? pluriel(jointes.length, 'pièce jointe', 'pièces jointes') : 'Pièces jointes',
      valeur: jointes.length
        ? jointes.map(({ libelle, n }) => (n > 1 ? `${libelle} (${n} fichiers)` : libelle)).join(', ')
        : 'Aucune',
    },
    ...(sans.length
      ? [
          {
            cle: sans.length > 1 ? 'Absentes' : 'Absente',
            valeur: (
              <ul>
                {sans.map(({ code, libelle }) => (
                  <li key={code}>
                    {libelle}
                    {'\u00A0'}: «{'\u00A0'}
                    {absentes[code]}
                    {'\u00A0'}»
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    ...(manquantes.length ? [{ cle: 'À fournir', valeur: manquantes.map(({ libelle }) => libelle).join(', ') }] : []),
  ]
}
