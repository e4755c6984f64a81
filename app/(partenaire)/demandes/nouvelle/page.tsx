import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { FilRetour } from '@/components/ui/fil-retour'
import { ListeActions } from '@/components/ui/liste-actions'
import { adresseNouvelle } from '@/lib/demandes/adresses'
import { demandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { nomPersonne } from '@/lib/demandes/libelles'
import { servicesDuTechnicien } from '@/lib/demandes/queries-depot'
import { definitionDe } from '@/lib/demandes/registre'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Nouvelle demande' }

export default async function NouvelleDemande({ searchParams }: PageProps<'/demandes/nouvelle'>) {
  const acteur = await exigerActeur('demande.deposer')
  if (acteur.caissesOuvertes.length === 0) redirect('/demandes')
  const { pour } = await searchParams
  const services = await servicesDuTechnicien(acteur)
  const origine = typeof pour === 'string' ? await demandeDePartenaire(acteur, pour) : null
  const personne = origine && nomPersonne(origine)
  return (
    <Cadre acteur={acteur} entree="/demandes/toutes" sansBouton>
      <FilRetour href="/demandes" />
      <div className="max-w-160">
        <h1>{personne ? `Que demandez-vous pour ${personne}\u00A0?` : 'Que voulez-vous demander\u00A0?'}</h1>
        {personne && (
          <p className="mt-3">Ce que vous aviez écrit sur la personne est repris : vous n’aurez qu’à le relire.</p>
        )}
        <ListeActions
          regle
          className="mt-6"
          liens={services.map((service) => ({
            href: adresseNouvelle(service, personne ? origine?.reference : undefined),
            libelle: definitionDe(service).verbe,
          }))}
        />
      </div>
    </Cadre>
  )
}
