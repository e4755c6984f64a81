import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { DeuxColonnes } from '@/components/cadre/contenu'
import { JaugePlaces } from '@/components/equipe/jauge-places'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ChampsIdentite } from '@/components/habilitations/champs-identite'
import { GestionnaireImpossible } from '@/components/partenaires/gestionnaire-impossible'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionCreerGestionnaire } from '@/lib/partenaires/actions'
import { cadreGestionnaire } from '@/lib/partenaires/queries-comptes'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Ajouter un gestionnaire'
export const metadata: Metadata = { title: TITRE }

type Props = PageProps<'/caisse/partenaires/[id]/gestionnaires/nouveau'>

export default async function NouveauGestionnaire({ params, searchParams }: Props) {
  const acteur = await exigerActeur('partenaire.gerer')
  const [{ id }, { structure: structureId }] = [await params, await searchParams]
  const cadre = await cadreGestionnaire(acteur, id, String(structureId ?? ''))
  if (!cadre) notFound()
  const { structure, partenaire, plusieurs, places, part } = cadre
  const ou = plusieurs ? structure.nom : partenaire.nom
  const jauge = <JaugePlaces places={places.gestionnaires} nom="gestionnaire" large />
  return (
    <Cadre acteur={acteur} entree="/caisse/partenaires">
      <FilRetour href={`/caisse/partenaires/${id}#gestionnaires`} libelle={partenaire.nom} />
      {!part.vivante || places.gestionnaires.libres === 0 ? (
        <>
          <h1 className="mb-6">{TITRE}</h1>
          <GestionnaireImpossible partenaireId={id} part={part} places={places} />
        </>
      ) : (
        <DeuxColonnes note={jauge}>
          <Formulaire action={actionCreerGestionnaire} titrePage={TITRE} cle="gestionnaire">
            <h1 className="mb-2">{TITRE}</h1>
            <p className="mb-6 text-encre-2">{ou}</p>
            <ChampCache name="structureId" valeur={structure.id} />
            <ChampsIdentite domaines={partenaire.domaines} />
            <p className="mb-5">
              La personne recevra un courriel avec son identifiant et un lien, valable 24 heures, pour choisir son mot
              de passe.
            </p>
            <BoutonEnvoi enCours="Création…">Créer le compte</BoutonEnvoi>
          </Formulaire>
        </DeuxColonnes>
      )}
    </Cadre>
  )
}
