import { notFound } from 'next/navigation'
import { DeuxColonnes } from '@/components/cadre/contenu'
import { ChoixMotif } from '@/components/demandes/choix-motif'
import { ChoixOrganisme } from '@/components/demandes/choix-organisme'
import { ServiceFerme } from '@/components/demandes/service-ferme'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Avis } from '@/components/ui/avis'
import { FilRetour } from '@/components/ui/fil-retour'
import { PairesNote } from '@/components/ui/resume'
import { actionChoisirMotif } from '@/lib/demandes/actions'
import type { Service } from '@/lib/demandes/modele'
import type { choixDuMotif } from '@/lib/demandes/queries-depot'
import { definitionDe, etapesDe } from '@/lib/demandes/registre'

type Caisse = Awaited<ReturnType<typeof choixDuMotif>>[number]

export const titreMotif = 'Quel est le motif de la demande\u00A0?'

/** First step: the organisme, on a page of its own where several are open, then the motif. */
export function EtapeMotif({
  id,
  service,
  caisses,
  caisseId,
  sansChoix,
  actuel,
  personneDe,
  pour,
  adresse,
  ferme,
}: {
  /** Id of the draft, drawn by the page when it does not exist yet. */
  id: string
  service: Service
  caisses: Caisse[]
  /** As it stands in the address. */
  caisseId?: string
  /** «Continuer» was pressed without an organisme. */
  sansChoix?: boolean
  actuel?: { caisseId: string | null; motifId: string | null; variante: string | null }
  /** Demande whose person is taken again, and its reference. */
  personneDe?: string
  pour?: string
  /** Address of this page. */
  adresse: string
  /** The motif of the draft is no longer offered. */
  ferme?: boolean
}) {
  const definition = definitionDe(service)
  if (caisses.length === 0 && actuel) return <ServiceFerme id={id} service={definition.libelle} />
  if (caisses.length === 0) notFound()
  const caisse = caisses.length === 1 ? caisses[0] : caisses.find((candidate) => candidate.id === caisseId)
  if (!caisse)
    return (
      <ChoixOrganisme
        adresse={adresse}
        caisses={caisses}
        actuelle={actuel?.caisseId}
        enErreur={sansChoix}
        service={definition.libelleCourt}
        pour={pour}
      />
    )
  const longueurs = new Set(caisse.motifs.map(({ assureRequis }) => etapesDe(assureRequis).length))
  const [etapes] = longueurs
  return (
    <>
      <FilRetour href={caisses.length > 1 ? adresse : '/demandes'} />
      <DeuxColonnes
        note={
          <PairesNote
            titre="Votre demande"
            paires={[
              { cle: 'Organisme', valeur: caisse.nom },
              { cle: 'Service', valeur: definition.libelleCourt },
            ]}
          />
        }
      >
        {ferme && (
          <Avis ton="chaud" className="mb-6">
            La caisse ne propose plus le motif de ce brouillon : choisissez-en un autre, le reste de votre saisie est
            gardé.
          </Avis>
        )}
        <Formulaire action={actionChoisirMotif} titrePage={titreMotif} cle={`motif-${service}`}>
          <p className="mb-1 text-15 text-encre-2">Étape 1{longueurs.size === 1 && ` sur ${etapes}`}</p>
          <h1 className="mb-2">{titreMotif}</h1>
          <p className="mb-4 text-encre-2">{definition.libelle}</p>
          <ChampCache name="id" valeur={id} />
          <ChampCache name="service" valeur={service} />
          <ChampCache name="caisseId" valeur={caisse.id} />
          {personneDe && <ChampCache name="personneDe" valeur={personneDe} />}
          <ChoixMotif
            motifs={caisse.motifs.map(({ id: motifId, libelle, aide, variantes }) => ({
              id: motifId,
              libelle,
              aide,
              variantes,
            }))}
            valeur={actuel?.motifId ?? undefined}
            variante={actuel?.variante ?? undefined}
          />
          <div className="rangee-boutons mt-6">
            <BoutonEnvoi enCours="Un instant…">Continuer</BoutonEnvoi>
          </div>
        </Formulaire>
      </DeuxColonnes>
    </>
  )
}
