import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { DeuxColonnes } from '@/components/cadre/contenu'
import { adresseConvention } from '@/components/conventions/adresses'
import { ChampsConvention } from '@/components/conventions/champs-convention'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Avis } from '@/components/ui/avis'
import { EtatVide } from '@/components/ui/etat-vide'
import { FilRetour } from '@/components/ui/fil-retour'
import { ListeActions } from '@/components/ui/liste-actions'
import { actionCreerConvention } from '@/lib/conventions/actions'
import { cadreNouvelleConvention, partenairesAConventionner } from '@/lib/conventions/queries'
import { conventionDeCaisse } from '@/lib/conventions/queries-detail'
import type { Acteur } from '@/lib/socle/acteur'
import { avecArticle } from '@/lib/socle/francais'
import { jourDe } from '@/lib/socle/jour'
import { exigerActeur } from '@/lib/socle/session'
import { ajouterJours } from '@/lib/socle/temps'

const TITRE = 'Préparer une convention'

export const metadata: Metadata = { title: TITRE }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PageNouvelleConvention({ searchParams }: Props) {
  const acteur = await exigerActeur('partenaire.gerer')
  const { partenaire, suite } = await searchParams
  return (
    <Cadre acteur={acteur} entree="/caisse/conventions">
      <FilRetour href="/caisse/conventions" libelle="Conventions" />
      <DeuxColonnes>
        {typeof partenaire === 'string' ? (
          <Projet acteur={acteur} partenaireId={partenaire} suite={typeof suite === 'string' ? suite : ''} />
        ) : (
          <ChoixPartenaire acteur={acteur} />
        )}
      </DeuxColonnes>
    </Cadre>
  )
}

async function Projet({ acteur, partenaireId, suite }: { acteur: Acteur; partenaireId: string; suite: string }) {
  const cadre = await cadreNouvelleConvention(acteur, partenaireId)
  if (!cadre) notFound()
  // The convention that ends gives its text to the next one, which begins the day after.
  const avant = await conventionDeCaisse(acteur, suite)
  const fin = avant?.convention.partenaireId === partenaireId ? jourDe(avant.part.finLe) : null
  const texte = fin !== null ? avant?.convention : undefined
  return (
    <Formulaire action={actionCreerConvention} titrePage={TITRE} cle={`nouvelle-${partenaireId}`}>
      <h1 className="mb-4">Préparer une convention avec {avecArticle(cadre.partenaire.nom)}</h1>
      <p className="mb-6">Un brouillon n’ouvre aucun accès. Il peut changer tant que personne n’a signé.</p>
      {cadre.brouillon && (
        <Avis className="mb-6">
          Un brouillon existe déjà avec ce partenaire :{' '}
          <a href={adresseConvention(cadre.brouillon)}>le reprendre plutôt que d’en préparer un autre</a>.
        </Avis>
      )}
      <ChampCache name="partenaireId" valeur={partenaireId} />
      <ChampsConvention
        valeurs={{
          intitule: texte?.intitule ?? 'Accès aux droits et aux soins',
          effetLe: fin && ajouterJours(fin, 1),
          dureeMois: texte?.dureeMois ?? 12,
          taciteReconduction: texte?.taciteReconduction ?? true,
          preavisMois: texte?.preavisMois ?? cadre.preavisMois,
          tiers: texte?.signataires.map(({ organisme }) => organisme) ?? [],
          referentId: acteur.compteId,
          caisses: [],
        }}
        caisses={cadre.caisses}
        referents={cadre.referents}
      />
      <div className="rangee-boutons mt-7">
        <BoutonEnvoi enCours="Enregistrement…">Enregistrer le brouillon</BoutonEnvoi>
      </div>
    </Formulaire>
  )
}

async function ChoixPartenaire({ acteur }: { acteur: Acteur }) {
  const partenaires = await partenairesAConventionner(acteur)
  return (
    <>
      <h1 className="mb-4">Avec quel partenaire ?</h1>
      {partenaires.length > 0 ? (
        <ListeActions
          regle
          liens={[
            ...partenaires.map(({ id, nom }) => ({
              href: `/caisse/conventions/nouvelle?partenaire=${id}`,
              libelle: nom,
            })),
            { href: '/caisse/partenaires/nouveau', libelle: 'Un partenaire qui n’est pas dans cette liste' },
          ]}
        />
      ) : (
        <EtatVide titre="Aucun partenaire" action={<a href="/caisse/partenaires/nouveau">Ajouter un partenaire</a>}>
          <p>Ajoutez d’abord le partenaire : son premier projet de convention est créé avec lui.</p>
        </EtatVide>
      )}
    </>
  )
}
