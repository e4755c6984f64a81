import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { filtresEnMots } from '@/components/file/table-vues'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionRenommerVue, actionRetirerVue } from '@/lib/file/actions'
import { vuesPartagees } from '@/lib/file/queries'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Une vue partagée'

export const metadata: Metadata = { title: titre }

export default async function VuePartagee({ params }: PageProps<'/caisse/parametres/vues/[id]'>) {
  const acteur = await exigerActeur('caisse.regler')
  const { id } = await params
  const { vues, choix } = await vuesPartagees(acteur)
  const vue = vues.find((ligne) => ligne.id === id)
  if (!vue) notFound()
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <FilRetour href="/caisse/parametres/vues" libelle="Vues partagées" />
      <Formulaire action={actionRenommerVue} titrePage={titre} cle="vue" className="max-w-160">
        <h1>
          Vue «{'\u00A0'}
          {vue.nom}
          {'\u00A0'}»
        </h1>
        <p className="mt-2 mb-6">
          Elle montre{'\u00A0'}: {filtresEnMots(vue.filtres, choix)}. Pour d’autres filtres, un agent enregistre une
          autre vue depuis la file.
        </p>
        <ChampCache name="id" valeur={id} />
        <ChampTexte name="nom" label="Nom de la vue" valeur={vue.nom} />
        <BoutonEnvoi enCours="Enregistrement…">Renommer la vue</BoutonEnvoi>
      </Formulaire>
      <section className="mt-10 max-w-160 border-t border-filet pt-6" aria-labelledby="titre-supprimer">
        <h2 id="titre-supprimer">Supprimer cette vue</h2>
        <p className="mt-1 mb-4">Les agents ne la trouveront plus dans leur file. Les demandes ne changent pas.</p>
        <Formulaire action={actionRetirerVue} titrePage={titre} cle="supprimer">
          <ChampCache name="id" valeur={id} />
          <BoutonEnvoi aspect="danger" enCours="Suppression…">
            Supprimer la vue
          </BoutonEnvoi>
        </Formulaire>
      </section>
    </Cadre>
  )
}
