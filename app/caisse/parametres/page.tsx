import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { Recapitulatif } from '@/components/reglages/recapitulatif'
import { baseReglages } from '@/lib/reglages/adresses'
import { reglagesEnMots } from '@/lib/reglages/queries'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Paramètres' }

export default async function Parametres({ searchParams }: PageProps<'/caisse/parametres'>) {
  const acteur = await exigerActeur('caisse.regler')
  const caisseId = acteur.caisse?.id ?? ''
  const { enregistre } = await searchParams
  const reglages = await reglagesEnMots(acteur, caisseId)
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres" exacte>
      <h1>Paramètres de la caisse</h1>
      <p className="mt-2 max-w-180">
        Ce que votre caisse a convenu avec ses partenaires, tel que le portail l’applique aujourd’hui. Avant
        d’enregistrer un changement, vous voyez ce qu’il touche. Ce qui est déjà déposé ou ouvert garde ses dates.
      </p>
      <p className="mt-3">
        <a href="/caisse/parametres/fermetures">Indiquer les jours de fermeture de la caisse</a>
      </p>
      <p className="mt-3">
        <a href="/caisse/parametres/comptes">Gérer les comptes des agents de la caisse</a>
      </p>
      <p className="mt-1">
        <a href="/caisse/parametres/equipes">Réunir les agents en équipes</a>
      </p>
      <p className="mt-1">
        <a href="/caisse/parametres/routage">Dire à quelle équipe va chaque demande</a>
      </p>
      <p className="mt-1">
        <a href="/caisse/absences">Noter une absence et qui remplace</a>
      </p>
      <p className="mt-1">
        <a href="/caisse/modeles">Écrire les modèles de réponse des agents</a>
      </p>
      <p className="mt-1">
        <a href="/caisse/parametres/vues">Tenir les vues de la file que les agents partagent</a>
      </p>
      <Recapitulatif
        reglages={reglages}
        base={baseReglages(acteur, caisseId)}
        enregistre={typeof enregistre === 'string' ? enregistre : undefined}
      />
    </Cadre>
  )
}
