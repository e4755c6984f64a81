import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionOuvrirRevues } from '@/lib/revues/actions'
import { aOuvrir } from '@/lib/revues/queries-caisse'
import { ouvertureSchema } from '@/lib/revues/schema'
import { pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Ouvrir une revue d’habilitation'

export const metadata: Metadata = { title: TITRE }

/** An act that writes to people: what it does is read before it is done. */
export default async function OuvrirRevues({ searchParams }: PageProps<'/caisse/revues/ouvrir'>) {
  const acteur = await exigerActeur('partenaire.gerer')
  const portee = ouvertureSchema.safeParse(await searchParams)
  const ouverture = portee.success ? portee.data : ({ portee: 'toutes' } as const)
  const { structures, possibles, partenaire } = await aOuvrir(acteur, ouverture)
  if (structures === 0 && ouverture.portee !== 'toutes') notFound()
  return (
    <Cadre acteur={acteur} entree="/caisse/habilitations">
      <FilRetour href="/caisse/revues" libelle="Revues d’habilitation" />
      <div className="max-w-160">
        {possibles.length > 0 ? (
          <Formulaire action={actionOuvrirRevues} titrePage={TITRE} cle="ouvrir-revues">
            <h1 className="mb-4">
              {possibles.length === 1 ? `Ouvrir une revue : ${possibles[0]}` : `Ouvrir ${possibles.length} revues`}
            </h1>
            <p className="mb-3">
              Un courriel part aux gestionnaires{possibles.length > 1 ? ' de chaque structure' : ''}. Ils relisent
              chaque compte, le gardent ou l’inactivent, et signent dans le délai de vos paramètres. Les comptes restent
              ouverts pendant ce temps.
            </p>
            {possibles.length > 1 && (
              <ul className="mb-4 list-disc pl-5">
                {possibles.map((organisme) => (
                  <li key={organisme}>{organisme}</li>
                ))}
              </ul>
            )}
            <ChampCache name="portee" valeur={ouverture.portee} />
            {ouverture.portee !== 'toutes' && <ChampCache name="id" valeur={ouverture.id} />}
            <div className="rangee-boutons">
              <BoutonEnvoi enCours="Ouverture…">
                {possibles.length === 1 ? 'Ouvrir la revue' : `Ouvrir les ${pluriel(possibles.length, 'revue')}`}
              </BoutonEnvoi>
              <a href="/caisse/revues" className="inline-block min-h-6">
                Ne rien ouvrir
              </a>
            </div>
            {ouverture.portee === 'structure' && partenaire && (
              <p className="mt-6">
                <a
                  href={`/caisse/revues/ouvrir?portee=partenaire&id=${partenaire.id}`}
                  className="inline-block min-h-6"
                >
                  Ouvrir plutôt une revue pour chaque structure : {partenaire.nom}
                </a>
              </p>
            )}
          </Formulaire>
        ) : (
          <>
            <h1 className="mb-4">Aucune revue à ouvrir</h1>
            <p>Une revue est déjà ouverte, ou la structure n’a pas encore de compte.</p>
          </>
        )}
      </div>
    </Cadre>
  )
}
