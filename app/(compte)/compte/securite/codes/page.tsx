import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { Formulaire } from '@/components/formulaire/formulaire'
import { AvantPuisCodes } from '@/components/securite/codes-affiches'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionRefaireCodes } from '@/lib/securite/actions'
import { estConfirmee, moyensDe } from '@/lib/securite/queries'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Créer de nouveaux codes de secours'

export const metadata: Metadata = { title: titre, referrer: 'same-origin' }

const suite = { href: '/compte/securite', libelle: 'C’est noté, continuer' }

export default async function Codes() {
  const acteur = await exigerActeur('compte.soi')
  const { application, cles } = await moyensDe(acteur)
  // Recovery codes stand in for something: without it there is nothing to make.
  if (!application && cles === 0) redirect('/compte/securite?fait=sans_facteur')
  if (!(await estConfirmee(acteur))) redirect('/connexion/confirmer?retour=%2Fcompte%2Fsecurite%2Fcodes')
  return (
    <Cadre acteur={acteur} entree="/compte">
      <FilRetour href="/compte/securite" libelle="Sécurité" />
      <div className="max-w-160">
        <Formulaire action={actionRefaireCodes} titrePage={titre} cle="codes">
          <h1 className="mb-4">{titre}</h1>
          <AvantPuisCodes identifiant={acteur.identifiant} suite={suite} fait="">
            <p className="mb-6">
              Dix codes remplacent ceux que vous avez : les anciens, imprimés ou enregistrés, n’ouvriront plus rien.
            </p>
            <div className="rangee-boutons">
              <BoutonEnvoi enCours="Création…">Créer dix nouveaux codes</BoutonEnvoi>
              <a href="/compte/securite" className="inline-block min-h-6">
                Garder les anciens
              </a>
            </div>
          </AvantPuisCodes>
        </Formulaire>
      </div>
    </Cadre>
  )
}
