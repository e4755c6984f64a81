import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionSupprimerBrouillon } from '@/lib/demandes/actions'
import { adresseBrouillon } from '@/lib/demandes/adresses'
import { choixDuBrouillon } from '@/lib/demandes/queries-brouillon'
import { definitionDe } from '@/lib/demandes/registre'
import { relatif } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Supprimer ce brouillon\u00A0?'

export const metadata: Metadata = { title: TITRE }

export default async function SupprimerBrouillon({ params }: PageProps<'/demandes/brouillon/[id]/supprimer'>) {
  const acteur = await exigerActeur('demande.deposer')
  const brouillon = await choixDuBrouillon(acteur, (await params).id)
  if (!brouillon) notFound()
  const { personne } = (brouillon.donnees ?? {}) as { personne?: { prenom?: unknown; nomNaissance?: unknown } }
  const nom = [personne?.prenom, personne?.nomNaissance].filter((mot) => typeof mot === 'string' && mot).join(' ')
  return (
    <Cadre acteur={acteur} entree="/demandes/toutes">
      <FilRetour href="/demandes" />
      <div className="max-w-160">
        <Formulaire action={actionSupprimerBrouillon} titrePage={TITRE} cle={`supprimer-${brouillon.id}`}>
          <h1 className="mb-4">{TITRE}</h1>
          <p className="mb-6">
            «{'\u00A0'}
            {definitionDe(brouillon.service).libelleCourt}
            {'\u00A0'}»{nom && ` pour ${nom}`}, enregistré {relatif(brouillon.modifieLe, new Date())}. Ce que vous avez
            écrit et les pièces déjà envoyées seront effacés tout de suite, sans retour possible.
          </p>
          <ChampCache name="id" valeur={brouillon.id} />
          <div className="rangee-boutons">
            <BoutonEnvoi aspect="danger" enCours="Suppression…">
              Supprimer le brouillon
            </BoutonEnvoi>
            <a href={adresseBrouillon(brouillon.id)} className="inline-block min-h-6">
              Le reprendre
            </a>
          </div>
        </Formulaire>
      </div>
    </Cadre>
  )
}
