import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionRetirerApplication } from '@/lib/securite/actions'
import { estConfirmee, moyensDe } from '@/lib/securite/queries'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Retirer l’application de codes ?'

export const metadata: Metadata = { title: titre }

export default async function RetirerApplication() {
  const acteur = await exigerActeur('compte.soi')
  if (!(await moyensDe(acteur)).application) redirect('/compte/securite?fait=sans_application')
  if (!(await estConfirmee(acteur))) redirect('/connexion/confirmer?retour=%2Fcompte%2Fsecurite%2Fretirer')
  return (
    <Cadre acteur={acteur} entree="/compte">
      <FilRetour href="/compte/securite" libelle="Sécurité" />
      <div className="max-w-160">
        <Formulaire action={actionRetirerApplication} titrePage={titre} cle="retirer">
          <h1 className="mb-4">{titre}</h1>
          <ul className="mb-6 list-disc pl-5">
            <li>Ses codes ne seront plus demandés, et ne serviront plus.</li>
            <li>
              Sans clé d’accès non plus, votre mot de passe seul ouvrira le compte, et les codes de secours finissent.
            </li>
            <li>Pour changer de téléphone, il n’est pas nécessaire de la retirer d’abord.</li>
          </ul>
          <div className="rangee-boutons">
            <BoutonEnvoi aspect="danger" enCours="Retrait…">
              Retirer l’application
            </BoutonEnvoi>
            <a href="/compte/securite" className="inline-block min-h-6">
              La garder
            </a>
          </div>
        </Formulaire>
      </div>
    </Cadre>
  )
}
