import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionPublierFormation } from '@/lib/formations/actions'
import { quandSession } from '@/lib/formations/libelles'
import { formationAPublier } from '@/lib/formations/queries-caisse'
import { dateLongue, pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Publier cette session ?'

export const metadata: Metadata = { title: 'Publier une session' }

export default async function PublierFormation({ params }: PageProps<'/caisse/formations/[id]/publier'>) {
  const acteur = await exigerActeur('formation.gerer')
  const lue = await formationAPublier(acteur, (await params).id)
  if (!lue) notFound()
  const { formation, invites, partenaires } = lue
  return (
    <Cadre acteur={acteur} entree="/caisse/formations">
      <FilRetour href={`/caisse/formations/${formation.id}`} libelle={formation.theme} />
      <Formulaire
        action={actionPublierFormation}
        titrePage={titre}
        cle={`publier-${formation.id}`}
        className="max-w-160"
      >
        <h1 className="mb-4">{titre}</h1>
        <ul className="mb-6 list-disc pl-5">
          <li>
            {formation.theme}, {quandSession(formation)}, {pluriel(formation.places, 'place')}.
          </li>
          <li>
            {invites === 0
              ? 'Aucun compte actif ne correspond pour le moment : personne ne sera prévenu.'
              : `${pluriel(invites, 'personne', 'personnes')} de ${pluriel(partenaires, 'partenaire')} ${invites > 1 ? 'la verront et pourront' : 'la verra et pourra'} s’inscrire jusqu’au ${dateLongue(formation.jusquau)}.`}
          </li>
          <li>Un courriel part à chacune, comme elle a choisi d’en recevoir : aussitôt, groupé, ou pas du tout.</li>
          <li>Une session publiée ne redevient pas un brouillon : elle se modifie ou s’annule.</li>
        </ul>
        <ChampCache name="id" valeur={formation.id} />
        <div className="rangee-boutons">
          <BoutonEnvoi enCours="Publication…">Publier la session</BoutonEnvoi>
          <a href={`/caisse/formations/${formation.id}`} className="inline-block min-h-6">
            La garder en brouillon
          </a>
        </div>
      </Formulaire>
    </Cadre>
  )
}
