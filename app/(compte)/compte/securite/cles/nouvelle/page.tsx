import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { AjoutCle } from '@/components/securite/ajout-cle'
import { FilRetour } from '@/components/ui/fil-retour'
import { estConfirmee } from '@/lib/securite/queries'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Ajouter une clé d’accès'

export const metadata: Metadata = { title: titre, referrer: 'same-origin' }

const suite = { href: '/compte/securite?fait=cle_ajoutee', libelle: 'C’est noté, continuer' }

export default async function NouvelleCle() {
  const acteur = await exigerActeur('compte.soi')
  if (!(await estConfirmee(acteur))) redirect('/connexion/confirmer?retour=%2Fcompte%2Fsecurite%2Fcles%2Fnouvelle')
  return (
    <Cadre acteur={acteur} entree="/compte">
      <FilRetour href="/compte/securite" libelle="Sécurité" />
      <div className="max-w-160">
        <h1 className="mb-4">{titre}</h1>
        <p className="mb-6">
          Votre appareil vous demandera l’empreinte, le visage, le code de l’écran ou une clé de sécurité. Rien de cela
          n’arrive au portail : il ne garde que de quoi reconnaître la clé. N’en créez pas sur un poste partagé.
        </p>
        <AjoutCle identifiant={acteur.identifiant} suite={suite} />
      </div>
    </Cadre>
  )
}
