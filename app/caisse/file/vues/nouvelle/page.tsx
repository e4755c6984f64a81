import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { ChampsVue } from '@/components/file/champs-vue'
import { adresseFile, requeteFile } from '@/components/file/requete'
import { filtresEnMots } from '@/components/file/table-vues'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { filtresFileSchema } from '@/lib/demandes/filtres-file'
import { actionEnregistrerVue, actionRemplacerVue } from '@/lib/file/actions'
import { aGarder, dependDeMoi } from '@/lib/file/filtres-de-vue'
import { vuesAGerer } from '@/lib/file/queries'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Enregistrer cette vue'
export const metadata: Metadata = { title: titre }

export default async function NouvelleVue({ searchParams }: PageProps<'/caisse/file/vues/nouvelle'>) {
  const acteur = await exigerActeur('demande.voir')
  const recherche = await searchParams
  const filtres = aGarder(filtresFileSchema.parse(recherche))
  const { vues, choix } = await vuesAGerer(acteur)
  const depuis = vues.find(({ id, mienne }) => mienne && id === recherche.depuis)
  return (
    <Cadre acteur={acteur} entree="/caisse/file">
      <FilRetour href={adresseFile(filtres)} libelle="File des demandes" />
      <Formulaire action={actionEnregistrerVue} titrePage={titre} cle="vue" className="max-w-160">
        <h1>{titre}</h1>
        <p className="lecture mt-2 mb-6">
          {filtresEnMots(filtres, choix)}.
          {dependDeMoi(filtres) &&
            ' Pour chaque agent, «\u00A0moi\u00A0» et «\u00A0mes équipes\u00A0» seront les siens : partagée, elle n’aura pas de nombre.'}
        </p>
        <ChampCache name="id" valeur={randomUUID()} />
        <ChampCache name="filtres" valeur={requeteFile(filtres).slice(1)} />
        <ChampsVue caisse={acteur.caisse?.nom ?? ''} />
        <div className="rangee-boutons">
          <BoutonEnvoi enCours="Enregistrement…">Enregistrer la vue</BoutonEnvoi>
          <a href={adresseFile(filtres)} className="inline-block min-h-6">
            Annuler
          </a>
        </div>
      </Formulaire>
      {depuis && (
        <section className="mt-10 max-w-160 border-t border-filet pt-6" aria-labelledby="titre-remplacer">
          <h2 id="titre-remplacer">
            Ou changer «{'\u00A0'}
            {depuis.nom}
            {'\u00A0'}»
          </h2>
          <p className="mt-1 mb-4">
            Elle montrait{'\u00A0'}: {filtresEnMots(depuis.filtres, choix)}. Elle montrera ce qui est filtré à présent
            {depuis.partagee ? ', pour tous les agents.' : '.'}
          </p>
          <Formulaire action={actionRemplacerVue} titrePage={titre} cle="remplacer">
            <ChampCache name="id" valeur={depuis.id} />
            <ChampCache name="filtres" valeur={requeteFile(filtres).slice(1)} />
            <BoutonEnvoi aspect="secondaire" enCours="Un instant…">
              {`Changer «\u00A0${depuis.nom}\u00A0»`}
            </BoutonEnvoi>
          </Formulaire>
        </section>
      )}
    </Cadre>
  )
}
