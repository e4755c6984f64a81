import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { actesDuDroit } from '@/components/personnes/formulaires-droit'
import { FilRetour } from '@/components/ui/fil-retour'
import { droitDe } from '@/lib/personnes/queries'
import { exigerActeur } from '@/lib/socle/session'

type Props = PageProps<'/caisse/personnes/[id]/[acte]'>

const acteDe = (nom: string) =>
  Object.hasOwn(actesDuDroit, nom) ? actesDuDroit[nom as keyof typeof actesDuDroit] : null

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: acteDe((await params).acte)?.titre ?? 'Page introuvable' }
}

export default async function ActeDuDroit({ params }: Props) {
  const acteur = await exigerActeur('personnes.traiter')
  const { id, acte: nom } = await params
  const acte = acteDe(nom)
  const droit = acte && (await droitDe(acteur, id))
  if (!acte || !droit || droit.etat !== 'ouverte') notFound()
  return (
    <Cadre acteur={acteur} entree="/caisse/personnes">
      <FilRetour href={`/caisse/personnes/${id}`} libelle={`Demande ${droit.reference}`} />
      <Formulaire action={acte.action} titrePage={acte.titre} cle={`${nom}-${id}`} className="max-w-160">
        <h1 className="mb-6">{acte.titre}</h1>
        <ChampCache name="id" valeur={id} />
        <ChampCache name="version" valeur={droit.version} />
        {acte.champs()}
        <div className="rangee-boutons mt-8">
          <BoutonEnvoi enCours="Enregistrement…">{acte.bouton}</BoutonEnvoi>
        </div>
      </Formulaire>
    </Cadre>
  )
}
