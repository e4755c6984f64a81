import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { ChampsVue } from '@/components/file/champs-vue'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionModifierVue, actionSupprimerVue } from '@/lib/file/actions'
import { lireVue } from '@/lib/file/queries-vues'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Modifier une vue'
export const metadata: Metadata = { title: titre }

export default async function ModifierVue({ params }: PageProps<'/caisse/file/vues/[id]'>) {
  const acteur = await exigerActeur('demande.voir')
  const vue = await lireVue(acteur, (await params).id)
  // A shared view is changed by who made it.
  if (!vue?.mienne) notFound()
  return (
    <Cadre acteur={acteur} entree="/caisse/file">
      <FilRetour href="/caisse/file/vues" libelle="Les vues de la file" />
      <Formulaire action={actionModifierVue} titrePage={titre} cle="vue" className="max-w-160">
        <h1>
          Modifier «{'\u00A0'}
          {vue.nom}
          {'\u00A0'}»
        </h1>
        <p className="mt-2 mb-6">
          Pour changer ses filtres, <a href={`/caisse/file?vue=${vue.id}`}>ouvrez-la</a>, filtrez autrement, puis
          enregistrez.
        </p>
        <ChampCache name="id" valeur={vue.id} />
        <ChampsVue nom={vue.nom} partagee={vue.partagee} caisse={acteur.caisse?.nom ?? ''} />
        <BoutonEnvoi enCours="Enregistrement…">Enregistrer la vue</BoutonEnvoi>
      </Formulaire>
      <section className="mt-10 max-w-160 border-t border-filet pt-6" aria-labelledby="titre-supprimer">
        <h2 id="titre-supprimer">Supprimer cette vue</h2>
        <p className="mt-1 mb-4">
          Les demandes ne changent pas.{' '}
          {vue.partagee && 'Vos collègues ne trouveront plus cette vue dans «\u00A0Autres vues\u00A0».'}
        </p>
        <Formulaire action={actionSupprimerVue} titrePage={titre} cle="supprimer">
          <ChampCache name="id" valeur={vue.id} />
          <BoutonEnvoi aspect="danger" enCours="Suppression…">
            Supprimer la vue
          </BoutonEnvoi>
        </Formulaire>
      </section>
    </Cadre>
  )
}
