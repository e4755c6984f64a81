import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { adresseFile, requeteFile } from '@/components/file/requete'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { CasesACocher } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { filtresFileSchema } from '@/lib/demandes/filtres-file'
import { actionColonnes } from '@/lib/file/actions'
import { colonnesChoisies, libelleColonne } from '@/lib/file/colonnes'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Colonnes de la file'
export const metadata: Metadata = { title: titre }

export default async function ColonnesFile({ searchParams }: PageProps<'/caisse/file/colonnes'>) {
  const acteur = await exigerActeur('demande.voir')
  const filtres = filtresFileSchema.parse(await searchParams)
  return (
    <Cadre acteur={acteur} entree="/caisse/file">
      <FilRetour href={adresseFile(filtres)} libelle="File des demandes" />
      <Formulaire action={actionColonnes} titrePage={titre} cle="colonnes" className="max-w-160">
        <h1>{titre}</h1>
        <p className="lecture mt-2 mb-6">
          Moins de colonnes, et chaque demande tient sur une ligne. Ce choix est le vôtre, sur tous vos ordinateurs. Sur
          un téléphone, tout reste affiché.
        </p>
        <ChampCache name="filtres" valeur={requeteFile(filtres).slice(1)} />
        <CasesACocher
          name="visibles"
          label="Avec l’échéance, le motif et la personne, afficher"
          options={colonnesChoisies.map((valeur) => ({ valeur, libelle: libelleColonne[valeur] }))}
          valeurs={colonnesChoisies.filter((colonne) => !acteur.colonnesCachees.includes(colonne))}
        />
        <div className="rangee-boutons">
          <BoutonEnvoi enCours="Un instant…">Afficher ces colonnes</BoutonEnvoi>
          <a href={adresseFile(filtres)} className="inline-block min-h-6">
            Annuler
          </a>
        </div>
      </Formulaire>
    </Cadre>
  )
}
