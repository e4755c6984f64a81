import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { TableEchecs } from '@/components/courriels/table-echecs'
import { Avis } from '@/components/ui/avis'
import { EtatVide } from '@/components/ui/etat-vide'
import { FilRetour } from '@/components/ui/fil-retour'
import { Onglets } from '@/components/ui/onglets'
import { courrielsEnEchec } from '@/lib/notifications/queries'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Courriels non distribués' }

const faits: Record<string, string> = {
  vu: 'Le courriel est marqué vu.',
  renvoye: 'Le courriel repart. S’il n’arrive pas, il reviendra dans cette liste.',
}

export default async function CourrielsNonDistribues({ searchParams }: PageProps<'/caisse/courriels'>) {
  const acteur = await exigerActeur('partenaire.gerer')
  const { vue, fait } = await searchParams
  const vus = vue === 'vus'
  const { lignes, aVoir } = await courrielsEnEchec(acteur, { vus })
  const mots = faits[String(fait)]
  return (
    <Cadre acteur={acteur} entree="/caisse/accueil">
      <FilRetour href="/caisse/accueil" libelle="Accueil" />
      {mots && <Avis role="status" titre={mots} className="mb-6" />}
      <h1>Courriels non distribués</h1>
      <p className="lecture mt-2 mb-5 text-encre-2">
        Ceux que la messagerie du destinataire a refusés, ou renvoyés. La personne n’a pas été prévenue{'\u00A0'}:
        corrigez l’adresse, puis renvoyez. L’adresse d’un technicien est corrigée par son gestionnaire.
      </p>
      <Onglets
        nom="Vues de la liste"
        onglets={[
          { href: '/caisse/courriels', libelle: 'À voir', compte: aVoir, courant: !vus, chaud: aVoir > 0 },
          { href: '/caisse/courriels?vue=vus', libelle: 'Vus', courant: vus },
        ]}
      />
      {lignes.length > 0 ? (
        <TableEchecs lignes={lignes} vus={vus} maintenant={new Date()} />
      ) : (
        <div className="mt-6">
          <EtatVide titre={vus ? 'Aucun courriel vu' : 'Tous les courriels sont arrivés'}>
            <p>Un courriel refusé par une messagerie se montre ici, avec la raison et ce qu’il y a à faire.</p>
          </EtatVide>
        </div>
      )}
    </Cadre>
  )
}
