import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { Reprise } from '@/components/equipes/reprise'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionRepartirDemandes } from '@/lib/absences/actions'
import { absenceARepartir } from '@/lib/absences/queries'
import { nomComplet } from '@/lib/socle/acteur'
import { pluriel } from '@/lib/socle/format'
import { de } from '@/lib/socle/francais'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Remettre à prendre les demandes d’un agent absent' }

export default async function Repartir({ params }: PageProps<'/caisse/absences/[id]/repartir'>) {
  const acteur = await exigerActeur('caisse.regler')
  const lue = await absenceARepartir(acteur, (await params).id)
  if (!lue) notFound()
  const { absence, n, equipes } = lue
  const titre = `Remettre à prendre les demandes ${de(nomComplet(absence.compte))} ?`
  return (
    <Cadre acteur={acteur} entree="/caisse/absences">
      <FilRetour href="/caisse/absences" libelle="Absences" />
      <Formulaire
        action={actionRepartirDemandes}
        titrePage="Remettre à prendre les demandes d’un agent absent"
        cle={`repartir-${absence.id}`}
        className="max-w-160"
      >
        <h1 className="mb-4">{titre}</h1>
        <ul className="mb-6 list-disc pl-5">
          <li>
            {n === 0
              ? 'Aucune demande ouverte n’est à son nom.'
              : `${pluriel(n, 'demande ouverte est à son nom', 'demandes ouvertes sont à son nom')}, suivie${n > 1 ? 's' : ''} par ${nomComplet(absence.remplacant)} pendant l’absence.`}
          </li>
          <li>Remises à prendre, elles ne sont plus au nom de personne : chaque agent peut s’en occuper.</li>
          <li>Les délais continuent, les partenaires ne sont pas avertis. Au retour, rien ne revient de soi-même.</li>
        </ul>
        <ChampCache name="id" valeur={absence.id} />
        {n > 0 && <Reprise n={n} equipes={equipes} />}
        <div className="rangee-boutons">
          {n > 0 && <BoutonEnvoi enCours="Un instant…">{`Remettre à prendre ${pluriel(n, 'demande')}`}</BoutonEnvoi>}
          <a href="/caisse/absences" className="inline-block min-h-6">
            Les laisser à son nom
          </a>
        </div>
      </Formulaire>
    </Cadre>
  )
}
