import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionAnnulerFormation } from '@/lib/formations/actions'
import { quandSession } from '@/lib/formations/libelles'
import { formationDeLaCaisse } from '@/lib/formations/queries-caisse'
import { pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Annuler cette session ?'

export const metadata: Metadata = { title: 'Annuler une session' }

export default async function AnnulerFormation({ params }: PageProps<'/caisse/formations/[id]/annuler'>) {
  const acteur = await exigerActeur('formation.gerer')
  const formation = await formationDeLaCaisse(acteur, (await params).id, new Date())
  if (!formation || formation.etat === 'brouillon') notFound()
  const prevenues = formation.inscrits + formation.attente
  return (
    <Cadre acteur={acteur} entree="/caisse/formations">
      <FilRetour href={`/caisse/formations/${formation.id}`} libelle={formation.theme} />
      <Formulaire
        action={actionAnnulerFormation}
        titrePage={titre}
        cle={`annuler-${formation.id}`}
        className="max-w-160"
      >
        <h1 className="mb-4">{titre}</h1>
        <ul className="mb-6 list-disc pl-5">
          <li>
            {formation.theme}, {quandSession(formation)}.
          </li>
          <li>
            {prevenues === 0
              ? 'Personne n’est inscrit.'
              : `${pluriel(prevenues, 'personne inscrite ou en attente reçoit', 'personnes inscrites ou en attente reçoivent')} un courriel, et la session quitte leur agenda.`}
          </li>
          <li>Une session annulée ne revient pas : il faudra en préparer une autre.</li>
        </ul>
        <ChampCache name="id" valeur={formation.id} />
        <ChampTexteLong
          name="motif"
          label="Pourquoi ?"
          aide="Les personnes inscrites le lisent dans le portail."
          maxLength={500}
          lignes={3}
        />
        <div className="rangee-boutons">
          <BoutonEnvoi aspect="danger" enCours="Annulation…">
            Annuler la session
          </BoutonEnvoi>
          <a href={`/caisse/formations/${formation.id}`} className="inline-block min-h-6">
            La maintenir
          </a>
        </div>
      </Formulaire>
    </Cadre>
  )
}
