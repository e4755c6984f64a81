import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { ARouter } from '@/components/equipes/a-router'
import { EssaiRoutage } from '@/components/equipes/essai-routage'
import { ReglesRoutage } from '@/components/equipes/regles-routage'
import { Avis } from '@/components/ui/avis'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { routageDeLaCaisse } from '@/lib/equipes/queries-reglages'
import { criteresSchema } from '@/lib/equipes/schema'
import { pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Routage des demandes' }

const faits = {
  ajoutee: 'La règle est enregistrée. Elle vaut pour les demandes qui arrivent à partir de maintenant.',
  changee: 'La règle mène à sa nouvelle équipe, pour les demandes qui arrivent à partir de maintenant.',
  supprimee: 'La règle est supprimée. Les demandes déjà arrivées restent où elles sont.',
}

export default async function Routage({ searchParams }: PageProps<'/caisse/parametres/routage'>) {
  const acteur = await exigerActeur('caisse.regler')
  const recherche = await searchParams
  const choix = criteresSchema.parse(recherche)
  const rangees = /^\d{1,6}$/.test(String(recherche.rangees)) ? Number(recherche.rangees) : null
  const routage = await routageDeLaCaisse(acteur, choix)
  const { equipes, regles } = routage
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <FilRetour href="/caisse/parametres" libelle="Paramètres" />
      <Fait fait={recherche.fait} mots={faits} />
      {rangees !== null && (
        <Avis role="status" className="mb-6">
          {pluriel(rangees, 'demande est rangée', 'demandes sont rangées')} selon les règles d’aujourd’hui.
        </Avis>
      )}
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h1>Routage des demandes</h1>
        {equipes.length > 0 && <LienBouton href="/caisse/parametres/routage/nouvelle">Ajouter une règle</LienBouton>}
      </div>
      <p className="mt-2 mb-6 max-w-180">
        À son arrivée, une demande va à l’équipe de la première règle qui la concerne. La plus précise passe d’abord :
        celles qui disent un motif, puis un partenaire, puis un service ; à égalité, la plus ancienne. Ce qu’aucune
        règle ne concerne va dans la file commune.
      </p>
      {equipes.length === 0 ? (
        <EtatVide
          titre="Pas encore d’équipe"
          action={
            <LienBouton href="/caisse/parametres/equipes/nouvelle" aspect="secondaire">
              Créer une équipe
            </LienBouton>
          }
        >
          <p>Une règle mène à une équipe : commencez par en créer une.</p>
        </EtatVide>
      ) : (
        <div className="flex max-w-220 flex-col gap-8">
          <div>
            <ARouter routage={routage} />
            {regles.length === 0 ? (
              <p>Aucune règle : toutes les demandes vont dans la file commune.</p>
            ) : (
              <ReglesRoutage routage={routage} gagnante={routage.essai?.regleId ?? null} />
            )}
          </div>
          <EssaiRoutage routage={routage} choix={choix} />
        </div>
      )}
    </Cadre>
  )
}
