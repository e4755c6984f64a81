import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { ListeModeles } from '@/components/modeles/liste-modeles'
import { Avis } from '@/components/ui/avis'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { services } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import { modelesDeLaCaisse } from '@/lib/modeles-reponse/queries'
import { aDroit } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Modèles de réponse'

export const metadata: Metadata = { title: titre }

export default async function Modeles({ searchParams }: PageProps<'/caisse/modeles'>) {
  const acteur = await exigerActeur('modele.gerer')
  const { service: demande, enregistre } = await searchParams
  const service = services.find((candidat) => candidat === demande)
  const modeles = await modelesDeLaCaisse(acteur, service)
  return (
    <Cadre acteur={acteur} entree={aDroit(acteur, 'demande.voir') ? '/caisse/file' : '/caisse/parametres'}>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="max-w-160">
          <h1>{titre}</h1>
          <p className="mt-2">
            Écrits une fois pour tous les agents de la caisse. Sur une demande, ceux de son motif viennent en premier,
            puis les plus utilisés.
          </p>
        </div>
        <LienBouton href="/caisse/modeles/nouveau">Ajouter un modèle</LienBouton>
      </div>
      {enregistre && (
        <Avis role="status" className="mt-5">
          Modèle enregistré. Vos collègues l’ont dès maintenant.
        </Avis>
      )}
      <nav aria-label="Modèles par service" className="mt-5">
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-15">
          {[undefined, ...services].map((code) => (
            <li key={code ?? 'tous'}>
              <a
                href={code ? `/caisse/modeles?service=${code}` : '/caisse/modeles'}
                aria-current={code === service ? 'page' : undefined}
                className="inline-block min-h-6 aria-[current=page]:font-[650] aria-[current=page]:text-encre aria-[current=page]:no-underline"
              >
                {code ? definitionDe(code).libelleCourt : 'Tous'}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {modeles.length === 0 ? (
        <EtatVide
          titre={service ? 'Aucun modèle pour ce service' : 'Aucun modèle pour l’instant'}
          action={
            <LienBouton href="/caisse/modeles/nouveau" aspect="secondaire">
              Écrire le premier modèle
            </LienBouton>
          }
        >
          Une réponse que vous écrivez chaque semaine mérite d’être écrite une fois pour toutes.
        </EtatVide>
      ) : (
        <ListeModeles
          modeles={modeles}
          enregistre={typeof enregistre === 'string' ? enregistre : undefined}
          ordonnable={!service}
          titrePage={titre}
        />
      )}
    </Cadre>
  )
}
