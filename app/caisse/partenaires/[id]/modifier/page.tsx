import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ChampsPartenaire } from '@/components/partenaires/champs-partenaire'
import { PageEcriture } from '@/components/partenaires/page-ecriture'
import { Avis } from '@/components/ui/avis'
import { actionModifierPartenaire } from '@/lib/partenaires/actions'
import { fichePourEcriture } from '@/lib/partenaires/queries-fiche'
import { ecrireSiret } from '@/lib/partenaires/regles'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Modifier la fiche du partenaire'
export const metadata: Metadata = { title: TITRE }

export default async function ModifierPartenaire({ params }: PageProps<'/caisse/partenaires/[id]/modifier'>) {
  const acteur = await exigerActeur('partenaire.gerer')
  const fiche = await fichePourEcriture(acteur, (await params).id)
  if (!fiche) notFound()
  return (
    <PageEcriture
      acteur={acteur}
      fiche={fiche}
      titre={TITRE}
      note={
        <Avis ton="fond">
          <p>
            Si le nombre de membres baisse, les comptes existants restent ouverts : le partenaire est montré au-delà de
            son quota, et aucun compte ne s’ajoute.
          </p>
          <p className="mt-2">Si un domaine est retiré, les comptes qui l’utilisent gardent leur adresse.</p>
        </Avis>
      }
    >
      <Formulaire action={actionModifierPartenaire} titrePage={TITRE} cle="modifier">
        <h1 className="mb-6">{TITRE}</h1>
        <ChampCache name="id" valeur={fiche.id} />
        <ChampCache name="version" valeur={fiche.version} />
        <ChampTexte
          name="siret"
          label="Numéro SIRET"
          inputMode="numeric"
          maxLength={25}
          valeur={ecrireSiret(fiche.siret)}
        />
        <ChampsPartenaire valeurs={fiche} />
        <BoutonEnvoi enCours="Enregistrement…">Enregistrer la fiche</BoutonEnvoi>
      </Formulaire>
    </PageEcriture>
  )
}
