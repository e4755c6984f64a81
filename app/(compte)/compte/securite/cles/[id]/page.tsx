import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionRenommerCle, actionRetirerCle } from '@/lib/securite/actions'
import { estConfirmee, maCle } from '@/lib/securite/queries'
import { dateAvecAnnee } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

const titre = 'Une clé d’accès'

export const metadata: Metadata = { title: titre }

export default async function Cle({ params }: PageProps<'/compte/securite/cles/[id]'>) {
  const acteur = await exigerActeur('compte.soi')
  const cle = await maCle(acteur, (await params).id)
  if (!cle) notFound()
  if (!(await estConfirmee(acteur)))
    redirect(`/connexion/confirmer?retour=${encodeURIComponent(`/compte/securite/cles/${cle.id}`)}`)
  return (
    <Cadre acteur={acteur} entree="/compte">
      <FilRetour href="/compte/securite#cles" libelle="Sécurité" />
      <div className="max-w-160">
        <Formulaire action={actionRenommerCle} titrePage={titre} cle={`nom-${cle.id}`} className="mb-12">
          <h1 className="mb-2 [overflow-wrap:anywhere]">{cle.nom}</h1>
          <p className="mb-6 text-encre-2">Clé d’accès ajoutée le {dateAvecAnnee(dateAParis(cle.creeeLe))}</p>
          <ChampCache name="id" valeur={cle.id} />
          <ChampTexte name="nom" label="Nom de la clé" valeur={cle.nom} maxLength={60} />
          <BoutonEnvoi enCours="Enregistrement…">Renommer la clé</BoutonEnvoi>
        </Formulaire>
        <Formulaire action={actionRetirerCle} titrePage={titre} cle={`retirer-${cle.id}`}>
          <h2 className="mb-2">Retirer cette clé</h2>
          <p className="mb-4">Elle n’ouvrira plus votre compte. Faites-le pour un appareil perdu, donné ou remplacé.</p>
          <ChampCache name="id" valeur={cle.id} />
          <BoutonEnvoi aspect="danger" enCours="Retrait…">
            Retirer la clé
          </BoutonEnvoi>
        </Formulaire>
      </div>
    </Cadre>
  )
}
