import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { mouvementsEnMots, totalARouter } from '@/components/equipes/a-router'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionAppliquerRoutage } from '@/lib/equipes/actions'
import { routageDeLaCaisse } from '@/lib/equipes/queries-reglages'
import { pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Appliquer les règles aux demandes à prendre'

export const metadata: Metadata = { title: titre }

export default async function AppliquerRoutage() {
  const acteur = await exigerActeur('caisse.regler')
  const routage = await routageDeLaCaisse(acteur)
  const n = totalARouter(routage)
  if (n === 0)
    return (
      <Cadre acteur={acteur} entree="/caisse/parametres">
        <FilRetour href="/caisse/parametres/routage" libelle="Routage" />
        <h1 className="mb-4">{titre}</h1>
        <p>
          Rien à ranger : chaque demande à prendre est là où les règles la mettent, ou là où un collègue l’a confiée.
        </p>
      </Cadre>
    )
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <FilRetour href="/caisse/parametres/routage" libelle="Routage" />
      <Formulaire action={actionAppliquerRoutage} titrePage={titre} cle="appliquer-routage" className="max-w-160">
        <h1 className="mb-4">{titre}</h1>
        <p>
          {pluriel(n, 'demande ouverte que personne ne suit change', 'demandes ouvertes que personne ne suit changent')}{' '}
          d’équipe :
        </p>
        <ul className="mt-2 mb-4 list-disc pl-5">
          {mouvementsEnMots(routage).map((mots) => (
            <li key={mots}>{mots}</li>
          ))}
        </ul>
        <p className="mb-6">
          Celles qu’un agent suit ne bougent pas, ni celles qu’un collègue a confiées à une équipe. Les délais
          continuent, les partenaires ne sont pas avertis. L’historique de chaque demande le dit.
        </p>
        <div className="rangee-boutons">
          <BoutonEnvoi enCours="Un instant…">{`Appliquer les règles à ${pluriel(n, 'demande')}`}</BoutonEnvoi>
          <a href="/caisse/parametres/routage" className="inline-block min-h-6">
            Les laisser où elles sont
          </a>
        </div>
      </Formulaire>
    </Cadre>
  )
}
