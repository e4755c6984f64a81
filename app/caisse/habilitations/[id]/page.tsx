import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { DeuxColonnes } from '@/components/cadre/contenu'
import { Comparaison } from '@/components/demandes-habilitation/comparaison'
import { Decision } from '@/components/demandes-habilitation/decision'
import { lignesIdentite, valeurLue } from '@/components/demandes-habilitation/lignes-identite'
import { StatutHabilitation } from '@/components/demandes-habilitation/statut'
import { Avis } from '@/components/ui/avis'
import { Echeance } from '@/components/ui/echeance'
import { FilRetour } from '@/components/ui/fil-retour'
import { CircleCheck } from '@/components/ui/icones'
import { PairesNote, Resume } from '@/components/ui/resume'
import { idSchema } from '@/lib/demandes/schema'
import { echeanceOuvree } from '@/lib/demandes-habilitation/echeance'
import { libellesType } from '@/lib/demandes-habilitation/libelles'
import { type DemandeAExaminer, demandeDeLaCaisse } from '@/lib/demandes-habilitation/queries-caisse'
import { nomComplet } from '@/lib/socle/acteur'
import { dateEtHeure, dateLongue } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

const TITRE = 'Demande sur un compte gestionnaire'

export const metadata: Metadata = { title: TITRE }

export default async function HabilitationDeLaCaisse({ params }: PageProps<'/caisse/habilitations/[id]'>) {
  const acteur = await exigerActeur('partenaire.gerer')
  const { id } = await params
  const maintenant = new Date()
  const demande = idSchema.safeParse(id).success ? await demandeDeLaCaisse(acteur, id, maintenant) : null
  if (!demande) notFound()
  const { type, etat, sujet, partenaire, structure } = demande
  return (
    <Cadre acteur={acteur} entree="/caisse/habilitations">
      <FilRetour href="/caisse/habilitations" libelle="Toutes les demandes" />
      <p className="mb-1 text-15 text-encre-2">
        <a href={`/caisse/partenaires/${demande.partenaireId}`}>{partenaire}</a>
        {structure && `, ${structure}`}
      </p>
      <h1 className="mb-3">
        {libellesType[type]}
        {sujet && ` : ${sujet}`}
      </h1>
      <p className="mb-6 flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <StatutHabilitation etat={etat} cote="caisse" />
        {etat === 'deposee' && (
          <>
            <Echeance {...echeanceOuvree(demande.echeanceLe, dateAParis(maintenant), demande.calendrier)} />
            <span className="text-encre-2">réponse attendue au plus tard le {dateLongue(demande.echeanceLe)}</span>
          </>
        )}
      </p>
      <DeuxColonnes large note={<Note demande={demande} />}>
        <Issue demande={demande} />
        <Contenu demande={demande} />
        {etat === 'deposee' && <Decision demande={demande} titrePage={TITRE} />}
      </DeuxColonnes>
    </Cadre>
  )
}

function Issue({ demande: { etat, traiteeLe, traiteePar, motifRefus, type, examen } }: { demande: DemandeAExaminer }) {
  if (etat === 'deposee' || !traiteeLe) return null
  const quand = `${dateEtHeure(traiteeLe)}${traiteePar && etat !== 'retiree' ? `, par ${traiteePar}` : ''}`
  const prevue = examen.compte?.etat !== 'inactif' && jourDe(examen.compte?.inactivationPrevueLe)
  const mots = {
    appliquee: `Appliquée ${quand}.`,
    refusee: `Refusée ${quand}.`,
    retiree: `Retirée par le partenaire ${quand}.`,
  }
  return (
    <Avis ton="fond" icone={<CircleCheck />} titre={mots[etat]} className="mb-8">
      {motifRefus && <p className="whitespace-pre-line">{motifRefus}</p>}
      {type === 'inactivation' && etat === 'appliquee' && prevue && <p>Le compte se ferme le {dateLongue(prevue)}.</p>}
    </Avis>
  )
}

function Contenu({
  demande: { type, etat, identite, sujet, examen, souhaiteeLe, justification },
}: {
  demande: DemandeAExaminer
}) {
  const { compte } = examen
  return (
    <div className="mb-8">
      {type === 'modification' && identite && compte && etat === 'deposee' ? (
        <section aria-labelledby="changement">
          <h2 id="changement" className="mb-2">
            Ce qui est demandé
          </h2>
          <Comparaison avant={compte} apres={identite} />
        </section>
      ) : type === 'inactivation' ? (
        compte && (
          <Resume
            titre="Le compte"
            lignes={[{ cle: 'Identifiant', valeur: compte.identifiant }, ...lignesIdentite(compte)]}
          />
        )
      ) : (
        identite && sujet && <Resume titre="Ce qui est demandé" lignes={lignesIdentite(identite)} />
      )}
      {souhaiteeLe && <p className="mt-4">Fermeture souhaitée le {dateLongue(souhaiteeLe)}.</p>}
      {justification && (
        <>
          <h2 className="mt-6 mb-1">Un mot du partenaire</h2>
          <p className="whitespace-pre-line">{justification}</p>
        </>
      )}
    </div>
  )
}

function Note({ demande: { auteur, deposeeLe, examen } }: { demande: DemandeAExaminer }) {
  const { gestionnaires, membres } = examen.places
  const { quota, occupees, libres, depassement } = gestionnaires
  return (
    <>
      <PairesNote
        titre="Places de gestionnaire"
        paires={[
          { cle: 'Occupées', valeur: quota === null ? occupees : `${occupees} sur ${quota}` },
          {
            cle: 'Libres',
            valeur:
              depassement > 0
                ? `aucune, ${depassement} au-delà du quota`
                : libres === 0
                  ? 'aucune'
                  : (libres ?? 'sans limite'),
          },
          { cle: 'Membres déclarés', valeur: membres },
        ]}
      />
      <PairesNote
        titre="Déposée par"
        paires={[
          { cle: 'Nom', valeur: auteur ? `${nomComplet(auteur)}, ${auteur.profil}` : 'Compte effacé' },
          ...(auteur?.telephone ? [{ cle: 'Téléphone', valeur: valeurLue('telephone', auteur.telephone) }] : []),
          ...(auteur ? [{ cle: 'Courriel', valeur: <span className="wrap-anywhere">{auteur.courriel}</span> }] : []),
          { cle: 'Le', valeur: dateEtHeure(deposeeLe) },
        ]}
      />
    </>
  )
}
