import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ChampBoite, ChampsLieu, ChampsNomEtMembres } from '@/components/partenaires/champs-structure'
import { PageEcriture } from '@/components/partenaires/page-ecriture'
import { Avis } from '@/components/ui/avis'
import { PairesNote } from '@/components/ui/resume'
import { actionCreerStructure } from '@/lib/partenaires/actions'
import { type FicheAEcrire, fichePourEcriture } from '@/lib/partenaires/queries-fiche'
import { pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Ajouter une structure'
export const metadata: Metadata = { title: TITRE }

export default async function NouvelleStructure({ params }: PageProps<'/caisse/partenaires/[id]/structures/nouvelle'>) {
  const acteur = await exigerActeur('partenaire.gerer')
  const fiche = await fichePourEcriture(acteur, (await params).id)
  if (!fiche) notFound()
  const [seule, ...reste] = fiche.structures
  const scission = seule !== undefined && reste.length === 0
  return (
    <PageEcriture
      acteur={acteur}
      fiche={fiche}
      titre={TITRE}
      ancre="structures"
      note={scission ? null : <Membres fiche={fiche} />}
    >
      <Formulaire action={actionCreerStructure} titrePage={TITRE} cle="structure">
        <h1 className="mb-6">{TITRE}</h1>
        <ChampCache name="partenaireId" valeur={fiche.id} />
        <ChampCache name="version" valeur={fiche.version} />
        {scission && (
          <>
            <Avis className="mb-6" titre="Le partenaire sera découpé en structures">
              <p>
                Aujourd’hui, le partenaire forme une seule équipe. Elle devient une structure parmi d’autres : ses
                comptes, ses demandes et leur historique restent avec elle, et elle prend un nom à elle.
              </p>
              <p className="mt-2">
                Chaque structure a ensuite ses gestionnaires, ses techniciens et ses places. Les unes ne voient pas les
                demandes des autres.
              </p>
            </Avis>
            <h2 className="mb-4">La structure actuelle</h2>
            <ChampsNomEtMembres prefixe="premiere." />
            <h2 className="mt-8 mb-4 border-t border-filet pt-6">La nouvelle structure</h2>
          </>
        )}
        <ChampsNomEtMembres />
        <ChampsLieu />
        <ChampDate
          name="ouvreLe"
          label="Ouverture de l’accès"
          optionnel
          aide="Ses comptes ont accès à partir de ce jour. Sans date, avec la convention."
        />
        <ChampBoite />
        <BoutonEnvoi enCours="Ajout…">Ajouter la structure</BoutonEnvoi>
      </Formulaire>
    </PageEcriture>
  )
}

function Membres({ fiche }: { fiche: FicheAEcrire }) {
  return (
    <PairesNote
      titre={`${fiche.nom}\u00A0: ${pluriel(fiche.nombreMembres, 'membre')}`}
      paires={fiche.structures.map((structure) => ({
        cle: structure.nom,
        valeur: pluriel(structure.nombreMembres, 'membre'),
      }))}
    />
  )
}
