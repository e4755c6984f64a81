import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ChampBoite, ChampsLieu, ChampsNomEtMembres } from '@/components/partenaires/champs-structure'
import { OuvertureEnMots } from '@/components/partenaires/ouverture'
import { PageEcriture } from '@/components/partenaires/page-ecriture'
import { actionModifierStructure } from '@/lib/partenaires/actions'
import { fichePourEcriture } from '@/lib/partenaires/queries-fiche'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Modifier une structure' }

export default async function ModifierStructure({
  params,
}: PageProps<'/caisse/partenaires/[id]/structures/[structureId]'>) {
  const acteur = await exigerActeur('partenaire.gerer')
  const { id, structureId } = await params
  const fiche = await fichePourEcriture(acteur, id)
  const structure = fiche?.structures.find((candidate) => candidate.id === structureId)
  if (!fiche || !structure) notFound()
  const plusieurs = fiche.structures.length > 1
  const titre = plusieurs ? `Modifier ${structure.nom}` : 'Ouverture et boîte partagée'
  return (
    <PageEcriture acteur={acteur} fiche={fiche} titre={titre} ancre="structures">
      <h1 className="mb-6">{titre}</h1>
      <section aria-labelledby="titre-ouverture" className="mb-8 border-y border-filet py-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h2 id="titre-ouverture">Ouverture de l’accès</h2>
          <a
            href={`/caisse/partenaires/${id}/structures/${structureId}/ouverture`}
            className="inline-block min-h-6 text-15"
          >
            Changer la date d’ouverture
          </a>
        </div>
        <p className="mt-1">
          <OuvertureEnMots structure={structure} aujourdhui={dateAParis(new Date())} />
        </p>
      </section>
      <Formulaire action={actionModifierStructure} titrePage={titre} cle="structure">
        <ChampCache name="id" valeur={structureId} />
        <ChampCache name="partenaireId" valeur={id} />
        <ChampCache name="version" valeur={fiche.version} />
        {plusieurs && (
          <>
            <ChampsNomEtMembres valeurs={structure} />
            <ChampsLieu valeurs={structure} />
          </>
        )}
        <ChampBoite valeur={structure.courriel} />
        <BoutonEnvoi enCours="Enregistrement…">
          {plusieurs ? 'Enregistrer la structure' : 'Enregistrer la boîte partagée'}
        </BoutonEnvoi>
      </Formulaire>
    </PageEcriture>
  )
}
