import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { TableVues } from '@/components/file/table-vues'
import { Avis } from '@/components/ui/avis'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { FilRetour } from '@/components/ui/fil-retour'
import { vuesAGerer } from '@/lib/file/queries'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Les vues de la file' }

const faits: Record<string, string> = { modifiee: 'La vue est modifiée.', supprimee: 'La vue est supprimée.' }

export default async function VuesDeLaFile({ searchParams }: PageProps<'/caisse/file/vues'>) {
  const acteur = await exigerActeur('demande.voir')
  const { fait } = await searchParams
  const { vues, choix } = await vuesAGerer(acteur)
  const dit = typeof fait === 'string' ? faits[fait] : undefined
  const miennes = vues.filter(({ mienne }) => mienne)
  const partagees = vues.filter(({ mienne }) => !mienne)
  return (
    <Cadre acteur={acteur} entree="/caisse/file">
      <FilRetour href="/caisse/file" libelle="File des demandes" />
      <h1>Les vues de la file</h1>
      <p className="lecture mt-2 mb-6">
        Une vue garde des filtres et un tri sous un nom. Pour en créer une, filtrez la file, puis choisissez «{'\u00A0'}
        Enregistrer cette vue{'\u00A0'}».
      </p>
      {dit && (
        <Avis role="status" className="mb-6">
          {dit}
        </Avis>
      )}
      {vues.length === 0 ? (
        <EtatVide
          titre="Aucune vue enregistrée"
          action={
            <LienBouton aspect="secondaire" href="/caisse/file">
              Aller à la file
            </LienBouton>
          }
        >
          Ni vous ni vos collègues n’avez encore enregistré de vue.
        </EtatVide>
      ) : (
        <>
          {miennes.length > 0 && <TableVues titre="Mes vues" vues={miennes} choix={choix} />}
          {partagees.length > 0 && <TableVues titre="Partagées par mes collègues" vues={partagees} choix={choix} />}
        </>
      )}
    </Cadre>
  )
}
