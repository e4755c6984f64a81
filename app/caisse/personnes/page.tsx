import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { Registre } from '@/components/personnes/registre'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { registreDesDroits } from '@/lib/personnes/queries'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Droits des personnes' }

export default async function DroitsDesPersonnes() {
  const acteur = await exigerActeur('personnes.traiter')
  const { ouvertes, traitees } = await registreDesDroits(acteur)
  return (
    <Cadre acteur={acteur} entree="/caisse/personnes" exacte>
      <div className="mb-6 flex flex-wrap items-baseline justify-between gap-4">
        <h1>Droits des personnes</h1>
        <LienBouton href="/caisse/personnes/nouvelle">Enregistrer une demande</LienBouton>
      </div>
      <p className="lecture mb-6 text-encre-2">
        Ce que des assurés demandent sur leurs données. La loi donne un mois pour répondre, trois si la personne a été
        prévenue d’une prolongation.
      </p>
      {ouvertes.length === 0 ? (
        <EtatVide titre="Aucune demande en attente">
          <p>
            Une demande arrive par courrier, au guichet ou par un partenaire{'\u00A0'}: enregistrez-la le jour même.
          </p>
        </EtatVide>
      ) : (
        <Registre legende="Demandes en attente, la plus proche de son terme d’abord" demandes={ouvertes} />
      )}
      {traitees.length > 0 && (
        <section className="mt-10" aria-labelledby="traitees">
          <h2 id="traitees" className="mb-3">
            Réponses données
          </h2>
          <Registre legende="Demandes qui ont reçu leur réponse" demandes={traitees} />
        </section>
      )}
    </Cadre>
  )
}
