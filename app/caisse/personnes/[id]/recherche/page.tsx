import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { CasesACocher } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { EtatVide } from '@/components/ui/etat-vide'
import { FilRetour } from '@/components/ui/fil-retour'
import { identiteComplete } from '@/lib/demandes/libelles'
import { actionRetenirDossiers } from '@/lib/personnes/actions'
import { type Candidat, candidatsDe } from '@/lib/personnes/queries'
import { departements } from '@/lib/socle/departements'
import { dateAvecAnnee, pluriel } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { adresseClient, exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

const TITRE = 'Quels dossiers sont ceux de la personne\u00A0?'

export const metadata: Metadata = { title: TITRE }

const niveaux: Record<number, string> = {
  1: 'Mêmes noms, même date de naissance',
  2: 'Mêmes noms',
  3: 'Noms proches',
  4: 'Même date de naissance, un nom en commun',
  5: 'Citée dans un texte',
  9: 'Choisi auparavant',
}

export default async function RechercheDeLaPersonne({ params }: PageProps<'/caisse/personnes/[id]/recherche'>) {
  const acteur = await exigerActeur('personnes.traiter', { dejaConsignee: true })
  const { id } = await params
  const lu = await candidatsDe(acteur, id, await adresseClient())
  if (!lu || lu.demande.etat !== 'ouverte') notFound()
  const { demande, candidats } = lu
  return (
    <Cadre acteur={acteur} entree="/caisse/personnes">
      <FilRetour href={`/caisse/personnes/${id}`} libelle={`Demande ${demande.reference}`} />
      <Formulaire action={actionRetenirDossiers} titrePage={TITRE} cle={`retenir-${id}`} className="max-w-180">
        <h1 className="mb-4">{TITRE}</h1>
        <p className="lecture mb-6">
          Cherchés pour {demande.prenom} {demande.nomNaissance}
          {demande.dateNaissance && `, ${dateAvecAnnee(jourDe(demande.dateNaissance))}`}, dans tous les dossiers de la
          caisse, fautes de frappe comprises. Ne cochez que ce qui est bien de cette personne{'\u00A0'}: vous ne lirez,
          copierez et changerez que cela. <a href={`/caisse/personnes/${id}/modifier`}>Chercher d’autres noms</a>
        </p>
        <ChampCache name="id" valeur={id} />
        <ChampCache name="version" valeur={demande.version} />
        {candidats.length === 0 ? (
          <EtatVide titre="Aucun dossier à ce nom">
            <p>Si rien n’est gardé sur cette personne, la réponse le dit{'\u00A0'}: c’est une réponse.</p>
          </EtatVide>
        ) : (
          <>
            <CasesACocher
              name="dossiers"
              label={pluriel(candidats.length, 'dossier trouvé', 'dossiers trouvés')}
              options={candidats.map(enOption)}
              valeurs={candidats.filter(({ retenue }) => retenue).map((candidat) => candidat.id)}
            />
            <div className="rangee-boutons mt-8">
              <BoutonEnvoi enCours="Enregistrement…">Garder ces dossiers</BoutonEnvoi>
            </div>
          </>
        )}
      </Formulaire>
    </Cadre>
  )
}

function enOption(candidat: Candidat) {
  const { id, reference, niveau, limitee, dateNaissance, departement, objet, partenaire, deposeeLe } = candidat
  return {
    valeur: id,
    libelle: `${identiteComplete(candidat) ?? 'Demande sur le partenariat'}, ${reference}`,
    aide: [
      niveaux[niveau],
      dateNaissance && `naissance ${dateAvecAnnee(jourDe(dateNaissance))}`,
      departement && (departements[departement] ?? departement),
      objet,
      partenaire,
      `transmise le ${dateAvecAnnee(dateAParis(deposeeLe))}`,
      limitee && 'dossier limité',
    ]
      .filter(Boolean)
      .join(', '),
  }
}
