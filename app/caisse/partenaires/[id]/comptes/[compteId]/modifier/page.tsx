import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { DeuxColonnes } from '@/components/cadre/contenu'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ChampsIdentite } from '@/components/habilitations/champs-identite'
import { FilRetour } from '@/components/ui/fil-retour'
import type { Identite } from '@/lib/habilitations/schema'
import { actionModifierGestionnaire } from '@/lib/partenaires/actions'
import { comptePourCaisse } from '@/lib/partenaires/queries-comptes'
import { nomComplet } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Modifier un gestionnaire'
export const metadata: Metadata = { title: TITRE }

type Props = PageProps<'/caisse/partenaires/[id]/comptes/[compteId]/modifier'>

/** A gestionnaire only: the identity of a technicien is changed by its gestionnaires. */
export default async function ModifierGestionnaire({ params }: Props) {
  const acteur = await exigerActeur('partenaire.gerer')
  const { id, compteId } = await params
  const compte = await comptePourCaisse(acteur, id, compteId)
  if (compte?.profil !== 'gestionnaire' || compte.etat === 'inactif' || !compte.tenu) notFound()
  return (
    <Cadre acteur={acteur} entree="/caisse/partenaires">
      <FilRetour href={`/caisse/partenaires/${id}/comptes/${compteId}`} libelle={nomComplet(compte)} />
      <DeuxColonnes>
        <Formulaire action={actionModifierGestionnaire} titrePage={TITRE} cle="modifier">
          <h1 className="mb-2">{TITRE}</h1>
          <p className="mb-6 text-encre-2">
            L’identifiant, {compte.identifiant}, ne change pas. Une nouvelle personne a un nouveau compte.
          </p>
          <ChampCache name="compteId" valeur={compteId} />
          <ChampCache name="version" valeur={compte.version} />
          <ChampsIdentite valeurs={compte as Partial<Identite>} domaines={compte.partenaire.domaines} />
          <BoutonEnvoi enCours="Enregistrement…">Enregistrer les changements</BoutonEnvoi>
        </Formulaire>
      </DeuxColonnes>
    </Cadre>
  )
}
